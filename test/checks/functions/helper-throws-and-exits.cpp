// RUN: %check_mapi %s
// Helpers that throw, and helpers that end the process without saying so.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

bool work();
void use(LPUNKNOWN object);

struct MapiError {
  HRESULT hr;
};

static void throwIfFailed(HRESULT hr) {
  if (FAILED(hr))
    throw MapiError{hr};
}

// After the check the call has succeeded.
void checkedRight(LPMAPISESSION sess) {
  LPMAPITABLE table;
  throwIfFailed(sess->GetStatusTable(0, &table));
  use(table);
  table->Release();
  sess->Logoff(0, 0, 0);
}

void checkedAndForgotten(LPMAPISESSION sess) {
  LPMAPITABLE table;
  throwIfFailed(sess->GetStatusTable(0, &table));
  use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
  table->Release();
}

// What the helper throws is caught; the first call cannot leave anything.
void nothingToRelease(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  try {
    throwIfFailed(sess->GetStatusTable(0, &table));
    table->Release();
  } catch (const MapiError &) {
    work();
  }
  sess->Logoff(0, 0, 0);
}

void secondThrowSkipsTheRelease(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  try {
    throwIfFailed(sess->GetStatusTable(0, &table));
    throwIfFailed(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
    table->Release();
  } catch (const MapiError &) {
    work();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void handlerReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  try {
    throwIfFailed(sess->GetStatusTable(0, &table));
    throwIfFailed(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  } catch (const MapiError &) {
    work();
  }
  if (table)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// Opens or throws: what is returned is never null.
static LPMAPITABLE openOrThrow(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (FAILED(hr))
    throw MapiError{hr};
  return table;
}

void openedRight(LPMAPISESSION sess) {
  LPMAPITABLE table = openOrThrow(sess);
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
  sess->Logoff(0, 0, 0);
}

void openedAndForgotten(LPMAPISESSION sess) {
  LPMAPITABLE table = openOrThrow(sess);
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Releases before it throws.
static void seekOrThrow(LPMAPITABLE table) {
  HRESULT hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (FAILED(hr)) {
    table->Release();
    throw MapiError{hr};
  }
}

void releasedByTheThrower(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  try {
    seekOrThrow(table);
    table->Release();
  } catch (const MapiError &) {
    work();
  }
  sess->Logoff(0, 0, 0);
}

// Ends the process, but is not declared noreturn.
static void die(int code) { exit(code); }

static void dieIfFailed(HRESULT hr) {
  if (FAILED(hr))
    die(1);
}

void diesWithTheTable(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    die(1);
  if (!work())
    die(2);
  table->Release();
  sess->Logoff(0, 0, 0);
}

void diesLoggedOn() {
  LPMAPISESSION sess = nullptr;
  dieIfFailed(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess));
  if (!work())
    die(2);
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void diesOnSomeFailuresOnly() {
  LPMAPISESSION sess = nullptr;
  dieIfFailed(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess));
  if (!work())
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
  sess->Logoff(0, 0, 0);
  sess->Release();
}

// Looks as if it ended the process.
static void complain(int code) {
  if (code > 100)
    abort();
}

void complainsAndGoesOn(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  if (!work())
    complain(2);
  else
    table->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// Logs off, then ends the process: Logoff is Logoff.
static void leave(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  exit(0);
}

void leftWithTheTable(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    use(table);
  leave(sess);
  // Not reported: a helper that never returns has no summary.
}

void leftWithNothing(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    table->Release();
  leave(sess);
}

// RUN: %check_mapi %s
// Helpers that advise and unadvise.
#include <mapix.h>
#include <mapiutil.h>

bool work();
void use(LPUNKNOWN object);

// The token comes back through a parameter.
static HRESULT watch(LPMDB db, LPMAPIADVISESINK sink, ULONG *token) {
  *token = 0;
  return db->Advise(0, nullptr, fnevNewMail, sink, token);
}

static void unwatch(LPMDB db, ULONG token) {
  if (token)
    db->Unadvise(token);
}

void watchedAndUnwatched(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(db, sink, &token)))
    return;
  work();
  unwatch(db, token);
  db->Release();
}

void watchedToTheEnd(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(db, sink, &token)))
    return;
  work();
  db->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-missing-unadvise]
}

bool watchedOnAnEarlyReturn(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(db, sink, &token)))
    return false;
  if (!work())
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-missing-unadvise]
  unwatch(db, token);
  return true;
}

void unwatchedOnTheWrongStore(LPMDB first, LPMDB second,
                              LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(first, sink, &token)))
    return;
  unwatch(second, token);
  second->Release();
  first->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'first'.*}} [mapi-missing-unadvise]
}

// The token is the return value; zero is failure.
static ULONG listen(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(sess->Advise(0, nullptr, fnevCriticalError, sink, &token)))
    return 0;
  return token;
}

void listensPastLogoff(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = listen(sess, sink);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-unadvise]
  if (token)
    work();
  sess->Release();
}

void listensUntilLogoff(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = listen(sess, sink);
  work();
  if (token)
    sess->Unadvise(token);
  sess->Logoff(0, 0, 0);
  sess->Release();
}

// Released, or logged off, by a helper while the registration stands.
static void close(LPMDB &db) {
  if (db)
    db->Release();
  db = nullptr;
}

static void leave(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  sess->Release();
}

void closedWhileAdvised(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  work();
  close(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-missing-unadvise]
}

void closedAfterUnadvise(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  work();
  db->Unadvise(token);
  close(db);
}

void leftWhileAdvised(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(sess->Advise(0, nullptr, fnevCriticalError, sink, &token)))
    return;
  work();
  leave(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-unadvise]
}

void leftAfterUnadvise(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(sess->Advise(0, nullptr, fnevCriticalError, sink, &token)))
    return;
  work();
  sess->Unadvise(token);
  leave(sess);
}

// A table opened and advised by one helper, both given back by another.
struct Watched {
  LPMAPITABLE table;
  ULONG token;
};

static bool begin(LPMAPISESSION sess, LPMAPIADVISESINK sink, Watched &watched) {
  if (FAILED(sess->GetStatusTable(0, &watched.table)))
    return false;
  if (FAILED(watched.table->Advise(fnevTableModified, sink, &watched.token))) {
    watched.table->Release();
    watched.table = nullptr;
    return false;
  }
  return true;
}

static void end(Watched &watched) {
  watched.table->Unadvise(watched.token);
  watched.table->Release();
}

static void endWithoutUnadvise(Watched &watched) { watched.table->Release(); }

void tableRight(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  Watched watched = {};
  if (!begin(sess, sink, watched))
    return;
  work();
  end(watched);
  sess->Logoff(0, 0, 0);
}

void tableNotUnadvised(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  Watched watched = {};
  if (!begin(sess, sink, watched))
    return;
  work();
  endWithoutUnadvise(watched);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'watched.table'.*}} [mapi-missing-unadvise]
  sess->Logoff(0, 0, 0);
}

// The helper that cancels does it only if it is told to.
static void maybeUnwatch(LPMDB db, ULONG token, bool wanted) {
  if (wanted)
    db->Unadvise(token);
}

void unwatchedWhenTold(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(db, sink, &token)))
    return;
  maybeUnwatch(db, token, true);
  db->Release();
}

void notUnwatchedWhenNotTold(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(watch(db, sink, &token)))
    return;
  maybeUnwatch(db, token, false);
  db->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-missing-unadvise]
}

// RUN: %check_mapi %s
// MAPI_W_* results are successes: they hand over the object as well.
#include <mapix.h>
#include <mapiutil.h>

void trace(HRESULT hr);

HRESULT warningSkipsTheRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr != S_OK)
    goto skipRelease;
  trace(db->SaveChanges(KEEP_OPEN_READONLY));
  db->Release();
skipRelease:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT failureSkipsTheRelease(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto skipRelease;
  trace(db->SaveChanges(KEEP_OPEN_READONLY));
  db->Release();
skipRelease:
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT warningButThePointerIsAsked(LPMAPISESSION sess, ULONG cb,
                                    LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr == S_OK)
    hr = db->SaveChanges(KEEP_OPEN_READONLY);
  if (db)
    db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

void addressBookOnlyOnSOk(LPMAPISESSION sess, LPADRLIST names) {
  LPADRBOOK book = nullptr;
  if (sess->OpenAddressBook(0, nullptr, 0, &book) == S_OK) {
    book->ResolveName(0, 0, nullptr, names);
    book->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
}

void addressBookOnEverySuccess(LPMAPISESSION sess, LPADRLIST names) {
  LPADRBOOK book = nullptr;
  if (SUCCEEDED(sess->OpenAddressBook(0, nullptr, 0, &book))) {
    book->ResolveName(0, 0, nullptr, names);
    book->Release();
  }
  sess->Logoff(0, 0, 0);
}

void plainIfTakesWarningsForFailures(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  HRESULT hr = sess->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book);
  if (hr) {
    trace(hr);
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'book'.*}} [mapi-live-at-logoff]
    return;
  }
  book->Release();
  sess->Logoff(0, 0, 0);
}

void plainIfAndThePointer(LPMAPISESSION sess) {
  LPADRBOOK book = nullptr;
  HRESULT hr = sess->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &book);
  if (hr) {
    trace(hr);
    UlRelease(book);
    sess->Logoff(0, 0, 0);
    return;
  }
  book->Release();
  sess->Logoff(0, 0, 0);
}

// The warning is told apart from the errors first.
HRESULT warningByName(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr == MAPI_W_ERRORS_RETURNED)
    trace(hr);
  else if (FAILED(hr))
    goto done;
  hr = db->SaveChanges(KEEP_OPEN_READWRITE);
  db->Release();
done:
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT warningByNameForgets(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr == MAPI_W_ERRORS_RETURNED || FAILED(hr))
    goto done;
  hr = db->SaveChanges(KEEP_OPEN_READWRITE);
  db->Release();
done:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT switchDefaultTakesWarnings(LPMAPISESSION sess, ULONG cb,
                                   LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  switch (hr) {
  case S_OK:
    db->Release();
    break;
  default:
    trace(hr);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT switchDefaultAsksAgain(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  switch (hr) {
  case S_OK:
    db->Release();
    break;
  default:
    if (SUCCEEDED(hr))
      db->Release();
  }
  sess->Logoff(0, 0, 0);
  return hr;
}

// Greater than zero is a warning, not a failure.
HRESULT positiveIsAWarning(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr > 0)
    trace(hr);
  if (hr < 0)
    return hr;
  db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT positiveLeavesTheStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr > 0)
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  if (hr != S_OK)
    return hr;
  db->Release();
  sess->Logoff(0, 0, 0);
  return hr;
}

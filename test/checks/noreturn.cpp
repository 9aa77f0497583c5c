// RUN: %check_mapi %s
// Calls that end the process end all duties; calls that only seem to do not.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

[[noreturn]] void fatal(const char *text);
__declspec(noreturn) void panic(HRESULT hr);
void complain(const char *text);

void exitAfterTheStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    exit(1);
  if (FAILED(db->SaveChanges(KEEP_OPEN_READONLY)))
    exit(2);
  db->Release();
  sess->Logoff(0, 0, 0);
}

void complainAfterTheStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    exit(1);
  if (FAILED(db->SaveChanges(KEEP_OPEN_READONLY)))
    complain("cannot save");
  else
    db->Release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// The session and the libraries go down with the process.
void processEndsLoggedOn(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPIInitialize(nullptr)))
    exit(1);
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &sess)))
    fatal("cannot log on");
  if (FAILED(sess->SetDefaultStore(MAPI_PRIMARY_STORE, 0, nullptr)))
    panic(E_FAIL);
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
}

void functionEndsLoggedOn(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPIInitialize(nullptr)))
    exit(1);
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &sess)))
    fatal("cannot log on");
  if (FAILED(sess->SetDefaultStore(MAPI_PRIMARY_STORE, 0, nullptr)))
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
}

void abortWhileAdvised(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  if (FAILED(db->SaveChanges(KEEP_OPEN_READONLY)))
    abort();
  db->Unadvise(token);
  db->Release();
}

void returnWhileAdvised(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  if (FAILED(db->SaveChanges(KEEP_OPEN_READONLY)))
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-missing-unadvise]
  db->Unadvise(token);
  db->Release();
}

// ExitProcess is declared as one that does not return.
void exitProcessWithMapiUp(LPPROFADMIN *out) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  if (FAILED(MAPIAdminProfiles(0, out)))
    ExitProcess(1);
  MAPIUninitialize();
}

// A Logoff on the way to exit is a Logoff all the same.
void logoffThenExit(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    complain("opened");
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  exit(0);
}

void releaseLogoffThenExit(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    db->Release();
  sess->Logoff(0, 0, 0);
  exit(0);
}

// A noreturn member function of the program's own.
struct Application {
  [[noreturn]] void die(HRESULT hr);
  void warn(HRESULT hr);
};

void applicationDies(Application &app, LPMAPISESSION sess, ULONG cb,
                     LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    app.die(E_FAIL);
  if (FAILED(db->GetOutgoingQueue(0, &queue)))
    app.die(E_FAIL);
  queue->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
}

void applicationWarns(Application &app, LPMAPISESSION sess, ULONG cb,
                      LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    app.die(E_FAIL);
  if (SUCCEEDED(db->GetOutgoingQueue(0, &queue))) {
    queue->Release();
    db->Release();
  } else {
    app.warn(E_FAIL);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

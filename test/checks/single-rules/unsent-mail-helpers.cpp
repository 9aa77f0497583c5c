// RUN: %check_mapi %s
// Mail that is submitted, waited for, or logged off from, in helpers.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

template <class T> void safeRelease(T *&p) {
  if (p) {
    p->Release();
    p = nullptr;
  }
}

static HRESULT send(LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  return hr;
}

static HRESULT save(LPMESSAGE message) {
  HRESULT hr = message->SaveChanges(0);
  message->Release();
  return hr;
}

static void endSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

static void closeStore(LPMDB store) { store->Release(); }

static void closeStoreOrderly(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  store->StoreLogoff(&flags);
  store->Release();
}

static void settle() { Sleep(2000); }

static void pump(DWORD milliseconds) {
  MSG msg;
  while (PeekMessage(&msg, nullptr, 0, 0, PM_REMOVE)) {
    TranslateMessage(&msg);
    DispatchMessage(&msg);
  }
  MsgWaitForMultipleObjects(0, nullptr, FALSE, milliseconds, QS_ALLINPUT);
}

// --- The helper submits.
void helperSubmits(LPMAPISESSION session, LPMESSAGE message) {
  send(message);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void helperSaves(LPMAPISESSION session, LPMESSAGE message) {
  save(message);
  session->Logoff(0, 0, 0);
  session->Release();
}

void helperFails(LPMAPISESSION session, LPMESSAGE message) {
  if (SUCCEEDED(send(message)))
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

// --- The helper logs off.
void helperLogsOff(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

void helperLogsOffLater(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  Sleep(2000);
  endSession(session);
}

void bothAreHelpers(LPMAPISESSION session, LPMESSAGE message) {
  send(message);
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

// --- The helper waits, or only seems to.
void helperWaits(LPMAPISESSION session, LPMESSAGE message) {
  send(message);
  settle();
  endSession(session);
}

void helperPumps(LPMAPISESSION session, LPMESSAGE message) {
  if (SUCCEEDED(send(message)))
    pump(5000);
  endSession(session);
}

void helperClosesOrderly(LPMAPISESSION session, LPMDB store,
                         LPMESSAGE message) {
  send(message);
  closeStoreOrderly(store);
  endSession(session);
}

void helperOnlyCloses(LPMAPISESSION session, LPMDB store, LPMESSAGE message) {
  send(message);
  closeStore(store);
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

void helperOnlyReleases(LPMAPISESSION session, LPMAPIFOLDER outbox) {
  LPMESSAGE message = nullptr;
  if (SUCCEEDED(outbox->CreateMessage(nullptr, 0, &message)))
    message->SubmitMessage(0);
  safeRelease(message);
  safeRelease(outbox);
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

void helperReleasesAndWaits(LPMAPISESSION session, LPMAPIFOLDER outbox) {
  LPMESSAGE message = nullptr;
  if (SUCCEEDED(outbox->CreateMessage(nullptr, 0, &message)))
    message->SubmitMessage(0);
  safeRelease(message);
  safeRelease(outbox);
  settle();
  endSession(session);
}

// A lambda waits, on each way or on the wrong one only.
void lambdaWaits(LPMAPISESSION session, LPMESSAGE message) {
  auto wait = [] { Sleep(2000); };
  send(message);
  wait();
  endSession(session);
}

void lambdaWaitsForTheFailure(LPMAPISESSION session, LPMESSAGE message) {
  auto wait = [] { Sleep(2000); };
  if (FAILED(send(message)))
    wait();
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

// --- All in one helper: one finding, there.
static void sendAndLeave(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

static void sendWaitAndLeave(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  settle();
  session->Logoff(0, 0, 0);
  session->Release();
}

void callsThem(LPMAPISESSION first, LPMESSAGE one, LPMAPISESSION second,
               LPMESSAGE two, LPMAPISESSION third, LPMESSAGE three) {
  sendAndLeave(first, one);
  sendAndLeave(second, two);
  sendWaitAndLeave(third, three);
}

// What it is told decides.
static HRESULT finish(LPMESSAGE message, bool draft) {
  HRESULT hr = draft ? message->SaveChanges(0) : message->SubmitMessage(0);
  message->Release();
  return hr;
}

void finishedAsDraft(LPMAPISESSION session, LPMESSAGE message) {
  finish(message, true);
  endSession(session);
}

void finishedAsMail(LPMAPISESSION session, LPMESSAGE message) {
  finish(message, false);
  endSession(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

// --- A guard logs off at the end of its scope.
class SessionGuard {
public:
  explicit SessionGuard(LPMAPISESSION session) : session_(session) {}
  SessionGuard(const SessionGuard &) = delete;
  SessionGuard &operator=(const SessionGuard &) = delete;
  ~SessionGuard() {
    session_->Logoff(0, 0, 0);
    session_->Release();
  }

private:
  LPMAPISESSION session_;
};

void guardLogsOff(LPMAPISESSION session, LPMESSAGE message) {
  SessionGuard guard(session);
  send(message);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]

void guardLogsOffLater(LPMAPISESSION session, LPMESSAGE message) {
  SessionGuard guard(session);
  send(message);
  settle();
}

bool guardOnTwoWays(LPMAPISESSION session, LPMESSAGE message) {
  SessionGuard guard(session);
  if (FAILED(send(message)))
    return false;
  return true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
}

bool guardOnTwoWaysRight(LPMAPISESSION session, LPMESSAGE message) {
  SessionGuard guard(session);
  if (FAILED(send(message)))
    return false;
  Sleep(2000);
  return true;
}

// The later guard runs first: it waits.
struct Settle {
  ~Settle() { Sleep(2000); }
};

void guardsInOrder(LPMAPISESSION session, LPMESSAGE message) {
  SessionGuard guard(session);
  Settle wait;
  send(message);
}

void guardsOutOfOrder(LPMAPISESSION session, LPMESSAGE message) {
  Settle wait;
  SessionGuard guard(session);
  send(message);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]

// --- A message in a smart pointer.
template <class T> class ComPtr {
public:
  ComPtr() = default;
  ComPtr(const ComPtr &) = delete;
  ComPtr &operator=(const ComPtr &) = delete;
  ~ComPtr() { reset(); }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  void reset() {
    if (p)
      p->Release();
    p = nullptr;
  }

private:
  T *p = nullptr;
};

void smartMessage(LPMAPISESSION session, LPMAPIFOLDER outbox) {
  {
    ComPtr<IMessage> message;
    if (SUCCEEDED(outbox->CreateMessage(nullptr, 0, &message)))
      message->SubmitMessage(0);
  }
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void smartMessageRight(LPMAPISESSION session, LPMAPIFOLDER outbox) {
  ComPtr<IMessage> message;
  if (SUCCEEDED(outbox->CreateMessage(nullptr, 0, &message)) &&
      SUCCEEDED(message->SubmitMessage(0)))
    settle();
  message.reset();
  session->Logoff(0, 0, 0);
  session->Release();
}

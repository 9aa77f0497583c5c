// RUN: %check_mapi %s
// After IMAPIClientShutdown::DoFastShutdown, MAPI is not called any more.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

// Not in these headers.
struct IMAPIClientShutdown : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE QueryFastShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE NotifyProcessShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE DoFastShutdown() = 0;
};

void work();

static void endSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

// --- The usual call.
void fastAndNothingElse(IMAPIClientShutdown *client) {
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
}

void fastAndUninitialized(IMAPIClientShutdown *client) {
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

void fastOrSlow(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (client->QueryFastShutdown() == S_OK) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
    return;
  }
  client->Release();
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
}

// One finding for each DoFastShutdown, at the first call.
void fastAndSlow(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (client->QueryFastShutdown() == S_OK) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
  }
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
  session->Release();
  MAPIUninitialize();
}

// --- All duties end: nothing of this is lost.
bool everythingOpen(IMAPIClientShutdown *client, ULONG cb, LPENTRYID id,
                    LPMAPIADVISESINK sink) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  LPSPropValue name = nullptr;
  ULONG token = 0;
  bool advised = false;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session))) {
    MAPIUninitialize();
    return false;
  }
  if (SUCCEEDED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store))) {
    advised =
        SUCCEEDED(store->Advise(0, nullptr, fnevNewMail, sink, &token));
    HrGetOneProp(store, PR_DISPLAY_NAME_W, &name);
  }
  work();
  if (client->QueryFastShutdown() == S_OK) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
    return true;
  }
  MAPIFreeBuffer(name);
  if (store) {
    if (advised)
      store->Unadvise(token);
    store->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
  return true;
}

void bufferFreed(IMAPIClientShutdown *client, LPSPropValue cached) {
  client->DoFastShutdown();
  MAPIFreeBuffer(cached);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

void bufferFreedFirst(IMAPIClientShutdown *client, LPSPropValue cached) {
  MAPIFreeBuffer(cached);
  client->DoFastShutdown();
}

void sinkUnadvised(IMAPIClientShutdown *client, LPMDB store, ULONG token) {
  client->DoFastShutdown();
  store->Unadvise(token);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

void sinkUnadvisedFirst(IMAPIClientShutdown *client, LPMDB store,
                        ULONG token) {
  store->Unadvise(token);
  client->DoFastShutdown();
}

void utilitiesEnded(IMAPIClientShutdown *client) {
  client->DoFastShutdown();
  DeinitMapiUtil();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

// What is not MAPI goes on.
int processEnds(IMAPIClientShutdown *client, HANDLE event, LPVOID memory) {
  client->DoFastShutdown();
  SetEvent(event);
  CloseHandle(event);
  free(memory);
  work();
  exit(0);
}

// --- The answer is remembered.
void remembered(IMAPIClientShutdown *client, LPMAPISESSION session) {
  const bool fast = client && client->QueryFastShutdown() == S_OK;
  if (fast) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
  }
  work();
  if (!fast) {
    endSession(session);
    MAPIUninitialize();
  }
}

void rememberedAndMisread(IMAPIClientShutdown *client, LPMAPISESSION session) {
  const bool fast = client && client->QueryFastShutdown() == S_OK;
  if (fast) {
    client->NotifyProcessShutdown();
    client->DoFastShutdown();
  }
  work();
  if (!fast)
    endSession(session);
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

// --- A ladder by goto.
void ladderRight(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (client->QueryFastShutdown() != S_OK)
    goto slow;
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
  goto done;
slow:
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
done:
  work();
}

void ladderFallsThrough(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (client->QueryFastShutdown() != S_OK)
    goto slow;
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
slow:
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
  session->Release();
  MAPIUninitialize();
}

// --- Helpers.
static bool leaveFast(IMAPIClientShutdown *client) {
  if (client->QueryFastShutdown() != S_OK)
    return false;
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
  return true;
}

static void leaveSlowly(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
}

void byHelpers(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (!leaveFast(client))
    leaveSlowly(session);
}

void byHelpersTurnedRound(IMAPIClientShutdown *client, LPMAPISESSION session) {
  if (leaveFast(client))
    leaveSlowly(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

void answerIgnored(IMAPIClientShutdown *client, LPMAPISESSION session) {
  leaveFast(client);
  leaveSlowly(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

// --- A guard uninitialises when its scope ends.
class Mapi {
public:
  Mapi() : up_(SUCCEEDED(MAPIInitialize(nullptr))) {}
  Mapi(const Mapi &) = delete;
  Mapi &operator=(const Mapi &) = delete;
  ~Mapi() {
    if (up_)
      MAPIUninitialize();
  }
  bool up() const { return up_; }
  void dismiss() { up_ = false; }

private:
  bool up_;
};

bool guarded(IMAPIClientShutdown *client) {
  Mapi mapi;
  if (!mapi.up())
    return false;
  work();
  client->DoFastShutdown();
  return true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

bool guardDismissed(IMAPIClientShutdown *client) {
  Mapi mapi;
  if (!mapi.up())
    return false;
  work();
  if (client->QueryFastShutdown() == S_OK) {
    mapi.dismiss();
    client->DoFastShutdown();
  }
  return true;
}

// --- The interface is asked for, and not there.
void askedFor(LPMAPISESSION session, REFIID iid) {
  IMAPIClientShutdown *client = nullptr;
  if (SUCCEEDED(session->QueryInterface(iid, (LPVOID *)&client))) {
    if (client->QueryFastShutdown() == S_OK) {
      client->NotifyProcessShutdown();
      client->DoFastShutdown();
      return;
    }
    client->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
}

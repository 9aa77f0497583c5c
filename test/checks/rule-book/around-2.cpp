// RUN: %check_mapi %s
// The rules around the steps, X12 to X21: the wrong and the right way side by
// side.
#include <windows.h>
#include <mapix.h>
#include <imessage.h>
#include <mapi.h>
#include <mapiform.h>
#include <mapispi.h>
#include <mapiutil.h>

// Not in mingw's headers.
struct IMAPIClientShutdown : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE QueryFastShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE NotifyProcessShutdown() = 0;
  virtual HRESULT STDMETHODCALLTYPE DoFastShutdown() = 0;
};

void show(LPMAPISESSION session);

// X12: the message of PrepareForm is released before ShowForm.
void messageIsHeldWhileItsFormShows(LPMAPISESSION session, LPMDB store,
                                    LPMAPIFOLDER folder, LPMESSAGE message,
                                    LPSTR messageClass) {
  ULONG token = 0;
  if (FAILED(session->PrepareForm(nullptr, message, &token)))
    return;
  session->ShowForm(0, store, folder, nullptr, token, nullptr, 0, 0, 0, 0,
                    messageClass);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  message->Release();
}

void messageIsReleasedBeforeItsFormShows(LPMAPISESSION session, LPMDB store,
                                         LPMAPIFOLDER folder, LPMESSAGE message,
                                         LPSTR messageClass) {
  ULONG token = 0;
  HRESULT hr = session->PrepareForm(nullptr, message, &token);
  message->Release();
  if (SUCCEEDED(hr))
    session->ShowForm(0, store, folder, nullptr, token, nullptr, 0, 0, 0, 0,
                      messageClass);
}

// X13: a fast shutdown replaces every other step.
void mapiEndsAfterFastShutdown(IMAPIClientShutdown *client) {
  client->DoFastShutdown();
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

bool nothingFollowsFastShutdown(IMAPIClientShutdown *client) {
  if (client->QueryFastShutdown() != S_OK)
    return false;
  client->NotifyProcessShutdown();
  client->DoFastShutdown();
  return true;
}

// X14: a borrowed session is released, and not logged off.
void sessionOfTheSiteIsLoggedOff(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  show(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->Release();
}

void sessionOfTheSiteIsReleased(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = nullptr;
  if (site->GetSession(&session) != S_OK)
    return;
  show(session);
  session->Release();
}

// X15: the result of Release proves nothing.
// Not reported: how many references of an interface parameter are the
// function's is not visible, and looking at the result may be harmless.
void storeIsReleasedUntilZero(LPMDB store) {
  while (store->Release()) {
  }
}

void storeIsReleasedOnce(LPMDB &store) {
  store->Release();
  store = nullptr;
}

// X16: messages first, then their message session, then the storage.
void messageSessionIsClosedFirst(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgOnIStg(messages, MAPIAllocateBuffer, MAPIAllocateMore,
                            MAPIFreeBuffer, allocator, nullptr, storage,
                            nullptr, 0, 0, &message);
  CloseIMsgSession(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
  if (SUCCEEDED(sc))
    message->Release();
  storage->Release();
}

void messageSessionIsClosedLast(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgOnIStg(messages, MAPIAllocateBuffer, MAPIAllocateMore,
                            MAPIFreeBuffer, allocator, nullptr, storage,
                            nullptr, 0, 0, &message);
  if (SUCCEEDED(sc))
    message->Release();
  CloseIMsgSession(messages);
  storage->Release();
}

// X17: an attachment is released before DeleteAttach.
void attachmentIsDeletedWhileOpen(LPMESSAGE message, ULONG number) {
  LPATTACH attachment = nullptr;
  if (FAILED(message->OpenAttach(number, nullptr, 0, &attachment)))
    return;
  message->DeleteAttach(number, 0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attachment'.*}} [mapi-interface-leak]
  attachment->Release();
}

void attachmentIsDeletedAfterItsRelease(LPMESSAGE message, ULONG number) {
  LPATTACH attachment = nullptr;
  if (FAILED(message->OpenAttach(number, nullptr, 0, &attachment)))
    return;
  attachment->Release();
  message->DeleteAttach(number, 0, nullptr, 0);
}

// X18: profile administration needs MAPIInitialize, though no session.
void profilesAreReleasedAfterMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN profiles = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &profiles);
  MAPIUninitialize();
  if (SUCCEEDED(hr))
    profiles->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'profiles'.*}} [mapi-teardown-order]
}

void profilesAreReleasedBeforeMapiEnds() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN profiles = nullptr;
  if (SUCCEEDED(MAPIAdminProfiles(0, &profiles)))
    profiles->Release();
  MAPIUninitialize();
}

// X19: a client of a shared session may ask to be told of its end.
// Not reported: that nobody asks, which is allowed and not checkable
// mechanically.
void sharedSessionIsNotWatched(LPMAPISESSION session) {
  show(session);
  session->Logoff(0, 0, 0);
  session->Release();
}

// A registration on the session is cancelled like any other.
void watchOfTheSessionIsLeft(LPMAPISESSION session, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  session->Advise(0, nullptr, fnevCriticalError, sink, &token);
  show(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-unadvise]
  session->Release();
}

void watchOfTheSessionIsCancelled(LPMAPISESSION session,
                                  LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = session->Advise(0, nullptr, fnevCriticalError, sink, &token);
  show(session);
  if (SUCCEEDED(hr))
    session->Unadvise(token);
  session->Logoff(0, 0, 0);
  session->Release();
}

// X20: the session of a Simple MAPI handle is released before MAPILogoff.
// Not reported: no page states it; the rule is practice.
void sessionOutlivesItsHandle() {
  LHANDLE handle = 0;
  if (MAPILogon(0, nullptr, nullptr, MAPI_LOGON_UI, 0, &handle) !=
      SUCCESS_SUCCESS)
    return;
  LPMAPISESSION session = nullptr;
  SCODE sc = ScMAPIXFromSMAPI(handle, 0, nullptr, &session);
  MAPILogoff(handle, 0, 0, 0);
  if (SUCCEEDED(sc))
    session->Release();
}

void sessionIsReleasedBeforeItsHandle() {
  LHANDLE handle = 0;
  if (MAPILogon(0, nullptr, nullptr, MAPI_LOGON_UI, 0, &handle) !=
      SUCCESS_SUCCESS)
    return;
  LPMAPISESSION session = nullptr;
  SCODE sc = ScMAPIXFromSMAPI(handle, 0, nullptr, &session);
  if (SUCCEEDED(sc)) {
    show(session);
    session->Release();
  }
  MAPILogoff(handle, 0, 0, 0);
}

// X21: StatusRecips frees the list when it succeeds.
// Not reported: providers are out of the scope of client code.
void recipientsAreFreedAlways(LPMAPISUP support, LPMESSAGE message,
                              LPADRLIST recipients) {
  support->StatusRecips(message, recipients);
  FreePadrlist(recipients);
}

void recipientsAreFreedOnFailure(LPMAPISUP support, LPMESSAGE message,
                                 LPADRLIST recipients) {
  if (FAILED(support->StatusRecips(message, recipients)))
    FreePadrlist(recipients);
}

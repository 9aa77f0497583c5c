// RUN: %check_mapi %s
// Mail that is submitted right before Logoff may stay in the Outbox.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

void work();

void atOnce(LPMAPISESSION session, LPMDB store, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  store->Release();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

// What stands in between, and helps.
void storeLogoff(LPMAPISESSION session, LPMDB store, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  ULONG flags = LOGOFF_PURGE;
  store->StoreLogoff(&flags);
  store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

void flushed(LPMAPISESSION session, LPMAPISTATUS spooler, LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  if (SUCCEEDED(hr))
    spooler->FlushQueues(0, 0, nullptr, FLUSH_UPLOAD);
  spooler->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

void slept(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  Sleep(5000);
  session->Logoff(0, 0, 0);
  session->Release();
}

void waitedForAnEvent(LPMAPISESSION session, LPMESSAGE message, HANDLE sent) {
  if (SUCCEEDED(message->SubmitMessage(0)))
    WaitForSingleObject(sent, 30000);
  message->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

void waitedForOneOfTwo(LPMAPISESSION session, LPMESSAGE message,
                       const HANDLE (&events)[2]) {
  message->SubmitMessage(0);
  message->Release();
  WaitForMultipleObjects(2, events, FALSE, INFINITE);
  session->Logoff(0, 0, 0);
  session->Release();
}

void messageLoop(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  MSG msg;
  while (GetMessage(&msg, nullptr, 0, 0) > 0) {
    TranslateMessage(&msg);
    DispatchMessage(&msg);
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void pumped(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  MSG msg;
  while (PeekMessage(&msg, nullptr, 0, 0, PM_REMOVE))
    DispatchMessage(&msg);
  session->Logoff(0, 0, 0);
  session->Release();
}

void unknownWork(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  work();
  session->Logoff(0, 0, 0);
  session->Release();
}

// What stands in between, and does not help.
void onlyTidiedUp(LPMAPISESSION session, LPMAPIFOLDER outbox, LPADRLIST to,
                  LPSPropValue props) {
  LPMESSAGE message = nullptr;
  if (SUCCEEDED(outbox->CreateMessage(nullptr, 0, &message))) {
    message->ModifyRecipients(MODRECIP_ADD, to);
    message->SetProps(1, props, nullptr);
    message->SubmitMessage(0);
    message->Release();
  }
  FreePadrlist(to);
  MAPIFreeBuffer(props);
  UlRelease(outbox);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void onlySaved(LPMAPISESSION session, LPMAPIFOLDER drafts, LPADRLIST to) {
  LPMESSAGE message = nullptr;
  if (SUCCEEDED(drafts->CreateMessage(nullptr, 0, &message))) {
    message->ModifyRecipients(MODRECIP_ADD, to);
    message->SaveChanges(KEEP_OPEN_READWRITE);
    message->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// What comes before the submission does not help either.
void sleptBefore(LPMAPISESSION session, LPMESSAGE message) {
  Sleep(5000);
  message->SubmitMessage(0);
  message->Release();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void flushedBefore(LPMAPISESSION session, LPMAPISTATUS spooler,
                   LPMESSAGE message) {
  spooler->FlushQueues(0, 0, nullptr, FLUSH_UPLOAD);
  spooler->Release();
  message->SubmitMessage(0);
  message->Release();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

// Ways.
HRESULT submittedOrNot(LPMAPISESSION session, LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  if (FAILED(hr)) {
    session->Logoff(0, 0, 0);
    session->Release();
    return hr;
  }
  Sleep(1000);
  session->Logoff(0, 0, 0);
  session->Release();
  return S_OK;
}

HRESULT waitsForTheFailure(LPMAPISESSION session, LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  if (FAILED(hr)) {
    Sleep(1000);
    session->Logoff(0, 0, 0);
    session->Release();
    return hr;
  }
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
  return S_OK;
}

void flagRemembered(LPMAPISESSION session, LPMESSAGE message, bool send) {
  bool sent = false;
  if (send)
    sent = SUCCEEDED(message->SubmitMessage(0));
  message->Release();
  if (sent)
    Sleep(1000);
  session->Logoff(0, 0, 0);
  session->Release();
}

void flagMisread(LPMAPISESSION session, LPMESSAGE message, bool send) {
  bool sent = false;
  if (send)
    sent = SUCCEEDED(message->SubmitMessage(0));
  message->Release();
  if (!sent)
    Sleep(1000);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void waitsIfAsked(LPMAPISESSION session, LPMESSAGE message, DWORD seconds) {
  message->SubmitMessage(0);
  message->Release();
  if (seconds)
    Sleep(seconds * 1000);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

// A loop over messages.
void outboxInALoop(LPMAPISESSION session, LPMESSAGE *messages, int count) {
  for (int i = 0; i < count; ++i)
    messages[i]->SubmitMessage(0);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
}

void outboxInALoopRight(LPMAPISESSION session, LPMESSAGE *messages, int count) {
  int sent = 0;
  for (int i = 0; i < count; ++i)
    if (SUCCEEDED(messages[i]->SubmitMessage(0)))
      ++sent;
  do {
    Sleep(500);
  } while (--sent > 0);
  session->Logoff(0, 0, 0);
  session->Release();
}

// A ladder: the store waits for its mail.
HRESULT ladderRight(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  LPMAPIFOLDER outbox = nullptr;
  LPMESSAGE message = nullptr;
  ULONG type = 0, flags = LOGOFF_ORDERLY;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (FAILED(hr))
    goto done;
  hr = store->OpenEntry(0, nullptr, nullptr, MAPI_MODIFY, &type,
                        (LPUNKNOWN *)&outbox);
  if (FAILED(hr))
    goto done;
  hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    goto done;
  hr = message->SubmitMessage(0);
done:
  UlRelease(message);
  UlRelease(outbox);
  if (store) {
    store->StoreLogoff(&flags);
    store->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

HRESULT ladderOnFailureOnly(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  LPMESSAGE message = nullptr;
  ULONG type = 0, flags = LOGOFF_ORDERLY;
  HRESULT hr = session->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &store);
  if (FAILED(hr))
    goto done;
  hr = store->OpenEntry(cb, id, nullptr, MAPI_MODIFY, &type,
                        (LPUNKNOWN *)&message);
  if (FAILED(hr))
    goto done;
  hr = message->SubmitMessage(0);
done:
  UlRelease(message);
  if (store) {
    if (FAILED(hr))
      store->StoreLogoff(&flags);
    store->Release();
  }
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->Release();
  return hr;
}

// Two sessions: the mail is the other one's.
void otherSessionEnds(LPTSTR profile, LPMAPISESSION given, ULONG cb,
                      LPENTRYID id) {
  LPMAPISESSION mine = nullptr;
  LPMESSAGE message = nullptr;
  ULONG type = 0;
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &mine)))
    return;
  if (SUCCEEDED(given->OpenEntry(cb, id, nullptr, MAPI_MODIFY, &type,
                                 (LPUNKNOWN *)&message))) {
    message->SubmitMessage(0);
    message->Release();
  }
  mine->Logoff(0, 0, 0);
  mine->Release();
}

void sameSessionEnds(LPTSTR profile, ULONG cb, LPENTRYID id) {
  LPMAPISESSION mine = nullptr;
  LPMESSAGE message = nullptr;
  ULONG type = 0;
  if (FAILED(MAPILogonEx(0, profile, nullptr, MAPI_NEW_SESSION, &mine)))
    return;
  if (SUCCEEDED(mine->OpenEntry(cb, id, nullptr, MAPI_MODIFY, &type,
                                (LPUNKNOWN *)&message))) {
    message->SubmitMessage(0);
    message->Release();
  }
  mine->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  mine->Release();
}

// No Logoff, no haste.
void sessionGoesOn(LPMAPISESSION session, LPMESSAGE message) {
  message->SubmitMessage(0);
  message->Release();
  session->Release();
}

// Until the queue is empty, which it may be at once.
HRESULT polled(LPMAPISESSION session, LPMESSAGE message, LPMAPITABLE queue) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  ULONG left = 0;
  if (SUCCEEDED(hr))
    while (SUCCEEDED(queue->GetRowCount(0, &left)) && left > 0)
      Sleep(500);
  queue->Release();
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

HRESULT sleptWhenOk(LPMAPISESSION session, LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  if (hr == S_OK)
    Sleep(5000);
  message->Release();
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

HRESULT countedOnce(LPMAPISESSION session, LPMESSAGE message,
                    LPMAPITABLE queue) {
  HRESULT hr = message->SubmitMessage(0);
  message->Release();
  ULONG left = 0;
  if (SUCCEEDED(hr))
    queue->GetRowCount(0, &left);
  queue->Release();
  // CHECK: :[[@LINE+1]]:12: warning: IMAPISession::Logoff follows IMessage::SubmitMessage without a flush or a wait: the mail may stay in the Outbox until the next logon [mapi-unsent-mail-at-logoff]
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

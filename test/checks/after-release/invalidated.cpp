// RUN: %check_mapi %s
// Calls after which only the Release of an object is left.
#include <mapiform.h>
#include <mapispi.h>
#include <mapix.h>
#include <mapiutil.h>

void trace(HRESULT hr);
void show(const SPropValue *values);

// A submitted message.
HRESULT savedAfterSubmit(LPMAPIFOLDER outbox) {
  LPMESSAGE message = nullptr;
  HRESULT hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->SubmitMessage(0);
  if (SUCCEEDED(hr))
    hr = message->SaveChanges(KEEP_OPEN_READWRITE);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  message->Release();
  return hr;
}

HRESULT savedBeforeSubmit(LPMAPIFOLDER outbox) {
  LPMESSAGE message = nullptr;
  HRESULT hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->SaveChanges(KEEP_OPEN_READWRITE);
  if (SUCCEEDED(hr))
    hr = message->SubmitMessage(0);
  message->Release();
  return hr;
}

// After a failure the message can be mended and submitted again.
HRESULT mendedAndSubmitted(LPMAPIFOLDER outbox, LPADRLIST recipients) {
  LPMESSAGE message = nullptr;
  HRESULT hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->SubmitMessage(0);
  if (hr == MAPI_E_NO_RECIPIENTS) {
    hr = message->ModifyRecipients(MODRECIP_ADD, recipients);
    if (SUCCEEDED(hr))
      hr = message->SubmitMessage(0);
  }
  message->Release();
  return hr;
}

HRESULT mendedThoughSubmitted(LPMAPIFOLDER outbox, LPADRLIST recipients) {
  LPMESSAGE message = nullptr;
  HRESULT hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->SubmitMessage(0);
  if (hr != MAPI_E_NO_RECIPIENTS)
    hr = message->ModifyRecipients(MODRECIP_ADD, recipients);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  message->Release();
  return hr;
}

// The entry identifier is read too late, or in time.
void identifierAfterSubmit(LPMESSAGE message) {
  LPSPropValue id = nullptr;
  if (FAILED(message->SubmitMessage(0)))
    return;
  if (SUCCEEDED(HrGetOneProp(message, PR_ENTRYID, &id)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
    show(id);
  MAPIFreeBuffer(id);
}

HRESULT identifierBeforeSubmit(LPMESSAGE message, LPMDB store) {
  LPSPropValue id = nullptr;
  HRESULT hr = HrGetOneProp(message, PR_ENTRYID, &id);
  if (FAILED(hr))
    return hr;
  hr = message->SubmitMessage(0);
  if (SUCCEEDED(hr))
    hr = store->AbortSubmit(id->Value.bin.cb, (LPENTRYID)id->Value.bin.lpb, 0);
  MAPIFreeBuffer(id);
  return hr;
}

// Its references can still be counted.
HRESULT countedAfterSubmit(LPMAPIFOLDER outbox) {
  LPMESSAGE message = nullptr;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = outbox->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->SubmitMessage(0);
  message->AddRef();
  if (SUCCEEDED(message->QueryInterface(IID_IUnknown, (LPVOID *)&unknown)))
    unknown->Release();
  message->Release();
  message->Release();
  return hr;
}

// A second message is not the first one.
HRESULT oneByOne(LPMAPIFOLDER outbox, ULONG count) {
  HRESULT hr = S_OK;
  LPMESSAGE message = nullptr;
  for (ULONG i = 0; i < count && SUCCEEDED(hr); ++i) {
    hr = outbox->CreateMessage(nullptr, 0, &message);
    if (FAILED(hr))
      break;
    hr = message->SaveChanges(KEEP_OPEN_READWRITE);
    if (SUCCEEDED(hr))
      hr = message->SubmitMessage(0);
    message->Release();
  }
  return hr;
}

// Another name for the same message.
// Not reported: two names of what came from outside are not known for one.
HRESULT underAnotherName(LPMESSAGE message, LPSPropTagArray tags) {
  LPMAPIPROP object = message;
  HRESULT hr = message->SubmitMessage(FORCE_SUBMIT);
  if (FAILED(hr))
    return hr;
  return object->DeleteProps(tags, nullptr);
}

// A message site has a method of that name: the site stays.
HRESULT submittedByTheSite(LPMAPIMESSAGESITE site, ULONG *status) {
  HRESULT hr = site->SubmitMessage(0);
  if (FAILED(hr))
    return hr;
  return site->GetSiteStatus(status);
}

// Saved and closed, or saved and kept open.
HRESULT savedAndClosed(LPMESSAGE message, LPSPropValue name) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  HRESULT hr = message->CreateAttach(nullptr, 0, &number, &attach);
  if (FAILED(hr))
    return hr;
  hr = attach->SaveChanges(0);
  if (SUCCEEDED(hr))
    hr = attach->SetProps(1, name, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-use-after-release]
  attach->Release();
  return hr;
}

HRESULT savedAndKeptOpen(LPMESSAGE message, LPSPropValue name) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  HRESULT hr = message->CreateAttach(nullptr, 0, &number, &attach);
  if (FAILED(hr))
    return hr;
  hr = attach->SaveChanges(KEEP_OPEN_READWRITE);
  if (SUCCEEDED(hr))
    hr = attach->SetProps(1, name, nullptr);
  if (SUCCEEDED(hr))
    hr = attach->SaveChanges(0);
  attach->Release();
  return hr;
}

HRESULT notSavedAndStillOpen(LPMESSAGE message, LPSPropTagArray tags) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  HRESULT hr = message->CreateAttach(nullptr, 0, &number, &attach);
  if (FAILED(hr))
    return hr;
  hr = attach->SaveChanges(0);
  if (hr == MAPI_E_OBJECT_CHANGED) {
    trace(attach->DeleteProps(tags, nullptr));
    hr = attach->SaveChanges(FORCE_SAVE);
  }
  attach->Release();
  return hr;
}

HRESULT savedByForce(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  HRESULT hr = message->CreateAttach(nullptr, 0, &number, &attach);
  if (FAILED(hr))
    return hr;
  trace(attach->SaveChanges(FORCE_SAVE));
  hr = attach->SaveChanges(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-use-after-release]
  attach->Release();
  return hr;
}

// The attachment first, then its message.
HRESULT attachmentThenMessage(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  LPATTACH attach = nullptr;
  ULONG number = 0;
  HRESULT hr = folder->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->CreateAttach(nullptr, 0, &number, &attach);
  if (SUCCEEDED(hr)) {
    hr = attach->SaveChanges(0);
    attach->Release();
  }
  if (SUCCEEDED(hr))
    hr = message->SaveChanges(0);
  message->Release();
  return hr;
}

// Flags in a variable.
HRESULT flagsBySituation(LPMESSAGE message, bool more, LPSPropTagArray tags) {
  ULONG flags = more ? KEEP_OPEN_READWRITE : 0;
  HRESULT hr = message->SaveChanges(flags);
  if (SUCCEEDED(hr) && more)
    hr = message->DeleteProps(tags, nullptr);
  return hr;
}

HRESULT flagsOfTheCaller(LPMESSAGE message, ULONG flags, LPSPropTagArray tags) {
  HRESULT hr = message->SaveChanges(flags);
  if (SUCCEEDED(hr))
    hr = message->DeleteProps(tags, nullptr);
  return hr;
}

// A form that is shut down.
HRESULT verbAfterShutdown(LPMAPIFORM form, LONG verb) {
  HRESULT hr = form->ShutdownForm(SAVEOPTS_NOSAVE);
  if (FAILED(hr))
    return hr;
  return form->DoVerb(verb, nullptr, 0, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'form'.*}} [mapi-use-after-release]
}

HRESULT verbBeforeShutdown(LPMAPIFORM form, LONG verb) {
  HRESULT hr = form->DoVerb(verb, nullptr, 0, nullptr);
  trace(form->ShutdownForm(SAVEOPTS_NOSAVE));
  form->Release();
  return hr;
}

// An object that a provider has made invalid.
HRESULT usedThoughInvalid(LPMAPISUP support, LPMAPIFOLDER folder) {
  HRESULT hr = support->MakeInvalid(0, folder, 1, 3);
  if (FAILED(hr))
    return hr;
  return folder->EmptyFolder(0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-use-after-release]
}

HRESULT usedBeforeItIsInvalid(LPMAPISUP support, LPMAPIFOLDER folder) {
  HRESULT hr = folder->EmptyFolder(0, nullptr, 0);
  if (FAILED(hr))
    return hr;
  return support->MakeInvalid(0, folder, 1, 3);
}

// A prepared message is released before its form is shown.
HRESULT shownWhileHeld(LPMAPISESSION session, LPMDB store, LPMAPIFOLDER folder,
                       char *messageClass) {
  LPMESSAGE message = nullptr;
  ULONG token = 0;
  HRESULT hr = folder->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = session->PrepareForm(nullptr, message, &token);
  if (SUCCEEDED(hr))
    hr = session->ShowForm(0, store, folder, nullptr, token, nullptr, 0, 0, 0,
                           0, messageClass);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  message->Release();
  return hr;
}

HRESULT shownAfterRelease(LPMAPISESSION session, LPMDB store,
                          LPMAPIFOLDER folder, char *messageClass) {
  LPMESSAGE message = nullptr;
  ULONG token = 0;
  HRESULT hr = folder->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = session->PrepareForm(nullptr, message, &token);
  message->Release();
  if (SUCCEEDED(hr))
    hr = session->ShowForm(0, store, folder, nullptr, token, nullptr, 0, 0, 0,
                           0, messageClass);
  return hr;
}

// SaveChanges and SubmitMessage document no warning: what is not S_OK has
// failed, and the object is as it was.
HRESULT notOk(LPMESSAGE message) {
  HRESULT hr = message->SubmitMessage(0);
  if (hr != S_OK)
    message->SaveChanges(KEEP_OPEN_READWRITE);
  message->Release();
  return hr;
}

HRESULT askedWhy(LPMESSAGE message) {
  HRESULT hr = message->SaveChanges(0);
  if (hr != S_OK) {
    LPMAPIERROR error = nullptr;
    if (message->GetLastError(hr, 0, &error) == S_OK)
      MAPIFreeBuffer(error);
  }
  message->Release();
  return hr;
}

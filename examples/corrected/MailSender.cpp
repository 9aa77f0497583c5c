// Writing a message and handing it over.
#include "Client.h"
#include <string.h>

// A list of one recipient by name, resolved in the address book.
static HRESULT ResolveRecipient(LPADRBOOK book, LPCTSTR name,
                                LPADRLIST *recipients) {
  HRESULT hr = S_OK;
  LPADRLIST list = nullptr;
  LPSPropValue values = nullptr;
  CHECK_HR(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list));
  memset(list, 0, CbNewADRLIST(1));
  CHECK_HR(MAPIAllocateBuffer(2 * sizeof(SPropValue), (LPVOID *)&values));
  memset(values, 0, 2 * sizeof(SPropValue));
  values[0].ulPropTag = PR_DISPLAY_NAME;
  values[0].Value.LPSZ = const_cast<LPTSTR>(name);
  values[1].ulPropTag = PR_RECIPIENT_TYPE;
  values[1].Value.l = MAPI_TO;
  list->cEntries = 1;
  list->aEntries[0].cValues = 2;
  list->aEntries[0].rgPropVals = values;
  CHECK_HR(book->ResolveName(0, MAPI_DIALOG, nullptr, list));
  *recipients = list;
  list = nullptr;
Cleanup:
  if (list)
    FreePadrlist(list);
  return hr;
}

static HRESULT OpenOutbox(LPMDB store, LPMAPIFOLDER *outbox) {
  LPSPropValue entry = nullptr;
  ULONG type = 0;
  HRESULT hr = HrGetOneProp(store, PR_IPM_OUTBOX_ENTRYID, &entry);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(entry->Value.bin.cb, (LPENTRYID)entry->Value.bin.lpb,
                        nullptr, MAPI_MODIFY, &type, (LPUNKNOWN *)outbox);
  MAPIFreeBuffer(entry);
  return hr;
}

// Sends a note within a session that goes on.
HRESULT SendNote(LPMAPISESSION session, LPCTSTR recipient, LPTSTR subject) {
  HRESULT hr = S_OK;
  LPMDB store = nullptr;
  LPADRBOOK book = nullptr;
  LPMAPIFOLDER outbox = nullptr;
  LPMESSAGE message = nullptr;
  LPADRLIST recipients = nullptr;
  SPropValue value = {};
  CHECK_HR(session->OpenAddressBook(0, nullptr, 0, &book));
  CHECK_HR(OpenDefaultStore(session, &store));
  CHECK_HR(OpenOutbox(store, &outbox));
  CHECK_HR(outbox->CreateMessage(nullptr, 0, &message));
  value.ulPropTag = PR_SUBJECT;
  value.Value.LPSZ = subject;
  CHECK_HR(message->SetProps(1, &value, nullptr));
  CHECK_HR(ResolveRecipient(book, recipient, &recipients));
  CHECK_HR(message->ModifyRecipients(MODRECIP_ADD, recipients));
  CHECK_HR(message->SubmitMessage(FORCE_SUBMIT));
Cleanup:
  if (recipients)
    FreePadrlist(recipients);
  RELEASE(message);
  RELEASE(outbox);
  RELEASE(store);
  RELEASE(book);
  return hr;
}

// Logs on, sends, and logs off again.
HRESULT SendAndLeave(LPTSTR profile, LPCTSTR recipient, LPTSTR subject) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                   &session);
  if (SUCCEEDED(hr)) {
    hr = SendNote(session, recipient, subject);
    LPMAPITABLE status = nullptr;
    if (SUCCEEDED(session->GetStatusTable(0, &status)))
      status->Release();
    session->Logoff(0, 0, 0);
    session->Release();
  }
  MAPIUninitialize();
  return hr;
}

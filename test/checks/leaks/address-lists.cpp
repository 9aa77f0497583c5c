// RUN: %check_mapi %s
// An entry of an address list that is made by hand is a block of its own, which
// goes with FreePadrlist.
#include <mapix.h>
#include <mapiutil.h>

void freeEntries(LPADRLIST list);

void freedWithList(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals)))
    message->ModifyRecipients(MODRECIP_ADD, list);
  FreePadrlist(list);
}

void listAlone(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals)))
    message->ModifyRecipients(MODRECIP_ADD, list);
  MAPIFreeBuffer(list); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]
}

void entryAgain(LPMESSAGE message) {
  LPSPropValue entry = nullptr;
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  if (FAILED(MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&entry))) {
    MAPIFreeBuffer(list);
    return;
  }
  list->cEntries = 1;
  list->aEntries[0].rgPropVals = entry;
  message->ModifyRecipients(MODRECIP_ADD, list);
  FreePadrlist(list);
  MAPIFreeBuffer(entry); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-use-after-release]
}

void partOfList(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateMore(sizeof(SPropValue), list,
                                 (LPVOID *)&list->aEntries[0].rgPropVals))) {
    message->ModifyRecipients(MODRECIP_ADD, list);
    FreePadrlist(list); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-wrong-deallocator]
    return;
  }
  MAPIFreeBuffer(list);
}

void freedByHand(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals))) {
    message->ModifyRecipients(MODRECIP_ADD, list);
    MAPIFreeBuffer(list->aEntries[0].rgPropVals);
  }
  MAPIFreeBuffer(list);
}

// Which entry it is that a loop frees is not known.
void freedInLoop(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals)))
    message->ModifyRecipients(MODRECIP_ADD, list);
  for (ULONG i = 0; i < list->cEntries; ++i)
    MAPIFreeBuffer(list->aEntries[i].rgPropVals);
  MAPIFreeBuffer(list);
}

void freedElsewhere(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals)))
    message->ModifyRecipients(MODRECIP_ADD, list);
  freeEntries(list);
  MAPIFreeBuffer(list);
}

static void freeAll(LPADRLIST list) {
  for (ULONG i = 0; i < list->cEntries; ++i)
    MAPIFreeBuffer(list->aEntries[i].rgPropVals);
}

void freedInSight(LPMESSAGE message) {
  LPADRLIST list = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list)))
    return;
  list->cEntries = 1;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue),
                                   (LPVOID *)&list->aEntries[0].rgPropVals)))
    message->ModifyRecipients(MODRECIP_ADD, list);
  freeAll(list);
  MAPIFreeBuffer(list);
}

// An element of an array begins without a value.
HRESULT askedWithoutValue(LPMDB store) {
  LPMAPITABLE tables[2];
  HRESULT hr = store->GetOutgoingQueue(0, &tables[1]);
  if (tables[1]) // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-uninitialized-out-param]
    tables[1]->Release();
  return hr;
}

HRESULT askedWithValue(LPMDB store) {
  LPMAPITABLE tables[2] = {nullptr, nullptr};
  HRESULT hr = store->GetOutgoingQueue(0, &tables[1]);
  if (tables[1])
    tables[1]->Release();
  return hr;
}

// RUN: %check_mapi %s
// Row sets, address lists and arrays in loops: page by page, growing, searched.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

void show(const SPropValue *values);
void showRows(const SRowSet *rows);
bool matches(const SRow *row);

// Each page overwrites the one before.
void pagesOverwritten(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  for (;;) {
    if (FAILED(table->QueryRows(50, 0, &rows)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
      break;
    if (rows->cRows == 0)
      break;
    showRows(rows);
  }
  if (rows)
    FreeProws(rows);
}

void pagesFreedInTurn(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  for (;;) {
    if (rows)
      FreeProws(rows);
    rows = nullptr;
    if (FAILED(table->QueryRows(50, 0, &rows)))
      break;
    if (rows->cRows == 0)
      break;
    showRows(rows);
  }
  if (rows)
    FreeProws(rows);
}

// The page that ends the loop has no rows, but it is there.
HRESULT emptyPageLost(LPMAPITABLE table) {
  HRESULT hr = S_OK;
  while (true) {
    LPSRowSet rows = nullptr;
    hr = table->QueryRows(50, 0, &rows);
    if (FAILED(hr))
      break;
    if (rows->cRows == 0)
      break;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
    showRows(rows);
    FreeProws(rows);
  }
  return hr;
}

HRESULT emptyPageFreed(LPMAPITABLE table) {
  HRESULT hr = S_OK;
  while (true) {
    LPSRowSet rows = nullptr;
    hr = table->QueryRows(50, 0, &rows);
    if (FAILED(hr))
      break;
    ULONG count = rows->cRows;
    showRows(rows);
    FreeProws(rows);
    if (count == 0)
      break;
  }
  return hr;
}

// The condition of the loop fetches the page.
void fetchedByTheCondition(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  while (table->QueryRows(20, 0, &rows) == S_OK && rows->cRows) {
    showRows(rows);
    FreeProws(rows);
    rows = nullptr;
  }
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]

void fetchedByTheConditionRight(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  while (table->QueryRows(20, 0, &rows) == S_OK && rows->cRows) {
    showRows(rows);
    FreeProws(rows);
    rows = nullptr;
  }
  if (rows)
    FreeProws(rows);
}

// Two loops are left at once.
bool foundAndLeft(LPMAPITABLE table) {
  for (int page = 0; page < 10; ++page) {
    LPSRowSet rows = nullptr;
    if (FAILED(table->QueryRows(20, 0, &rows)))
      return false;
    for (ULONG i = 0; i < rows->cRows; ++i) {
      if (matches(&rows->aRow[i]))
        goto found;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
    }
    FreeProws(rows);
  }
  return false;
found:
  return true;
}

bool foundAndFreed(LPMAPITABLE table) {
  bool found = false;
  for (int page = 0; page < 10 && !found; ++page) {
    LPSRowSet rows = nullptr;
    if (FAILED(table->QueryRows(20, 0, &rows)))
      return false;
    for (ULONG i = 0; i < rows->cRows; ++i) {
      found = matches(&rows->aRow[i]);
      if (found)
        break;
    }
    FreeProws(rows);
  }
  return found;
}

bool foundAndReturned(LPMAPITABLE table, LPSPropTagArray columns) {
  LPSRowSet rows = nullptr;
  if (FAILED(HrQueryAllRows(table, columns, nullptr, nullptr, 0, &rows)))
    return false;
  for (ULONG i = 0; i < rows->cRows; ++i)
    if (matches(rows->aRow + i))
      return true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
  FreeProws(rows);
  return false;
}

// A row leaves the set: the set no longer frees it, the caller will.
HRESULT oneRowTaken(LPMAPITABLE table, LPSPropTagArray columns, ULONG *count,
                    LPSPropValue *values) {
  LPSRowSet rows = nullptr;
  HRESULT hr = HrQueryAllRows(table, columns, nullptr, nullptr, 1, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows == 1) {
    *count = rows->aRow[0].cValues;
    *values = rows->aRow[0].lpProps;
    rows->aRow[0].lpProps = nullptr;
    rows->aRow[0].cValues = 0;
  } else {
    hr = MAPI_E_NOT_FOUND;
  }
  FreeProws(rows);
  return hr;
}

HRESULT oneRowTakenTheSetLost(LPMAPITABLE table, LPSPropTagArray columns,
                              ULONG *count, LPSPropValue *values) {
  LPSRowSet rows = nullptr;
  HRESULT hr = HrQueryAllRows(table, columns, nullptr, nullptr, 1, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows != 1)
    return MAPI_E_NOT_FOUND;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
  *count = rows->aRow[0].cValues;
  *values = rows->aRow[0].lpProps;
  rows->aRow[0].lpProps = nullptr;
  FreeProws(rows);
  return S_OK;
}

// One value of each attachment: only the last one is freed.
void onlyTheLastFreed(LPMAPIPROP *objects, ULONG count) {
  LPSPropValue size = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    if (SUCCEEDED(HrGetOneProp(objects[i], PR_ATTACH_SIZE, &size)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'size'.*}} [mapi-buffer-leak]
      show(size);
  }
  MAPIFreeBuffer(size);
}

void eachOneFreed(LPMAPIPROP *objects, ULONG count) {
  for (ULONG i = 0; i < count; ++i) {
    LPSPropValue size = nullptr;
    if (FAILED(HrGetOneProp(objects[i], PR_ATTACH_SIZE, &size)))
      continue;
    show(size);
    MAPIFreeBuffer(size);
  }
}

// An array that grows: the old one goes when the new one is there.
HRESULT growsAndForgets(LPMAPIPROP object, LPMAPIFOLDER other) {
  LPSPropTagArray tags = nullptr, bigger = nullptr;
  HRESULT hr = object->GetPropList(0, &tags);
  if (FAILED(hr))
    return hr;
  ULONG count = tags->cValues;
  hr = MAPIAllocateBuffer(CbNewSPropTagArray(count + 1), (LPVOID *)&bigger);
  if (FAILED(hr)) {
    MAPIFreeBuffer(tags);
    return hr;
  }
  memcpy(bigger, tags, CbNewSPropTagArray(count));
  bigger->aulPropTag[bigger->cValues++] = PR_ENTRYID;
  tags = bigger;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'tags'.*}} [mapi-buffer-leak]
  hr = other->DeleteProps(tags, nullptr);
  MAPIFreeBuffer(tags);
  return hr;
}

HRESULT growsAndFrees(LPMAPIPROP object, LPMAPIFOLDER other) {
  LPSPropTagArray tags = nullptr, bigger = nullptr;
  HRESULT hr = object->GetPropList(0, &tags);
  if (FAILED(hr))
    return hr;
  ULONG count = tags->cValues;
  hr = MAPIAllocateBuffer(CbNewSPropTagArray(count + 1), (LPVOID *)&bigger);
  if (FAILED(hr)) {
    MAPIFreeBuffer(tags);
    return hr;
  }
  memcpy(bigger, tags, CbNewSPropTagArray(count));
  bigger->aulPropTag[bigger->cValues++] = PR_ENTRYID;
  MAPIFreeBuffer(tags);
  tags = bigger;
  hr = other->DeleteProps(tags, nullptr);
  MAPIFreeBuffer(tags);
  return hr;
}

// A list of entry identifiers: the call copies what it needs.
HRESULT listOfMessages(LPMAPIFOLDER folder, ULONG count) {
  LPENTRYLIST list = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(ENTRYLIST), (LPVOID *)&list);
  if (FAILED(hr))
    return hr;
  list->cValues = count;
  hr = MAPIAllocateMore(count * sizeof(SBinary), list, (LPVOID *)&list->lpbin);
  if (FAILED(hr)) {
    MAPIFreeBuffer(list);
    return hr;
  }
  memset(list->lpbin, 0, count * sizeof(SBinary));
  return folder->DeleteMessages(list, 0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-buffer-leak]
}

// An address list made by hand: FreePadrlist frees the list and its entries.
HRESULT entryNotAllocated(LPADRBOOK book, LPMESSAGE message) {
  WCHAR name[] = L"Postmaster";
  LPADRLIST list = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list);
  if (FAILED(hr))
    return hr;
  list->cEntries = 0;
  hr = MAPIAllocateBuffer(sizeof(SPropValue),
                          (LPVOID *)&list->aEntries[0].rgPropVals);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-buffer-leak]
  list->cEntries = 1;
  list->aEntries[0].cValues = 1;
  list->aEntries[0].rgPropVals[0].ulPropTag = PR_DISPLAY_NAME_W;
  list->aEntries[0].rgPropVals[0].Value.lpszW = name;
  hr = book->ResolveName(0, MAPI_UNICODE, nullptr, list);
  if (SUCCEEDED(hr))
    hr = message->ModifyRecipients(MODRECIP_ADD, list);
  FreePadrlist(list);
  return hr;
}

HRESULT entryAllocatedOrNot(LPADRBOOK book, LPMESSAGE message) {
  WCHAR name[] = L"Postmaster";
  LPADRLIST list = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list);
  if (FAILED(hr))
    return hr;
  list->cEntries = 0;
  hr = MAPIAllocateBuffer(sizeof(SPropValue),
                          (LPVOID *)&list->aEntries[0].rgPropVals);
  if (SUCCEEDED(hr)) {
    list->cEntries = 1;
    list->aEntries[0].cValues = 1;
    list->aEntries[0].rgPropVals[0].ulPropTag = PR_DISPLAY_NAME_W;
    list->aEntries[0].rgPropVals[0].Value.lpszW = name;
    hr = book->ResolveName(0, MAPI_UNICODE, nullptr, list);
  }
  if (SUCCEEDED(hr))
    hr = message->ModifyRecipients(MODRECIP_ADD, list);
  FreePadrlist(list);
  return hr;
}

// RUN: %check_mapi %s
// Row sets and address lists taken apart by hand: the rows one by one, then
// what held them.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>
#include <vector>

void show(const SPropValue *values);
bool wanted(const SRow *row);

// Each row is freed, then the set.
void eachRowFreed(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    show(rows->aRow[i].lpProps);
    MAPIFreeBuffer(rows->aRow[i].lpProps);
  }
  MAPIFreeBuffer(rows);
}

void eachRowOnlyShown(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i)
    show(rows->aRow[i].lpProps);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void eachRowFreedBackwards(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  ULONG left = rows->cRows;
  while (left--)
    MAPIFreeBuffer(rows->aRow[left].lpProps);
  MAPIFreeBuffer(rows);
}

void eachRowFreedByPointer(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  LPSRow end = rows->aRow + rows->cRows;
  for (LPSRow row = rows->aRow; row != end; ++row) {
    MAPIFreeBuffer(row->lpProps);
    row->lpProps = nullptr;
  }
  MAPIFreeBuffer(rows);
}

// Freed by hand and set to null: FreeProws has only the set left to free.
void eachRowFreedAndNull(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    MAPIFreeBuffer(rows->aRow[i].lpProps);
    rows->aRow[i].lpProps = nullptr;
  }
  FreeProws(rows);
}

// Each row is kept, only the set goes.
void eachRowKept(LPMAPITABLE table, std::vector<LPSPropValue> &all) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    all.push_back(rows->aRow[i].lpProps);
    rows->aRow[i].lpProps = nullptr;
  }
  MAPIFreeBuffer(rows);
}

void someRowsKept(LPMAPITABLE table, std::vector<LPSPropValue> &all) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    if (!wanted(&rows->aRow[i]))
      continue;
    all.push_back(rows->aRow[i].lpProps);
    rows->aRow[i].lpProps = nullptr;
  }
  FreeProws(rows);
}

// The rows of two pages go into one set.
HRESULT appended(LPMAPITABLE table, LPSRowSet all) {
  LPSRowSet page = nullptr;
  HRESULT hr = table->QueryRows(10, 0, &page);
  if (FAILED(hr))
    return hr;
  for (ULONG i = 0; i < page->cRows; ++i)
    all->aRow[all->cRows++] = page->aRow[i];
  MAPIFreeBuffer(page);
  return S_OK;
}

// A set without rows is only a block.
HRESULT emptySet(LPMAPITABLE table, LPSRowSet *out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(10, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows == 0) {
    MAPIFreeBuffer(rows);
    return MAPI_E_NOT_FOUND;
  }
  *out = rows;
  return S_OK;
}

HRESULT setWithRows(LPMAPITABLE table, LPSRowSet *out) {
  LPSRowSet rows = nullptr;
  HRESULT hr = table->QueryRows(10, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows != 1) {
    MAPIFreeBuffer(rows);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
    return MAPI_E_NOT_FOUND;
  }
  *out = rows;
  return S_OK;
}

void eachByItsSize(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  if (rows->cRows)
    FreeProws(rows);
  else
    MAPIFreeBuffer(rows);
}

void eachByItsSizeTheWrongWayRound(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  if (!rows->cRows)
    FreeProws(rows);
  else
    MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

// The loop takes another set apart.
void otherSetTakenApart(LPMAPITABLE first, LPMAPITABLE second) {
  LPSRowSet rows = nullptr, others = nullptr;
  if (FAILED(first->QueryRows(10, 0, &rows)))
    return;
  if (SUCCEEDED(second->QueryRows(10, 0, &others))) {
    if (others->cRows)
      show(others->aRow[0].lpProps);
    MAPIFreeBuffer(others);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'others'.*}} [mapi-wrong-deallocator]
  }
  for (ULONG i = 0; i < rows->cRows; ++i)
    MAPIFreeBuffer(rows->aRow[i].lpProps);
  MAPIFreeBuffer(rows);
}

void bothTakenApart(LPMAPITABLE first, LPMAPITABLE second) {
  LPSRowSet rows = nullptr, others = nullptr;
  if (FAILED(first->QueryRows(10, 0, &rows)))
    return;
  if (SUCCEEDED(second->QueryRows(10, 0, &others))) {
    for (ULONG i = 0; i < others->cRows; ++i)
      MAPIFreeBuffer(others->aRow[i].lpProps);
    MAPIFreeBuffer(others);
  }
  for (ULONG i = 0; i < rows->cRows; ++i)
    MAPIFreeBuffer(rows->aRow[i].lpProps);
  MAPIFreeBuffer(rows);
}

// Address lists are made alike.
void eachEntryFreed(LPADRBOOK book, LPADRPARM parameters) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  for (ULONG i = 0; i < list->cEntries; ++i) {
    show(list->aEntries[i].rgPropVals);
    MAPIFreeBuffer(list->aEntries[i].rgPropVals);
  }
  MAPIFreeBuffer(list);
}

void eachEntryOnlyShown(LPADRBOOK book, LPADRPARM parameters) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  for (ULONG i = 0; i < list->cEntries; ++i)
    show(list->aEntries[i].rgPropVals);
  MAPIFreeBuffer(list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-wrong-deallocator]
}

void emptyList(LPADRBOOK book, LPADRPARM parameters, LPMESSAGE message) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  if (list->cEntries == 0) {
    MAPIFreeBuffer(list);
    return;
  }
  message->ModifyRecipients(MODRECIP_ADD, list);
  FreePadrlist(list);
}

// Made by hand, freed as what it is by then: a block, or a list.
HRESULT listMadeByHand(LPADRBOOK book, LPWSTR name) {
  LPADRLIST list = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewADRLIST(1), (LPVOID *)&list);
  if (FAILED(hr))
    return hr;
  memset(list, 0, CbNewADRLIST(1));
  hr = MAPIAllocateBuffer(sizeof(SPropValue),
                          (LPVOID *)&list->aEntries[0].rgPropVals);
  if (FAILED(hr)) {
    MAPIFreeBuffer(list);
    return hr;
  }
  list->cEntries = 1;
  list->aEntries[0].cValues = 1;
  list->aEntries[0].rgPropVals[0].ulPropTag = PR_DISPLAY_NAME_W;
  list->aEntries[0].rgPropVals[0].Value.lpszW = name;
  hr = book->ResolveName(0, MAPI_UNICODE, nullptr, list);
  FreePadrlist(list);
  return hr;
}

// The same for a row set, one row of which is duplicated from another set.
HRESULT rowSetMadeByHand(LPMAPITABLE table, LPADRBOOK book) {
  LPSRowSet path = nullptr, rows = nullptr;
  HRESULT hr = table->QueryRows(1, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows == 1)
    hr = MAPIAllocateBuffer(CbNewSRowSet(1), (LPVOID *)&path);
  else
    hr = MAPI_E_NOT_FOUND;
  if (FAILED(hr)) {
    FreeProws(rows);
    return hr;
  }
  path->cRows = 1;
  path->aRow[0].cValues = rows->aRow[0].cValues;
  hr = ScDupPropset(rows->aRow[0].cValues, rows->aRow[0].lpProps,
                    MAPIAllocateBuffer, &path->aRow[0].lpProps);
  FreeProws(rows);
  if (FAILED(hr)) {
    MAPIFreeBuffer(path);
    return hr;
  }
  hr = book->SetSearchPath(0, path);
  FreeProws(path);
  return hr;
}

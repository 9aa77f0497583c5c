// RUN: %check_mapi %s
// The wrong function in a helper, a template, an overload or a deleter.
#include <mapix.h>
#include <mapiutil.h>
#include <vector>

void show(const SPropValue *values);
void showRows(const SRowSet *rows);

// One that frees a block, whatever it is given.
static void freeBlock(LPVOID block) { MAPIFreeBuffer(block); }

void rowsAsBlock(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  showRows(rows);
  freeBlock(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void tableAsBlock(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  freeBlock(table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-wrong-deallocator]
}

void valueAsBlock(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  freeBlock(value);
}

// One that takes a row set apart by hand.
static void freeRows(LPSRowSet rows) {
  if (!rows)
    return;
  for (ULONG i = 0; i < rows->cRows; ++i)
    MAPIFreeBuffer(rows->aRow[i].lpProps);
  MAPIFreeBuffer(rows);
}

void rowsTakenApart(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    showRows(rows);
  freeRows(rows);
}

// One that takes the rows out and leaves the empty set.
static void takeRows(LPSRowSet rows, std::vector<LPSPropValue> &all) {
  for (ULONG i = 0; i < rows->cRows; ++i) {
    all.push_back(rows->aRow[i].lpProps);
    rows->aRow[i].lpProps = nullptr;
  }
  rows->cRows = 0;
}

static void countRows(LPSRowSet rows, std::vector<ULONG> &sizes) {
  for (ULONG i = 0; i < rows->cRows; ++i)
    sizes.push_back(rows->aRow[i].cValues);
}

void rowsTakenOut(LPMAPITABLE table, std::vector<LPSPropValue> &all) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  takeRows(rows, all);
  MAPIFreeBuffer(rows);
}

void rowsCounted(LPMAPITABLE table, std::vector<ULONG> &sizes) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  countRows(rows, sizes);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

// One that gets the rows.
static LPSRowSet firstRows(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return nullptr;
  return rows;
}

static HRESULT firstName(LPMAPITABLE table, LPSPropValue *name) {
  LPSRowSet rows = firstRows(table);
  if (!rows)
    return MAPI_E_NOT_FOUND;
  HRESULT hr = MAPI_E_NOT_FOUND;
  if (rows->cRows)
    hr = ScDupPropset(1, rows->aRow[0].lpProps, MAPIAllocateBuffer, name);
  FreeProws(rows);
  return hr;
}

void rowsOfAHelper(LPMAPITABLE table) {
  LPSRowSet rows = firstRows(table);
  if (!rows)
    return;
  showRows(rows);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

void nameOfAHelper(LPMAPITABLE table) {
  LPSPropValue name = nullptr;
  if (FAILED(firstName(table, &name)))
    return;
  show(name);
  MAPIFreeBuffer(name);
}

// One that gets a part of its caller's block.
static LPWSTR newText(LPVOID root, ULONG length) {
  LPWSTR text = nullptr;
  if (FAILED(MAPIAllocateMore(length * sizeof(WCHAR), root, (LPVOID *)&text)))
    return nullptr;
  text[0] = 0;
  return text;
}

HRESULT textFreed(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  LPWSTR text = newText(value, 64);
  if (text) {
    value->ulPropTag = PR_SUBJECT_W;
    value->Value.lpszW = text;
    hr = object->SetProps(1, value, nullptr);
    MAPIFreeBuffer(text);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'text'.*}} [mapi-wrong-deallocator]
  }
  MAPIFreeBuffer(value);
  return hr;
}

HRESULT textLeftToItsRoot(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  LPWSTR text = newText(value, 64);
  if (text) {
    value->ulPropTag = PR_SUBJECT_W;
    value->Value.lpszW = text;
    hr = object->SetProps(1, value, nullptr);
  }
  MAPIFreeBuffer(value);
  return hr;
}

// Overloads: the type decides.
static void dispose(LPVOID block) { MAPIFreeBuffer(block); }
static void dispose(LPSRowSet rows) { FreeProws(rows); }
static void dispose(IUnknown *object) { object->Release(); }

void overloads(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  LPSPropValue name = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    dispose(rows);
  if (SUCCEEDED(HrGetOneProp(folder, PR_DISPLAY_NAME_W, &name)))
    dispose(name);
  dispose(table);
}

void noOverloadForLists(LPADRBOOK book, LPADRPARM parameters) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  dispose(list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-wrong-deallocator]
}

// A template for everything, and its specialisation for row sets.
template <class T> void freeAndNull(T *&p) {
  MAPIFreeBuffer(p);
  p = nullptr;
}
template <> void freeAndNull(SRowSet *&rows) {
  if (rows)
    FreeProws(rows);
  rows = nullptr;
}

void specialised(LPMAPITABLE table, LPMAPIPROP object) {
  LPSRowSet rows = nullptr;
  LPSPropValue value = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    showRows(rows);
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    show(value);
  freeAndNull(value);
  freeAndNull(rows);
}

void notSpecialised(LPADRBOOK book, LPADRPARM parameters) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (SUCCEEDED(book->Address(&window, parameters, &list)) && list)
    freeAndNull(list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-wrong-deallocator]
}

// A flag tells the helper what it gets.
static void freeEither(LPVOID data, bool isRowSet) {
  if (isRowSet)
    FreeProws(static_cast<LPSRowSet>(data));
  else
    MAPIFreeBuffer(data);
}

void flagsAreRight(LPMAPITABLE table, LPMAPIPROP object) {
  LPSRowSet rows = nullptr;
  LPSPropValue value = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    freeEither(rows, true);
  if (SUCCEEDED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    freeEither(value, false);
}

void flagIsWrong(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    freeEither(rows, false);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

// Owners: the class frees what it was made for.
template <class T> struct Owner {
  T *p = nullptr;
  Owner() = default;
  Owner(const Owner &) = delete;
  Owner &operator=(const Owner &) = delete;
  ~Owner() { dispose(p); }
};

void owners(LPMAPITABLE table, LPMAPIPROP object) {
  Owner<SPropValue> value;
  LPSRowSet rows = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value.p)))
    return;
  if (SUCCEEDED(table->QueryRows(10, 0, &rows)))
    FreeProws(rows);
}

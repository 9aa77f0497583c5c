// RUN: %check_mapi %s
// Members, guards, owners and plain structures with a clean-up function.
#include <mapix.h>
#include <mapiutil.h>

void show(const SPropValue *values);
void showRows(const SRowSet *rows);
void use(LPUNKNOWN object);
bool work();

// A guard that frees, unless it is dismissed.
class BufferGuard {
public:
  explicit BufferGuard(LPVOID buffer) : buffer_(buffer) {}
  BufferGuard(const BufferGuard &) = delete;
  BufferGuard &operator=(const BufferGuard &) = delete;
  ~BufferGuard() {
    if (armed_)
      MAPIFreeBuffer(buffer_);
  }
  void dismiss() { armed_ = false; }

private:
  LPVOID buffer_;
  bool armed_ = true;
};

HRESULT guarded(LPMAPIPROP object, LPSPropValue *out) {
  LPSPropValue name = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  BufferGuard guard(name);
  if (!work())
    return E_ABORT;
  guard.dismiss();
  *out = name;
  return S_OK;
}

HRESULT dismissedTooEarly(LPMAPIPROP object, LPSPropValue *out) {
  LPSPropValue name = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  BufferGuard guard(name);
  guard.dismiss();
  if (!work())
    return E_ABORT;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(name|guard)'.*}} [mapi-buffer-leak]
  *out = name;
  return S_OK;
}

// A guard of a variable that is filled later.
class RowsGuard {
public:
  explicit RowsGuard(LPSRowSet &rows) : rows_(rows) {}
  RowsGuard(const RowsGuard &) = delete;
  RowsGuard &operator=(const RowsGuard &) = delete;
  ~RowsGuard() {
    if (rows_)
      FreeProws(rows_);
  }

private:
  LPSRowSet &rows_;
};

HRESULT guardedBeforehand(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  RowsGuard guard(rows);
  HRESULT hr = table->QueryRows(10, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows == 0)
    return MAPI_E_NOT_FOUND;
  showRows(rows);
  return S_OK;
}

HRESULT guardedAndOverwritten(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  RowsGuard guard(rows);
  HRESULT hr = table->QueryRows(10, 0, &rows);
  if (FAILED(hr))
    return hr;
  if (rows->cRows == 0)
    return MAPI_E_NOT_FOUND;
  showRows(rows);
  return table->QueryRows(10, 0, &rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
}

// An owner with the operators that one expects.
template <class T> class MapiPtr {
public:
  MapiPtr() = default;
  MapiPtr(const MapiPtr &) = delete;
  MapiPtr &operator=(const MapiPtr &) = delete;
  ~MapiPtr() { reset(); }
  T **operator&() {
    reset();
    return &p_;
  }
  T *operator->() const { return p_; }
  operator T *() const { return p_; }
  T *detach() {
    T *p = p_;
    p_ = nullptr;
    return p;
  }
  void reset() {
    MAPIFreeBuffer(p_);
    p_ = nullptr;
  }

private:
  T *p_ = nullptr;
};

ULONG ownedByAClass(LPMAPIPROP object) {
  MapiPtr<SPropValue> size;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size)))
    return 0;
  if (!work())
    return 1;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size)))
    return 2;
  return size->Value.ul;
}

LPSPropValue detachedForTheCaller(LPMAPIPROP object) {
  MapiPtr<SPropValue> size;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &size)))
    return nullptr;
  return size.detach();
}

ULONG detachedAndLost(LPMAPIPROP object) {
  MapiPtr<SPropValue> owner;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &owner)))
    return 0;
  LPSPropValue size = owner.detach();
  return size->Value.ul;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(size|owner)'.*}} [mapi-buffer-leak]
}

// Members: the object outlives the function and keeps what it is given.
class CFolderView {
public:
  HRESULT Open(LPMAPIFOLDER folder, LPSPropTagArray columns) {
    Close();
    HRESULT hr = folder->GetContentsTable(0, &m_table);
    if (FAILED(hr))
      return hr;
    hr = m_table->SetColumns(columns, 0);
    if (FAILED(hr))
      return hr;
    return HrGetOneProp(folder, PR_DISPLAY_NAME_W, &m_name);
  }
  HRESULT Rename(LPMAPIPROP object) {
    LPSPropValue name = nullptr;
    HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
    if (FAILED(hr))
      return hr;
    MAPIFreeBuffer(m_name);
    m_name = name;
    return S_OK;
  }
  HRESULT RenameIfThereIsWork(LPMAPIPROP object) {
    LPSPropValue name = nullptr;
    HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
    if (FAILED(hr))
      return hr;
    if (!work())
      return S_FALSE;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
    MAPIFreeBuffer(m_name);
    m_name = name;
    return S_OK;
  }
  void Close() {
    MAPIFreeBuffer(m_name);
    m_name = nullptr;
    UlRelease(m_table);
    m_table = nullptr;
  }
  ~CFolderView() { Close(); }
  LPMAPITABLE Table() const { return m_table; }
  HRESULT GetTable(LPMAPITABLE *table) {
    if (!m_table)
      return MAPI_E_NOT_INITIALIZED;
    m_table->AddRef();
    *table = m_table;
    return S_OK;
  }

private:
  LPMAPITABLE m_table = nullptr;
  LPSPropValue m_name = nullptr;
};

// A getter that lends, and one that hands out a reference.
void lentByAGetter(CFolderView &view) {
  LPMAPITABLE table = view.Table();
  if (table)
    use(table);
}

// Not reported: the reference may be the member's as well as the caller's.
void handedOutByAGetter(CFolderView &view) {
  LPMAPITABLE table = nullptr;
  if (FAILED(view.GetTable(&table)))
    return;
  use(table);
}

void handedOutAndReleased(CFolderView &view) {
  LPMAPITABLE table = nullptr;
  if (FAILED(view.GetTable(&table)))
    return;
  use(table);
  table->Release();
}

void viewOnTheStack(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  CFolderView view;
  if (FAILED(view.Open(folder, columns)))
    return;
  use(view.Table());
}

// A plain structure with a function that cleans it up.
struct Query {
  LPMAPITABLE table;
  LPSRowSet rows;
};

static void endQuery(Query *query) {
  if (query->rows)
    FreeProws(query->rows);
  UlRelease(query->table);
  *query = {};
}

static void endQueryButTheTable(Query *query) {
  if (query->rows)
    FreeProws(query->rows);
  query->rows = nullptr;
}

HRESULT queryEnded(LPMAPIFOLDER folder) {
  Query query = {};
  HRESULT hr = folder->GetContentsTable(0, &query.table);
  if (SUCCEEDED(hr))
    hr = query.table->QueryRows(10, 0, &query.rows);
  if (SUCCEEDED(hr))
    showRows(query.rows);
  endQuery(&query);
  return hr;
}

HRESULT queryHalfEnded(LPMAPIFOLDER folder) {
  Query query = {};
  HRESULT hr = folder->GetContentsTable(0, &query.table);
  if (SUCCEEDED(hr))
    hr = query.table->QueryRows(10, 0, &query.rows);
  if (SUCCEEDED(hr))
    showRows(query.rows);
  endQueryButTheTable(&query);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'query.table'.*}} [mapi-interface-leak]
}

HRESULT queryLeftEarly(LPMAPIFOLDER folder) {
  Query query = {};
  HRESULT hr = folder->GetContentsTable(0, &query.table);
  if (FAILED(hr))
    return hr;
  hr = query.table->QueryRows(10, 0, &query.rows);
  if (FAILED(hr)) {
    UlRelease(query.table);
    return hr;
  }
  if (query.rows->cRows == 0) {
    UlRelease(query.table);
    return S_FALSE;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'query.rows'.*}} [mapi-buffer-leak]
  }
  endQuery(&query);
  return S_OK;
}

// A structure that the caller cleans up.
HRESULT queryForTheCaller(LPMAPIFOLDER folder, Query &query) {
  HRESULT hr = folder->GetContentsTable(0, &query.table);
  if (FAILED(hr))
    return hr;
  return query.table->QueryRows(10, 0, &query.rows);
}

// What a static variable holds is not lost when the function returns.
LPSPropValue cachedName(LPMAPIPROP object) {
  static LPSPropValue name = nullptr;
  if (!name && FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    name = nullptr;
  if (name && work())
    show(name);
  return name;
}

// Functions that are not seen, of the object or of its base, may give back what
// it holds.
class ItemBase {
public:
  ItemBase() : m_item(nullptr) {}
  void close();
  void attach(IUnknown *item) { m_item = item; }

protected:
  IUnknown *m_item;
};

class ClosedByBase : public ItemBase {
public:
  ClosedByBase() : m_contents(nullptr) {}
  ~ClosedByBase() { closeAll(); }
  void closeAll() {
    UlRelease(m_contents);
    m_contents = nullptr;
    ItemBase::close();
  }
  bool open(LPMAPIFOLDER parent) {
    ULONG type = 0;
    IUnknown *item = nullptr;
    if (FAILED(parent->OpenEntry(0, nullptr, nullptr, 0, &type, &item)))
      return false;
    attach(item);
    return true;
  }

private:
  IMAPITable *m_contents;
};

bool closedByBase(LPMAPIFOLDER parent) {
  ClosedByBase folder;
  return folder.open(parent) && work();
}

class DestroyedOutOfSight : public ItemBase {
public:
  ~DestroyedOutOfSight();
  bool open(LPMAPIFOLDER parent) {
    ULONG type = 0;
    return SUCCEEDED(parent->OpenEntry(0, nullptr, nullptr, 0, &type, &m_item));
  }
};

bool destroyedOutOfSight(LPMAPIFOLDER parent) {
  DestroyedOutOfSight folder;
  return folder.open(parent) && work();
}

class NotClosed : public ItemBase {
public:
  ~NotClosed() { m_item = nullptr; }
  bool open(LPMAPIFOLDER parent) {
    ULONG type = 0;
    return SUCCEEDED(parent->OpenEntry(0, nullptr, nullptr, 0, &type, &m_item));
  }
};

bool notClosed(LPMAPIFOLDER parent) {
  NotClosed folder;
  // CHECK: :[[@LINE+1]]:3: warning: 'folder.m_item' (IUnknown) may be overwritten here without being released, if IMAPIContainer::OpenEntry succeeds [mapi-interface-leak]
  return folder.open(parent) && work();
}

// RUN: %check_mapi %s
// std::unique_ptr and std::shared_ptr with the right deleter, and CComPtr.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

void show(const SPropValue *values);
void showRows(const SRowSet *rows);
void use(LPUNKNOWN object);
bool work();

struct FreeBuffer {
  void operator()(void *buffer) const { MAPIFreeBuffer(buffer); }
};
struct FreeRows {
  void operator()(LPSRowSet rows) const { FreeProws(rows); }
};
struct Releaser {
  void operator()(IUnknown *object) const { object->Release(); }
};

using Values = std::unique_ptr<SPropValue, FreeBuffer>;
using Rows = std::unique_ptr<SRowSet, FreeRows>;
template <class T> using Owned = std::unique_ptr<T, Releaser>;

// Owned from the moment it is there, or only later.
ULONG ownedAtOnce(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &raw)))
    return 0;
  Values size(raw);
  if (!work())
    return 0;
  return size->Value.ul;
}

ULONG ownedTooLate(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_MESSAGE_SIZE, &raw)))
    return 0;
  if (!work())
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'raw'.*}} [mapi-buffer-leak]
  Values size(raw);
  return size->Value.ul;
}

void thrownWhileOwned(LPMAPITABLE table) {
  LPSRowSet raw = nullptr;
  if (FAILED(table->QueryRows(10, 0, &raw)))
    throw std::runtime_error("rows");
  Rows rows(raw);
  if (rows->cRows == 0)
    throw std::runtime_error("no rows");
  showRows(rows.get());
}

void thrownBeforeOwned(LPMAPITABLE table) {
  LPSRowSet raw = nullptr;
  if (FAILED(table->QueryRows(10, 0, &raw)))
    throw std::runtime_error("rows");
  if (raw->cRows == 0)
    throw std::runtime_error("no rows");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'raw'.*}} [mapi-buffer-leak]
  Rows rows(raw);
  showRows(rows.get());
}

// The function itself as the deleter.
HRESULT deleterIsTheFunction(LPMAPITABLE table, LPSPropTagArray columns) {
  LPSRowSet raw = nullptr;
  HRESULT hr = HrQueryAllRows(table, columns, nullptr, nullptr, 0, &raw);
  if (FAILED(hr))
    return hr;
  std::unique_ptr<SRowSet, decltype(&FreeProws)> rows(raw, FreeProws);
  if (rows->cRows == 0)
    return MAPI_E_NOT_FOUND;
  showRows(rows.get());
  return S_OK;
}

void deleterOfASharedPointer(LPMAPIPROP object,
                             std::vector<std::shared_ptr<SPropValue>> &all) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return;
  std::shared_ptr<SPropValue> subject(raw, MAPIFreeBuffer);
  if (work())
    all.push_back(subject);
}

// release() frees nothing.
LPSPropValue releasedToTheCaller(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return nullptr;
  Values subject(raw);
  show(subject.get());
  return subject.release();
}

void releasedToNobody(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return;
  Values subject(raw);
  show(subject.get());
  subject.release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|subject)'.*}} [mapi-buffer-leak]

void resetToTheNext(LPMAPIPROP object) {
  Values value;
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return;
  value.reset(raw);
  show(value.get());
  raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_BODY_W, &raw)))
    return;
  value.reset(raw);
  show(value.get());
}

void movedIntoAContainer(LPMAPIFOLDER folder,
                         std::vector<Owned<IMAPITable>> &all) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  use(table.get());
  all.push_back(std::move(table));
}

// Interfaces in a unique_ptr.
HRESULT interfaceOwned(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  Owned<IMAPITable> table(raw);
  hr = table->SetColumns(columns, 0);
  if (FAILED(hr))
    return hr;
  use(table.get());
  return S_OK;
}

HRESULT interfaceReleasedToNobody(LPMAPIFOLDER folder,
                                  LPSPropTagArray columns) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  Owned<IMAPITable> table(raw);
  LPMAPITABLE bare = table.release();
  return bare->SetColumns(columns, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table|bare)'.*}} [mapi-interface-leak]
}

// CComPtr takes a reference of its own, unless it is told to attach.
namespace ATL {
template <class T> class CComPtr {
public:
  CComPtr() : p(nullptr) {}
  CComPtr(T *lp) : p(lp) {
    if (p)
      p->AddRef();
  }
  CComPtr(const CComPtr &other) : p(other.p) {
    if (p)
      p->AddRef();
  }
  CComPtr &operator=(const CComPtr &) = delete;
  ~CComPtr() {
    if (p)
      p->Release();
  }
  operator T *() const { return p; }
  T **operator&() { return &p; } // releases nothing
  T *operator->() const { return p; }
  void Release() {
    T *old = p;
    if (old) {
      p = nullptr;
      old->Release();
    }
  }
  void Attach(T *other) {
    if (p)
      p->Release();
    p = other;
  }
  T *Detach() {
    T *old = p;
    p = nullptr;
    return old;
  }
  T *p;
};
} // namespace ATL
using ATL::CComPtr;

void comPtrFilled(LPMAPIFOLDER folder) {
  CComPtr<IMAPITable> table;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  if (work())
    use(table);
}

void comPtrFilledTwice(LPMAPIFOLDER folder) {
  CComPtr<IMAPITable> table;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  use(table);
  if (SUCCEEDED(folder->GetHierarchyTable(0, &table)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table.*'.*}} [mapi-interface-leak]
    use(table);
}

void comPtrReleasedBetween(LPMAPIFOLDER folder) {
  CComPtr<IMAPITable> table;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  use(table);
  table.Release();
  if (SUCCEEDED(folder->GetHierarchyTable(0, &table)))
    use(table);
}

void comPtrCopiesTheReference(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  CComPtr<IMAPITable> table(raw);
  use(table);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-interface-leak]

void comPtrBesideTheReference(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  CComPtr<IMAPITable> table(raw);
  raw->Release();
  use(table);
}

void comPtrAttached(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  CComPtr<IMAPITable> table;
  table.Attach(raw);
  use(table);
}

HRESULT comPtrDetached(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  CComPtr<IMAPITable> table;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    *out = table.Detach();
  return hr;
}

void comPtrDetachedAndLost(LPMAPIFOLDER folder) {
  CComPtr<IMAPITable> table;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  LPMAPITABLE bare = table.Detach();
  use(bare);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|bare)'.*}} [mapi-interface-leak]

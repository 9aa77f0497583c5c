// RUN: %check_mapi %s
// Members, owners and smart pointers, and the bare pointers beside them.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <utility>
#include <vector>

void show(const SPropValue *values);
void trace(HRESULT hr);

// Members that hold memory.
class CCache {
public:
  CCache() = default;
  CCache(const CCache &) = delete;
  CCache &operator=(const CCache &) = delete;
  ~CCache() { Clear(); }
  void ClearTwice() {
    show(m_size);
    MAPIFreeBuffer(m_name);
    MAPIFreeBuffer(m_size);
    MAPIFreeBuffer(m_name);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_name'.*}} [mapi-use-after-release]
    m_name = m_size = nullptr;
  }
  void Clear() {
    MAPIFreeBuffer(m_name);
    MAPIFreeBuffer(m_size);
    m_name = m_size = nullptr;
    MAPIFreeBuffer(m_name);
  }
  void ClearSome(bool name, bool all) {
    if (name)
      MAPIFreeBuffer(m_name);
    if (all)
      MAPIFreeBuffer(m_name);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_name'.*}} [mapi-use-after-release]
    if (name || all)
      m_name = nullptr;
  }
  void ClearEither(bool name, bool all) {
    if (name)
      MAPIFreeBuffer(m_name);
    else if (all)
      MAPIFreeBuffer(m_name);
    if (name || all)
      m_name = nullptr;
  }
  // Filled again: a new block, or null.
  HRESULT Refresh(LPMAPIPROP object) {
    MAPIFreeBuffer(m_name);
    m_name = nullptr;
    HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &m_name);
    if (FAILED(hr)) {
      MAPIFreeBuffer(m_name);
      m_name = nullptr;
    }
    return hr;
  }
  void Set(LPSPropValue name) {
    if (name == m_name)
      return;
    MAPIFreeBuffer(m_name);
    m_name = name;
  }
  LPSPropValue Take() {
    LPSPropValue name = m_name;
    m_name = nullptr;
    MAPIFreeBuffer(m_name);
    return name;
  }
  void Swap(CCache &other) {
    std::swap(m_name, other.m_name);
    MAPIFreeBuffer(m_name);
    m_name = nullptr;
    MAPIFreeBuffer(other.m_name);
    other.m_name = nullptr;
  }
  // Two objects have a member each.
  static void ClearBoth(CCache *one, CCache *other) {
    MAPIFreeBuffer(one->m_size);
    one->m_size = nullptr;
    MAPIFreeBuffer(other->m_size);
    other->m_size = nullptr;
  }

private:
  LPSPropValue m_name = nullptr;
  LPSPropValue m_size = nullptr;
};

// A container: each of its elements once, and then it is empty.
class CList {
public:
  CList() = default;
  CList(const CList &) = delete;
  CList &operator=(const CList &) = delete;
  ~CList() { Clear(); }
  void Clear() {
    for (LPSPropValue value : m_all)
      MAPIFreeBuffer(value);
    m_all.clear();
  }
  void DropLast() {
    if (m_all.empty())
      return;
    MAPIFreeBuffer(m_all.back());
    m_all.pop_back();
    if (m_all.empty())
      return;
    MAPIFreeBuffer(m_all.back());
    m_all.pop_back();
  }

private:
  std::vector<LPSPropValue> m_all;
};

// std::unique_ptr and the pointer it was made from.
struct FreeBuffer {
  void operator()(void *buffer) const { MAPIFreeBuffer(buffer); }
};
struct Releaser {
  void operator()(IUnknown *object) const { object->Release(); }
};
using Value = std::unique_ptr<SPropValue, FreeBuffer>;
using Table = std::unique_ptr<IMAPITable, Releaser>;

HRESULT resetAndUsed(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  Table table(raw);
  trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  table.reset();
  return raw->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-use-after-release]
}

HRESULT releasedAndUsed(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  Table table(raw);
  table.release(); // the bare pointer owns the table again
  hr = raw->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  raw->Release();
  return hr;
}

void freedBesideTheOwner(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return;
  Value value(raw);
  show(raw);
  value.reset();
  MAPIFreeBuffer(raw);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|value)'.*}} [mapi-use-after-release]
}

void freedInsteadOfTheOwner(LPMAPIPROP object) {
  LPSPropValue raw = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &raw)))
    return;
  Value value(raw);
  show(raw);
  value.release();
  MAPIFreeBuffer(raw);
}

// The owner is gone at the end of its block.
HRESULT usedAfterTheBlock(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  {
    Table table(raw);
    hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  }
  if (FAILED(hr))
    trace(raw->SeekRow(BOOKMARK_END, 0, nullptr));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT usedInTheBlock(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  {
    Table table(raw);
    hr = raw->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
    if (FAILED(hr))
      trace(raw->SeekRow(BOOKMARK_END, 0, nullptr));
  }
  return hr;
}

HRESULT movedOutOfTheBlock(LPMAPIFOLDER folder) {
  Table outer;
  LPMAPITABLE raw = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &raw);
  if (FAILED(hr))
    return hr;
  {
    Table inner(raw);
    trace(inner->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
    outer = std::move(inner);
  }
  return raw->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}

// A counted pointer: each of the two has a reference.
template <class T> class Counted {
public:
  explicit Counted(T *p) : p_(p) { p_->AddRef(); }
  Counted(const Counted &) = delete;
  Counted &operator=(const Counted &) = delete;
  ~Counted() { p_->Release(); }
  T *operator->() const { return p_; }

private:
  T *p_;
};

void releasedBesideTheCounted(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  Counted<IMAPITable> table(raw);
  raw->Release();
  trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
}

void usedAfterBothReleases(LPMAPIFOLDER folder) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(folder->GetContentsTable(0, &raw)))
    return;
  {
    Counted<IMAPITable> table(raw);
    raw->Release();
    trace(table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  }
  trace(raw->SeekRow(BOOKMARK_BEGINNING, 0, nullptr));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-use-after-release]
}

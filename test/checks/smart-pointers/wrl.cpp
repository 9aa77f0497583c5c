// RUN: %check_mapi %s
// Microsoft::WRL::ComPtr.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

bool work();
void use(LPUNKNOWN object);

namespace Microsoft {
namespace WRL {
namespace Details {
template <class P> class ComPtrRef {
public:
  explicit ComPtrRef(P *ptr) : ptr_(ptr) {}
  operator typename P::InterfaceType **() {
    return ptr_->ReleaseAndGetAddressOf();
  }
  typename P::InterfaceType *operator*() { return ptr_->Get(); }
  operator P *() { return ptr_; }

private:
  P *ptr_;
};
} // namespace Details

template <class T> class ComPtr {
public:
  typedef T InterfaceType;

  ComPtr() : ptr_(nullptr) {}
  ComPtr(std::nullptr_t) : ptr_(nullptr) {}
  ComPtr(T *other) : ptr_(other) { InternalAddRef(); }
  ComPtr(const ComPtr &other) : ptr_(other.ptr_) { InternalAddRef(); }
  ComPtr(ComPtr &&other) : ptr_(nullptr) { Swap(other); }
  ~ComPtr() { InternalRelease(); }

  ComPtr &operator=(std::nullptr_t) {
    InternalRelease();
    return *this;
  }
  ComPtr &operator=(T *other) {
    if (ptr_ != other)
      ComPtr(other).Swap(*this);
    return *this;
  }
  ComPtr &operator=(const ComPtr &other) {
    if (ptr_ != other.ptr_)
      ComPtr(other).Swap(*this);
    return *this;
  }
  ComPtr &operator=(ComPtr &&other) {
    ComPtr(static_cast<ComPtr &&>(other)).Swap(*this);
    return *this;
  }

  void Swap(ComPtr &other) {
    T *tmp = ptr_;
    ptr_ = other.ptr_;
    other.ptr_ = tmp;
  }
  explicit operator bool() const { return ptr_ != nullptr; }
  T *Get() const { return ptr_; }
  T *operator->() const { return ptr_; }
  Details::ComPtrRef<ComPtr> operator&() {
    return Details::ComPtrRef<ComPtr>(this);
  }
  T *const *GetAddressOf() const { return &ptr_; }
  T **GetAddressOf() { return &ptr_; }
  T **ReleaseAndGetAddressOf() {
    InternalRelease();
    return &ptr_;
  }
  T *Detach() {
    T *ptr = ptr_;
    ptr_ = nullptr;
    return ptr;
  }
  void Attach(T *other) {
    if (ptr_ != other) {
      InternalRelease();
      ptr_ = other;
    }
  }
  unsigned long Reset() { return InternalRelease(); }
  HRESULT CopyTo(T **ptr) const {
    if (ptr_)
      ptr_->AddRef();
    *ptr = ptr_;
    return S_OK;
  }

private:
  void InternalAddRef() const {
    if (ptr_)
      ptr_->AddRef();
  }
  unsigned long InternalRelease() {
    unsigned long ref = 0;
    T *temp = ptr_;
    if (temp) {
      ptr_ = nullptr;
      ref = temp->Release();
    }
    return ref;
  }
  T *ptr_;
};
} // namespace WRL
} // namespace Microsoft
using Microsoft::WRL::ComPtr;

void ampersandOutlivesLogoff(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void ampersandReset(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table.Reset();
  sess->Logoff(0, 0, 0);
}

// '&' and ReleaseAndGetAddressOf release what was there, GetAddressOf does not.
void ampersandTwice(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  sess->GetStatusTable(0, &table);
  sess->GetMsgStoresTable(0, &table);
  table.Reset();
  sess->Logoff(0, 0, 0);
}

void releaseAndGetAddressOfTwice(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  sess->GetStatusTable(0, table.ReleaseAndGetAddressOf());
  sess->GetMsgStoresTable(0, table.ReleaseAndGetAddressOf());
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

void getAddressOfTwice(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.GetAddressOf())))
    return;
  if (FAILED(sess->GetMsgStoresTable(0, table.GetAddressOf())))
    return;
  table.Reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void getAddressOfOutlivesLogoff(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (SUCCEEDED(sess->GetStatusTable(0, table.GetAddressOf())))
    use(table.Get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void attachedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  ComPtr<IMAPITable> table;
  table.Attach(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void attachedAndReset(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  ComPtr<IMAPITable> table;
  table.Attach(raw);
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

void detachedAndForgotten(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  LPMAPITABLE raw = table.Detach();
  use(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void detachedAndReleased(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  LPMAPITABLE raw = table.Detach();
  raw->Release();
  sess->Logoff(0, 0, 0);
}

void movedOutOfTheScope(LPMAPISESSION sess) {
  ComPtr<IMAPITable> kept;
  {
    ComPtr<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    kept = std::move(table);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|kept)'.*}} [mapi-live-at-logoff]
}

void movedIntoTheScope(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  {
    ComPtr<IMAPITable> shortLived = std::move(table);
    work();
  }
  sess->Logoff(0, 0, 0);
}

void swappedAndForgotten(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  other.Swap(table);
  table.Reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|other)'.*}} [mapi-live-at-logoff]
}

void swappedAndReset(LPMAPISESSION sess) {
  ComPtr<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  other.Swap(table);
  other.Reset();
  sess->Logoff(0, 0, 0);
}

void copiedOutStays(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  {
    ComPtr<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    table.CopyTo(&raw);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void copiedOutGoes(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  {
    ComPtr<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    table.CopyTo(&raw);
  }
  raw->Release();
  sess->Logoff(0, 0, 0);
}

// A reference count of two, both given back.
void copyAndOriginal(LPMAPISESSION sess) {
  {
    ComPtr<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    ComPtr<IMAPITable> copy = table;
    ComPtr<IMAPITable> fromRaw(table.Get());
    work();
  }
  sess->Logoff(0, 0, 0);
}

// RUN: %check_mapi %s
// wil::com_ptr_t.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

bool work();
void use(LPUNKNOWN object);

namespace wil {
struct err_returncode_policy {};

template <class T, class err_policy = err_returncode_policy> class com_ptr_t {
public:
  typedef T *pointer;

  com_ptr_t() : m_ptr(nullptr) {}
  com_ptr_t(std::nullptr_t) : com_ptr_t() {}
  com_ptr_t(pointer ptr) : m_ptr(ptr) {
    if (m_ptr)
      m_ptr->AddRef();
  }
  com_ptr_t(const com_ptr_t &other) : com_ptr_t(other.get()) {}
  com_ptr_t(com_ptr_t &&other) : m_ptr(other.detach()) {}
  ~com_ptr_t() {
    if (m_ptr)
      m_ptr->Release();
  }

  com_ptr_t &operator=(std::nullptr_t) {
    reset();
    return *this;
  }
  com_ptr_t &operator=(pointer other) {
    pointer old = m_ptr;
    m_ptr = other;
    if (m_ptr)
      m_ptr->AddRef();
    if (old)
      old->Release();
    return *this;
  }
  com_ptr_t &operator=(const com_ptr_t &other) {
    return operator=(other.get());
  }
  com_ptr_t &operator=(com_ptr_t &&other) {
    attach(other.detach());
    return *this;
  }

  void swap(com_ptr_t &other) {
    pointer keep = m_ptr;
    m_ptr = other.m_ptr;
    other.m_ptr = keep;
  }
  void reset() {
    pointer old = m_ptr;
    m_ptr = nullptr;
    if (old)
      old->Release();
  }
  void attach(pointer other) {
    pointer old = m_ptr;
    m_ptr = other;
    if (old)
      old->Release();
  }
  [[nodiscard]] pointer detach() {
    pointer keep = m_ptr;
    m_ptr = nullptr;
    return keep;
  }
  pointer *put() {
    reset();
    return &m_ptr;
  }
  void **put_void() { return reinterpret_cast<void **>(put()); }
  IUnknown **put_unknown() { return reinterpret_cast<IUnknown **>(put()); }
  pointer *operator&() { return put(); }
  pointer *addressof() { return &m_ptr; }
  pointer get() const { return m_ptr; }
  pointer operator->() const { return m_ptr; }
  explicit operator bool() const { return m_ptr != nullptr; }

private:
  pointer m_ptr;
};

template <class T> using com_ptr_nothrow = com_ptr_t<T, err_returncode_policy>;
} // namespace wil

void putOutlivesLogoff(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void putAndReset(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.reset();
  sess->Logoff(0, 0, 0);
}

void ampersandOutlivesLogoff(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    use(table.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void ampersandAndNull(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    use(table.get());
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

// put and '&' release what was there; addressof does not.
void putTwice(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  sess->GetStatusTable(0, table.put());
  sess->GetMsgStoresTable(0, &table);
  table.reset();
  sess->Logoff(0, 0, 0);
}

void addressofTwice(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.addressof())))
    return;
  if (FAILED(sess->GetMsgStoresTable(0, table.addressof())))
    return;
  table.reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void addressofEmptiedInBetween(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.addressof())))
    return;
  table = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, table.addressof())))
    return;
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

void unknownOutlivesLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  wil::com_ptr_nothrow<IMAPIFolder> folder;
  ULONG type = 0;
  if (FAILED(sess->OpenEntry(cb, id, &IID_IMAPIFolder, 0, &type,
                             folder.put_unknown())))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-live-at-logoff]
}

void unknownInNarrowerScope(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  {
    wil::com_ptr_nothrow<IMAPIFolder> folder;
    ULONG type = 0;
    if (SUCCEEDED(sess->OpenEntry(cb, id, &IID_IMAPIFolder, 0, &type,
                                  folder.put_unknown())))
      use(folder.get());
  }
  sess->Logoff(0, 0, 0);
}

void attachedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  wil::com_ptr_nothrow<IMAPITable> table;
  table.attach(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void attachedOver(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  wil::com_ptr_nothrow<IMAPITable> table;
  sess->GetMsgStoresTable(0, table.put());
  sess->GetStatusTable(0, &raw);
  table.attach(raw); // the stores table goes
  table.reset();
  sess->Logoff(0, 0, 0);
}

void detachedAndForgotten(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  LPMAPITABLE raw = table.detach();
  use(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void detachedAndReleased(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.detach()->Release();
  sess->Logoff(0, 0, 0);
}

void movedOutOfTheScope(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> kept;
  {
    wil::com_ptr_nothrow<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, table.put())))
      return;
    kept = std::move(table);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|kept)'.*}} [mapi-live-at-logoff]
}

void movedAndReset(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> kept;
  {
    wil::com_ptr_nothrow<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, table.put())))
      return;
    kept = std::move(table);
  }
  kept.reset();
  sess->Logoff(0, 0, 0);
}

void swappedAndForgotten(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.swap(other);
  table = nullptr;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|other)'.*}} [mapi-live-at-logoff]
}

void swappedAndReset(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table, other;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.swap(other);
  other = nullptr;
  sess->Logoff(0, 0, 0);
}

// A copy, and a copy of the raw pointer: references of their own.
void copyStays(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  wil::com_ptr_nothrow<IMAPITable> copy = table.get();
  table.reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|copy)'.*}} [mapi-live-at-logoff]
}

void copiesGo(LPMAPISESSION sess) {
  wil::com_ptr_nothrow<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  wil::com_ptr_nothrow<IMAPITable> copy = table.get();
  table.reset();
  copy.reset();
  sess->Logoff(0, 0, 0);
}

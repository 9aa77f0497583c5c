// RUN: %check_mapi %s
// Classes of one's own whose destructor releases what they hold.
#include <mapix.h>
#include <mapiutil.h>

bool work();
void use(LPUNKNOWN object);

// A template, released directly; the operators of CComPtr under other names.
template <class T> class Auto {
public:
  Auto() = default;
  Auto(const Auto &) = delete;
  Auto &operator=(const Auto &) = delete;
  ~Auto() {
    if (ptr_)
      ptr_->Release();
  }
  T **operator&() { return &ptr_; }
  T *operator->() const { return ptr_; }
  operator T *() const { return ptr_; }
  void free() {
    if (ptr_)
      ptr_->Release();
    ptr_ = nullptr;
  }

private:
  T *ptr_ = nullptr;
};

void autoOutlivesLogoff(LPMAPISESSION sess) {
  Auto<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void autoFreed(LPMAPISESSION sess) {
  Auto<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  use(table);
  table.free();
  sess->Logoff(0, 0, 0);
}

void autoInNarrowerScope(LPMAPISESSION sess) {
  for (int i = 0; i < 3; ++i) {
    Auto<IMAPITable> table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      continue;
    if (work())
      break;
  }
  sess->Logoff(0, 0, 0);
}

void autoSession(bool early) {
  Auto<IMAPISession> sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (early)
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
  sess->Logoff(0, 0, 0);
}

void autoSessionRight(bool early) {
  Auto<IMAPISession> sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  if (!early)
    work();
  sess->Logoff(0, 0, 0);
}

void autoOutlivesMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  Auto<IProfAdmin> admin;
  MAPIAdminProfiles(0, &admin);
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'admin'.*}} [mapi-teardown-order]
}

void autoFreedBeforeMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  Auto<IProfAdmin> admin;
  MAPIAdminProfiles(0, &admin);
  admin.free();
  MAPIUninitialize();
}

// For stores only, by way of a helper; methods instead of operators.
template <class T> void safeRelease(T *&p) {
  if (p)
    p->Release();
  p = nullptr;
}

class StoreHolder {
public:
  StoreHolder() : m_pStore(nullptr) {}
  ~StoreHolder() { close(); }
  HRESULT open(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
    close();
    return sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &m_pStore);
  }
  void close() { safeRelease(m_pStore); }
  LPMDB *out() { return &m_pStore; }
  LPMDB get() const { return m_pStore; }
  bool isOpen() const { return m_pStore != nullptr; }

private:
  LPMDB m_pStore;
};

void holderOutlivesLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  StoreHolder holder;
  if (FAILED(holder.open(sess, cb, id)))
    return;
  use(holder.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'holder.*'.*}} [mapi-live-at-logoff]
}

void holderClosed(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  StoreHolder holder;
  if (SUCCEEDED(holder.open(sess, cb, id)))
    use(holder.get());
  holder.close();
  sess->Logoff(0, 0, 0);
}

void holderFilledOutlivesLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  StoreHolder holder;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, holder.out());
  if (holder.isOpen())
    use(holder.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'holder.*'.*}} [mapi-live-at-logoff]
}

void holderFilledClosed(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  StoreHolder holder;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, holder.out());
  if (holder.isOpen())
    holder.close();
  sess->Logoff(0, 0, 0);
}

// Two members, one of them forgotten by the destructor's namesake.
struct Pair {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  void closeAll() {
    safeRelease(stores);
    safeRelease(status);
  }
  void closeOne() { safeRelease(stores); }
  ~Pair() { closeAll(); }
};

void pairClosed(LPMAPISESSION sess) {
  Pair pair;
  sess->GetMsgStoresTable(0, &pair.stores);
  sess->GetStatusTable(0, &pair.status);
  pair.closeAll();
  sess->Logoff(0, 0, 0);
}

void pairHalfClosed(LPMAPISESSION sess) {
  Pair pair;
  sess->GetMsgStoresTable(0, &pair.stores);
  sess->GetStatusTable(0, &pair.status);
  pair.closeOne();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'pair.status'.*}} [mapi-live-at-logoff]
}

// The destructor of a base class releases.
struct HoldsUnknown {
  IUnknown *held = nullptr;
  ~HoldsUnknown() { UlRelease(held); }
};
struct HoldsTable : HoldsUnknown {
  LPMAPITABLE table() const { return static_cast<LPMAPITABLE>(held); }
  LPMAPITABLE *address() { return reinterpret_cast<LPMAPITABLE *>(&held); }
};

void baseOutlivesLogoff(LPMAPISESSION sess) {
  HoldsTable holder;
  if (FAILED(sess->GetStatusTable(0, holder.address())))
    return;
  holder.table()->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'holder.*'.*}} [mapi-live-at-logoff]
}

void baseInNarrowerScope(LPMAPISESSION sess) {
  {
    HoldsTable holder;
    if (SUCCEEDED(sess->GetStatusTable(0, holder.address())))
      holder.table()->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  }
  sess->Logoff(0, 0, 0);
}

// Tilde and ampersand: '~p' empties p and gives it, '&~p' is its address.
template <class T> class Tilde {
public:
  ~Tilde() { clear(); }
  T *&operator~() {
    clear();
    return p;
  }
  T *operator->() const { return p; }
  T *get() const { return p; }
  void clear() {
    if (p)
      p->Release();
    p = nullptr;
  }

private:
  T *p = nullptr;
};

void tildeOutlivesLogoff(LPMAPISESSION sess) {
  Tilde<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &~table)))
    return;
  use(table.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void tildeCleared(LPMAPISESSION sess) {
  Tilde<IMAPITable> table;
  if (FAILED(sess->GetStatusTable(0, &~table)))
    return;
  table.clear();
  sess->Logoff(0, 0, 0);
}

void tildeFilledTwice(LPMAPISESSION sess) {
  Tilde<IMAPITable> table;
  sess->GetStatusTable(0, &~table);
  sess->GetMsgStoresTable(0, &~table); // empties it first
  table.clear();
  sess->Logoff(0, 0, 0);
}

// '~p' is the address itself; 'operator&' is of the pointer class.
template <class T> class Wave {
public:
  ~Wave() {
    if (p)
      p->Release();
  }
  T **operator~() { return &p; }
  Wave *operator&() { return this; }
  T *operator->() const { return p; }
  explicit operator bool() const { return p != nullptr; }
  void drop() {
    if (p)
      p->Release();
    p = nullptr;
  }

private:
  T *p = nullptr;
};

void waveOutlivesLogoff(LPMAPISESSION sess) {
  Wave<IMAPITable> table;
  sess->GetStatusTable(0, ~table);
  if (table)
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void waveDropped(LPMAPISESSION sess) {
  Wave<IMAPITable> table;
  sess->GetStatusTable(0, ~table);
  if (table)
    (&table)->drop();
  sess->Logoff(0, 0, 0);
}

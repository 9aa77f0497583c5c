// RUN: %check_mapi %s
// _com_ptr_t, as _COM_SMARTPTR_TYPEDEF makes it.
#include <mapix.h>
#include <mapiutil.h>

bool work();
void use(LPUNKNOWN object);

template <class I, const IID *iid> struct _com_IIID {
  typedef I Interface;
  static const IID &GetIID() { return *iid; }
};

template <class IIID> class _com_ptr_t {
public:
  typedef typename IIID::Interface Interface;

  _com_ptr_t() : m_pInterface(nullptr) {}
  _com_ptr_t(Interface *p) : m_pInterface(p) { _AddRef(); }
  _com_ptr_t(Interface *p, bool addRef) : m_pInterface(p) {
    if (addRef)
      _AddRef();
  }
  _com_ptr_t(const _com_ptr_t &other) : m_pInterface(other.m_pInterface) {
    _AddRef();
  }
  _com_ptr_t(_com_ptr_t &&other) : m_pInterface(other.m_pInterface) {
    other.m_pInterface = nullptr;
  }
  ~_com_ptr_t() { _Release(); }

  _com_ptr_t &operator=(Interface *p) {
    if (m_pInterface != p) {
      Interface *old = m_pInterface;
      m_pInterface = p;
      _AddRef();
      if (old)
        old->Release();
    }
    return *this;
  }
  _com_ptr_t &operator=(const _com_ptr_t &other) {
    return *this = other.m_pInterface;
  }
  _com_ptr_t &operator=(std::nullptr_t) {
    return *this = static_cast<Interface *>(nullptr);
  }

  void Attach(Interface *p) {
    _Release();
    m_pInterface = p;
  }
  void Attach(Interface *p, bool addRef) {
    _Release();
    m_pInterface = p;
    if (addRef)
      _AddRef();
  }
  Interface *Detach() {
    Interface *old = m_pInterface;
    m_pInterface = nullptr;
    return old;
  }
  operator Interface *() const { return m_pInterface; }
  Interface **operator&() { // releases what it holds
    _Release();
    m_pInterface = nullptr;
    return &m_pInterface;
  }
  Interface *operator->() const { return m_pInterface; }
  operator bool() const { return m_pInterface != nullptr; }
  Interface *GetInterfacePtr() const { return m_pInterface; }
  Interface *&GetInterfacePtr() { return m_pInterface; }
  void AddRef() { m_pInterface->AddRef(); }
  void Release() {
    if (m_pInterface)
      m_pInterface->Release();
    m_pInterface = nullptr;
  }

private:
  void _AddRef() {
    if (m_pInterface)
      m_pInterface->AddRef();
  }
  void _Release() {
    if (m_pInterface)
      m_pInterface->Release();
  }
  Interface *m_pInterface;
};

typedef _com_ptr_t<_com_IIID<IMAPITable, &IID_IMAPITable>> IMAPITablePtr;
typedef _com_ptr_t<_com_IIID<IMAPISession, &IID_IMAPISession>> IMAPISessionPtr;

void ampersandOutlivesLogoff(LPMAPISESSION sess) {
  IMAPITablePtr table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void released(LPMAPISESSION sess) {
  IMAPITablePtr table;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (table)
    table.Release();
  sess->Logoff(0, 0, 0);
}

void setToNull(LPMAPISESSION sess) {
  IMAPITablePtr stores, status;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  stores = nullptr;
  status = nullptr;
  sess->Logoff(0, 0, 0);
}

// '&' releases what was there.
void filledTwice(LPMAPISESSION sess) {
  IMAPITablePtr table;
  sess->GetStatusTable(0, &table);
  sess->GetMsgStoresTable(0, &table);
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

void attachedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  IMAPITablePtr table;
  table.Attach(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void attachedInNarrowerScope(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  {
    IMAPITablePtr table;
    table.Attach(raw, false);
  }
  sess->Logoff(0, 0, 0);
}

void attachedWithAReferenceOfItsOwn(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  {
    IMAPITablePtr table;
    table.Attach(raw, true);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'raw'.*}} [mapi-live-at-logoff]
}

void constructedWithoutAddRef(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  if (IMAPITablePtr table{raw, false})
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
}

void constructedWithAddRef(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  if (IMAPITablePtr table{raw})
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'raw'.*}} [mapi-live-at-logoff]
}

void detachedAndReleased(LPMAPISESSION sess) {
  IMAPITablePtr table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  UlRelease(table.Detach());
  sess->Logoff(0, 0, 0);
}

void detachedAndForgotten(LPMAPISESSION sess) {
  IMAPITablePtr table;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  LPMAPITABLE raw = table.Detach();
  use(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void copyStays(LPMAPISESSION sess) {
  IMAPITablePtr copy;
  {
    IMAPITablePtr table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    copy = table;
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|copy)'.*}} [mapi-live-at-logoff]
}

void copyGoes(LPMAPISESSION sess) {
  IMAPITablePtr copy;
  {
    IMAPITablePtr table;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    copy = table;
  }
  copy = nullptr;
  sess->Logoff(0, 0, 0);
}

// The interface pointer itself, by reference.
void throughGetInterfacePtr(LPMAPISESSION sess) {
  IMAPITablePtr table;
  if (FAILED(sess->GetStatusTable(0, &table.GetInterfacePtr())))
    return;
  use(table.GetInterfacePtr());
  table.Release();
  sess->Logoff(0, 0, 0);
}

void sessionIsLost() {
  IMAPISessionPtr sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess = nullptr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}

void sessionIsEnded() {
  IMAPISessionPtr sess;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return;
  sess->Logoff(0, 0, 0);
  sess = nullptr;
}

void sessionOutlivesMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  IMAPISessionPtr sess;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    sess->Logoff(0, 0, 0);
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-teardown-order]
}

void sessionGoesBeforeMapi() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  IMAPISessionPtr sess;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    sess->Logoff(0, 0, 0);
  sess = nullptr;
  MAPIUninitialize();
}

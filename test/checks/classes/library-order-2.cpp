// RUN: %check_mapi %s
// Libraries and objects in members: flags that remember, guards behind
// pointers, sessions and smart pointers that outlive MAPI.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <ole2.h>

void work();

struct OleGuard {
  OleGuard() : hr(OleInitialize(nullptr)) {}
  OleGuard(const OleGuard &) = delete;
  OleGuard &operator=(const OleGuard &) = delete;
  ~OleGuard() {
    if (SUCCEEDED(hr))
      OleUninitialize();
  }
  HRESULT hr;
};

struct MapiGuard {
  MapiGuard() : hr(MAPIInitialize(nullptr)) {}
  MapiGuard(const MapiGuard &) = delete;
  MapiGuard &operator=(const MapiGuard &) = delete;
  ~MapiGuard() {
    if (SUCCEEDED(hr))
      MAPIUninitialize();
  }
  HRESULT hr;
};

// A flag that is set where MAPIInitialize succeeded, and only there.
class CFlag {
public:
  CFlag() : m_bInitialized(false) {}
  CFlag(const CFlag &) = delete;
  CFlag &operator=(const CFlag &) = delete;
  HRESULT Initialize() {
    if (m_bInitialized)
      return S_OK;
    MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
    HRESULT hr = MAPIInitialize(&init);
    if (SUCCEEDED(hr))
      m_bInitialized = true;
    return hr;
  }
  void Uninitialize() {
    if (m_bInitialized) {
      MAPIUninitialize();
      m_bInitialized = false;
    }
  }
  ~CFlag() { Uninitialize(); }

private:
  bool m_bInitialized;
};

// The flag is set before it is known.
class CFlagTooEarly {
public:
  CFlagTooEarly() : m_bInitialized(true) {
    if (FAILED(MAPIInitialize(nullptr)))
      work();
  }
  CFlagTooEarly(const CFlagTooEarly &) = delete;
  CFlagTooEarly &operator=(const CFlagTooEarly &) = delete;
  ~CFlagTooEarly() {
    if (m_bInitialized)
      MAPIUninitialize();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }

private:
  bool m_bInitialized;
};

// One flag for both: set only if both are up, and then the first is left up.
class COneFlagForTwo {
public:
  COneFlagForTwo() : m_both(false) {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    if (FAILED(OleInitialize(nullptr)))
      return;
    m_both = true;
  }
  COneFlagForTwo(const COneFlagForTwo &) = delete;
  COneFlagForTwo &operator=(const COneFlagForTwo &) = delete;
  ~COneFlagForTwo() {
    if (m_both) {
      OleUninitialize();
      MAPIUninitialize();
    }
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]

private:
  bool m_both;
};

class COneFlagForTwoRight {
public:
  COneFlagForTwoRight() : m_both(false) {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    if (FAILED(OleInitialize(nullptr))) {
      MAPIUninitialize();
      return;
    }
    m_both = true;
  }
  COneFlagForTwoRight(const COneFlagForTwoRight &) = delete;
  COneFlagForTwoRight &operator=(const COneFlagForTwoRight &) = delete;
  ~COneFlagForTwoRight() {
    if (m_both) {
      OleUninitialize();
      MAPIUninitialize();
    }
  }

private:
  bool m_both;
};

// Steps counted up and down.
class CSteps {
public:
  CSteps() {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    m_step = Mapi;
    if (FAILED(OleInitialize(nullptr)))
      return;
    m_step = Ole;
  }
  CSteps(const CSteps &) = delete;
  CSteps &operator=(const CSteps &) = delete;
  ~CSteps() {
    switch (m_step) {
    case Ole:
      OleUninitialize();
      [[fallthrough]];
    case Mapi:
      MAPIUninitialize();
      break;
    case None:
      break;
    }
  }

private:
  enum { None, Mapi, Ole } m_step = None;
};

// The guard of OLE hangs off a pointer and is dropped in the body.
class CPointerToGuard {
public:
  CPointerToGuard() : m_ole(new OleGuard) {}
  ~CPointerToGuard() { m_ole.reset(); }

private:
  std::unique_ptr<OleGuard> m_ole;
  MapiGuard m_mapi;
};

class CRawPointerToGuard {
public:
  CRawPointerToGuard() : m_ole(new OleGuard) {}
  CRawPointerToGuard(const CRawPointerToGuard &) = delete;
  CRawPointerToGuard &operator=(const CRawPointerToGuard &) = delete;
  ~CRawPointerToGuard() { delete m_ole; }

private:
  OleGuard *m_ole;
  MapiGuard m_mapi;
};

// A session ends by a member of its own.
class SessionMember {
public:
  SessionMember() : m_session(nullptr) {}
  SessionMember(const SessionMember &) = delete;
  SessionMember &operator=(const SessionMember &) = delete;
  ~SessionMember() { Logoff(); }
  HRESULT Logon() {
    if (m_session)
      return S_FALSE;
    return MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session);
  }
  void Logoff() {
    if (!m_session)
      return;
    m_session->Logoff(0, 0, 0);
    m_session->Release();
    m_session = nullptr;
  }

private:
  LPMAPISESSION m_session;
};

class CClientRight {
public:
  HRESULT Start() { return FAILED(m_mapi.hr) ? m_mapi.hr : m_member.Logon(); }
  ~CClientRight() { work(); }

private:
  MapiGuard m_mapi;
  SessionMember m_member;
};

class CClientLogsOffInTheBody {
public:
  HRESULT Start() { return FAILED(m_mapi.hr) ? m_mapi.hr : m_member.Logon(); }
  ~CClientLogsOffInTheBody() { m_member.Logoff(); }

private:
  SessionMember m_member;
  MapiGuard m_mapi;
};

class CClientWrong {
public:
  HRESULT Start() { return FAILED(m_mapi.hr) ? m_mapi.hr : m_member.Logon(); }
  ~CClientWrong() {
    work();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-teardown-order]

private:
  SessionMember m_member;
  MapiGuard m_mapi;
};

// A smart pointer among the members lets go after the body of the destructor.
template <class T> class CComPtr {
public:
  CComPtr() : p(nullptr) {}
  CComPtr(const CComPtr &) = delete;
  ~CComPtr() { Release(); }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  operator T *() const { return p; }
  void Release() {
    T *old = p;
    p = nullptr;
    if (old)
      old->Release();
  }
  T *p;
};

class CProfiles {
public:
  CProfiles() : m_hr(MAPIInitialize(nullptr)) {
    if (SUCCEEDED(m_hr))
      MAPIAdminProfiles(0, &m_admin);
  }
  ~CProfiles() {
    if (SUCCEEDED(m_hr))
      MAPIUninitialize();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_admin'.*}} [mapi-teardown-order]
  }

private:
  HRESULT m_hr;
  CComPtr<IProfAdmin> m_admin;
};

class CProfilesRight {
public:
  CProfilesRight() {
    if (SUCCEEDED(m_mapi.hr))
      MAPIAdminProfiles(0, &m_admin);
  }
  ~CProfilesRight() { work(); }

private:
  MapiGuard m_mapi;
  CComPtr<IProfAdmin> m_admin;
};

// RUN: %check_mapi %s
// Classes in which no method ever does the duty that another method took on.
#include <mapix.h>
#include <mapiutil.h>
#include <mapiform.h>

void use(LPMAPISESSION session);

// --- A session that is released and never logged off.
class CReleasesOnly {
public:
  CReleasesOnly() {}
  CReleasesOnly(const CReleasesOnly &) = delete;
  CReleasesOnly &operator=(const CReleasesOnly &) = delete;
  bool Open() {
    return !m_session && SUCCEEDED(MAPILogonEx(0, nullptr, nullptr,
                                               MAPI_EXTENDED, &m_session));
  }
  void Work() {
    if (m_session)
      use(m_session);
  }
  ~CReleasesOnly() {
    if (m_session)
      m_session->Release();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-missing-logoff]
  }

private:
  LPMAPISESSION m_session = nullptr;
};

class CLogsOffInTime {
public:
  CLogsOffInTime() {}
  CLogsOffInTime(const CLogsOffInTime &) = delete;
  CLogsOffInTime &operator=(const CLogsOffInTime &) = delete;
  bool Open() {
    return !m_session && SUCCEEDED(MAPILogonEx(0, nullptr, nullptr,
                                               MAPI_EXTENDED, &m_session));
  }
  ~CLogsOffInTime() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }

private:
  LPMAPISESSION m_session = nullptr;
};

// A session that nobody gives back at all.
class CForgetsAltogether {
public:
  explicit CForgetsAltogether(LPTSTR profile) : m_lost(nullptr), m_runs(0) {
    MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION, &m_lost);
  }
  CForgetsAltogether(const CForgetsAltogether &) = delete;
  CForgetsAltogether &operator=(const CForgetsAltogether &) = delete;
  void Run() {
    if (m_lost)
      use(m_lost);
    ++m_runs;
  }
  ~CForgetsAltogether() {
    m_runs = 0;
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_lost'.*}} [mapi-missing-logoff]

private:
  LPMAPISESSION m_lost;
  int m_runs;
};

// Logged off by a public method: whether it is called, the class cannot tell.
class CCallerLogsOff {
public:
  bool Open() {
    return SUCCEEDED(
        MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session));
  }
  void Logout() {
    if (m_session)
      m_session->Logoff(0, 0, 0);
  }
  ~CCallerLogsOff() {
    if (m_session)
      m_session->Release();
  }

private:
  LPMAPISESSION m_session = nullptr;
};

// Not a session of one's own: handed in, or borrowed from a message site.
class CUsesGivenSession {
public:
  explicit CUsesGivenSession(LPMAPISESSION session) : m_session(session) {
    m_session->AddRef();
  }
  CUsesGivenSession(const CUsesGivenSession &other)
      : CUsesGivenSession(other.m_session) {}
  CUsesGivenSession &operator=(const CUsesGivenSession &) = delete;
  ~CUsesGivenSession() { m_session->Release(); }

private:
  LPMAPISESSION m_session;
};

class CFormServer {
public:
  HRESULT SetSite(LPMAPIMESSAGESITE site) {
    UlRelease(m_session);
    m_session = nullptr;
    return site->GetSession(&m_session);
  }
  ~CFormServer() { UlRelease(m_session); }

private:
  LPMAPISESSION m_session = nullptr;
};

// Either of one's own or borrowed, and a flag remembers which.
class CEitherSession {
public:
  CEitherSession() {}
  CEitherSession(const CEitherSession &) = delete;
  CEitherSession &operator=(const CEitherSession &) = delete;
  void Borrow(LPMAPISESSION session) {
    if (m_session)
      return;
    m_session = session;
    m_session->AddRef();
    m_own = false;
  }
  void Logon() {
    if (m_session)
      return;
    if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session)))
      m_own = true;
  }
  ~CEitherSession() {
    if (!m_session)
      return;
    if (m_own)
      m_session->Logoff(0, 0, 0);
    m_session->Release();
  }

private:
  LPMAPISESSION m_session = nullptr;
  bool m_own = false;
};

// --- A session that is logged off and let go of without Release.
class CForgetsRelease {
public:
  bool Open() {
    return !m_session && SUCCEEDED(MAPILogonEx(0, nullptr, nullptr,
                                               MAPI_EXTENDED, &m_session));
  }
  ~CForgetsRelease() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session = nullptr;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*m_session'.*}} [mapi-interface-leak]
    }
  }

private:
  LPMAPISESSION m_session = nullptr;
};

// --- MAPIInitialize in the constructor.
class CStartsMapi {
public:
  CStartsMapi() : m_hr(MAPIInitialize(nullptr)), m_admin(nullptr) {
    if (SUCCEEDED(m_hr))
      m_hr = MAPIAdminProfiles(0, &m_admin);
  }
  CStartsMapi(const CStartsMapi &) = delete;
  CStartsMapi &operator=(const CStartsMapi &) = delete;
  ~CStartsMapi() {
    UlRelease(m_admin);
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]

private:
  HRESULT m_hr;
  LPPROFADMIN m_admin;
};

class CStartsAndEndsMapi {
public:
  CStartsAndEndsMapi() : m_init(MAPIInitialize(nullptr)), m_admin(nullptr) {
    if (SUCCEEDED(m_init))
      MAPIAdminProfiles(0, &m_admin);
  }
  CStartsAndEndsMapi(const CStartsAndEndsMapi &) = delete;
  CStartsAndEndsMapi &operator=(const CStartsAndEndsMapi &) = delete;
  ~CStartsAndEndsMapi() {
    UlRelease(m_admin);
    if (SUCCEEDED(m_init))
      MAPIUninitialize();
  }

private:
  const HRESULT m_init;
  LPPROFADMIN m_admin;
};

// The status that decides is overwritten by a later one: where the profile
// administration cannot be opened, MAPI stays up.
class CDecidesByTheLaterStatus {
public:
  CDecidesByTheLaterStatus()
      : m_hr(MAPIInitialize(nullptr)), m_admin(nullptr) {
    if (SUCCEEDED(m_hr))
      m_hr = MAPIAdminProfiles(0, &m_admin);
  }
  CDecidesByTheLaterStatus(const CDecidesByTheLaterStatus &) = delete;
  CDecidesByTheLaterStatus &
  operator=(const CDecidesByTheLaterStatus &) = delete;
  ~CDecidesByTheLaterStatus() {
    if (SUCCEEDED(m_hr)) {
      m_admin->Release();
      MAPIUninitialize();
    }
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]

private:
  HRESULT m_hr;
  LPPROFADMIN m_admin;
};

// No object exists, and no destructor runs, where MAPIInitialize failed.
class CThrowsWithoutMapi {
public:
  CThrowsWithoutMapi() {
    HRESULT hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      throw hr;
  }
  CThrowsWithoutMapi(const CThrowsWithoutMapi &) = delete;
  CThrowsWithoutMapi &operator=(const CThrowsWithoutMapi &) = delete;
  ~CThrowsWithoutMapi() { MAPIUninitialize(); }
};

class CIgnoresTheResult {
public:
  CIgnoresTheResult() { MAPIInitialize(nullptr); }
  CIgnoresTheResult(const CIgnoresTheResult &) = delete;
  CIgnoresTheResult &operator=(const CIgnoresTheResult &) = delete;
  ~CIgnoresTheResult() {
    MAPIUninitialize();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }
};

// Ended by a method that the program calls, or by another object.
class CApplication {
public:
  CApplication() : m_up(SUCCEEDED(MAPIInitialize(nullptr))) {}
  void ExitInstance() {
    if (m_up)
      MAPIUninitialize();
    m_up = false;
  }
  ~CApplication() {}

private:
  bool m_up;
};

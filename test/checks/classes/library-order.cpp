// RUN: %check_mapi %s
// OLE and MAPI ended by destructors: the order of members and of bases.
#include <mapix.h>
#include <mapiutil.h>
#include <objbase.h>
#include <ole2.h>

void work();

class OleGuard {
public:
  OleGuard() : m_hr(OleInitialize(nullptr)) {}
  OleGuard(const OleGuard &) = delete;
  OleGuard &operator=(const OleGuard &) = delete;
  ~OleGuard() {
    if (SUCCEEDED(m_hr))
      OleUninitialize();
  }

private:
  HRESULT m_hr;
};

class MapiGuard {
public:
  MapiGuard() : m_hr(MAPIInitialize(nullptr)) {}
  MapiGuard(const MapiGuard &) = delete;
  MapiGuard &operator=(const MapiGuard &) = delete;
  ~MapiGuard() {
    if (SUCCEEDED(m_hr))
      MAPIUninitialize();
  }
  bool ok() const { return SUCCEEDED(m_hr); }

private:
  HRESULT m_hr;
};

class ComGuard {
public:
  ComGuard() : m_hr(CoInitialize(nullptr)) {}
  ComGuard(const ComGuard &) = delete;
  ComGuard &operator=(const ComGuard &) = delete;
  ~ComGuard() {
    if (SUCCEEDED(m_hr))
      CoUninitialize();
  }

private:
  HRESULT m_hr;
};

// Local guards: the last one dies first.
void localsRight() {
  MapiGuard mapi;
  OleGuard ole;
  work();
}

void localsWrong() {
  OleGuard ole;
  MapiGuard mapi;
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

// Members: the last one dies first.
class CMembersRight {
public:
  CMembersRight() { work(); }
  ~CMembersRight() { work(); }

private:
  MapiGuard m_mapi;
  OleGuard m_ole;
};

class CMembersWrong {
public:
  CMembersWrong() { work(); }
  ~CMembersWrong() {
    work();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

private:
  OleGuard m_ole;
  MapiGuard m_mapi;
};

// The initialisers stand in another order than the members: the members count.
class CInitialisersMislead {
public:
  CInitialisersMislead() : m_ole(), m_mapi() { work(); }
  ~CInitialisersMislead() { work(); }

private:
  MapiGuard m_mapi;
  OleGuard m_ole;
};

// The members of a class die before its bases.
class CBaseRight : private MapiGuard {
public:
  ~CBaseRight() { work(); }

private:
  OleGuard m_ole;
};

class CBaseWrong : private OleGuard {
public:
  ~CBaseWrong() {
    work();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

private:
  MapiGuard m_mapi;
};

// The last base dies first.
class CTwoBasesRight : private MapiGuard, private OleGuard {
public:
  ~CTwoBasesRight() { work(); }
};

class CTwoBasesWrong : private OleGuard, private MapiGuard {
public:
  ~CTwoBasesWrong() {
    work();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
};

// OLE started first and ended first: pairs that cross, and right.
class CCrossingPairs {
public:
  CCrossingPairs()
      : m_ole(OleInitialize(nullptr)), m_mapi(MAPIInitialize(nullptr)) {}
  CCrossingPairs(const CCrossingPairs &) = delete;
  CCrossingPairs &operator=(const CCrossingPairs &) = delete;
  ~CCrossingPairs() {
    if (SUCCEEDED(m_ole))
      OleUninitialize();
    if (SUCCEEDED(m_mapi))
      MAPIUninitialize();
  }

private:
  HRESULT m_ole, m_mapi;
};

class CNestedTheWrongWay {
public:
  CNestedTheWrongWay()
      : m_ole(OleInitialize(nullptr)), m_mapi(MAPIInitialize(nullptr)) {}
  CNestedTheWrongWay(const CNestedTheWrongWay &) = delete;
  CNestedTheWrongWay &operator=(const CNestedTheWrongWay &) = delete;
  ~CNestedTheWrongWay() {
    if (SUCCEEDED(m_mapi))
      MAPIUninitialize();
    if (SUCCEEDED(m_ole))
      OleUninitialize();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
  }

private:
  HRESULT m_ole, m_mapi;
};

// The body ends OLE itself, before any member dies.
class CBodyEndsOle {
public:
  CBodyEndsOle() : m_ole(SUCCEEDED(OleInitialize(nullptr))) {}
  CBodyEndsOle(const CBodyEndsOle &) = delete;
  CBodyEndsOle &operator=(const CBodyEndsOle &) = delete;
  ~CBodyEndsOle() {
    if (m_ole)
      OleUninitialize();
  }

private:
  bool m_ole;
  MapiGuard m_mapi;
};

// The body ends MAPI, and the guard of OLE dies after the body.
class CBodyEndsMapi {
public:
  CBodyEndsMapi() : m_up(SUCCEEDED(MAPIInitialize(nullptr))) {}
  CBodyEndsMapi(const CBodyEndsMapi &) = delete;
  CBodyEndsMapi &operator=(const CBodyEndsMapi &) = delete;
  ~CBodyEndsMapi() {
    if (m_up)
      MAPIUninitialize();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

private:
  OleGuard m_ole;
  bool m_up;
};

// COM is not OLE: CoUninitialize may come last.
class CComAround {
public:
  ~CComAround() { work(); }

private:
  ComGuard m_com;
  MapiGuard m_mapi;
  OleGuard m_ole;
};

// Only one of the two exists at a time.
class CEither {
public:
  explicit CEither(bool ole) : m_isOle(ole), m_hr(start(ole)) {}
  CEither(const CEither &) = delete;
  CEither &operator=(const CEither &) = delete;
  ~CEither() {
    if (FAILED(m_hr))
      return;
    if (!m_isOle)
      MAPIUninitialize();
    if (m_isOle)
      OleUninitialize();
  }

private:
  static HRESULT start(bool ole) {
    return ole ? OleInitialize(nullptr) : MAPIInitialize(nullptr);
  }
  bool m_isOle;
  HRESULT m_hr;
};

// The utilities go last.
class CUtilitiesRight {
public:
  CUtilitiesRight()
      : m_hr(MAPIInitialize(nullptr)), m_sc(ScInitMapiUtil(0)) {}
  CUtilitiesRight(const CUtilitiesRight &) = delete;
  CUtilitiesRight &operator=(const CUtilitiesRight &) = delete;
  ~CUtilitiesRight() {
    if (SUCCEEDED(m_hr))
      MAPIUninitialize();
    if (SUCCEEDED(m_sc))
      DeinitMapiUtil();
  }

private:
  HRESULT m_hr;
  SCODE m_sc;
};

class CUtilitiesWrong {
public:
  CUtilitiesWrong()
      : m_hr(MAPIInitialize(nullptr)), m_sc(ScInitMapiUtil(0)) {}
  CUtilitiesWrong(const CUtilitiesWrong &) = delete;
  CUtilitiesWrong &operator=(const CUtilitiesWrong &) = delete;
  ~CUtilitiesWrong() {
    if (SUCCEEDED(m_sc))
      DeinitMapiUtil();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}DeinitMapiUtil{{.*}} [mapi-teardown-order]
    if (SUCCEEDED(m_hr))
      MAPIUninitialize();
  }

private:
  HRESULT m_hr;
  SCODE m_sc;
};

// RUN: %check_mapi %s
// The flags of IMAPISession::Logoff, IMsgStore::StoreLogoff and MAPILogonEx.
#include <windows.h>
#include <mapix.h>
#include <mapi.h>
#include <mapiutil.h>

bool confirm();
void readOptions(ULONG *flags);
extern ULONG optionsOfTheUser;

// --- IMAPISession::Logoff
void noFlags(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

void shared(LPMAPISESSION session) {
  session->Logoff(0, MAPI_LOGOFF_SHARED, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void withDialog(LPMAPISESSION session, HWND window) {
  session->Logoff((ULONG_PTR)window, MAPI_LOGOFF_UI, 0);
  session->Release();
}

void sharedWithDialog(LPMAPISESSION session, HWND window) {
  session->Logoff((ULONG_PTR)window, MAPI_LOGOFF_UI | MAPI_LOGOFF_SHARED, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void sharedAsANumber(LPMAPISESSION session) {
  session->Logoff(0, 1, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

// The handle is a number of its own: it is no flag.
void windowIsOne(LPMAPISESSION session) {
  session->Logoff(1, MAPI_LOGOFF_UI, 0);
  session->Release();
}

// A flag of StoreLogoff, and one of other methods.
void purge(LPMAPISESSION session) {
  session->Logoff(0, LOGOFF_PURGE, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void unicode(LPMAPISESSION session) {
  session->Logoff(0, MAPI_LOGOFF_UI | MAPI_UNICODE, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void reserved(LPMAPISESSION session, HWND window) {
  session->Logoff((ULONG_PTR)window, 0, MAPI_LOGOFF_UI);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void reservedIsNull(LPMAPISESSION session) {
  const ULONG none = 0;
  session->Logoff(NULL, none, NULL);
  session->Release();
}

// In variables.
void sharedInAVariable(LPMAPISESSION session) {
  ULONG flags = MAPI_LOGOFF_SHARED;
  session->Logoff(0, flags, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void sharedTakenBack(LPMAPISESSION session) {
  ULONG flags = MAPI_LOGOFF_UI | MAPI_LOGOFF_SHARED;
  flags &= ~MAPI_LOGOFF_SHARED;
  session->Logoff(0, flags, 0);
  session->Release();
}

void sharedOverwritten(LPMAPISESSION session) {
  ULONG flags = MAPI_LOGOFF_SHARED;
  flags = 0;
  session->Logoff(0, flags, 0);
  session->Release();
}

void sharedOnOneWay(LPMAPISESSION session) {
  ULONG flags = 0;
  if (confirm())
    flags |= MAPI_LOGOFF_SHARED;
  session->Logoff(0, flags, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void dialogOnOneWay(LPMAPISESSION session) {
  ULONG flags = 0;
  if (confirm())
    flags |= MAPI_LOGOFF_UI;
  session->Logoff(0, flags, 0);
  session->Release();
}

void sharedByAChoice(LPMAPISESSION session) {
  session->Logoff(0, confirm() ? MAPI_LOGOFF_SHARED : MAPI_LOGOFF_UI, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void dialogByAChoice(LPMAPISESSION session, HWND window) {
  session->Logoff((ULONG_PTR)window, window ? MAPI_LOGOFF_UI : 0, 0);
  session->Release();
}

// The way on which the flag is set does not log off.
bool sharedIsGivenUp(LPMAPISESSION session, bool all) {
  ULONG flags = 0;
  if (all)
    flags = MAPI_LOGOFF_SHARED;
  if (all)
    return false;
  session->Logoff(0, flags, 0);
  session->Release();
  return true;
}

// Names for the constants.
#define CLIENT_LOGOFF_FLAGS (MAPI_LOGOFF_UI | MAPI_LOGOFF_SHARED)
enum : ULONG { QuietLogoff = 0, PoliteLogoff = MAPI_LOGOFF_UI };
static const ULONG everybodyOut = MAPI_LOGOFF_SHARED;

void sharedByMacro(LPMAPISESSION session) {
  session->Logoff(0, CLIENT_LOGOFF_FLAGS, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void sharedByConstant(LPMAPISESSION session) {
  session->Logoff(0, everybodyOut, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->Release();
}

void byEnumeration(LPMAPISESSION session, bool polite) {
  session->Logoff(0, polite ? PoliteLogoff : QuietLogoff, 0);
  session->Release();
}

// Not known here.
void givenByTheCaller(LPMAPISESSION session, ULONG flags) {
  session->Logoff(0, flags & MAPI_LOGOFF_UI, 0);
  session->Release();
}

void readFromOptions(LPMAPISESSION session) {
  ULONG flags = MAPI_LOGOFF_SHARED;
  readOptions(&flags);
  session->Logoff(0, flags, 0);
  session->Release();
}

void fromAGlobal(LPMAPISESSION session) {
  session->Logoff(0, optionsOfTheUser, 0);
  session->Release();
}

// Other functions of the same name.
struct Connection {
  HRESULT Logoff(ULONG_PTR window, ULONG flags, ULONG mode);
};

void otherLogoffs(Connection &connection, LHANDLE simple) {
  connection.Logoff(0, MAPI_LOGOFF_SHARED, 4);
  MAPILogoff(simple, 0, MAPI_LOGOFF_SHARED, 0);
}

// --- MAPILogonEx
HRESULT bothDialogs(LPTSTR profile, LPMAPISESSION *session) {
  return MAPILogonEx(0, profile, nullptr, MAPI_LOGON_UI | MAPI_PASSWORD_UI,
                     session);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
}

HRESULT oneDialog(LPTSTR profile, bool known, LPMAPISESSION *session) {
  return MAPILogonEx(0, profile, nullptr,
                     MAPI_EXTENDED |
                         (known ? MAPI_PASSWORD_UI : MAPI_LOGON_UI),
                     session);
}

HRESULT passwordAsWell(LPTSTR profile, bool ask, LPMAPISESSION *session) {
  ULONG flags = MAPI_EXTENDED | MAPI_LOGON_UI;
  if (ask)
    flags |= MAPI_PASSWORD_UI;
  return MAPILogonEx(0, profile, nullptr, flags, session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
}

HRESULT passwordInstead(LPTSTR profile, bool ask, LPMAPISESSION *session) {
  ULONG flags = MAPI_EXTENDED | MAPI_LOGON_UI;
  if (ask)
    flags = (flags & ~MAPI_LOGON_UI) | MAPI_PASSWORD_UI;
  return MAPILogonEx(0, profile, nullptr, flags, session);
}

// Silently first, then with a dialog.
HRESULT secondTry(LPTSTR profile, LPMAPISESSION *session) {
  ULONG flags = MAPI_EXTENDED | MAPI_NEW_SESSION;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, flags, session);
  if (hr == MAPI_E_LOGON_FAILED) {
    flags |= MAPI_LOGON_UI;
    hr = MAPILogonEx(0, profile, nullptr, flags, session);
  }
  return hr;
}

HRESULT thirdTry(LPTSTR profile, LPMAPISESSION *session) {
  ULONG flags = MAPI_EXTENDED | MAPI_PASSWORD_UI;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, flags, session);
  if (hr == MAPI_E_LOGON_FAILED) {
    flags |= MAPI_LOGON_UI;
    hr = MAPILogonEx(0, profile, nullptr, flags, session);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  }
  return hr;
}

HRESULT bothByPointer(LPMAPILOGONEX pfnLogonEx, LPMAPISESSION *session) {
  return pfnLogonEx(0, nullptr, nullptr,
                    MAPI_EXTENDED | MAPI_LOGON_UI | MAPI_PASSWORD_UI, session);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
}

HRESULT oneByPointer(LPMAPILOGONEX pfnLogonEx, LPMAPISESSION *session) {
  return pfnLogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_LOGON_UI,
                    session);
}

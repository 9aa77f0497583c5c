// RUN: %check_mapi %s
// A variable that outlives the function: what the function itself does to what it has
// put there is its own fault; what it leaves there is for others.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

void tellOthers();

static LPMDB theStore;
static LPSPropValue theName;
static thread_local LPMAPISESSION ownSession;
namespace app {
LPMAPITABLE rows;
}

void keep(LPMAPIFOLDER folder) { folder->GetContentsTable(0, &app::rows); }

void twice(LPMAPIFOLDER folder) {
  if (FAILED(folder->GetContentsTable(0, &app::rows)))
    return;
  app::rows->Release();
  // CHECK: :[[@LINE+1]]:14: warning: 'rows' (IMAPITable) is given back a second time [mapi-use-after-release]
  app::rows->Release();
}

// Whoever is told may release it, and open another one.
void twiceWithOthers(LPMAPIFOLDER folder) {
  if (FAILED(folder->GetContentsTable(0, &app::rows)))
    return;
  app::rows->Release();
  tellOthers();
  app::rows->Release();
}

void openAtLogoff(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &theStore)))
    return;
  // CHECK: :[[@LINE+1]]:12: warning: 'theStore' (IMsgStore) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
  session->Logoff(0, 0, 0);
  theStore->Release();
}

static void closeStore() {
  if (theStore)
    theStore->Release();
  theStore = nullptr;
}

void closedAtLogoff(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &theStore)))
    return;
  closeStore();
  session->Logoff(0, 0, 0);
}

void wronglyFreed(LPMAPIPROP prop) {
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &theName) != S_OK)
    return;
  // CHECK: :[[@LINE+1]]:3: warning: 'theName' is given back by free, but goes with MAPIFreeBuffer [mapi-wrong-deallocator]
  free(theName);
  theName = nullptr;
}

void overwritten(LPMAPIPROP prop) {
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &theName) != S_OK)
    return;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'theName' is overwritten here without being freed [mapi-buffer-leak]
  theName = nullptr;
}

HRESULT logOn(LPTSTR profile) {
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                           &ownSession);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE+1]]:15: warning: session 'ownSession' (IMAPISession) is released for the last time without IMAPISession::Logoff [mapi-missing-logoff]
  ownSession->Release();
  ownSession = nullptr;
  return hr;
}

// RUN: %check_mapi %s
// C: methods through the table of function pointers, written out and by macro.
#define COBJMACROS
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

#define IMAPISession_Logoff_(p, a, b, c) (p)->lpVtbl->Logoff((p), (a), (b), (c))
#define IMsgStore_Release_(p) (p)->lpVtbl->Release(p)

HRESULT storeStaysOpen(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = NULL;
  HRESULT hr = sess->lpVtbl->OpenMsgStore(sess, 0, cb, id, NULL, 0, &db);
  if (FAILED(hr))
    return hr;
  sess->lpVtbl->Logoff(sess, 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  db->lpVtbl->Release(db);
  return S_OK;
}

HRESULT storeReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = NULL;
  HRESULT hr = sess->lpVtbl->OpenMsgStore(sess, 0, cb, id, NULL, 0, &db);
  if (FAILED(hr))
    return hr;
  IMsgStore_Release_(db);
  IMAPISession_Logoff_(sess, 0, 0, 0);
  return S_OK;
}

void noLogoff(void) {
  LPMAPISESSION sess = NULL;
  if (FAILED(MAPILogonEx(0, NULL, NULL, MAPI_EXTENDED, &sess)))
    return;
  sess->lpVtbl->Release(sess);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
}

void withLogoff(void) {
  LPMAPISESSION sess = NULL;
  if (FAILED(MAPILogonEx(0, NULL, NULL, MAPI_EXTENDED, &sess)))
    return;
  IMAPISession_Logoff_(sess, 0, 0, 0);
  sess->lpVtbl->Release(sess);
}

void order(void) {
  MAPIUninitialize();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[mapi-teardown-order]
}

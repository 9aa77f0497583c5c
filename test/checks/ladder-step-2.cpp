// RUN: %check_mapi %s
#include <mapix.h>
#include <mapiutil.h>

HRESULT storeAliveAtLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    return hr;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:9: warning: 'db' (IMsgStore) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
  // CHECK: :[[@LINE-5]]:22: note: 'db' (IMsgStore) is acquired here by IMAPISession::OpenMsgStore
  // CHECK: :[[@LINE+2]]:7: note: it is released here
  // CHECK: :[[@LINE-4]]:9: note: step 2: release every open object before Logoff ('Ending a MAPI Session')
  db->Release();
  sess->Release();
  return S_OK;
}

HRESULT storeReleasedBeforeLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, MDB_WRITE, &db);
  if (FAILED(hr))
    return hr;
  db->Release();
  sess->Logoff(0, 0, 0);
  sess->Release();
  return S_OK;
}

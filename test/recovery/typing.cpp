// RUN: %check_recovery %s
// Half a statement silences neither the function around it nor the next one.
#include <mapix.h>
#include <mapiutil.h>

// CHECK: warning: function 'beforeTheMember' is analysed in part
HRESULT beforeTheMember(LPMAPISESSION session, LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  store->
  session->AddRef();
  return hr;
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) may be lost on this way out
}

// CHECK: warning: function 'ofTheObject' is analysed in part
HRESULT ofTheObject(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  table->Relea
  return hr;
}

// CHECK: warning: function 'withoutParenthesis' is analysed in part
HRESULT withoutParenthesis(LPMAPISESSION session, LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  store->SaveChanges(0;
  table->Release();
  return hr;
}

// CHECK: warning: function 'guessed' is analysed in part: the syntax tree lacks code
HRESULT guessed(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  tabel->Release();
  return hr;
}

HRESULT whole(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  return session->GetMsgStoresTable(0, &table);
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) may be lost on this way out
}

// CHECK: warning: function 'unfinished' is analysed in part: its closing brace is missing
HRESULT unfinished(LPMAPISESSION session, bool early) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  if (early)
    return S_OK;
  // CHECK: :[[@LINE-1]]:5: warning: 'table' (IMAPITable) is lost on this way out
  if (!early) {
    LPMAPITABLE inner = nullptr;
    hr = session->GetMsgStoresTable(0, &inner);
// COUNT: functions with MAPI calls: 1 analysed, 5 in part, 0 not{{$}}

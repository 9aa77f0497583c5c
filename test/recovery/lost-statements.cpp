// RUN: %check_recovery %s
// Clang leaves statements with an unknown name in them out of the tree. What
// they name, they may keep; where one of them may jump, all that is got before
// it is out of sight.
#include <mapix.h>
#include <mapiutil.h>

// CHECK: warning: function 'stores' is analysed in part: the syntax tree lacks code (line [[@LINE+6]])
HRESULT stores(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  theTable = table;
  return S_OK;
}

// CHECK: warning: function 'storesAnother' is analysed in part: the syntax tree lacks code
HRESULT storesAnother(LPMAPISESSION session, LPMAPITABLE other) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  theTable = other;
  return S_OK;
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) is lost on this way out
}

// CHECK: warning: function 'returnsUnknown' is analysed in part: {{the syntax tree lacks code|'E_NO_SUCH_CODE' is not known}}
HRESULT returnsUnknown(LPMAPISESSION session, bool early) {
  LPMAPITABLE table = nullptr, again = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  if (early) {
    table->Release();
    return E_NO_SUCH_CODE;
  }
  table->Release();
  hr = session->GetMsgStoresTable(0, &again);
  return hr;
  // CHECK: :[[@LINE-1]]:3: warning: 'again' (IMAPITable) may be lost on this way out
}

// CHECK: warning: function 'breaksInCase' is analysed in part: {{.*}}the syntax tree lacks code
HRESULT breaksInCase(LPMAPISESSION session, int kind) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  switch (kind) {
  case 1:
    table->Release();
    return S_OK;
  case KIND_NOT_KNOWN:
    table->Release();
    return S_FALSE;
  }
  table->Release();
  return E_FAIL;
}

// CHECK: warning: function 'setsStatus' is analysed in part: {{the syntax tree lacks code|'E_NO_SUCH_CODE' is not known}}
HRESULT setsStatus(LPMAPISESSION session, bool wrong) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetMsgStoresTable(0, &table);
  if (FAILED(hr))
    return hr;
  if (wrong)
    hr = E_NO_SUCH_CODE;
  if (SUCCEEDED(hr))
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  else
    table->Release();
  if (SUCCEEDED(hr))
    table->Release();
  return hr;
}

// What the preprocessor leaves out is not lost.
#define LOG(pointer)
// CHECK: :[[@LINE+3]]:{{[0-9]+}}: warning: 'table' (IMAPITable) is lost on this way out
HRESULT leftOut(LPMAPISESSION session) { LPMAPITABLE table = nullptr;
  if (FAILED(session->GetMsgStoresTable(0, &table))) return E_FAIL; LOG(table);
  return S_OK;
#if 0
  return table->Release();
#endif
}

// What cannot be read of a function that has only C's memory is not missed.
void memoryOfC(unsigned size) {
  void *memory = no_such_type(malloc(size));
  free(memory);
}

// Words of the language are no slips of the pen for names that are like them.
HRESULT keywords(LPMDB store, const bool early) {
  LPMAPIFOLDER root = nullptr, status = nullptr;
  static ULONG count = 0;
  HRESULT hr = store->OpenEntry(0, nullptr, nullptr, 0, &count,
                                (LPUNKNOWN *)&root);
  if (FAILED(hr))
    return hr;
  status = root;
  if (early)
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'root' (IMAPIFolder) is lost on this way out
    return E_FAIL;
  status->Release();
  return S_OK;
}

// COUNT: functions with MAPI calls: 2 analysed, 5 in part, 0 not{{$}}

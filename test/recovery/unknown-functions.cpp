// RUN: %check_recovery %s
// What goes to a function that is not declared may be kept, released or changed
// there. The rest of the function is judged as ever.
#include <mapix.h>
#include <mapiutil.h>

// CHECK: :[[@LINE+1]]:9: warning: function 'logs' is analysed in part: 'writeLog' is not known (line [[@LINE+6]]) [mapi-unanalyzed-function]
HRESULT logs(LPMDB store, ULONG *count) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = store->GetReceiveFolderTable(0, &table);
  if (FAILED(hr))
    return hr;
  writeLog("the table", store, hr);
  return table->GetRowCount(0, count);
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  // CHECK-NEXT: :[[@LINE-6]]:23: note: 'table' (IMAPITable) is acquired here by IMsgStore::GetReceiveFolderTable
}

// CHECK: warning: function 'logsAndReleases' is analysed in part: 'writeLog'
HRESULT logsAndReleases(LPMDB store, ULONG *count) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = store->GetReceiveFolderTable(0, &table);
  if (FAILED(hr))
    return hr;
  writeLog("the table", store, hr);
  hr = table->GetRowCount(0, count);
  table->Release();
  return hr;
}

// CHECK: warning: function 'handsOver' is analysed in part: 'consume'
HRESULT handsOver(LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = store->GetReceiveFolderTable(0, &table);
  if (FAILED(hr))
    return hr;
  consume(table);
  return S_OK;
}

// CHECK: warning: function 'macroReleases' is analysed in part: 'SAFE_RELEASE'
HRESULT macroReleases(LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = store->GetReceiveFolderTable(0, &table);
  if (SUCCEEDED(hr))
    hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  SAFE_RELEASE(table);
  return hr;
}

// The call inside is the catalogue's, and its outcome is looked at by the macro.
// CHECK: warning: function 'checked' is analysed in part: 'CHECK_HR' is not known
HRESULT checked(LPMDB store, ULONG *count) {
  LPMAPITABLE table = nullptr;
  CHECK_HR(store->GetReceiveFolderTable(0, &table));
  CHECK_HR(table->GetRowCount(0, count));
  return S_OK;
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) {{.*}} lost on this way out without being released
}

// Only a jump that is not seen could lose it.
// CHECK: warning: function 'checkedAndReleased' is analysed in part: 'CHECK_HR'
HRESULT checkedAndReleased(LPMDB store, ULONG *count) {
  LPMAPITABLE table = nullptr;
  CHECK_HR(store->GetReceiveFolderTable(0, &table));
  CHECK_HR(table->GetRowCount(0, count));
  table->Release();
  return S_OK;
}

// Nobody knows whether it failed, nor what the macro does then.
// CHECK: warning: function 'initialises' is analysed in part: 'CHECK_HR'
HRESULT initialises() {
  CHECK_HR(MAPIInitialize(nullptr));
  MAPIUninitialize();
  return S_OK;
}

// CHECK: warning: function 'decides' is analysed in part: 'isWanted'
HRESULT decides(LPMDB store, ULONG *count) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = S_OK;
  if (FAILED(hr = store->GetReceiveFolderTable(0, &table)))
    return hr;
  if (isWanted(count))
    hr = table->GetRowCount(0, count);
  return hr;
  // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) is lost on this way out
}

// The same question has the same answer.
// CHECK: warning: function 'asksTwice' is analysed in part: 'wanted'
HRESULT asksTwice(LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = S_OK;
  if (wanted)
    hr = store->GetReceiveFolderTable(0, &table);
  if (FAILED(hr))
    return hr;
  if (wanted)
    table->Release();
  return S_OK;
}

// What takes a status and gives something hands it on, or says what nobody can
// tell.
// CHECK: warning: function 'handedOn' is analysed in part: 'EC_H' is not known
HRESULT handedOn(LPMDB store, bool early) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = EC_H(store->GetReceiveFolderTable(0, &table));
  if (FAILED(hr))
    return hr;
  if (early)
    return S_FALSE;
  // CHECK: :[[@LINE-1]]:5: warning: 'table' (IMAPITable) is lost on this way out
  table->Release();
  return S_OK;
}

// CHECK: warning: function 'handedOnAsAuto' is analysed in part
void handedOnAsAuto(LPMDB store) {
  LPMAPITABLE table = nullptr;
  const auto hr = EC_H(store->GetReceiveFolderTable(0, &table));
  if (SUCCEEDED(hr))
    table->Release();
}

// CHECK: warning: function 'answered' is analysed in part
void answered(LPMDB store) {
  LPMAPITABLE table = nullptr, again = nullptr;
  if (isFine(store->GetReceiveFolderTable(0, &table)))
    table->Release();
  bool fine = isFine(store->GetReceiveFolderTable(0, &again));
  if (fine)
    again->Release();
}

// COUNT: functions with MAPI calls: 0 analysed, 12 in part, 0 not{{$}}

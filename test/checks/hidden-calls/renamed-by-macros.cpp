// RUN: %check_mapi %s
// A project that loads MAPI's library by itself leads MAPI's names to functions
// of its own.
#include <mapix.h>
#include <mapiutil.h>

SCODE loadedAllocateBuffer(ULONG size, LPVOID *block);
ULONG loadedFreeBuffer(LPVOID block);
HRESULT loadedQueryAllRows(LPMAPITABLE table, LPSPropTagArray columns,
                           LPSRestriction condition, LPSSortOrderSet order,
                           LONG most, LPSRowSet *rows);
void loadedFreeRows(LPSRowSet rows);
void otherwise(LPVOID *block);
ULONG counted();

#define MAPIAllocateBuffer loadedAllocateBuffer
#define MAPIFreeBuffer loadedFreeBuffer
#define HrQueryAllRows loadedQueryAllRows
#define FreeProws loadedFreeRows
#define CHECKED(call)                                                          \
  do {                                                                         \
    hr = (call);                                                               \
    if (FAILED(hr))                                                            \
      return hr;                                                               \
  } while (0)

HRESULT lost(LPMAPITABLE table, ULONG size, LPBYTE *out) {
  LPBYTE bytes = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = S_OK;
  CHECKED(MAPIAllocateBuffer(size, (LPVOID *)&bytes));
  CHECKED(HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'bytes' is lost on this way out without being freed [mapi-buffer-leak]
  FreeProws(rows);
  *out = bytes;
  return S_OK;
}

HRESULT freed(LPMAPITABLE table, ULONG size, LPBYTE *out) {
  LPBYTE bytes = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = S_OK;
  CHECKED(MAPIAllocateBuffer(size, (LPVOID *)&bytes));
  hr = HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, &rows);
  if (FAILED(hr)) {
    MAPIFreeBuffer(bytes);
    return hr;
  }
  FreeProws(rows);
  *out = bytes;
  return S_OK;
}

// What else a macro makes of it is somebody's own.
#undef MAPIFreeBuffer
#define MAPIFreeBuffer(block) otherwise((LPVOID *)&(block))
#undef HrQueryAllRows
#define HrQueryAllRows counted

HRESULT otherMacros(ULONG size) {
  LPBYTE bytes = nullptr;
  HRESULT hr = loadedAllocateBuffer(size, (LPVOID *)&bytes);
  if (SUCCEEDED(hr))
    MAPIFreeBuffer(bytes);
  return HrQueryAllRows() == 0 ? hr : S_OK;
}

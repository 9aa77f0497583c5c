// Stores, folders and their contents.
#include "Client.h"
#include <string.h>
#include <tchar.h>

enum { ColumnEntryId, ColumnDefault, ColumnCount };

// Opens the store that is marked as the default one.
HRESULT OpenDefaultStore(LPMAPISESSION session, LPMDB *store) {
  SizedSPropTagArray(ColumnCount,
                     columns) = {ColumnCount, {PR_ENTRYID, PR_DEFAULT_STORE}};
  HRESULT hr = S_OK;
  LPMAPITABLE stores = nullptr;
  LPSRowSet rows = nullptr;
  CHECK_HR(session->GetMsgStoresTable(0, &stores));
  CHECK_HR(HrQueryAllRows(stores, (LPSPropTagArray)&columns, nullptr, nullptr,
                          0, &rows));
  hr = MAPI_E_NOT_FOUND;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    LPSPropValue values = rows->aRow[i].lpProps;
    if (values[ColumnDefault].ulPropTag != PR_DEFAULT_STORE ||
        !values[ColumnDefault].Value.b)
      continue;
    hr = session->OpenMsgStore(
        0, values[ColumnEntryId].Value.bin.cb,
        (LPENTRYID)values[ColumnEntryId].Value.bin.lpb, nullptr,
        MDB_WRITE | MAPI_BEST_ACCESS, store);
    break;
  }
Cleanup:
  if (rows)
    FreeProws(rows);
  RELEASE(stores);
  return hr;
}

// Counts the messages in the folder below which all of a user's folders are.
HRESULT CountMessages(LPMDB store, ULONG *count) {
  HRESULT hr = S_OK;
  LPSPropValue subtree = nullptr;
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE contents = nullptr;
  ULONG type = 0;
  CHECK_HR(HrGetOneProp(store, PR_IPM_SUBTREE_ENTRYID, &subtree));
  CHECK_HR(store->OpenEntry(subtree->Value.bin.cb,
                            (LPENTRYID)subtree->Value.bin.lpb, nullptr,
                            MAPI_BEST_ACCESS, &type, (LPUNKNOWN *)&folder));
  CHECK_HR(folder->GetContentsTable(0, &contents));
  CHECK_HR(contents->GetRowCount(0, count));
Cleanup:
  RELEASE(contents);
  RELEASE(folder);
  MAPIFreeBuffer(subtree);
  return hr;
}

// Walks the top folders; the session goes on.
HRESULT WalkDefaultStore(LPMAPISESSION session) {
  HRESULT hr = S_OK;
  LPMDB store = nullptr;
  LPMAPIFOLDER root = nullptr;
  LPMAPITABLE hierarchy = nullptr;
  ULONG type = 0;
  CHECK_HR(OpenDefaultStore(session, &store));
  CHECK_HR(store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root));
  CHECK_HR(root->GetHierarchyTable(CONVENIENT_DEPTH, &hierarchy));
  for (;;) {
    LPSRowSet rows = nullptr;
    CHECK_HR(hierarchy->QueryRows(20, 0, &rows));
    const ULONG found = rows->cRows;
    FreeProws(rows);
    if (found == 0)
      break;
    printf("%lu folders\n", (unsigned long)found);
  }
Cleanup:
  RELEASE(hierarchy);
  RELEASE(root);
  RELEASE(store);
  return hr;
}

// Walks the stores and ends the session that it was given.
HRESULT WalkAndLeave(LPMAPISESSION session) {
  HRESULT hr = S_OK;
  LPMAPITABLE stores = nullptr;
  LPSRowSet rows = nullptr;
  LPMDB store = nullptr;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  CHECK_HR(session->GetMsgStoresTable(0, &stores));
  CHECK_HR(stores->QueryRows(1, 0, &rows));
  if (rows->cRows != 0) {
    LPSPropValue entry =
        PpropFindProp(rows->aRow[0].lpProps, rows->aRow[0].cValues, PR_ENTRYID);
    if (!entry)
      goto Cleanup;
    CHECK_HR(session->OpenMsgStore(0, entry->Value.bin.cb,
                                   (LPENTRYID)entry->Value.bin.lpb, nullptr,
                                   MAPI_BEST_ACCESS, &store));
    CHECK_HR(
        store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root));
    printf("the root is of type %lu\n", (unsigned long)type);
    RELEASE(store);
  }
Cleanup:
  if (rows)
    FreeProws(rows);
  RELEASE(stores);
  session->Logoff(0, 0, 0); // DEFECT(mapi-live-at-logoff) DEFECT(mapi-live-at-logoff): root always, store if the root does not open
  session->Release();
  return hr;
}

// Looks for a folder by its name, then ends the session.
HRESULT FindFolder(LPMAPISESSION session, LPCTSTR name) {
  HRESULT hr = S_OK;
  ComPtr<IMAPITable> stores;
  hr = session->GetMsgStoresTable(0, &stores);
  if (SUCCEEDED(hr)) {
    ULONG count = 0;
    hr = stores->GetRowCount(0, &count);
    _tprintf(TEXT("looking for %ls in %lu stores\n"), name,
             (unsigned long)count);
  }
  session->Logoff(0, 0, 0); // DEFECT(mapi-live-at-logoff): the smart pointer outlives it
  return hr;
}

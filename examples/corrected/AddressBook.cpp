// Looking up names.
#include "Client.h"
#include <tchar.h>

// Prints the containers of the address book.
HRESULT ListContainers(LPMAPISESSION session) {
  HRESULT hr = S_OK;
  LPADRBOOK book = nullptr;
  LPABCONT root = nullptr;
  LPMAPITABLE hierarchy = nullptr;
  ULONG type = 0;
  CHECK_HR(session->OpenAddressBook(0, nullptr, 0, &book));
  CHECK_HR(book->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root));
  CHECK_HR(root->GetHierarchyTable(CONVENIENT_DEPTH, &hierarchy));
  for (;;) {
    LPSRowSet rows = nullptr;
    CHECK_HR(hierarchy->QueryRows(10, 0, &rows));
    if (rows->cRows == 0) {
      FreeProws(rows);
      break;
    }
    for (ULONG i = 0; i < rows->cRows; ++i) {
      LPSPropValue name = PpropFindProp(rows->aRow[i].lpProps,
                                        rows->aRow[i].cValues, PR_DISPLAY_NAME);
      if (name)
        _tprintf(TEXT("%ls\n"), name->Value.LPSZ);
    }
    FreeProws(rows);
  }
Cleanup:
  RELEASE(hierarchy);
  RELEASE(root);
  RELEASE(book);
  return hr;
}

// Looks one name up and ends the session.
HRESULT ResolveAndLeave(LPMAPISESSION session, LPTSTR name) {
  LPADRBOOK book = nullptr;
  HRESULT hr = session->OpenAddressBook(0, nullptr, 0, &book);
  if (SUCCEEDED(hr)) {
    LPABCONT root = nullptr;
    ULONG type = 0;
    hr = book->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root);
    if (SUCCEEDED(hr)) {
      _tprintf(TEXT("%ls is looked for in a container of type %lu\n"), name,
               (unsigned long)type);
      root->Release();
    }
    book->Release();
  }
  session->Logoff(0, 0, 0);
  session->Release();
  return hr;
}

#include "Session.h"
#include <cstdio>

void leave(LPMAPISESSION session, LPMDB store) {
  if (store)
    store->Release();
  session->Logoff(0, 0, 0);
  session->Release();
}

HRESULT countFolders(ULONG entrySize, LPENTRYID entry) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_USE_DEFAULT, &session);
  if (FAILED(hr))
    return hr;
  LPMDB store = nullptr;
  hr = session->OpenMsgStore(0, entrySize, entry, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    std::printf("%lu folders\n", countFoldersOf(store));
  leave(session, store);
  return hr;
}

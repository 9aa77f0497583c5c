// RUN: %check_mapi %s
// A helper that does the same for each of many: what else it does is known.
#include <mapix.h>
#include <vector>

static void closeStore(LPMDB store, std::vector<ULONG> &tokens) {
  for (ULONG token : tokens)
    store->Unadvise(token);
  tokens.clear();
  store->Release();
}

static void cancelAll(LPMDB store, std::vector<ULONG> &tokens) {
  for (ULONG token : tokens)
    store->Unadvise(token);
  tokens.clear();
}

HRESULT right(LPMAPISESSION session, std::vector<ULONG> &tokens) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    closeStore(store, tokens);
  return hr;
}

HRESULT wrong(LPMAPISESSION session, std::vector<ULONG> &tokens) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    cancelAll(store, tokens);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) may be lost on this way out without being released, if IMAPISession::OpenMsgStore succeeds [mapi-interface-leak]
}

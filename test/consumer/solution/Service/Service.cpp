// A Windows service that looks into a mailbox from time to time.
#include "stdafx.h"
#include "Mailbox.h"

class CMailService : public CAtlServiceModuleT<CMailService, 1> {
public:
  HRESULT PreMessageLoop(int show) throw();
  HRESULT RunOnce();
  HRESULT RunTwice();
};

CMailService _AtlModule;

HRESULT CMailService::PreMessageLoop(int show) throw() {
  HRESULT hr = CAtlServiceModuleT<CMailService, 1>::PreMessageLoop(show);
  if (SUCCEEDED(hr))
    hr = RunOnce();
  return hr;
}

// Right: each way out behind MAPIInitialize undoes it.
HRESULT CMailService::RunOnce() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = CountMessages();
  MAPIUninitialize();
  return hr;
}

// Wrong: nothing undoes it where there is nothing to count.
HRESULT CMailService::RunTwice() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = CountMessages();
  if (hr == MAPI_E_NOT_FOUND)
    return S_FALSE;
  hr = CountMessages();
  MAPIUninitialize();
  return hr;
}

extern "C" int WINAPI _tWinMain(HINSTANCE, HINSTANCE, LPTSTR, int show) {
  return _AtlModule.WinMain(show);
}

// RUN: %check_mapi %s
// MAPI is neither started nor ended in DllMain itself.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

static HINSTANCE instance;
static bool up;

// The host calls these, outside of the loader lock.
extern "C" __declspec(dllexport) HRESULT StartClient() {
  HRESULT hr = MAPIInitialize(nullptr);
  up = SUCCEEDED(hr);
  return hr;
}

extern "C" __declspec(dllexport) void StopClient() {
  if (up)
    MAPIUninitialize();
  up = false;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE module, DWORD reason,
                               LPVOID reserved) {
  switch (reason) {
  case DLL_PROCESS_ATTACH:
    instance = module;
    DisableThreadLibraryCalls(module);
    if (FAILED(MAPIInitialize(nullptr)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
      return FALSE;
    up = true;
    break;
  case DLL_PROCESS_DETACH:
    if (up && !reserved)
      MAPIUninitialize();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    up = false;
    break;
  default:
    break;
  }
  return TRUE;
}

// A thread of the client's own is not the loader's.
static DWORD WINAPI clientThread(LPVOID) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  LPMAPISESSION session = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr,
                            MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_USE_DEFAULT,
                            &session))) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  MAPIUninitialize();
  return 0;
}

extern "C" __declspec(dllexport) HANDLE StartThread() {
  return CreateThread(nullptr, 0, clientThread, nullptr, 0, nullptr);
}

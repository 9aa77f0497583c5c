// RUN: %check_mapi %s
// MAPI is neither started nor ended by what DllMain calls.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

static long users;
static CRITICAL_SECTION lock;

// One call away, and two.
static HRESULT startMapi() { return MAPIInitialize(nullptr); }
static void stopMapi() { MAPIUninitialize(); }

static void enter() {
  if (users++ == 0 && FAILED(startMapi()))
    --users;
}

static void leave() {
  if (users > 0 && --users == 0)
    stopMapi();
}

// Nothing of MAPI behind these, though the names are alike.
static void startLog() { InitializeCriticalSection(&lock); }
static void stopLog() { DeleteCriticalSection(&lock); }

namespace window {
static ATOM startMapi(HINSTANCE module) {
  WNDCLASSW type = {};
  type.hInstance = module;
  type.lpszClassName = L"client";
  type.lpfnWndProc = DefWindowProcW;
  return RegisterClassW(&type);
}
} // namespace window

// A constructor and a method.
class Client {
public:
  Client() : up_(SUCCEEDED(MAPIInitialize(nullptr))) {}
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;
  ~Client() {
    if (up_)
      MAPIUninitialize();
  }

private:
  bool up_;
};

class Module {
public:
  void attach(HINSTANCE module) { module_ = module; }
  void detachThread();
  void begin() { enter(); }

private:
  HINSTANCE module_ = nullptr;
};

static Client *client;
static Module theModule;

extern "C" BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID) {
  switch (reason) {
  case DLL_PROCESS_ATTACH:
    startLog();
    window::startMapi(module);
    theModule.attach(module);
    if (FAILED(startMapi()))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
      return FALSE;
    client = new Client;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    break;
  case DLL_THREAD_ATTACH:
    enter();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    break;
  case DLL_THREAD_DETACH:
    theModule.detachThread();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    break;
  case DLL_PROCESS_DETACH:
    delete client;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    stopLog();
    break;
  }
  return TRUE;
}

// Defined below DllMain, but called by it.
void Module::detachThread() { leave(); }

// The same helpers, called by others.
extern "C" __declspec(dllexport) void Begin() { theModule.begin(); }
extern "C" __declspec(dllexport) void End() { leave(); }

extern "C" __declspec(dllexport) HRESULT CountProfiles(ULONG *count) {
  HRESULT hr = startMapi();
  if (FAILED(hr))
    return hr;
  LPPROFADMIN admin = nullptr;
  hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(hr)) {
    LPMAPITABLE profiles = nullptr;
    hr = admin->GetProfileTable(0, &profiles);
    if (SUCCEEDED(hr)) {
      hr = profiles->GetRowCount(0, count);
      profiles->Release();
    }
    admin->Release();
  }
  stopMapi();
  return hr;
}

// RUN: %check_mapi %s
// A DllMain that knows the functions which start and end MAPI, and does not
// call them. Nothing here deserves a finding.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

typedef HRESULT(STDAPICALLTYPE *StartFunction)();
typedef void(STDAPICALLTYPE *StopFunction)();

static HRESULT STDAPICALLTYPE startMapi() { return MAPIInitialize(nullptr); }
static void STDAPICALLTYPE stopMapi() { MAPIUninitialize(); }

// Tables of functions, for whoever asks for them later.
struct Services {
  StartFunction start;
  StopFunction stop;
  LPMAPIINITIALIZE initialize;
  LPMAPIUNINITIALIZE uninitialize;
};

static const Services fixedServices = {startMapi, stopMapi, MAPIInitialize,
                                       MAPIUninitialize};
static Services services;
static HMODULE mapiDll;

static void fillServices(Services *out) {
  out->start = startMapi;
  out->stop = &stopMapi;
  out->initialize = MAPIInitialize;
  out->uninitialize = MAPIUninitialize;
}

static bool isFilled(const Services &asked) {
  return asked.start && asked.stop && asked.start == fixedServices.start;
}

// Looks for MAPI without starting it.
static bool isMapiInstalled() {
  HMODULE dll = GetModuleHandleW(L"mapi32.dll");
  return dll && GetProcAddress(dll, "MAPIInitialize") != nullptr;
}

// An object whose methods start MAPI; its constructor does not.
class Client {
public:
  Client() : up_(false) { InitializeCriticalSection(&lock_); }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;
  ~Client() { DeleteCriticalSection(&lock_); }
  HRESULT start() {
    HRESULT hr = MAPIInitialize(nullptr);
    up_ = SUCCEEDED(hr);
    return hr;
  }
  void stop() {
    if (up_)
      MAPIUninitialize();
    up_ = false;
  }
  bool isUp() const { return up_; }

private:
  CRITICAL_SECTION lock_;
  bool up_;
};

static Client *client;

// A callback that the host calls by and by.
typedef void (*Callback)(bool start);
static Callback onReady;

static void ready(bool start) {
  if (start)
    client->start();
  else
    client->stop();
}

static void setCallback(Callback callback) { onReady = callback; }

extern "C" BOOL APIENTRY DllMain(HMODULE module, DWORD reason, LPVOID) {
  const auto startLater = [] { return startMapi(); };
  if (reason == DLL_PROCESS_ATTACH) {
    DisableThreadLibraryCalls(module);
    fillServices(&services);
    if (!isFilled(services))
      services.start = startLater;
    mapiDll = isMapiInstalled() ? GetModuleHandleW(L"mapi32.dll") : nullptr;
    client = new Client;
    setCallback(ready);
  } else if (reason == DLL_PROCESS_DETACH) {
    setCallback(nullptr);
    if (client && client->isUp())
      OutputDebugStringW(L"MAPI is still up\n");
    delete client;
    client = nullptr;
  }
  return TRUE;
}

extern "C" __declspec(dllexport) const Services *GetServices() {
  return &services;
}

extern "C" __declspec(dllexport) void Ready(BOOL start) {
  if (onReady)
    onReady(start != FALSE);
}

// Functions whose names only begin like those of the entry point.
BOOL DllMainLater(DWORD reason) {
  if (reason == DLL_PROCESS_ATTACH)
    return SUCCEEDED(MAPIInitialize(nullptr));
  MAPIUninitialize();
  return TRUE;
}

extern "C" HRESULT WINAPI DllRegisterServer() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  LPPROFADMIN admin = nullptr;
  hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(hr))
    admin->Release();
  MAPIUninitialize();
  return hr;
}

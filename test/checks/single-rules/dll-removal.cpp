// RUN: %check_mapi %s
// Libraries that are unloaded or deleted when a session ends.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <stdio.h>

void work();

static void endSession(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
}

// --- The MAPI DLL, loaded by hand.
bool freedLast() {
  HMODULE dll = LoadLibrary(TEXT("mapi32.dll"));
  if (!dll)
    return false;
  LPMAPIINITIALIZE pfnInitialize =
      (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize");
  LPMAPIUNINITIALIZE pfnUninitialize =
      (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize");
  if (!pfnInitialize || !pfnUninitialize || FAILED(pfnInitialize(nullptr))) {
    FreeLibrary(dll);
    return false;
  }
  work();
  pfnUninitialize();
  FreeLibrary(dll);
  return true;
}

bool freedTooEarly() {
  HMODULE dll = LoadLibrary(TEXT("mapi32.dll"));
  if (!dll)
    return false;
  LPMAPIINITIALIZE pfnInitialize =
      (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize");
  LPMAPIUNINITIALIZE pfnUninitialize =
      (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize");
  if (!pfnInitialize || !pfnUninitialize || FAILED(pfnInitialize(nullptr))) {
    FreeLibrary(dll);
    return false;
  }
  work();
  FreeLibrary(dll);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
  pfnUninitialize();
  return true;
}

// A ladder, whose rungs stand in the right order or not.
HRESULT ladderRight(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = E_FAIL;
  HMODULE dll = LoadLibraryExW(L"C:\\Windows\\System32\\MAPI32.DLL", nullptr,
                               LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!dll)
    return hr;
  hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    goto unload;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    goto uninitialize;
  endSession(session);
uninitialize:
  MAPIUninitialize();
unload:
  FreeLibrary(dll);
  return hr;
}

HRESULT ladderWrong(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  bool up = false;
  HRESULT hr = E_FAIL;
  HMODULE dll = LoadLibraryExW(L"C:\\Windows\\System32\\MAPI32.DLL", nullptr,
                               LOAD_WITH_ALTERED_SEARCH_PATH);
  if (!dll)
    goto done;
  hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    goto done;
  up = true;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (FAILED(hr))
    goto done;
  endSession(session);
done:
  if (dll)
    FreeLibrary(dll);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
  if (up)
    MAPIUninitialize();
  return hr;
}

// The calls of MAPIInitialize are counted.
void counted() {
  HMODULE dll = LoadLibraryA("mapi32.dll");
  if (SUCCEEDED(MAPIInitialize(nullptr))) {
    if (SUCCEEDED(MAPIInitialize(nullptr))) {
      work();
      MAPIUninitialize();
    }
    MAPIUninitialize();
  }
  if (dll)
    FreeLibrary(dll);
}

void countedOnceTooFew() {
  HMODULE dll = LoadLibraryA("mapi32.dll");
  if (FAILED(MAPIInitialize(nullptr))) {
    if (dll)
      FreeLibrary(dll);
    return;
  }
  if (SUCCEEDED(MAPIInitialize(nullptr))) {
    work();
    MAPIUninitialize();
  }
  if (dll)
    FreeLibrary(dll);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
  MAPIUninitialize();
}

// Guards: the later one runs first.
class Library {
public:
  explicit Library(LPCWSTR name) : handle_(LoadLibraryW(name)) {}
  Library(const Library &) = delete;
  Library &operator=(const Library &) = delete;
  ~Library() {
    if (handle_)
      FreeLibrary(handle_);
  }

private:
  HMODULE handle_;
};

class Mapi {
public:
  Mapi() : hr_(MAPIInitialize(nullptr)) {}
  Mapi(const Mapi &) = delete;
  Mapi &operator=(const Mapi &) = delete;
  ~Mapi() {
    if (SUCCEEDED(hr_))
      MAPIUninitialize();
  }

private:
  HRESULT hr_;
};

void guardsRight() {
  Library library(L"mapi32.dll");
  Mapi mapi;
  work();
}

void guardsWrong() {
  Mapi mapi;
  Library library(L"mapi32.dll");
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]

void guardOfAnotherLibrary() {
  Mapi mapi;
  Library library(L"richedit.dll");
  work();
}

// --- A library that the client has not loaded itself.
void providerUnloaded(LPMAPISESSION session) {
  session->Logoff(0, 0, 0);
  session->Release();
  HMODULE provider = GetModuleHandle(TEXT("myprov32.dll"));
  if (provider)
    FreeLibrary(provider);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

// GetModuleHandleEx has counted the client: FreeLibrary takes it back.
void providerCounted(LPMAPISESSION session) {
  HMODULE provider = nullptr;
  if (!GetModuleHandleEx(0, TEXT("myprov32.dll"), &provider))
    return;
  work();
  session->Logoff(0, 0, 0);
  session->Release();
  FreeLibrary(provider);
}

void unloadedAtOnce(LPMAPISESSION session) {
  endSession(session);
  FreeLibrary(GetModuleHandleW(L"mspst32.dll"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void onlyLookedAt(LPMAPISESSION session) {
  endSession(session);
  HMODULE provider = GetModuleHandleW(L"mspst32.dll");
  if (provider && GetProcAddress(provider, "MSProviderInit"))
    work();
}

void ownLibrary(LPMAPISESSION session) {
  HMODULE viewer = LoadLibrary(TEXT("viewer.dll"));
  work();
  endSession(session);
  if (viewer)
    FreeLibrary(viewer);
}

void ownLibraryInUse(LPMAPISESSION session) {
  HMODULE viewer = GetModuleHandle(TEXT("viewer.dll"));
  const bool loaded = !viewer;
  if (loaded)
    viewer = LoadLibrary(TEXT("viewer.dll"));
  endSession(session);
  if (loaded && viewer)
    FreeLibrary(viewer);
}

void givenLibrary(LPMAPISESSION session, HMODULE library) {
  endSession(session);
  FreeLibrary(library);
}

// RUN: %check_mapi %s
// MAPI reached through function pointers and references in a class.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

void work();

// A wrapper of the library: pointers looked up in the constructor.
class CMapiDll {
public:
  explicit CMapiDll(HMODULE dll)
      : m_pfnInitialize(
            (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize")),
        m_pfnUninitialize(
            (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize")),
        m_pfnLogonEx((LPMAPILOGONEX)GetProcAddress(dll, "MAPILogonEx")) {}
  bool IsLoaded() const {
    return m_pfnInitialize && m_pfnUninitialize && m_pfnLogonEx;
  }
  HRESULT Initialize() { return m_pfnInitialize(nullptr); }
  void Uninitialize() { m_pfnUninitialize(); }
  HRESULT Logon(LPMAPISESSION *out) {
    return m_pfnLogonEx(0, nullptr, nullptr, MAPI_EXTENDED, out);
  }

private:
  LPMAPIINITIALIZE m_pfnInitialize;
  LPMAPIUNINITIALIZE m_pfnUninitialize;
  LPMAPILOGONEX m_pfnLogonEx;
};

HRESULT throughWrapper(HMODULE dll) {
  CMapiDll mapi(dll);
  if (!mapi.IsLoaded())
    return E_FAIL;
  HRESULT hr = mapi.Initialize();
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = mapi.Logon(&session);
  if (SUCCEEDED(hr)) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  mapi.Uninitialize();
  return hr;
}

HRESULT throughWrapperForgets(HMODULE dll) {
  CMapiDll mapi(dll);
  if (!mapi.IsLoaded())
    return E_FAIL;
  HRESULT hr = mapi.Initialize();
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = mapi.Logon(&session);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  session->Logoff(0, 0, 0);
  session->Release();
  mapi.Uninitialize();
  return S_OK;
}

void throughWrapperNoLogoff(HMODULE dll) {
  CMapiDll mapi(dll);
  LPMAPISESSION session = nullptr;
  if (!mapi.IsLoaded() || FAILED(mapi.Logon(&session)))
    return;
  work();
  session->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
}

// Members with types of the class's own, looked up in the constructor's body.
class CLoader {
  typedef HRESULT(WINAPI *InitFn)(void *);
  typedef void(WINAPI *VoidFn)();

public:
  CLoader() : m_dll(LoadLibraryA("mapi32.dll")) {
    if (!m_dll)
      return;
    m_init = (InitFn)GetProcAddress(m_dll, "MAPIInitialize");
    m_down = (VoidFn)GetProcAddress(m_dll, "MAPIUninitialize");
    if (m_init && m_down)
      m_up = SUCCEEDED(m_init(nullptr));
  }
  CLoader(const CLoader &) = delete;
  CLoader &operator=(const CLoader &) = delete;
  ~CLoader() {
    if (m_up)
      m_down();
    if (m_dll)
      FreeLibrary(m_dll);
  }

private:
  HMODULE m_dll;
  InitFn m_init = nullptr;
  VoidFn m_down = nullptr;
  bool m_up = false;
};

class CLoaderForgets {
  typedef HRESULT(WINAPI *InitFn)(void *);

public:
  CLoaderForgets() : m_dll(LoadLibraryA("mapi32.dll")) {
    if (!m_dll)
      return;
    m_init = (InitFn)GetProcAddress(m_dll, "MAPIInitialize");
    if (m_init)
      m_up = SUCCEEDED(m_init(nullptr));
  }
  CLoaderForgets(const CLoaderForgets &) = delete;
  CLoaderForgets &operator=(const CLoaderForgets &) = delete;
  ~CLoaderForgets() {
    m_up = false;
    if (m_dll)
      FreeLibrary(m_dll);
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]

private:
  HMODULE m_dll;
  InitFn m_init = nullptr;
  bool m_up = false;
};

// Tested before each call: where the one was found, so was the other.
class CTestsEachTime {
public:
  explicit CTestsEachTime(HMODULE dll)
      : m_pfnInitialize(
            (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize")),
        m_pfnUninitialize(
            (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize")) {
    if (m_pfnInitialize)
      m_up = SUCCEEDED(m_pfnInitialize(nullptr));
  }
  CTestsEachTime(const CTestsEachTime &) = delete;
  CTestsEachTime &operator=(const CTestsEachTime &) = delete;
  ~CTestsEachTime() {
    if (m_up && m_pfnUninitialize)
      m_pfnUninitialize();
  }

private:
  LPMAPIINITIALIZE m_pfnInitialize;
  LPMAPIUNINITIALIZE m_pfnUninitialize;
  bool m_up = false;
};

// References to functions, bound in the constructor.
class CReferences {
public:
  CReferences() : m_oleDown(OleUninitialize), m_mapiDown(MAPIUninitialize) {}
  void End() {
    m_oleDown();
    m_mapiDown();
  }
  void EndOutOfOrder() {
    m_mapiDown();
    m_oleDown();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
  }

private:
  void(WINAPI &m_oleDown)();
  MAPIUNINITIALIZE &m_mapiDown;
};

// Pointers with initialisers of their own, never changed.
class CInitialised {
public:
  HRESULT Run() {
    HRESULT hr = m_init(nullptr);
    if (FAILED(hr))
      return hr;
    work();
    m_down();
    return S_OK;
  }
  void RunBlindly() {
    m_init(nullptr);
    work();
    m_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }

private:
  HRESULT(WINAPI *const m_init)(void *) = MAPIInitialize;
  void(WINAPI *const m_down)() = &MAPIUninitialize;
};

// Whoever makes the object says what is called: not known here.
class CInjected {
public:
  typedef void(WINAPI *VoidFn)();
  explicit CInjected(VoidFn first = &MAPIUninitialize,
                     VoidFn second = &OleUninitialize)
      : m_first(first), m_second(second) {}
  void End() {
    m_first();
    m_second();
  }

private:
  VoidFn m_first, m_second;
};

// A table of functions, filled in a loop: not known either.
struct SEntry {
  const char *name;
  FARPROC *slot;
};

class CTable {
public:
  explicit CTable(HMODULE dll) {
    SEntry entries[] = {{"MAPIUninitialize", &m_procs[0]},
                        {"OleUninitialize", &m_procs[1]}};
    for (SEntry &entry : entries)
      *entry.slot = GetProcAddress(dll, entry.name);
  }
  void End() {
    for (FARPROC proc : m_procs)
      if (proc)
        ((void(WINAPI *)())proc)();
  }

private:
  FARPROC m_procs[2];
};

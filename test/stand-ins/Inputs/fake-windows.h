// The few declarations of Windows that the smart pointers need, for a program
// that runs on the host.
#ifndef FAKE_WINDOWS_H
#define FAKE_WINDOWS_H

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <cwchar>

#define STDMETHODCALLTYPE
#define __stdcall
#define WINAPI
#define CP_ACP 0
typedef int HRESULT;
typedef unsigned int ULONG, DWORD, UINT;
typedef int BOOL, INT;
typedef unsigned short VARTYPE;
typedef uintptr_t DWORD_PTR;
typedef wchar_t OLECHAR, WCHAR, TCHAR;
typedef OLECHAR *BSTR, *LPOLESTR, *LPWSTR, *PWSTR;
typedef const OLECHAR *LPCOLESTR, *LPCWSTR;
typedef const char *LPCSTR;
typedef void *HANDLE, *LPVOID, *HMODULE, *HINSTANCE, *HKEY, *HLOCAL, *HGLOBAL,
    *HWND;
typedef DWORD *LPDWORD;
typedef unsigned char BYTE;
typedef long long LONGLONG;
typedef unsigned long long ULONGLONG;
struct GUID {
  int value;
};
typedef GUID IID, CLSID;
typedef const GUID &REFGUID, &REFIID, &REFCLSID;
#define S_OK 0
#define E_NOINTERFACE (-1)
#define E_POINTER (-2)
#define E_FAIL (-3)
#define E_INVALIDARG (-4)
#define E_OUTOFMEMORY (-5)
#define HRESULT_FROM_WIN32(x) (x)
#define FAILED(hr) ((hr) < 0)
#define SUCCEEDED(hr) ((hr) >= 0)
#define CLSCTX_ALL 23
#define CLSCTX_INPROC_SERVER 1
#define LMEM_FIXED 0
#define GMEM_FIXED 0
#define INVALID_HANDLE_VALUE ((HANDLE)-1)

struct IUnknown {
  virtual HRESULT QueryInterface(REFIID, void **) = 0;
  virtual ULONG AddRef() = 0;
  virtual ULONG Release() = 0;
};
typedef IUnknown *LPUNKNOWN;
struct IDispatch : IUnknown {};
struct IStream;
struct SAFEARRAY;
typedef SAFEARRAY *LPSAFEARRAY;
union CY {
  LONGLONG int64;
};
typedef short DISPID_unused;
typedef int DISPID;
enum : VARTYPE { VT_EMPTY, VT_I4 = 3, VT_R8 = 5, VT_DISPATCH = 9, VT_UNKNOWN = 13, VT_UI4 = 19 };
struct tagVARIANT {
  VARTYPE vt;
  IUnknown *punkVal;
  IDispatch *pdispVal;
};
typedef tagVARIANT VARIANT;

extern int liveBlocks;
inline void *CoTaskMemAlloc(size_t n) { ++liveBlocks; return malloc(n); }
inline void *CoTaskMemRealloc(void *p, size_t n) { return realloc(p, n); }
inline void CoTaskMemFree(void *p) {
  if (p)
    --liveBlocks;
  free(p);
}
inline void *LocalAlloc(int, size_t n) { return CoTaskMemAlloc(n); }
inline HLOCAL LocalFree(HLOCAL p) { CoTaskMemFree(p); return nullptr; }
inline void *GlobalAlloc(int, size_t n) { return CoTaskMemAlloc(n); }
inline HGLOBAL GlobalFree(HGLOBAL p) { CoTaskMemFree(p); return nullptr; }
inline BOOL CloseHandle(HANDLE) { --liveBlocks; return 1; }
inline BOOL FreeLibrary(HMODULE) { --liveBlocks; return 1; }
inline int RegCloseKey(HKEY) { --liveBlocks; return 0; }
inline BOOL DestroyWindow(HWND) { --liveBlocks; return 1; }
inline BSTR SysAllocStringLen(LPCOLESTR s, UINT n) {
  BSTR result = (BSTR)CoTaskMemAlloc((n + 1) * sizeof(OLECHAR));
  if (s)
    memcpy(result, s, n * sizeof(OLECHAR));
  result[n] = 0;
  return result;
}
inline BSTR SysAllocString(LPCOLESTR s) {
  return s ? SysAllocStringLen(s, (UINT)wcslen(s)) : nullptr;
}
inline void SysFreeString(BSTR s) { CoTaskMemFree(s); }
inline UINT SysStringLen(BSTR s) { return s ? (UINT)wcslen(s) : 0; }
inline void VariantInit(VARIANT *v) { v->vt = VT_EMPTY; }
inline IUnknown *heldBy(const VARIANT *v) {
  return v->vt == VT_UNKNOWN ? v->punkVal
         : v->vt == VT_DISPATCH ? v->pdispVal : nullptr;
}
inline HRESULT VariantClear(VARIANT *v) {
  if (IUnknown *held = heldBy(v))
    held->Release();
  v->vt = VT_EMPTY;
  return S_OK;
}
inline HRESULT VariantCopy(VARIANT *to, VARIANT *from) {
  VariantClear(to);
  *to = *from;
  if (IUnknown *held = heldBy(to))
    held->AddRef();
  return S_OK;
}
inline void CoUninitialize() {}
inline HRESULT CoInitializeEx(void *, DWORD) { return S_OK; }
HRESULT CoCreateInstance(REFCLSID, LPUNKNOWN, DWORD, REFIID, void **);
inline HRESULT CLSIDFromProgID(LPCOLESTR, CLSID *clsid) {
  *clsid = CLSID();
  return S_OK;
}

#endif

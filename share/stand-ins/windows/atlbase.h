//===- atlbase.h - ATL: base classes ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/atl-classes
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLBASE_H
#define MAPI_STANDIN_ATLBASE_H

#include <atlalloc.h>
#include <atlcomcli.h>
#include <atlconv.h>
#include <atlcore.h>
#include <atlexcept.h>
#include <atlsimpcoll.h>
#include <shlwapi.h>
#include <stddef.h>
#include <stdio.h>

namespace ATL {

/// Closes its handle; copying hands over.
class CHandle {
public:
  CHandle() : m_h(NULL) {}
  CHandle(CHandle &h) : m_h(h.Detach()) {}
  explicit CHandle(HANDLE h) : m_h(h) {}
  ~CHandle() {
    if (m_h)
      Close();
  }
  CHandle &operator=(CHandle &h) {
    if (this != &h) {
      if (m_h)
        Close();
      Attach(h.Detach());
    }
    return *this;
  }
  operator HANDLE() const { return m_h; }
  void Attach(HANDLE h) { m_h = h; }
  HANDLE Detach() {
    HANDLE h = m_h;
    m_h = NULL;
    return h;
  }
  void Close() {
    if (m_h) {
      ::CloseHandle(m_h);
      m_h = NULL;
    }
  }
  HANDLE m_h;
};

template <typename T> class CAutoPtr {
public:
  CAutoPtr() : m_p(nullptr) {}
  explicit CAutoPtr(T *p) : m_p(p) {}
  CAutoPtr(CAutoPtr &p) : m_p(p.Detach()) {}
  template <typename TSrc> CAutoPtr(CAutoPtr<TSrc> &p) : m_p(p.Detach()) {}
  ~CAutoPtr() { Free(); }
  CAutoPtr &operator=(CAutoPtr &p) {
    if (this != &p) {
      Free();
      m_p = p.Detach();
    }
    return *this;
  }
  operator T *() const { return m_p; }
  T *operator->() const { return m_p; }
  bool operator!() const { return m_p == nullptr; }
  void Attach(T *p) { m_p = p; }
  T *Detach() {
    T *p = m_p;
    m_p = nullptr;
    return p;
  }
  void Free() {
    delete m_p;
    m_p = nullptr;
  }
  T *m_p;
};

template <typename T> class CAutoVectorPtr {
public:
  CAutoVectorPtr() : m_p(nullptr) {}
  explicit CAutoVectorPtr(T *p) : m_p(p) {}
  CAutoVectorPtr(CAutoVectorPtr &p) : m_p(p.Detach()) {}
  ~CAutoVectorPtr() { Free(); }
  CAutoVectorPtr &operator=(CAutoVectorPtr &p) {
    if (this != &p) {
      Free();
      m_p = p.Detach();
    }
    return *this;
  }
  operator T *() const { return m_p; }
  bool Allocate(size_t nElements) {
    m_p = new T[nElements];
    return m_p != nullptr;
  }
  void Attach(T *p) { m_p = p; }
  T *Detach() {
    T *p = m_p;
    m_p = nullptr;
    return p;
  }
  void Free() {
    delete[] m_p;
    m_p = nullptr;
  }
  T *m_p;
};

/// A buffer on the stack or the heap, freed with it.
template <typename T, int t_nFixedBytes = 128, class Allocator = CCRTAllocator>
class CTempBuffer {
public:
  CTempBuffer();
  CTempBuffer(size_t nElements);
  ~CTempBuffer();
  operator T *() const;
  T *operator->() const;
  T *Allocate(size_t nElements);
  T *AllocateBytes(size_t nBytes);
  T *Reallocate(size_t nElements);
  T *m_p;
};

class CRegKey {
public:
  CRegKey();
  CRegKey(CRegKey &key);
  explicit CRegKey(HKEY hKey);
  ~CRegKey();
  CRegKey &operator=(CRegKey &key);
  operator HKEY() const;
  void Attach(HKEY hKey);
  HKEY Detach();
  LONG Close();
  LONG Flush();
  LONG Create(HKEY hKeyParent, LPCTSTR lpszKeyName,
              LPTSTR lpszClass = REG_NONE,
              DWORD dwOptions = REG_OPTION_NON_VOLATILE,
              REGSAM samDesired = KEY_READ | KEY_WRITE,
              LPSECURITY_ATTRIBUTES lpSecAttr = nullptr,
              LPDWORD lpdwDisposition = nullptr);
  LONG Open(HKEY hKeyParent, LPCTSTR lpszKeyName,
            REGSAM samDesired = KEY_READ | KEY_WRITE);
  LONG DeleteSubKey(LPCTSTR lpszSubKey);
  LONG RecurseDeleteKey(LPCTSTR lpszKey);
  LONG DeleteValue(LPCTSTR lpszValue);
  LONG EnumKey(DWORD iIndex, LPTSTR pszName, LPDWORD pnNameLength,
               FILETIME *pftLastWriteTime = nullptr);
  LONG NotifyChangeKeyValue(BOOL bWatchSubtree, DWORD dwNotifyFilter,
                            HANDLE hEvent, BOOL bAsync = TRUE);
  LONG QueryValue(LPCTSTR pszValueName, DWORD *pdwType, void *pData,
                  ULONG *pnBytes);
  LONG QueryValue(DWORD &dwValue, LPCTSTR lpszValueName);
  LONG QueryValue(LPTSTR szValue, LPCTSTR lpszValueName, DWORD *pdwCount);
  LONG QueryBinaryValue(LPCTSTR pszValueName, void *pValue, ULONG *pnBytes);
  LONG QueryDWORDValue(LPCTSTR pszValueName, DWORD &dwValue);
  LONG QueryQWORDValue(LPCTSTR pszValueName, ULONGLONG &qwValue);
  LONG QueryGUIDValue(LPCTSTR pszValueName, GUID &guidValue);
  LONG QueryStringValue(LPCTSTR pszValueName, LPTSTR pszValue, ULONG *pnChars);
  LONG QueryMultiStringValue(LPCTSTR pszValueName, LPTSTR pszValue,
                             ULONG *pnChars);
  LONG SetValue(LPCTSTR pszValueName, DWORD dwType, const void *pValue,
                ULONG nBytes);
  LONG SetValue(DWORD dwValue, LPCTSTR lpszValueName);
  LONG SetValue(LPCTSTR lpszValue, LPCTSTR lpszValueName = nullptr,
                bool bMulti = false, int nValueLen = -1);
  static LONG SetValue(HKEY hKeyParent, LPCTSTR lpszKeyName, LPCTSTR lpszValue,
                       LPCTSTR lpszValueName = nullptr);
  LONG SetBinaryValue(LPCTSTR pszValueName, const void *pValue, ULONG nBytes);
  LONG SetDWORDValue(LPCTSTR pszValueName, DWORD dwValue);
  LONG SetQWORDValue(LPCTSTR pszValueName, ULONGLONG qwValue);
  LONG SetGUIDValue(LPCTSTR pszValueName, REFGUID guidValue);
  LONG SetStringValue(LPCTSTR pszValueName, LPCTSTR pszValue,
                      DWORD dwType = REG_SZ);
  LONG SetMultiStringValue(LPCTSTR pszValueName, LPCTSTR pszValue);
  LONG SetKeyValue(LPCTSTR lpszKeyName, LPCTSTR lpszValue,
                   LPCTSTR lpszValueName = nullptr);
  HKEY m_hKey;
};

struct _ATL_REGMAP_ENTRY {
  LPCOLESTR szKey;
  LPCOLESTR szData;
};

struct _ATL_OBJMAP_ENTRY30 {
  const CLSID *pclsid;
};
typedef _ATL_OBJMAP_ENTRY30 _ATL_OBJMAP_ENTRY;

class CComSingleThreadModel {
public:
  static ULONG Increment(LPLONG p) { return ++*p; }
  static ULONG Decrement(LPLONG p) { return --*p; }
  typedef CComFakeCriticalSection CriticalSection;
  typedef CComFakeCriticalSection AutoCriticalSection;
  typedef CComFakeCriticalSection AutoDeleteCriticalSection;
  typedef CComSingleThreadModel ThreadModelNoCS;
};
class CComMultiThreadModelNoCS {
public:
  static ULONG Increment(LPLONG p);
  static ULONG Decrement(LPLONG p);
  typedef CComFakeCriticalSection CriticalSection;
  typedef CComFakeCriticalSection AutoCriticalSection;
  typedef CComFakeCriticalSection AutoDeleteCriticalSection;
  typedef CComMultiThreadModelNoCS ThreadModelNoCS;
};
class CComMultiThreadModel {
public:
  static ULONG Increment(LPLONG p);
  static ULONG Decrement(LPLONG p);
  typedef CComCriticalSection CriticalSection;
  typedef CComAutoCriticalSection AutoCriticalSection;
  typedef CComAutoDeleteCriticalSection AutoDeleteCriticalSection;
  typedef CComMultiThreadModelNoCS ThreadModelNoCS;
};
#if defined(_ATL_SINGLE_THREADED)
typedef CComSingleThreadModel CComObjectThreadModel;
typedef CComSingleThreadModel CComGlobalsThreadModel;
#elif defined(_ATL_APARTMENT_THREADED)
typedef CComSingleThreadModel CComObjectThreadModel;
typedef CComMultiThreadModel CComGlobalsThreadModel;
#else
typedef CComMultiThreadModel CComObjectThreadModel;
typedef CComMultiThreadModel CComGlobalsThreadModel;
#endif

typedef void(__stdcall _ATL_TERMFUNC)(DWORD_PTR dw);

class CAtlModule {
public:
  static GUID m_libid;
  CAtlModule();
  virtual ~CAtlModule();
  virtual LONG Lock();
  virtual LONG Unlock();
  virtual LONG GetLockCount();
  virtual HRESULT AddCommonRGSReplacements(IUnknown *pRegistrar) = 0;
  HRESULT AddTermFunc(_ATL_TERMFUNC *pFunc, DWORD_PTR dw);
  void Term();
  HRESULT UpdateRegistryFromResourceD(LPCTSTR lpszRes, BOOL bRegister,
                                      _ATL_REGMAP_ENTRY *pMapEntries = nullptr,
                                      IUnknown *pRegistrar = nullptr);
  HRESULT UpdateRegistryFromResourceD(UINT nResID, BOOL bRegister,
                                      _ATL_REGMAP_ENTRY *pMapEntries = nullptr,
                                      IUnknown *pRegistrar = nullptr);
  HRESULT UpdateRegistryFromResourceS(UINT nResID, BOOL bRegister,
                                      _ATL_REGMAP_ENTRY *pMapEntries = nullptr,
                                      IUnknown *pRegistrar = nullptr);
#define UpdateRegistryFromResource UpdateRegistryFromResourceD
  CComCriticalSection m_csStaticDataInitAndTypeInfo;
};
extern CAtlModule *_pAtlModule;

template <class T> class CAtlModuleT : public CAtlModule {
public:
  CAtlModuleT();
  static void InitLibId();
  HRESULT AddCommonRGSReplacements(IUnknown *pRegistrar) override;
  HRESULT RegisterServer(BOOL bRegTypeLib = FALSE, const CLSID *pCLSID = nullptr);
  HRESULT UnregisterServer(BOOL bUnRegTypeLib, const CLSID *pCLSID = nullptr);
  HRESULT UnregisterServer(const CLSID *pCLSID = nullptr);
  HRESULT RegisterAppId();
  HRESULT UnregisterAppId();
  static HRESULT WINAPI UpdateRegistryAppId(BOOL bRegister);
};

template <class T> class CAtlDllModuleT : public CAtlModuleT<T> {
public:
  CAtlDllModuleT();
  ~CAtlDllModuleT();
  BOOL WINAPI DllMain(DWORD dwReason, LPVOID lpReserved);
  HRESULT DllCanUnloadNow();
  HRESULT DllGetClassObject(REFCLSID rclsid, REFIID riid, LPVOID *ppv);
  HRESULT DllRegisterServer(BOOL bRegTypeLib = TRUE);
  HRESULT DllUnregisterServer(BOOL bUnRegTypeLib = TRUE);
  HRESULT GetClassObject(REFCLSID rclsid, REFIID riid, LPVOID *ppv);
};

template <class T> class CAtlExeModuleT : public CAtlModuleT<T> {
public:
  CAtlExeModuleT();
  ~CAtlExeModuleT();
  int WinMain(int nShowCmd);
  HRESULT PreMessageLoop(int nShowCmd);
  HRESULT PostMessageLoop();
  void RunMessageLoop();
  HRESULT Run(int nShowCmd = SW_HIDE);
  bool ParseCommandLine(LPCTSTR lpCmdLine, HRESULT *pnRetCode);
  HRESULT RegisterClassObjects(DWORD dwClsContext, DWORD dwFlags);
  HRESULT RevokeClassObjects();
  static HRESULT InitializeCom();
  static void UninitializeCom();
  LONG Unlock() override;
  DWORD m_dwMainThreadID;
  DWORD m_dwTimeOut;
  DWORD m_dwPause;
  bool m_bDelayShutdown;
  bool m_bComInitialized;
};

template <class T, UINT nServiceNameID>
class CAtlServiceModuleT : public CAtlExeModuleT<T> {
public:
  CAtlServiceModuleT();
  int WinMain(int nShowCmd);
  HRESULT Start(int nShowCmd);
  HRESULT RegisterAppId(bool bService = false);
  HRESULT InitializeSecurity();
  BOOL Install();
  BOOL Uninstall();
  BOOL IsInstalled();
  LONG Unlock() override;
  void LogEvent(LPCTSTR pszFormat, ...);
  void LogEventEx(int id, LPCTSTR pszMessage = nullptr,
                  WORD type = EVENTLOG_INFORMATION_TYPE);
  void OnStop();
  void OnPause();
  void OnContinue();
  void OnInterrogate();
  void OnShutdown();
  void OnUnknownRequest(DWORD dwOpcode);
  void Handler(DWORD dwOpcode);
  void ServiceMain(DWORD dwArgc, LPTSTR *lpszArgv);
  void SetServiceStatus(DWORD dwState);
  TCHAR m_szServiceName[256];
  SERVICE_STATUS_HANDLE m_hServiceStatus;
  SERVICE_STATUS m_status;
  BOOL m_bService;
  DWORD dwThreadID;
};

class CComModule : public CAtlModuleT<CComModule> {
public:
  HRESULT Init(_ATL_OBJMAP_ENTRY *p, HINSTANCE h,
               const GUID *plibid = nullptr);
  void Term();
  HINSTANCE GetModuleInstance();
  HINSTANCE GetResourceInstance();
  HINSTANCE GetTypeLibInstance();
  HRESULT GetClassObject(REFCLSID rclsid, REFIID riid, LPVOID *ppv);
  HRESULT RegisterClassObjects(DWORD dwClsContext, DWORD dwFlags);
  HRESULT RevokeClassObjects();
  HRESULT RegisterTypeLib();
  HRESULT RegisterTypeLib(LPCTSTR lpszIndex);
  HRESULT UnRegisterTypeLib();
  DWORD dwThreadID;
  HINSTANCE m_hInst;
  HINSTANCE m_hInstResource;
  HINSTANCE m_hInstTypeLib;
  CComCriticalSection m_csObjMap;
  CComCriticalSection m_csTypeInfoHolder;
  CComCriticalSection m_csWindowCreate;
};

class CAtlComModule {
public:
  HRESULT RegisterServer(BOOL bRegTypeLib = FALSE, const CLSID *pCLSID = nullptr);
  HRESULT UnregisterServer(BOOL bUnRegTypeLib = FALSE,
                           const CLSID *pCLSID = nullptr);
};
extern CAtlComModule _AtlComModule;

HRESULT AtlReportError(const CLSID &clsid, LPCOLESTR lpszDesc,
                       const IID &iid = GUID_NULL, HRESULT hRes = 0);
HRESULT AtlReportError(const CLSID &clsid, LPCSTR lpszDesc,
                       const IID &iid = GUID_NULL, HRESULT hRes = 0);
HRESULT AtlReportError(const CLSID &clsid, UINT nID, const IID &iid = GUID_NULL,
                       HRESULT hRes = 0, HINSTANCE hInst = nullptr);
HRESULT AtlRegisterTypeLib(HINSTANCE hInstTypeLib, LPCOLESTR lpszIndex);
HRESULT AtlUnRegisterTypeLib(HINSTANCE hInstTypeLib, LPCOLESTR lpszIndex);
HRESULT AtlMarshalPtrInProc(IUnknown *pUnk, const IID &iid, IStream **ppStream);
HRESULT AtlUnmarshalPtr(IStream *pStream, const IID &iid, IUnknown **ppUnk);
HRESULT AtlFreeMarshalStream(IStream *pStream);
BOOL AtlWaitWithMessageLoop(HANDLE hEvent);
HRESULT AtlGetVersion(void *pReserved);
INT_PTR AtlMessageBox(HWND hWndOwner, UINT nMessage, UINT nTitle = 0,
                      UINT nType = MB_OK | MB_ICONINFORMATION);

#define DECLARE_LIBID(libid)                                                   \
  static void InitLibId() throw() { ATL::CAtlModule::m_libid = libid; }
#define DECLARE_REGISTRY_APPID_RESOURCEID(resid, appid)                        \
  static LPCOLESTR GetAppId() throw() { return OLESTR(appid); }                \
  static const TCHAR *GetAppIdT() throw() { return _T(appid); }                \
  static HRESULT WINAPI UpdateRegistryAppId(BOOL bRegister) throw();
} // namespace ATL

#endif

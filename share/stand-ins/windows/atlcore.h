//===- atlcore.h - ATL: locks -----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/ccomcriticalsection-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCORE_H
#define MAPI_STANDIN_ATLCORE_H

#include <atldef.h>

namespace ATL {
class CComCriticalSection {
public:
  CComCriticalSection();
  ~CComCriticalSection();
  HRESULT Init();
  HRESULT Term();
  HRESULT Lock();
  HRESULT Unlock();
  CRITICAL_SECTION m_sec;
};

class CComAutoCriticalSection : public CComCriticalSection {
public:
  CComAutoCriticalSection();
  ~CComAutoCriticalSection();
};

class CComSafeDeleteCriticalSection : public CComCriticalSection {};
class CComAutoDeleteCriticalSection : public CComSafeDeleteCriticalSection {};

class CComFakeCriticalSection {
public:
  HRESULT Init() { return S_OK; }
  HRESULT Term() { return S_OK; }
  HRESULT Lock() { return S_OK; }
  HRESULT Unlock() { return S_OK; }
};

template <class TLock> class CComCritSecLock {
public:
  CComCritSecLock(TLock &cs, bool bInitialLock = true);
  ~CComCritSecLock();
  HRESULT Lock();
  void Unlock();

private:
  CComCritSecLock(const CComCritSecLock &);
  CComCritSecLock &operator=(const CComCritSecLock &);
};

class _ATL_BASE_MODULE70 {
public:
  UINT cbSize;
  HINSTANCE m_hInst;
  HINSTANCE m_hInstResource;
};

class CAtlBaseModule : public _ATL_BASE_MODULE70 {
public:
  static bool m_bInitFailed;
  HINSTANCE GetModuleInstance();
  HINSTANCE GetResourceInstance();
  HINSTANCE SetResourceInstance(HINSTANCE hInst);
  bool AddResourceInstance(HINSTANCE hInst);
  bool RemoveResourceInstance(HINSTANCE hInst);
  HINSTANCE GetHInstanceAt(int i);
};
extern CAtlBaseModule _AtlBaseModule;
} // namespace ATL

#endif

// A service of Visual Studio's wizard that opens a store.
// RUN: %clang -x c++ -std=gnu++14 -fsyntax-only -Werror %windows_flags %microsoft_flags %s
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags %microsoft_flags -std=c++14 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning:

#include <atlbase.h>
#include <atlcom.h>
#include <atlstr.h>
#include <atlcoll.h>
#include <mapix.h>
#include <mapiutil.h>
#include <edkmdb.h>

#define IDS_SERVICENAME 100
#define IDR_AGENT 101

class CAgentModule : public ATL::CAtlServiceModuleT<CAgentModule, IDS_SERVICENAME> {
public:
  DECLARE_REGISTRY_APPID_RESOURCEID(IDR_AGENT, "{6F3B2D0C-4E0F-4F5C-9B5C-0C6B6B4B0C11}")
  HRESULT InitializeSecurity() throw() { return S_OK; }
  HRESULT PreMessageLoop(int nShowCmd) throw();
};
CAgentModule _AtlModule;

struct __declspec(uuid("5c1e5a40-6a44-4e0a-8c59-7d7c3c6b6d01")) IAgent : public IDispatch {
  STDMETHOD(Scan)(BSTR profile) PURE;
};
EXTERN_C const CLSID CLSID_Agent;
EXTERN_C const IID LIBID_AgentLib;

class ATL_NO_VTABLE CAgent
    : public CComObjectRootEx<CComMultiThreadModel>,
      public CComCoClass<CAgent, &CLSID_Agent>,
      public IDispatchImpl<IAgent, &__uuidof(IAgent), &LIBID_AgentLib, 1, 0> {
public:
  DECLARE_REGISTRY_RESOURCEID(IDR_AGENT)
  DECLARE_NOT_AGGREGATABLE(CAgent)
  BEGIN_COM_MAP(CAgent)
    COM_INTERFACE_ENTRY(IAgent)
    COM_INTERFACE_ENTRY(IDispatch)
  END_COM_MAP()
  DECLARE_PROTECT_FINAL_CONSTRUCT()
  HRESULT FinalConstruct() { return S_OK; }
  void FinalRelease() {}
  STDMETHOD(Scan)(BSTR profile);

private:
  CAtlMap<CString, CComPtr<IStream>> m_streams;
};
OBJECT_ENTRY_AUTO(CLSID_Agent, CAgent)

HRESULT rootWrong(IMsgStore *store, ULONG *count) {
  USES_CONVERSION;
  LPMAPIFOLDER root = nullptr;
  ULONG type = 0;
  HRESULT hr = store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root);
  if (FAILED(hr))
    return hr;
  CString text;
  text.Format(_T("%u"), type);
  ATLTRACE(_T("%s\n"), W2A(text));
  *count = text.GetLength();
  return S_OK;
  // CHECK: atl-service.cpp:[[#@LINE-1]]:{{.*}} warning: {{.*}}'root'{{.*}}[mapi-interface-leak]
}

HRESULT rootRight(IMsgStore *store, ULONG *count) {
  CComPtr<IMAPIFolder> root;
  ULONG type = 0;
  HRESULT hr = store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&root);
  if (FAILED(hr))
    return hr;
  CComQIPtr<IMAPIProp, &IID_IMAPIProp> prop(root);
  CString text;
  text.Format(_T("%u"), type);
  *count = text.GetLength();
  return prop ? S_OK : E_FAIL;
}

STDMETHODIMP CAgent::Scan(BSTR profile) {
  CComBSTR name(profile);
  CRegKey key;
  if (key.Open(HKEY_CURRENT_USER, OLE2CT(name)) != ERROR_SUCCESS)
    return AtlReportError(CLSID_Agent, L"no profile", __uuidof(IAgent), E_FAIL);
  return S_OK;
}

HRESULT CAgentModule::PreMessageLoop(int nShowCmd) throw() {
  return ATL::CAtlServiceModuleT<CAgentModule, IDS_SERVICENAME>::PreMessageLoop(nShowCmd);
}

extern "C" int WINAPI _tWinMain(HINSTANCE, HINSTANCE, LPTSTR, int nShowCmd) {
  CComObject<CAgent> *agent = nullptr;
  if (SUCCEEDED(CComObject<CAgent>::CreateInstance(&agent))) {
    agent->AddRef();
    agent->Release();
  }
  return _AtlModule.WinMain(nShowCmd);
}

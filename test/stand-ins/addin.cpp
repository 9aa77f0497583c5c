// An add-in of Outlook: IDTExtensibility2 and the events of Explorer.
// RUN: %clang -x c++ -std=gnu++14 -fsyntax-only -Werror %windows_flags %microsoft_flags %s
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags %microsoft_flags -std=c++14 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %mapi-tidy --quiet --checks='-*,mapi-*' %s -- %windows_flags -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning:

#include <atlbase.h>
#include <atlcom.h>
#include <atlwin.h>
#include <comdef.h>
#include <mapix.h>

enum ext_ConnectMode { ext_cm_AfterStartup, ext_cm_Startup };
enum ext_DisconnectMode { ext_dm_HostShutdown, ext_dm_UserClosed };
struct __declspec(uuid("b65ad801-abaf-11d0-bb8b-00a0c90f2744"))
_IDTExtensibility2 : public IDispatch {
  virtual HRESULT __stdcall OnConnection(IDispatch *application, ext_ConnectMode mode, IDispatch *addin, SAFEARRAY **custom) = 0;
  virtual HRESULT __stdcall OnDisconnection(ext_DisconnectMode mode, SAFEARRAY **custom) = 0;
};
struct __declspec(uuid("0006300f-0000-0000-c000-000000000046")) ExplorerEvents;
EXTERN_C const CLSID CLSID_Connect;
EXTERN_C const GUID LIBID_AddInDesignerObjects, LIBID_Outlook;

class ATL_NO_VTABLE CConnect
    : public CComObjectRootEx<CComSingleThreadModel>,
      public CComCoClass<CConnect, &CLSID_Connect>,
      public IDispatchImpl<_IDTExtensibility2, &__uuidof(_IDTExtensibility2), &LIBID_AddInDesignerObjects, 1, 0>,
      public IDispEventImpl<1, CConnect, &__uuidof(ExplorerEvents), &LIBID_Outlook, 9, 0> {
public:
  typedef IDispEventImpl<1, CConnect, &__uuidof(ExplorerEvents), &LIBID_Outlook, 9, 0> Events;
  DECLARE_REGISTRY_RESOURCEID(101)
  BEGIN_COM_MAP(CConnect)
    COM_INTERFACE_ENTRY2(IDispatch, _IDTExtensibility2)
    COM_INTERFACE_ENTRY(_IDTExtensibility2)
  END_COM_MAP()
  BEGIN_SINK_MAP(CConnect)
    SINK_ENTRY_EX(1, __uuidof(ExplorerEvents), 0xf001, OnActivate)
  END_SINK_MAP()
  void __stdcall OnActivate();
  STDMETHOD(OnConnection)(IDispatch *application, ext_ConnectMode mode, IDispatch *addin, SAFEARRAY **custom);
  STDMETHOD(OnDisconnection)(ext_DisconnectMode mode, SAFEARRAY **custom);

private:
  CComPtr<IDispatch> m_application;
};
OBJECT_ENTRY_AUTO(CLSID_Connect, CConnect)

STDMETHODIMP CConnect::OnConnection(IDispatch *application, ext_ConnectMode, IDispatch *, SAFEARRAY **) {
  m_application = application;
  CComVariant object;
  if (SUCCEEDED(m_application.GetPropertyByName(L"ActiveExplorer", &object)))
    return Events::DispEventAdvise(object.pdispVal);
  return S_OK;
}

STDMETHODIMP CConnect::OnDisconnection(ext_DisconnectMode, SAFEARRAY **) {
  m_application.Release();
  return S_OK;
}

void __stdcall CConnect::OnActivate() {
  CComDispatchDriver driver(m_application);
  _bstr_t name(L"Session");
  CComVariant result;
  driver.GetPropertyByName(name, &result);
}

HRESULT profilesWrong(ULONG *rows) {
  LPPROFADMIN admin = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &admin);
  if (FAILED(hr))
    return hr;
  CComPtr<IMAPITable> table;
  hr = admin->GetProfileTable(0, &table);
  if (SUCCEEDED(hr))
    hr = table->GetRowCount(0, rows);
  return hr;
  // CHECK: addin.cpp:[[#@LINE-1]]:{{.*}} warning: {{.*}}'admin'{{.*}}[mapi-interface-leak]
}

HRESULT profilesRight(ULONG *rows) {
  CComPtr<IProfAdmin> admin;
  HRESULT hr = MAPIAdminProfiles(0, &admin);
  if (FAILED(hr))
    return hr;
  CComPtr<IMAPITable> table;
  hr = admin->GetProfileTable(0, &table);
  if (SUCCEEDED(hr))
    hr = table->GetRowCount(0, rows);
  return hr;
}

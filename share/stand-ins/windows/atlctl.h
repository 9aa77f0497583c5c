//===- atlctl.h - ATL: controls ---------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/ccomcontrol-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCTL_H
#define MAPI_STANDIN_ATLCTL_H

#include <atlcom.h>
#include <atlwin.h>

namespace ATL {
class CComControlBase {
public:
  CComControlBase(HWND &h);
  void SetDirty(BOOL bDirty);
  HRESULT FireViewChange();
  HRESULT SendOnDataChange(DWORD advf = 0);
  BOOL m_bRequiresSave;
  SIZE m_sizeExtent;
};
template <class T, class WinBase = CWindowImpl<T>>
class CComControl : public CComControlBase, public WinBase {
public:
  CComControl();
  HRESULT FireOnRequestEdit(DISPID dispID);
  HRESULT FireOnChanged(DISPID dispID);
};
template <class T> class CComCompositeControl : public CComControl<T> {};
template <class T> class IPersistStreamInitImpl : public IPersistStreamInit {};
template <class T> class IPersistPropertyBagImpl : public IPersistPropertyBag {};
template <class T> class IPersistStorageImpl : public IPersistStorage {};
template <class T> class IOleControlImpl : public IOleControl {};
template <class T> class IOleObjectImpl : public IOleObject {};
template <class T> class IOleInPlaceObjectWindowlessImpl
    : public IOleInPlaceObjectWindowless {};
template <class T> class IOleInPlaceActiveObjectImpl
    : public IOleInPlaceActiveObject {};
template <class T> class IViewObjectExImpl : public IViewObjectEx {};
template <class T> class IQuickActivateImpl : public IQuickActivate {};
template <class T> class IDataObjectImpl : public IDataObject {};
template <class T> class ISpecifyPropertyPagesImpl
    : public ISpecifyPropertyPages {};
template <class T> class IPropertyPageImpl : public IPropertyPage {
public:
  void SetDirty(BOOL bDirty);
  IPropertyPageSite *m_pPageSite;
  IUnknown **m_ppUnk;
  ULONG m_nObjects;
};
template <class T, const CLSID *pclsid = &CLSID_NULL>
class IPropertyPage2Impl : public IPropertyPage2 {};
template <class T>
class IPropertyNotifySinkCP
    : public IConnectionPointImpl<T, &IID_IPropertyNotifySink> {};
template <class T, DWORD dwSafety> class IObjectSafetyImpl {};
} // namespace ATL

#define BEGIN_PROP_MAP(theClass)
#define BEGIN_PROPERTY_MAP(theClass)
#define PROP_ENTRY(desc, dispid, clsid)
#define PROP_ENTRY_TYPE(desc, dispid, clsid, vt)
#define PROP_ENTRY_EX(desc, dispid, clsid, iid)
#define PROP_DATA_ENTRY(desc, member, vt)
#define PROP_PAGE(clsid)
#define END_PROP_MAP()
#define END_PROPERTY_MAP()

#endif

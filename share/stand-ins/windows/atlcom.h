//===- atlcom.h - ATL: COM servers ------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/ccomobjectrootex-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCOM_H
#define MAPI_STANDIN_ATLCOM_H

#include <atlbase.h>
#include <atliface.h>
#include <ocidl.h>

namespace ATL {

class CComObjectRootBase {
public:
  CComObjectRootBase();
  HRESULT FinalConstruct() { return S_OK; }
  void FinalRelease() {}
  void InternalFinalConstructAddRef() {}
  void InternalFinalConstructRelease() {}
  ULONG OuterAddRef();
  ULONG OuterRelease();
  HRESULT OuterQueryInterface(REFIID iid, void **ppvObject);
  void SetVoid(void *) {}
  static void WINAPI ObjectMain(bool bStarting);
  long m_dwRef;
  IUnknown *m_pOuterUnknown;
};

template <class ThreadModel> class CComObjectRootEx : public CComObjectRootBase {
public:
  typedef ThreadModel _ThreadModel;
  typedef CComCritSecLock<typename ThreadModel::AutoCriticalSection> ObjectLock;
  ULONG InternalAddRef();
  ULONG InternalRelease();
  HRESULT _AtlInitialConstruct();
  void Lock();
  void Unlock();
};
typedef CComObjectRootEx<CComObjectThreadModel> CComObjectRoot;

/// Made with a reference count of 0: who wants it calls AddRef.
template <class Base> class CComObject : public Base {
public:
  typedef Base _BaseClass;
  CComObject(void * = nullptr);
  virtual ~CComObject();
  STDMETHOD_(ULONG, AddRef)() override;
  STDMETHOD_(ULONG, Release)() override;
  STDMETHOD(QueryInterface)(REFIID iid, void **ppvObject) override;
  template <class Q> HRESULT STDMETHODCALLTYPE QueryInterface(Q **pp) {
    return QueryInterface(__uuidof(Q), (void **)pp);
  }
  static HRESULT WINAPI CreateInstance(CComObject<Base> **pp) throw();
};

template <class Base> class CComObjectCached : public CComObject<Base> {};
template <class Base> class CComObjectNoLock : public CComObject<Base> {};
template <class Base> class CComObjectGlobal : public CComObject<Base> {};
template <class Base> class CComObjectStack : public CComObject<Base> {};
template <class Base> class CComObjectStackEx : public CComObject<Base> {};
template <class Base> class CComTearOffObject : public CComObject<Base> {};
template <class Base> class CComContainedObject : public CComObject<Base> {};
template <class contained> class CComAggObject : public CComObject<contained> {
public:
  contained m_contained;
};
template <class contained>
class CComPolyObject : public CComAggObject<contained> {};
template <class Owner, class ThreadModel = CComObjectThreadModel>
class CComTearOffObjectBase : public CComObjectRootEx<ThreadModel> {
public:
  typedef Owner _OwnerClass;
  Owner *m_pOwner;
};

template <class T1> class CComCreator {
public:
  static HRESULT WINAPI CreateInstance(void *pv, REFIID riid, LPVOID *ppv);
};
template <class T1> class CComInternalCreator : public CComCreator<T1> {};
template <class T1, class T2> class CComCreator2 : public CComCreator<T1> {};
template <HRESULT hr> class CComFailCreator {
public:
  static HRESULT WINAPI CreateInstance(void *, REFIID, LPVOID *ppv);
};

class CComClassFactory : public IClassFactory,
                         public CComObjectRootEx<CComGlobalsThreadModel> {
public:
  STDMETHOD(QueryInterface)(REFIID iid, void **ppvObject) override;
  STDMETHOD_(ULONG, AddRef)() override;
  STDMETHOD_(ULONG, Release)() override;
  STDMETHOD(CreateInstance)(LPUNKNOWN pUnkOuter, REFIID riid,
                            void **ppvObj) override;
  STDMETHOD(LockServer)(BOOL fLock) override;
  void SetVoid(void *pv);
};
template <class T> class CComClassFactorySingleton : public CComClassFactory {};
class CComClassFactoryAutoThread : public CComClassFactory {};

template <class T, const CLSID *pclsid = &CLSID_NULL> class CComCoClass {
public:
  static const CLSID &WINAPI GetObjectCLSID() { return *pclsid; }
  static LPCTSTR WINAPI GetObjectDescription();
  static HRESULT WINAPI Error(LPCOLESTR lpszDesc, const IID &iid = GUID_NULL,
                              HRESULT hRes = 0);
  static HRESULT WINAPI Error(LPCSTR lpszDesc, const IID &iid = GUID_NULL,
                              HRESULT hRes = 0);
  static HRESULT WINAPI Error(UINT nID, const IID &iid = GUID_NULL,
                              HRESULT hRes = 0, HINSTANCE hInst = nullptr);
  static HRESULT WINAPI Error(LPCOLESTR lpszDesc, DWORD dwHelpID,
                              LPCOLESTR lpszHelpFile,
                              const IID &iid = GUID_NULL, HRESULT hRes = 0);
  template <class Q> static HRESULT CreateInstance(Q **pp);
  template <class Q>
  static HRESULT CreateInstance(IUnknown *punkOuter, Q **pp);
};

class CComTypeInfoHolder {
public:
  HRESULT GetTI(LCID lcid, ITypeInfo **ppInfo);
  HRESULT GetTypeInfo(UINT itinfo, LCID lcid, ITypeInfo **pptinfo);
  HRESULT GetIDsOfNames(REFIID riid, LPOLESTR *rgszNames, UINT cNames,
                        LCID lcid, DISPID *rgdispid);
  HRESULT Invoke(IDispatch *p, DISPID dispidMember, REFIID riid, LCID lcid,
                 WORD wFlags, DISPPARAMS *pdispparams, VARIANT *pvarResult,
                 EXCEPINFO *pexcepinfo, UINT *puArgErr);
};

template <class T, const IID *piid = &__uuidof(T),
          const GUID *plibid = &CAtlModule::m_libid, WORD wMajor = 1,
          WORD wMinor = 0, class tihclass = CComTypeInfoHolder>
class IDispatchImpl : public T {
public:
  typedef tihclass _tihclass;
  STDMETHOD(GetTypeInfoCount)(UINT *pctinfo) override;
  STDMETHOD(GetTypeInfo)(UINT itinfo, LCID lcid, ITypeInfo **pptinfo) override;
  STDMETHOD(GetIDsOfNames)(REFIID riid, LPOLESTR *rgszNames, UINT cNames,
                           LCID lcid, DISPID *rgdispid) override;
  STDMETHOD(Invoke)(DISPID dispidMember, REFIID riid, LCID lcid, WORD wFlags,
                    DISPPARAMS *pdispparams, VARIANT *pvarResult,
                    EXCEPINFO *pexcepinfo, UINT *puArgErr) override;
};

struct _ATL_FUNC_INFO {
  CALLCONV cc;
  VARTYPE vtReturn;
  SHORT nParams;
  VARTYPE pVarTypes[8];
};

class _IDispEvent {
public:
  GUID m_libid;
  IID m_iid;
  unsigned short m_wMajorVerNum;
  unsigned short m_wMinorVerNum;
  DWORD m_dwEventCookie;
  HRESULT DispEventAdvise(IUnknown *pUnk, const IID *piid);
  HRESULT DispEventUnadvise(IUnknown *pUnk, const IID *piid);
};

template <UINT nID, class T, const IID *pdiid>
class IDispEventSimpleImpl : public _IDispEvent {
public:
  HRESULT DispEventAdvise(IUnknown *pUnk, const IID *piid);
  HRESULT DispEventUnadvise(IUnknown *pUnk, const IID *piid);
  HRESULT DispEventAdvise(IUnknown *pUnk);
  HRESULT DispEventUnadvise(IUnknown *pUnk);
};

template <UINT nID, class T, const IID *piid = &IID_NULL,
          const GUID *plibid = &GUID_NULL, WORD wMajor = 0, WORD wMinor = 0,
          class tihclass = CComTypeInfoHolder>
class IDispEventImpl : public IDispEventSimpleImpl<nID, T, piid> {
public:
  typedef tihclass _tihclass;
};

template <class T> class _Copy {
public:
  static HRESULT copy(T *p1, const T *p2);
  static void init(T *);
  static void destroy(T *);
};
template <class T> class _CopyInterface {
public:
  static HRESULT copy(T **p1, T **p2);
  static void init(T **);
  static void destroy(T **p);
};

template <class Base, const IID *piid, class T, class Copy>
class CComEnumImpl : public Base {
public:
  STDMETHOD(Next)(ULONG celt, T *rgelt, ULONG *pceltFetched) override;
  STDMETHOD(Skip)(ULONG celt) override;
  STDMETHOD(Reset)() override;
  STDMETHOD(Clone)(Base **ppEnum) override;
  HRESULT Init(T *begin, T *end, IUnknown *pUnk, int flags = 0);
};
template <class Base, const IID *piid, class T, class Copy,
          class ThreadModel = CComObjectThreadModel>
class CComEnum : public CComEnumImpl<Base, piid, T, Copy>,
                 public CComObjectRootEx<ThreadModel> {};
template <class Base, const IID *piid, class T, class Copy, class CollType,
          class ThreadModel = CComObjectThreadModel>
class CComEnumOnSTL : public CComEnumImpl<Base, piid, T, Copy>,
                      public CComObjectRootEx<ThreadModel> {
public:
  HRESULT Init(IUnknown *pUnkForRelease, CollType &collection);
};
template <class T, class CollType, class ItemType, class CopyItem, class EnumType>
class ICollectionOnSTLImpl : public T {
public:
  STDMETHOD(get_Count)(long *pcount);
  STDMETHOD(get_Item)(long Index, ItemType *pvar);
  STDMETHOD(get__NewEnum)(IUnknown **ppUnk);
  CollType m_coll;
};
enum CComEnumFlags {
  AtlFlagNoCopy = 0,
  AtlFlagTakeOwnership = 2,
  AtlFlagCopy = 3
};

class CComDynamicUnkArray {
public:
  CComDynamicUnkArray();
  ~CComDynamicUnkArray();
  DWORD Add(IUnknown *pUnk);
  BOOL Remove(DWORD dwCookie);
  IUnknown *GetAt(int nIndex);
  int GetSize() const;
  void clear();
  IUnknown **begin();
  IUnknown **end();
};
template <unsigned int nMaxSize>
class CComUnkArray : public CComDynamicUnkArray {};

template <class T, const IID *piid, class CDV = CComDynamicUnkArray>
class IConnectionPointImpl {
public:
  CDV m_vec;
};
template <class T> class IConnectionPointContainerImpl : public IConnectionPointContainer {
public:
  STDMETHOD(EnumConnectionPoints)(IEnumConnectionPoints **ppEnum) override;
  STDMETHOD(FindConnectionPoint)(REFIID riid, IConnectionPoint **ppCP) override;
};
template <const CLSID *pcoclsid, const GUID *plibid = &CAtlModule::m_libid>
class IProvideClassInfoImpl : public IProvideClassInfo {
public:
  STDMETHOD(GetClassInfo)(ITypeInfo **pptinfo) override;
};
template <const CLSID *pcoclsid, const IID *psrcid,
          const GUID *plibid = &CAtlModule::m_libid, WORD wMajor = 1,
          WORD wMinor = 0>
class IProvideClassInfo2Impl : public IProvideClassInfo2 {
public:
  STDMETHOD(GetClassInfo)(ITypeInfo **pptinfo) override;
  STDMETHOD(GetGUID)(DWORD dwGuidKind, GUID *pGUID) override;
};
template <const IID *piid>
class ISupportErrorInfoImpl : public ISupportErrorInfo {
public:
  STDMETHOD(InterfaceSupportsErrorInfo)(REFIID riid) override;
};
template <class T> class IObjectWithSiteImpl : public IObjectWithSite {
public:
  STDMETHOD(SetSite)(IUnknown *pUnkSite) override;
  STDMETHOD(GetSite)(REFIID riid, void **ppvSite) override;
  HRESULT SetChildSite(IUnknown *punkChild);
  CComPtr<IUnknown> m_spUnkSite;
};
template <class T> class IServiceProviderImpl : public IServiceProvider {
public:
  STDMETHOD(QueryService)(REFGUID guidService, REFIID riid,
                          void **ppvObject) override;
};
template <class T> class CComGITPtr {
public:
  CComGITPtr();
  CComGITPtr(T *p);
  explicit CComGITPtr(DWORD dwCookie);
  ~CComGITPtr();
  HRESULT Attach(T *p);
  HRESULT Attach(DWORD dwCookie);
  DWORD Detach();
  HRESULT Revoke();
  HRESULT CopyTo(T **pp) const;
  DWORD GetCookie() const;
  DWORD m_dwCookie;
};
} // namespace ATL

// A class with a COM map is abstract until CComObject derives from it.
#define BEGIN_COM_MAP(x)                                                       \
public:                                                                        \
  typedef x _ComMapClass;                                                      \
  IUnknown *_GetRawUnknown() throw();                                          \
  IUnknown *GetUnknown() throw();                                              \
  HRESULT _InternalQueryInterface(REFIID iid, void **ppvObject) throw();
#define END_COM_MAP()                                                          \
  STDMETHOD_(ULONG, AddRef)() = 0;                                             \
  STDMETHOD_(ULONG, Release)() = 0;                                            \
  STDMETHOD(QueryInterface)(REFIID, void **) = 0;
#define DECLARE_GET_CONTROLLING_UNKNOWN()                                      \
public:                                                                        \
  virtual IUnknown *GetControllingUnknown() throw() { return GetUnknown(); }
#define COM_INTERFACE_ENTRY(x)
#define COM_INTERFACE_ENTRY_IID(iid, x)
#define COM_INTERFACE_ENTRY2(x, x2)
#define COM_INTERFACE_ENTRY2_IID(iid, x, x2)
#define COM_INTERFACE_ENTRY_AGGREGATE(iid, punk)
#define COM_INTERFACE_ENTRY_AGGREGATE_BLIND(punk)
#define COM_INTERFACE_ENTRY_AUTOAGGREGATE(iid, punk, clsid)
#define COM_INTERFACE_ENTRY_BREAK(x)
#define COM_INTERFACE_ENTRY_CACHED_TEAR_OFF(iid, x, punk)
#define COM_INTERFACE_ENTRY_CHAIN(classname)
#define COM_INTERFACE_ENTRY_FUNC(iid, dw, func)
#define COM_INTERFACE_ENTRY_FUNC_BLIND(dw, func)
#define COM_INTERFACE_ENTRY_IMPL(x)
#define COM_INTERFACE_ENTRY_NOINTERFACE(x)
#define COM_INTERFACE_ENTRY_TEAR_OFF(iid, x)

#define BEGIN_OBJECT_MAP(x) static ATL::_ATL_OBJMAP_ENTRY x[] = {
#define END_OBJECT_MAP() {nullptr}};
#define OBJECT_ENTRY(clsid, class) {&clsid},
#define OBJECT_ENTRY_NON_CREATEABLE(class)
#define OBJECT_ENTRY_AUTO(clsid, class)
#define OBJECT_ENTRY_NON_CREATEABLE_EX_AUTO(clsid, class)

#define DECLARE_AGGREGATABLE(x)
#define DECLARE_NOT_AGGREGATABLE(x)
#define DECLARE_ONLY_AGGREGATABLE(x)
#define DECLARE_POLY_AGGREGATABLE(x)
#define DECLARE_PROTECT_FINAL_CONSTRUCT()                                      \
  void InternalFinalConstructAddRef() {}                                       \
  void InternalFinalConstructRelease() {}
#define DECLARE_CLASSFACTORY()
#define DECLARE_CLASSFACTORY_EX(cf)
#define DECLARE_CLASSFACTORY2(lic)
#define DECLARE_CLASSFACTORY_AUTO_THREAD()
#define DECLARE_CLASSFACTORY_SINGLETON(obj)
#define DECLARE_NO_REGISTRY()                                                  \
  static HRESULT WINAPI UpdateRegistry(BOOL bRegister) throw();
#define DECLARE_REGISTRY(class, pid, vpid, nid, flags) DECLARE_NO_REGISTRY()
#define DECLARE_REGISTRY_RESOURCE(x) DECLARE_NO_REGISTRY()
#define DECLARE_REGISTRY_RESOURCEID(x) DECLARE_NO_REGISTRY()
#define DECLARE_OBJECT_DESCRIPTION(x)
#define DECLARE_VIEW_STATUS(x)
#define BEGIN_CATEGORY_MAP(x)
#define END_CATEGORY_MAP()
#define IMPLEMENTED_CATEGORY(catid)
#define REQUIRED_CATEGORY(catid)
#define BEGIN_CONNECTION_POINT_MAP(x)
#define CONNECTION_POINT_ENTRY(iid)
#define END_CONNECTION_POINT_MAP()
#define BEGIN_SINK_MAP(class) typedef class _GetSinkMapFinder;
#define SINK_ENTRY(id, dispid, fn)
#define SINK_ENTRY_EX(id, iid, dispid, fn)
#define SINK_ENTRY_EX_P(id, iid, dispid, fn)
#define SINK_ENTRY_INFO(id, iid, dispid, fn, info)
#define SINK_ENTRY_INFO_P(id, iid, dispid, fn, info)
#define END_SINK_MAP()
#define BEGIN_SERVICE_MAP(x)                                                   \
public:                                                                        \
  HRESULT _InternalQueryService(REFGUID guidService, REFIID riid,              \
                                void **ppvObject);
#define SERVICE_ENTRY(x)
#define SERVICE_ENTRY_CHAIN(x)
#define END_SERVICE_MAP()

#endif

//===- afxdisp.h - MFC: automation ------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/coledispatchdriver-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDISP_H
#define MAPI_STANDIN_AFXDISP_H

#include <afxwin.h>
#include <olectl.h>
#include <shlobj.h>

class COleException;

class COleDispatchDriver {
public:
  COleDispatchDriver() : m_lpDispatch(nullptr), m_bAutoRelease(TRUE) {}
  COleDispatchDriver(LPDISPATCH lpDispatch, BOOL bAutoRelease = TRUE)
      : m_lpDispatch(lpDispatch), m_bAutoRelease(bAutoRelease) {}
  COleDispatchDriver(const COleDispatchDriver &dispatchSrc);
  ~COleDispatchDriver() { ReleaseDispatch(); }
  COleDispatchDriver &operator=(const COleDispatchDriver &dispatchSrc);
  operator LPDISPATCH() { return m_lpDispatch; }
  BOOL CreateDispatch(REFCLSID clsid, COleException *pError = nullptr);
  BOOL CreateDispatch(LPCTSTR lpszProgID, COleException *pError = nullptr);
  void AttachDispatch(LPDISPATCH lpDispatch, BOOL bAutoRelease = TRUE) {
    ReleaseDispatch();
    m_lpDispatch = lpDispatch;
    m_bAutoRelease = bAutoRelease;
  }
  LPDISPATCH DetachDispatch() {
    LPDISPATCH lpDispatch = m_lpDispatch;
    m_lpDispatch = nullptr;
    return lpDispatch;
  }
  void ReleaseDispatch() {
    if (m_lpDispatch) {
      if (m_bAutoRelease)
        m_lpDispatch->Release();
      m_lpDispatch = nullptr;
    }
  }
  void InvokeHelper(DISPID dwDispID, WORD wFlags, VARTYPE vtRet, void *pvRet,
                    const BYTE *pbParamInfo, ...);
  void SetProperty(DISPID dwDispID, VARTYPE vtProp, ...);
  void GetProperty(DISPID dwDispID, VARTYPE vtProp, void *pvProp) const;
  LPDISPATCH m_lpDispatch;
  BOOL m_bAutoRelease;
};

class COleException : public CException {
public:
  COleException();
  SCODE m_sc;
  static SCODE PASCAL Process(const CException *pAnyException);
};
class COleDispatchException : public CException {
public:
  COleDispatchException(LPCTSTR lpszDescription, UINT nHelpID, WORD wCode);
  WORD m_wCode;
  CString m_strDescription;
  DWORD m_dwHelpContext;
  CString m_strHelpFile;
  CString m_strSource;
  SCODE m_scError;
};
[[noreturn]] void AFXAPI AfxThrowOleException(SCODE sc);
[[noreturn]] void AFXAPI AfxThrowOleDispatchException(WORD wCode,
                                                      LPCTSTR lpszDescription,
                                                      UINT nHelpID = 0);

typedef const VARIANT *LPCVARIANT;

class COleVariant : public tagVARIANT {
public:
  COleVariant();
  COleVariant(const VARIANT &varSrc);
  COleVariant(LPCVARIANT pSrc);
  COleVariant(const COleVariant &varSrc);
  COleVariant(LPCTSTR lpszSrc);
  COleVariant(LPCTSTR lpszSrc, VARTYPE vtSrc);
  COleVariant(CString &strSrc);
  COleVariant(BYTE nSrc);
  COleVariant(short nSrc, VARTYPE vtSrc = VT_I2);
  COleVariant(long lSrc, VARTYPE vtSrc = VT_I4);
  COleVariant(float fltSrc);
  COleVariant(double dblSrc);
  COleVariant(const COleDateTime &timeSrc);
  COleVariant(LPCITEMIDLIST pidl);
  ~COleVariant();
  template <typename T> const COleVariant &operator=(const T &value);
  BOOL operator==(const VARIANT &varSrc) const;
  operator LPVARIANT();
  operator LPCVARIANT() const;
  void Attach(VARIANT &varSrc);
  VARIANT Detach();
  void Clear();
  void ChangeType(VARTYPE vartype, LPVARIANT pSrc = nullptr);
  void SetString(LPCTSTR lpszSrc, VARTYPE vtSrc);
};
class COleSafeArray : public tagVARIANT {
public:
  COleSafeArray();
  ~COleSafeArray();
  void Create(VARTYPE vtSrc, DWORD dwDims, DWORD *rgElements);
  void CreateOneDim(VARTYPE vtSrc, DWORD dwElements,
                    const void *pvSrcData = nullptr, long nLBound = 0);
  void PutElement(long *rgIndices, void *pvData);
  void GetElement(long *rgIndices, void *pvData);
  void AccessData(void **ppvData);
  void UnaccessData();
  void Clear();
};
class COleCurrency {
public:
  CURRENCY m_cur;
};
class COleObjectFactory : public CCmdTarget {
public:
  COleObjectFactory(REFCLSID clsid, CRuntimeClass *pRuntimeClass,
                    BOOL bMultiInstance, LPCTSTR lpszProgID);
  static BOOL PASCAL RegisterAll();
  static void PASCAL RevokeAll();
  static BOOL PASCAL UpdateRegistryAll(BOOL bRegister = TRUE);
};
class COleTemplateServer : public COleObjectFactory {};

BOOL AFXAPI AfxOleInit();
void AFXAPI AfxOleTerm(BOOL bJustRevoke = FALSE);
void AFXAPI AfxOleLockApp();
BOOL AFXAPI AfxOleUnlockApp();
BOOL AFXAPI AfxOleCanExitApp();
void AFXAPI AfxEnableControlContainer();
HRESULT AFXAPI AfxDllGetClassObject(REFCLSID rclsid, REFIID riid, LPVOID *ppv);
HRESULT AFXAPI AfxDllCanUnloadNow();

#define DECLARE_OLECREATE(class_name)                                          \
public:                                                                        \
  static COleObjectFactory factory;                                            \
  static const GUID guid;
#define IMPLEMENT_OLECREATE(class_name, external_name, l, w1, w2, b1, b2, b3,  \
                            b4, b5, b6, b7, b8)                                \
  const GUID class_name::guid = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}};
#define DECLARE_DISPATCH_MAP()
#define BEGIN_DISPATCH_MAP(theClass, baseClass)
#define END_DISPATCH_MAP()
#define DISP_FUNCTION(theClass, name, fn, vtRetVal, vtsParams)
#define DISP_FUNCTION_ID(theClass, name, dispid, fn, vtRetVal, vtsParams)
#define DISP_PROPERTY(theClass, name, member, vt)
#define DISP_PROPERTY_ID(theClass, name, dispid, member, vt)
#define DISP_PROPERTY_EX(theClass, name, fnGet, fnSet, vt)
#define DISP_PROPERTY_EX_ID(theClass, name, dispid, fnGet, fnSet, vt)
#define DISP_PROPERTY_NOTIFY(theClass, name, member, fn, vt)
#define DECLARE_EVENTSINK_MAP()
#define BEGIN_EVENTSINK_MAP(theClass, baseClass)
#define END_EVENTSINK_MAP()
#define DECLARE_CONNECTION_MAP()
#define BEGIN_CONNECTION_MAP(theClass, baseClass)
#define END_CONNECTION_MAP()

#define DECLARE_INTERFACE_MAP()
#define BEGIN_INTERFACE_MAP(theClass, theBase)
#define INTERFACE_PART(theClass, iid, localClass)
#define INTERFACE_AGGREGATE(theClass, theAggr)
#define END_INTERFACE_MAP()
#define BEGIN_INTERFACE_PART(localClass, baseClass)                            \
  class X##localClass : public baseClass {                                     \
  public:                                                                      \
    STDMETHOD_(ULONG, AddRef)();                                               \
    STDMETHOD_(ULONG, Release)();                                              \
    STDMETHOD(QueryInterface)(REFIID iid, LPVOID * ppvObj);
#define END_INTERFACE_PART(localClass)                                         \
  }                                                                            \
  m_x##localClass;                                                             \
  friend class X##localClass;
#define INIT_INTERFACE_PART(theClass, localClass)
#define METHOD_PROLOGUE(theClass, localClass)                                  \
  theClass *pThis =                                                            \
      ((theClass *)((BYTE *)this - offsetof(theClass, m_x##localClass)));      \
  (void)pThis;
#define METHOD_PROLOGUE_(theClass, localClass)                                 \
  METHOD_PROLOGUE(theClass, localClass)
#define METHOD_PROLOGUE_EX(theClass, localClass)                               \
  METHOD_PROLOGUE(theClass, localClass)
#define METHOD_PROLOGUE_EX_(theClass, localClass)                              \
  METHOD_PROLOGUE(theClass, localClass)

#define VTS_NONE ""
#define VTS_I2 "\x02"
#define VTS_I4 "\x03"
#define VTS_R4 "\x04"
#define VTS_R8 "\x05"
#define VTS_CY "\x06"
#define VTS_DATE "\x07"
#define VTS_WBSTR "\x08"
#define VTS_BSTR VTS_WBSTR
#define VTS_DISPATCH "\x09"
#define VTS_SCODE "\x0A"
#define VTS_BOOL "\x0B"
#define VTS_VARIANT "\x0C"
#define VTS_UNKNOWN "\x0D"
#define VTS_UI1 "\x0F"
#define VTS_PDISPATCH "\x49"
#define VTS_PVARIANT "\x4C"
#define VTS_PBSTR "\x48"
#define VTS_PBOOL "\x4B"
#define VTS_PI4 "\x43"

#endif

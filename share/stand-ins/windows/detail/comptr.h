//===- detail/comptr.h - ATL: CComPtr and CComQIPtr -------------------------===//
//
// Ownership is exact here.
// https://learn.microsoft.com/cpp/atl/reference/ccomptr-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_COMPTR_H
#define MAPI_STANDIN_DETAIL_COMPTR_H

#include <atldef.h>

namespace ATL {

/// Hides AddRef and Release behind operator->.
template <class T> class _NoAddRefReleaseOnCComPtr : public T {
private:
  ULONG STDMETHODCALLTYPE AddRef() override = 0;
  ULONG STDMETHODCALLTYPE Release() override = 0;
};

inline IUnknown *AtlComPtrAssign(IUnknown **pp, IUnknown *lp) {
  if (!pp)
    return nullptr;
  if (lp)
    lp->AddRef();
  if (*pp)
    (*pp)->Release();
  *pp = lp;
  return lp;
}

inline IUnknown *AtlComQIPtrAssign(IUnknown **pp, IUnknown *lp, REFIID riid) {
  if (!pp)
    return nullptr;
  IUnknown *pOld = *pp;
  *pp = nullptr;
  if (lp && FAILED(lp->QueryInterface(riid, reinterpret_cast<void **>(pp))))
    *pp = nullptr;
  if (pOld)
    pOld->Release();
  return *pp;
}

HRESULT AtlAdvise(IUnknown *pUnkCP, IUnknown *pUnk, const IID &iid, LPDWORD pdw);
HRESULT AtlUnadvise(IUnknown *pUnkCP, const IID &iid, DWORD dw);
HRESULT AtlSetChildSite(IUnknown *punkChild, IUnknown *punkParent);

template <class T> class CComPtrBase {
protected:
  CComPtrBase() : p(nullptr) {}
  CComPtrBase(T *lp) : p(lp) {
    if (p)
      p->AddRef();
  }
  void Swap(CComPtrBase &other) {
    T *pTemp = p;
    p = other.p;
    other.p = pTemp;
  }

public:
  typedef T _PtrClass;

  ~CComPtrBase() {
    if (p)
      p->Release();
  }

  operator T *() const { return p; }
  T &operator*() const { return *p; }
  T **operator&() {
    ATLASSERT(p == nullptr);
    return &p;
  }
  _NoAddRefReleaseOnCComPtr<T> *operator->() const {
    return (_NoAddRefReleaseOnCComPtr<T> *)p;
  }
  bool operator!() const { return p == nullptr; }
  bool operator<(T *pT) const { return p < pT; }
  bool operator!=(T *pT) const { return p != pT; }
  bool operator==(T *pT) const { return p == pT; }

  void Release() {
    T *pTemp = p;
    if (pTemp) {
      p = nullptr;
      pTemp->Release();
    }
  }
  bool IsEqualObject(IUnknown *pOther);
  void Attach(T *p2) {
    if (p)
      p->Release();
    p = p2;
  }
  T *Detach() {
    T *pt = p;
    p = nullptr;
    return pt;
  }
  HRESULT CopyTo(T **ppT) {
    if (!ppT)
      return E_POINTER;
    *ppT = p;
    if (p)
      p->AddRef();
    return S_OK;
  }

  HRESULT SetSite(IUnknown *punkParent);
  HRESULT Advise(IUnknown *pUnk, const IID &iid, LPDWORD pdw);
  HRESULT CoCreateInstance(REFCLSID rclsid, LPUNKNOWN pUnkOuter = nullptr,
                           DWORD dwClsContext = CLSCTX_ALL) {
    return ::CoCreateInstance(rclsid, pUnkOuter, dwClsContext, __uuidof(T),
                              reinterpret_cast<void **>(&p));
  }
  HRESULT CoCreateInstance(LPCOLESTR szProgID, LPUNKNOWN pUnkOuter = nullptr,
                           DWORD dwClsContext = CLSCTX_ALL) {
    CLSID clsid;
    HRESULT hr = ::CLSIDFromProgID(szProgID, &clsid);
    if (FAILED(hr))
      return hr;
    return CoCreateInstance(clsid, pUnkOuter, dwClsContext);
  }
  template <class Q> HRESULT QueryInterface(Q **pp) const {
    return p->QueryInterface(__uuidof(Q), reinterpret_cast<void **>(pp));
  }

  T *p;
};

template <class T> class CComPtr : public CComPtrBase<T> {
public:
  CComPtr() {}
  CComPtr(T *lp) : CComPtrBase<T>(lp) {}
  CComPtr(const CComPtr &lp) : CComPtrBase<T>(lp.p) {}
  CComPtr(CComPtr &&lp) { lp.CComPtrBase<T>::Swap(*this); }

  T *operator=(T *lp) {
    if (this->p != lp)
      CComPtr(lp).CComPtrBase<T>::Swap(*this);
    return this->p;
  }
  template <typename Q> T *operator=(const CComPtr<Q> &lp) {
    return static_cast<T *>(AtlComQIPtrAssign(
        reinterpret_cast<IUnknown **>(&this->p), lp.p, __uuidof(T)));
  }
  T *operator=(const CComPtr &lp) {
    if (this->p != lp.p)
      CComPtr(lp).CComPtrBase<T>::Swap(*this);
    return this->p;
  }
  T *operator=(CComPtr &&lp) {
    if (this->p != lp.p)
      CComPtr(static_cast<CComPtr &&>(lp)).CComPtrBase<T>::Swap(*this);
    return this->p;
  }
};

/// The members that only IDispatch has.
template <> class CComPtr<IDispatch> : public CComPtrBase<IDispatch> {
public:
  CComPtr() {}
  CComPtr(IDispatch *lp) : CComPtrBase<IDispatch>(lp) {}
  CComPtr(const CComPtr &lp) : CComPtrBase<IDispatch>(lp.p) {}
  CComPtr(CComPtr &&lp) { lp.CComPtrBase<IDispatch>::Swap(*this); }

  IDispatch *operator=(IDispatch *lp) {
    if (p != lp)
      CComPtr(lp).CComPtrBase<IDispatch>::Swap(*this);
    return p;
  }
  IDispatch *operator=(const CComPtr &lp) { return *this = lp.p; }
  IDispatch *operator=(CComPtr &&lp) {
    if (p != lp.p)
      CComPtr(static_cast<CComPtr &&>(lp)).CComPtrBase<IDispatch>::Swap(*this);
    return p;
  }

  HRESULT GetPropertyByName(LPCOLESTR lpsz, VARIANT *pVar);
  HRESULT GetProperty(DISPID dwDispID, VARIANT *pVar);
  HRESULT PutPropertyByName(LPCOLESTR lpsz, VARIANT *pVar);
  HRESULT PutProperty(DISPID dwDispID, VARIANT *pVar);
  HRESULT GetIDOfName(LPCOLESTR lpsz, DISPID *pdispid);
  HRESULT Invoke0(DISPID dispid, VARIANT *pvarRet = nullptr);
  HRESULT Invoke0(LPCOLESTR lpszName, VARIANT *pvarRet = nullptr);
  HRESULT Invoke1(DISPID dispid, VARIANT *pvarParam1, VARIANT *pvarRet = nullptr);
  HRESULT Invoke1(LPCOLESTR lpszName, VARIANT *pvarParam1,
                  VARIANT *pvarRet = nullptr);
  HRESULT Invoke2(DISPID dispid, VARIANT *pvarParam1, VARIANT *pvarParam2,
                  VARIANT *pvarRet = nullptr);
  HRESULT Invoke2(LPCOLESTR lpszName, VARIANT *pvarParam1, VARIANT *pvarParam2,
                  VARIANT *pvarRet = nullptr);
  HRESULT InvokeN(DISPID dispid, VARIANT *pvarParams, int nParams,
                  VARIANT *pvarRet = nullptr);
  HRESULT InvokeN(LPCOLESTR lpszName, VARIANT *pvarParams, int nParams,
                  VARIANT *pvarRet = nullptr);
  static HRESULT PutProperty(IDispatch *pDispatch, DISPID dwDispID,
                             VARIANT *pVar);
  static HRESULT GetProperty(IDispatch *pDispatch, DISPID dwDispID,
                             VARIANT *pVar);
};

template <class T, const IID *piid = &__uuidof(T)>
class CComQIPtr : public CComPtr<T> {
public:
  CComQIPtr() {}
  CComQIPtr(decltype(nullptr)) {}
  CComQIPtr(T *lp) : CComPtr<T>(lp) {}
  CComQIPtr(const CComQIPtr &lp) : CComPtr<T>(lp.p) {}
  CComQIPtr(IUnknown *lp) {
    if (lp && FAILED(lp->QueryInterface(*piid, (void **)&this->p)))
      this->p = nullptr;
  }

  T *operator=(decltype(nullptr)) {
    CComQIPtr().CComPtrBase<T>::Swap(*this);
    return this->p;
  }
  T *operator=(T *lp) {
    if (this->p != lp)
      CComQIPtr(lp).CComPtrBase<T>::Swap(*this);
    return this->p;
  }
  T *operator=(const CComQIPtr &lp) {
    if (this->p != lp.p)
      CComQIPtr(lp.p).CComPtrBase<T>::Swap(*this);
    return this->p;
  }
  T *operator=(IUnknown *lp) {
    return static_cast<T *>(AtlComQIPtrAssign(
        reinterpret_cast<IUnknown **>(&this->p), lp, *piid));
  }
};

/// IUnknown is its own IUnknown.
template <const IID *piid>
class CComQIPtr<IUnknown, piid> : public CComPtr<IUnknown> {
public:
  CComQIPtr() {}
  CComQIPtr(IUnknown *lp) {
    if (lp && FAILED(lp->QueryInterface(*piid, (void **)&this->p)))
      this->p = nullptr;
  }
  CComQIPtr(const CComQIPtr &lp) : CComPtr<IUnknown>(lp.p) {}
  IUnknown *operator=(IUnknown *lp) {
    if (this->p != lp)
      AtlComQIPtrAssign(&this->p, lp, *piid);
    return this->p;
  }
  IUnknown *operator=(const CComQIPtr &lp) { return *this = lp.p; }
};

typedef CComQIPtr<IDispatch> CComDispatchDriver;

template <class T> class CAdapt {
public:
  CAdapt() {}
  CAdapt(const T &rSrc) : m_T(rSrc) {}
  CAdapt(const CAdapt &rSrCA) : m_T(rSrCA.m_T) {}
  CAdapt &operator=(const T &rSrc) {
    m_T = rSrc;
    return *this;
  }
  CAdapt &operator=(const CAdapt &rSrc) {
    m_T = rSrc.m_T;
    return *this;
  }
  bool operator<(const T &rSrc) const { return m_T < rSrc; }
  bool operator==(const T &rSrc) const { return m_T == rSrc; }
  operator T &() { return m_T; }
  operator const T &() const { return m_T; }
  T m_T;
};

} // namespace ATL

#endif

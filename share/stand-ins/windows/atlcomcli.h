//===- atlcomcli.h - ATL: COM clients ---------------------------------------===//
//
// Ownership is exact here.
// https://learn.microsoft.com/cpp/atl/reference/ccombstr-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCOMCLI_H
#define MAPI_STANDIN_ATLCOMCLI_H

#include <detail/comptr.h>
#include <olectl.h>

namespace ATL {

/// Frees its string; copying copies.
class CComBSTR {
public:
  BSTR m_str;

  CComBSTR() : m_str(nullptr) {}
  CComBSTR(const CComBSTR &src) : m_str(src.Copy()) {}
  CComBSTR(CComBSTR &&src) : m_str(src.m_str) { src.m_str = nullptr; }
  CComBSTR(LPCOLESTR pSrc) : m_str(::SysAllocString(pSrc)) {}
  CComBSTR(LPCSTR pSrc);
  explicit CComBSTR(int nSize) : m_str(::SysAllocStringLen(nullptr, nSize)) {}
  CComBSTR(int nSize, LPCOLESTR sz) : m_str(::SysAllocStringLen(sz, nSize)) {}
  CComBSTR(int nSize, LPCSTR sz);
  explicit CComBSTR(REFGUID guid);
  ~CComBSTR() { ::SysFreeString(m_str); }

  CComBSTR &operator=(const CComBSTR &src) {
    if (m_str != src.m_str) {
      ::SysFreeString(m_str);
      m_str = src.Copy();
    }
    return *this;
  }
  CComBSTR &operator=(CComBSTR &&src) {
    if (m_str != src.m_str) {
      ::SysFreeString(m_str);
      m_str = src.m_str;
      src.m_str = nullptr;
    }
    return *this;
  }
  CComBSTR &operator=(LPCOLESTR pSrc) {
    if (pSrc != m_str) {
      ::SysFreeString(m_str);
      m_str = ::SysAllocString(pSrc);
    }
    return *this;
  }
  CComBSTR &operator=(LPCSTR pSrc);

  operator BSTR() const { return m_str; }
  BSTR *operator&() { return &m_str; }
  bool operator!() const { return m_str == nullptr; }
  unsigned int Length() const { return ::SysStringLen(m_str); }
  unsigned int ByteLength() const;

  BSTR Copy() const {
    return m_str ? ::SysAllocStringLen(m_str, ::SysStringLen(m_str)) : nullptr;
  }
  HRESULT CopyTo(BSTR *pbstr) const {
    if (!pbstr)
      return E_POINTER;
    *pbstr = Copy();
    return S_OK;
  }
  HRESULT CopyTo(VARIANT *pvarDest);
  void Attach(BSTR src) {
    if (m_str != src) {
      ::SysFreeString(m_str);
      m_str = src;
    }
  }
  BSTR Detach() {
    BSTR s = m_str;
    m_str = nullptr;
    return s;
  }
  void Empty() {
    ::SysFreeString(m_str);
    m_str = nullptr;
  }

  HRESULT Append(const CComBSTR &src);
  HRESULT Append(LPCOLESTR lpsz);
  HRESULT Append(LPCSTR lpsz);
  HRESULT Append(LPCOLESTR lpsz, int nLen);
  HRESULT Append(char ch);
  HRESULT Append(wchar_t ch);
  HRESULT AppendBSTR(BSTR p);
  HRESULT AppendBytes(const char *lpsz, int nLen);
  HRESULT AssignBSTR(const BSTR src);
  HRESULT ArrayToBSTR(const SAFEARRAY *pSrc);
  HRESULT BSTRToArray(LPSAFEARRAY *ppArray);
  CComBSTR &operator+=(const CComBSTR &src);
  CComBSTR &operator+=(LPCOLESTR pszSrc);
  bool operator<(const CComBSTR &src) const;
  bool operator<(LPCOLESTR pszSrc) const;
  bool operator<(LPCSTR pszSrc) const;
  bool operator>(const CComBSTR &src) const;
  bool operator>(LPCOLESTR pszSrc) const;
  bool operator==(const CComBSTR &src) const;
  bool operator==(LPCOLESTR pszSrc) const;
  bool operator==(LPOLESTR pszSrc) const;
  bool operator==(LPCSTR pszSrc) const;
  bool operator==(int null) const;
  bool operator!=(const CComBSTR &src) const;
  bool operator!=(LPCOLESTR pszSrc) const;
  bool operator!=(LPOLESTR pszSrc) const;
  bool operator!=(LPCSTR pszSrc) const;
  bool operator!=(int null) const;
  bool LoadString(HINSTANCE hInst, UINT nID);
  bool LoadString(UINT nID);
  HRESULT ToLower();
  HRESULT ToUpper();
  HRESULT WriteToStream(IStream *pStream);
  HRESULT ReadFromStream(IStream *pStream);
};

/// Clears itself; copying copies.
class CComVariant : public tagVARIANT {
public:
  CComVariant() { ::VariantInit(this); }
  CComVariant(const CComVariant &varSrc) {
    ::VariantInit(this);
    ::VariantCopy(this, const_cast<CComVariant *>(&varSrc));
  }
  CComVariant(const VARIANT &varSrc) {
    ::VariantInit(this);
    ::VariantCopy(this, const_cast<VARIANT *>(&varSrc));
  }
  CComVariant(LPCOLESTR lpszSrc);
  CComVariant(LPCSTR lpszSrc);
  CComVariant(bool bSrc);
  CComVariant(int nSrc, VARTYPE vtSrc = VT_I4);
  CComVariant(BYTE nSrc);
  CComVariant(short nSrc);
  CComVariant(long nSrc, VARTYPE vtSrc = VT_I4);
  CComVariant(float fltSrc);
  CComVariant(double dblSrc, VARTYPE vtSrc = VT_R8);
  CComVariant(LONGLONG nSrc);
  CComVariant(ULONGLONG nSrc);
  CComVariant(CY cySrc);
  CComVariant(char cSrc);
  CComVariant(unsigned short nSrc);
  CComVariant(unsigned long nSrc, VARTYPE vtSrc = VT_UI4);
  CComVariant(unsigned int nSrc, VARTYPE vtSrc = VT_UI4);
  CComVariant(const SAFEARRAY *pSrc);
  CComVariant(const CComBSTR &bstrSrc);
  CComVariant(IDispatch *pSrc) {
    ::VariantInit(this);
    vt = VT_DISPATCH;
    pdispVal = pSrc;
    if (pdispVal)
      pdispVal->AddRef();
  }
  CComVariant(IUnknown *pSrc) {
    ::VariantInit(this);
    vt = VT_UNKNOWN;
    punkVal = pSrc;
    if (punkVal)
      punkVal->AddRef();
  }
  ~CComVariant() { Clear(); }

  CComVariant &operator=(const CComVariant &varSrc) {
    if (this != &varSrc)
      ::VariantCopy(this, const_cast<CComVariant *>(&varSrc));
    return *this;
  }
  CComVariant &operator=(const VARIANT &varSrc) {
    if (static_cast<VARIANT *>(this) != &varSrc)
      ::VariantCopy(this, const_cast<VARIANT *>(&varSrc));
    return *this;
  }
  CComVariant &operator=(IDispatch *pSrc) {
    if (pSrc)
      pSrc->AddRef();
    Clear();
    vt = VT_DISPATCH;
    pdispVal = pSrc;
    return *this;
  }
  CComVariant &operator=(IUnknown *pSrc) {
    if (pSrc)
      pSrc->AddRef();
    Clear();
    vt = VT_UNKNOWN;
    punkVal = pSrc;
    return *this;
  }
  CComVariant &operator=(const CComBSTR &bstrSrc);
  CComVariant &operator=(LPCOLESTR lpszSrc);
  CComVariant &operator=(LPCSTR lpszSrc);
  CComVariant &operator=(bool bSrc);
  CComVariant &operator=(int nSrc);
  CComVariant &operator=(BYTE nSrc);
  CComVariant &operator=(short nSrc);
  CComVariant &operator=(long nSrc);
  CComVariant &operator=(float fltSrc);
  CComVariant &operator=(double dblSrc);
  CComVariant &operator=(CY cySrc);
  CComVariant &operator=(char cSrc);
  CComVariant &operator=(LONGLONG nSrc);
  CComVariant &operator=(ULONGLONG nSrc);
  CComVariant &operator=(const SAFEARRAY *pSrc);
  CComVariant &operator=(unsigned short nSrc);
  CComVariant &operator=(unsigned long nSrc);
  CComVariant &operator=(unsigned int nSrc);
  bool operator==(const VARIANT &varSrc) const;
  bool operator!=(const VARIANT &varSrc) const;
  bool operator<(const VARIANT &varSrc) const;
  bool operator>(const VARIANT &varSrc) const;

  HRESULT Clear() { return ::VariantClear(this); }
  HRESULT Copy(const VARIANT *pSrc) {
    return ::VariantCopy(this, const_cast<VARIANT *>(pSrc));
  }
  HRESULT CopyTo(BSTR *pstrDest) const;
  HRESULT Attach(VARIANT *pSrc) {
    if (!pSrc)
      return E_INVALIDARG;
    HRESULT hr = Clear();
    if (FAILED(hr))
      return hr;
    *static_cast<VARIANT *>(this) = *pSrc;
    pSrc->vt = VT_EMPTY;
    return S_OK;
  }
  HRESULT Detach(VARIANT *pDest) {
    if (!pDest)
      return E_POINTER;
    HRESULT hr = ::VariantClear(pDest);
    if (FAILED(hr))
      return hr;
    *pDest = *static_cast<VARIANT *>(this);
    vt = VT_EMPTY;
    return S_OK;
  }
  HRESULT ChangeType(VARTYPE vtNew, const VARIANT *pSrc = nullptr);
  HRESULT WriteToStream(IStream *pStream);
  HRESULT ReadFromStream(IStream *pStream);
};

} // namespace ATL

#endif

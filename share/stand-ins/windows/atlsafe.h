//===- atlsafe.h - ATL: CComSafeArray ---------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/ccomsafearray-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSAFE_H
#define MAPI_STANDIN_ATLSAFE_H

#include <atlbase.h>

namespace ATL {
class CComSafeArrayBound : public SAFEARRAYBOUND {
public:
  CComSafeArrayBound(ULONG ulCount = 0, LONG lLowerBound = 0);
  ULONG GetCount() const;
  LONG GetLowerBound() const;
  LONG GetUpperBound() const;
};

template <typename T, VARTYPE vartype = VT_EMPTY> class CComSafeArray {
public:
  CComSafeArray();
  CComSafeArray(ULONG ulCount, LONG lLBound = 0);
  CComSafeArray(const CComSafeArray &saSrc);
  CComSafeArray(const SAFEARRAY &saSrc);
  CComSafeArray(const SAFEARRAY *psaSrc);
  CComSafeArray(const SAFEARRAYBOUND *pBound, UINT uDims = 1);
  ~CComSafeArray();
  CComSafeArray &operator=(const CComSafeArray &saSrc);
  CComSafeArray &operator=(const SAFEARRAY *psaSrc);
  HRESULT Create(ULONG ulCount = 0, LONG lLBound = 0);
  HRESULT Create(const SAFEARRAYBOUND *pBound, UINT uDims = 1);
  HRESULT Destroy();
  HRESULT Attach(const SAFEARRAY *psaSrc);
  LPSAFEARRAY Detach();
  HRESULT CopyFrom(LPSAFEARRAY psaArray);
  HRESULT CopyTo(LPSAFEARRAY *ppArray);
  HRESULT CopyTo(VARIANT *pvarDest);
  HRESULT MoveTo(LPSAFEARRAY *ppArray);
  HRESULT Add(const T &t, BOOL bCopy = TRUE);
  HRESULT Add(ULONG ulCount, const T *pT, BOOL bCopy = TRUE);
  HRESULT SetAt(LONG lIndex, const T &t, BOOL bCopy = TRUE);
  HRESULT Resize(ULONG ulCount, LONG lLBound = 0);
  T &GetAt(LONG lIndex) const;
  T &operator[](long lIndex) const;
  T &operator[](int nIndex) const;
  ULONG GetCount(UINT uDim = 0) const;
  UINT GetDimensions() const;
  LONG GetLowerBound(UINT uDim = 0) const;
  LONG GetUpperBound(UINT uDim = 0) const;
  VARTYPE GetType() const;
  bool IsSizable() const;
  LPSAFEARRAY *GetSafeArrayPtr();
  operator LPSAFEARRAY();
  operator const SAFEARRAY *() const;
  LPSAFEARRAY m_psa;
};
} // namespace ATL

#endif

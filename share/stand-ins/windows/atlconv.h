//===- atlconv.h - ATL: conversions of strings ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/string-conversion-macros
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCONV_H
#define MAPI_STANDIN_ATLCONV_H

#include <atldef.h>

namespace ATL {
namespace detail {
LPWSTR toWide(LPCSTR psz);
LPWSTR toWide(LPCWSTR psz);
LPSTR toNarrow(LPCWSTR psz);
LPSTR toNarrow(LPCSTR psz);
BSTR toBstr(LPCSTR psz);
BSTR toBstr(LPCWSTR psz);
} // namespace detail

template <int t_nBufferLength = 128> class CW2WEX {
public:
  CW2WEX(LPCWSTR psz);
  CW2WEX(LPCWSTR psz, UINT nCodePage);
  ~CW2WEX();
  operator LPWSTR() const { return m_psz; }
  LPWSTR m_psz;
};
template <int t_nBufferLength = 128> class CA2WEX {
public:
  CA2WEX(LPCSTR psz);
  CA2WEX(LPCSTR psz, UINT nCodePage);
  ~CA2WEX();
  operator LPWSTR() const { return m_psz; }
  LPWSTR m_psz;
};
template <int t_nBufferLength = 128> class CW2AEX {
public:
  CW2AEX(LPCWSTR psz);
  CW2AEX(LPCWSTR psz, UINT nCodePage);
  ~CW2AEX();
  operator LPSTR() const { return m_psz; }
  LPSTR m_psz;
};
template <int t_nBufferLength = 128> class CA2AEX {
public:
  CA2AEX(LPCSTR psz);
  CA2AEX(LPCSTR psz, UINT nCodePage);
  ~CA2AEX();
  operator LPSTR() const { return m_psz; }
  LPSTR m_psz;
};
template <int t_nBufferLength = 128> class CW2CWEX {
public:
  CW2CWEX(LPCWSTR psz);
  CW2CWEX(LPCWSTR psz, UINT nCodePage);
  operator LPCWSTR() const { return m_psz; }
  LPCWSTR m_psz;
};
template <int t_nBufferLength = 128> class CA2CAEX {
public:
  CA2CAEX(LPCSTR psz);
  CA2CAEX(LPCSTR psz, UINT nCodePage);
  operator LPCSTR() const { return m_psz; }
  LPCSTR m_psz;
};

typedef CW2WEX<> CW2W;
typedef CW2AEX<> CW2A;
typedef CA2WEX<> CA2W;
typedef CA2AEX<> CA2A;
typedef CW2CWEX<> CW2CW;
typedef CA2CAEX<> CA2CA;
typedef CA2W CA2CW;
typedef CW2A CW2CA;

#ifdef _UNICODE
typedef CW2W CW2T;
typedef CW2CW CW2CT;
typedef CA2W CA2T;
typedef CA2CW CA2CT;
typedef CW2W CT2W;
typedef CW2CW CT2CW;
typedef CW2A CT2A;
typedef CW2CA CT2CA;
#define CW2TEX CW2WEX
#define CA2TEX CA2WEX
#define CT2WEX CW2WEX
#define CT2AEX CW2AEX
#else
typedef CW2A CW2T;
typedef CW2CA CW2CT;
typedef CA2A CA2T;
typedef CA2CA CA2CT;
typedef CA2W CT2W;
typedef CA2CW CT2CW;
typedef CA2A CT2A;
typedef CA2CA CT2CA;
#define CW2TEX CW2AEX
#define CA2TEX CA2AEX
#define CT2WEX CA2WEX
#define CT2AEX CA2AEX
#endif
typedef CA2W CA2OLE;
typedef CW2A COLE2A;
typedef CT2W CT2OLE;
typedef CW2T COLE2T;
typedef CW2CT COLE2CT;
typedef CT2CW CT2COLE;
typedef CW2W CW2OLE;
typedef CW2W COLE2W;
} // namespace ATL

#define USES_CONVERSION ((void)0)
#define USES_CONVERSION_EX ((void)0)

#define A2W(psz) ATL::detail::toWide(psz)
#define A2CW(psz) ((LPCWSTR)ATL::detail::toWide(psz))
#define W2A(psz) ATL::detail::toNarrow(psz)
#define W2CA(psz) ((LPCSTR)ATL::detail::toNarrow(psz))
#define A2OLE A2W
#define A2COLE A2CW
#define OLE2A W2A
#define OLE2CA W2CA
#define W2OLE(psz) ((LPOLESTR)(psz))
#define W2COLE(psz) ((LPCOLESTR)(psz))
#define OLE2W(psz) ((LPWSTR)(psz))
#define OLE2CW(psz) ((LPCWSTR)(psz))
#ifdef _UNICODE
#define A2T A2W
#define A2CT A2CW
#define T2A W2A
#define T2CA W2CA
#define W2T(psz) ((LPTSTR)(psz))
#define W2CT(psz) ((LPCTSTR)(psz))
#define T2W(psz) ((LPWSTR)(psz))
#define T2CW(psz) ((LPCWSTR)(psz))
#else
#define A2T(psz) ((LPTSTR)(psz))
#define A2CT(psz) ((LPCTSTR)(psz))
#define T2A(psz) ((LPSTR)(psz))
#define T2CA(psz) ((LPCSTR)(psz))
#define W2T W2A
#define W2CT W2CA
#define T2W A2W
#define T2CW A2CW
#endif
#define T2OLE T2W
#define T2COLE T2CW
#define OLE2T W2T
#define OLE2CT W2CT
#define A2W_EX(psz, n) A2W(psz)
#define W2A_EX(psz, n) W2A(psz)
#define A2T_EX(psz, n) A2T(psz)
#define T2A_EX(psz, n) T2A(psz)
#define W2T_EX(psz, n) W2T(psz)
#define T2W_EX(psz, n) T2W(psz)
#define A2CW_EX(psz, n) A2CW(psz)
#define W2CA_EX(psz, n) W2CA(psz)
#define A2BSTR(psz) ATL::detail::toBstr(psz)
#define W2BSTR(psz) ATL::detail::toBstr(psz)
#define T2BSTR(psz) ATL::detail::toBstr(psz)
#define OLE2BSTR(psz) ATL::detail::toBstr(psz)

#endif

//===- detail/cstring.h - ATL and MFC: CString ------------------------------===//
//
// A string of Windows in its shape; nothing is computed.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/cstringt-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_CSTRING_H
#define MAPI_STANDIN_DETAIL_CSTRING_H

#include <atldef.h>
#include <stdarg.h>

namespace ATL {
class CComBSTR;

class IAtlStringMgr;
struct CStringData {
  IAtlStringMgr *pStringMgr;
  int nDataLength;
  int nAllocLength;
  long nRefs;
  void *data();
};

template <typename BaseType> struct ChTraitsBase;
template <> struct ChTraitsBase<char> {
  typedef char XCHAR;
  typedef wchar_t YCHAR;
};
template <> struct ChTraitsBase<wchar_t> {
  typedef wchar_t XCHAR;
  typedef char YCHAR;
};
template <typename BaseType = char> class ChTraitsCRT : public ChTraitsBase<BaseType> {};
template <typename BaseType = char> class ChTraitsOS : public ChTraitsBase<BaseType> {};
template <typename BaseType = char, class StringIterator = ChTraitsOS<BaseType>>
class StrTraitATL : public StringIterator {};

/// Has no destructor and no copy constructor of its own, so that it may pass
/// through `...` to wprintf and its like, as Visual Studio lets it.
template <typename BaseType, bool t_bMFCDLL = false> class CSimpleStringT {
public:
  typedef typename ChTraitsBase<BaseType>::XCHAR XCHAR;
  typedef typename ChTraitsBase<BaseType>::YCHAR YCHAR;
  typedef XCHAR *PXSTR;
  typedef const XCHAR *PCXSTR;
  typedef YCHAR *PYSTR;
  typedef const YCHAR *PCYSTR;

  CSimpleStringT();
  CSimpleStringT(PCXSTR pszSrc, IAtlStringMgr *pStringMgr);
  CSimpleStringT &operator=(PCXSTR pszSrc);
  operator PCXSTR() const { return m_pszData; }

  XCHAR operator[](int iChar) const;
  CSimpleStringT &operator+=(PCXSTR pszSrc);
  CSimpleStringT &operator+=(char ch);
  CSimpleStringT &operator+=(wchar_t ch);

  void Append(PCXSTR pszSrc);
  void Append(PCXSTR pszSrc, int nLength);
  void AppendChar(XCHAR ch);
  void Empty();
  void FreeExtra();
  int GetAllocLength() const;
  XCHAR GetAt(int iChar) const;
  PXSTR GetBuffer();
  PXSTR GetBuffer(int nMinBufferLength);
  PXSTR GetBufferSetLength(int nLength);
  int GetLength() const;
  IAtlStringMgr *GetManager() const;
  PCXSTR GetString() const;
  bool IsEmpty() const;
  PXSTR LockBuffer();
  void UnlockBuffer();
  void Preallocate(int nLength);
  void ReleaseBuffer(int nNewLength = -1);
  void ReleaseBufferSetLength(int nNewLength);
  void SetAt(int iChar, XCHAR ch);
  void SetManager(IAtlStringMgr *pStringMgr);
  void SetString(PCXSTR pszSrc);
  void SetString(PCXSTR pszSrc, int nLength);
  void Truncate(int nNewLength);
  static void CopyChars(XCHAR *pchDest, const XCHAR *pchSrc, int nChars);
  static int StringLength(PCXSTR psz);

private:
  PXSTR m_pszData;
};

template <typename BaseType, class StringTraits>
class CStringT : public CSimpleStringT<BaseType> {
public:
  typedef CSimpleStringT<BaseType> CThisSimpleString;
  typedef StringTraits StrTraits;
  typedef typename CThisSimpleString::XCHAR XCHAR;
  typedef typename CThisSimpleString::YCHAR YCHAR;
  typedef typename CThisSimpleString::PXSTR PXSTR;
  typedef typename CThisSimpleString::PCXSTR PCXSTR;
  typedef typename CThisSimpleString::PYSTR PYSTR;
  typedef typename CThisSimpleString::PCYSTR PCYSTR;

  CStringT();
  explicit CStringT(IAtlStringMgr *pStringMgr);
  CStringT(const CThisSimpleString &strSrc);
  CStringT(const VARIANT &varSrc);
  CStringT(PCXSTR pszSrc);
  CStringT(PCYSTR pszSrc);
  CStringT(const unsigned char *pszSrc);
  CStringT(char ch, int nLength = 1);
  CStringT(wchar_t ch, int nLength = 1);
  CStringT(PCXSTR pch, int nLength);
  CStringT(PCYSTR pch, int nLength);

  CStringT &operator=(const CThisSimpleString &strSrc);
  CStringT &operator=(PCXSTR pszSrc);
  CStringT &operator=(PCYSTR pszSrc);
  CStringT &operator=(const unsigned char *pszSrc);
  CStringT &operator=(char ch);
  CStringT &operator=(wchar_t ch);
  CStringT &operator=(const VARIANT &var);
  CStringT &operator+=(const CThisSimpleString &str);
  CStringT &operator+=(PCXSTR pszSrc);
  CStringT &operator+=(PCYSTR pszSrc);
  CStringT &operator+=(char ch);
  CStringT &operator+=(unsigned char ch);
  CStringT &operator+=(wchar_t ch);
  CStringT &operator+=(const VARIANT &var);

  BSTR AllocSysString() const;
  void AnsiToOem();
  void OemToAnsi();
  template <typename... Values> void AppendFormat(PCXSTR pszFormat, Values &&...);
  template <typename... Values> void AppendFormat(UINT nFormatID, Values &&...);
  void AppendFormatV(PCXSTR pszFormat, va_list args);
  int Collate(PCXSTR psz) const;
  int CollateNoCase(PCXSTR psz) const;
  int Compare(PCXSTR psz) const;
  int CompareNoCase(PCXSTR psz) const;
  int Delete(int iIndex, int nCount = 1);
  int Find(PCXSTR pszSub, int iStart = 0) const;
  int Find(XCHAR ch, int iStart = 0) const;
  int FindOneOf(PCXSTR pszCharSet) const;
  template <typename... Values> void Format(PCXSTR pszFormat, Values &&...);
  template <typename... Values> void Format(UINT nFormatID, Values &&...);
  template <typename... Values>
  void FormatMessage(PCXSTR pszFormat, Values &&...);
  template <typename... Values> void FormatMessage(UINT nFormatID, Values &&...);
  void FormatV(PCXSTR pszFormat, va_list args);
  BOOL GetEnvironmentVariable(PCXSTR pszVar);
  int Insert(int iIndex, PCXSTR psz);
  int Insert(int iIndex, XCHAR ch);
  CStringT Left(int nCount) const;
  BOOL LoadString(UINT nID);
  BOOL LoadString(HINSTANCE hInstance, UINT nID);
  BOOL LoadString(HINSTANCE hInstance, UINT nID, WORD wLanguageID);
  CStringT &MakeLower();
  CStringT &MakeReverse();
  CStringT &MakeUpper();
  CStringT Mid(int iFirst) const;
  CStringT Mid(int iFirst, int nCount) const;
  int Remove(XCHAR chRemove);
  int Replace(PCXSTR pszOld, PCXSTR pszNew);
  int Replace(XCHAR chOld, XCHAR chNew);
  int ReverseFind(XCHAR ch) const;
  CStringT Right(int nCount) const;
  BSTR SetSysString(BSTR *pbstr) const;
  CStringT SpanExcluding(PCXSTR pszCharSet) const;
  CStringT SpanIncluding(PCXSTR pszCharSet) const;
  CStringT Tokenize(PCXSTR pszTokens, int &iStart) const;
  CStringT &Trim();
  CStringT &Trim(XCHAR chTarget);
  CStringT &Trim(PCXSTR pszTargets);
  CStringT &TrimLeft();
  CStringT &TrimLeft(XCHAR chTarget);
  CStringT &TrimLeft(PCXSTR pszTargets);
  CStringT &TrimRight();
  CStringT &TrimRight(XCHAR chTarget);
  CStringT &TrimRight(PCXSTR pszTargets);

  friend CStringT operator+(const CStringT &a, const CStringT &b) { return a; }
  friend CStringT operator+(const CStringT &a, PCXSTR b) { return a; }
  friend CStringT operator+(PCXSTR a, const CStringT &b) { return b; }
  friend CStringT operator+(const CStringT &a, PCYSTR b) { return a; }
  friend CStringT operator+(PCYSTR a, const CStringT &b) { return b; }
  friend CStringT operator+(const CStringT &a, char b) { return a; }
  friend CStringT operator+(char a, const CStringT &b) { return b; }
  friend CStringT operator+(const CStringT &a, wchar_t b) { return a; }
  friend CStringT operator+(wchar_t a, const CStringT &b) { return b; }
#define MAPI_STANDIN_COMPARE(op)                                               \
  friend bool operator op(const CStringT &a, const CStringT &b) {              \
    return a.Compare(b) op 0;                                                  \
  }                                                                            \
  friend bool operator op(const CStringT &a, PCXSTR b) {                       \
    return a.Compare(b) op 0;                                                  \
  }                                                                            \
  friend bool operator op(const CStringT &a, PXSTR b) {                        \
    return a.Compare(b) op 0;                                                  \
  }                                                                            \
  friend bool operator op(PCXSTR a, const CStringT &b) {                       \
    return 0 op b.Compare(a);                                                  \
  }                                                                            \
  friend bool operator op(const CStringT &a, PCYSTR b) {                       \
    return a.Compare(CStringT(b)) op 0;                                        \
  }                                                                            \
  friend bool operator op(PCYSTR a, const CStringT &b) {                       \
    return 0 op b.Compare(CStringT(a));                                        \
  }                                                                            \
  friend bool operator op(const CStringT &a, XCHAR b) {                        \
    return a.Compare(CStringT(b)) op 0;                                        \
  }                                                                            \
  friend bool operator op(XCHAR a, const CStringT &b) {                        \
    return 0 op b.Compare(CStringT(a));                                        \
  }
  MAPI_STANDIN_COMPARE(==)
  MAPI_STANDIN_COMPARE(!=)
  MAPI_STANDIN_COMPARE(<)
  MAPI_STANDIN_COMPARE(>)
  MAPI_STANDIN_COMPARE(<=)
  MAPI_STANDIN_COMPARE(>=)
#undef MAPI_STANDIN_COMPARE
};

typedef CStringT<wchar_t, StrTraitATL<wchar_t>> CAtlStringW;
typedef CStringT<char, StrTraitATL<char>> CAtlStringA;
typedef CStringT<TCHAR, StrTraitATL<TCHAR>> CAtlString;

template <typename T> class CElementTraits;
template <typename T> class CElementTraitsBase {
public:
  typedef const T &INARGTYPE;
  typedef T &OUTARGTYPE;
};
template <typename T> class CStringElementTraits : public CElementTraitsBase<T> {};
template <typename T>
class CStringElementTraitsI : public CElementTraitsBase<T> {};
template <typename T> class CStringRefElementTraits : public CElementTraitsBase<T> {};
template <int t_nChars, class T> class CFixedStringT : public T {
public:
  using T::T;
  using T::operator=;
  CFixedStringT();
};
} // namespace ATL

typedef ATL::CAtlStringW CStringW;
typedef ATL::CAtlStringA CStringA;
typedef ATL::CAtlString CString;

#endif

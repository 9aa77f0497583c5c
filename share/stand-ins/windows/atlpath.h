//===- atlpath.h - ATL: CPath -----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/cpatht-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLPATH_H
#define MAPI_STANDIN_ATLPATH_H

#include <atlstr.h>

namespace ATL {
template <typename StringType> class CPathT {
public:
  typedef typename StringType::PCXSTR PCXSTR;
  typedef typename StringType::XCHAR XCHAR;
  CPathT();
  CPathT(PCXSTR pszPath);
  CPathT &operator=(PCXSTR pszPath);
  CPathT &operator+=(PCXSTR pszMore);
  operator const StringType &() const { return m_strPath; }
  operator StringType &() { return m_strPath; }
  operator PCXSTR() const { return m_strPath; }
  void AddBackslash();
  BOOL AddExtension(PCXSTR pszExtension);
  BOOL Append(PCXSTR pszMore);
  void BuildRoot(int iDrive);
  void Canonicalize();
  void Combine(PCXSTR pszDir, PCXSTR pszFile);
  BOOL FileExists() const;
  int FindExtension() const;
  int FindFileName() const;
  StringType GetExtension() const;
  BOOL IsDirectory() const;
  BOOL IsRelative() const;
  BOOL IsUNC() const;
  void QuoteSpaces();
  void RemoveBackslash();
  void RemoveExtension();
  BOOL RemoveFileSpec();
  BOOL RenameExtension(PCXSTR pszExtension);
  void StripPath();
  BOOL StripToRoot();
  void UnquoteSpaces();
  StringType m_strPath;
};
typedef CPathT<CString> CPath;
typedef CPathT<CStringA> CPathA;
typedef CPathT<CStringW> CPathW;
} // namespace ATL

#endif

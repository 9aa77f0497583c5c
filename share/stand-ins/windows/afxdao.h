//===- afxdao.h - MFC: DAO --------------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdaodatabase-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDAO_H
#define MAPI_STANDIN_AFXDAO_H

#include <afxdisp.h>

class CDaoException : public CException {};
class CDaoDatabase : public CObject {
public:
  virtual void Open(LPCTSTR lpszName, BOOL bExclusive = FALSE,
                    BOOL bReadOnly = FALSE, LPCTSTR lpszConnect = _T(""));
  virtual void Close();
  void Execute(LPCTSTR lpszSQL, int nOptions = 0);
  BOOL IsOpen() const;
};
class CDaoRecordset : public CObject {
public:
  CDaoRecordset(CDaoDatabase *pDatabase = nullptr);
  virtual void Open(int nOpenType = 0, LPCTSTR lpszSQL = nullptr,
                    int nOptions = 0);
  virtual void Close();
  BOOL IsEOF() const;
  void MoveNext();
  virtual COleVariant GetFieldValue(LPCTSTR lpszName);
};

#endif

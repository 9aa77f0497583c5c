//===- afxdb.h - MFC: ODBC --------------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdatabase-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDB_H
#define MAPI_STANDIN_AFXDB_H

#include <afxwin.h>
#include <sqlext.h>

class CDBException : public CException {
public:
  RETCODE m_nRetCode;
  CString m_strError;
  CString m_strStateNativeOrigin;
};
class CDBVariant {
public:
  short m_dwType;
  long m_lVal;
  CString *m_pstring;
};
class CRecordset;
class CFieldExchange;
class CDatabase : public CObject {
public:
  enum DbOpenOptions { openExclusive = 1, openReadOnly = 2, useCursorLib = 4,
                       noOdbcDialog = 8, forceOdbcDialog = 16 };
  CDatabase();
  virtual ~CDatabase();
  virtual BOOL Open(LPCTSTR lpszDSN, BOOL bExclusive = FALSE,
                    BOOL bReadOnly = FALSE, LPCTSTR lpszConnect = _T("ODBC;"),
                    BOOL bUseCursorLib = TRUE);
  virtual BOOL OpenEx(LPCTSTR lpszConnectString, DWORD dwOptions = 0);
  virtual void Close();
  BOOL IsOpen() const;
  void ExecuteSQL(LPCTSTR lpszSQL);
  BOOL BeginTrans();
  BOOL CommitTrans();
  BOOL Rollback();
  HDBC m_hdbc;
};
class CRecordset : public CObject {
public:
  enum OpenType { dynaset, snapshot, forwardOnly, dynamic };
  CRecordset(CDatabase *pDatabase = nullptr);
  virtual ~CRecordset();
  virtual BOOL Open(UINT nOpenType = 0xffff, LPCTSTR lpszSQL = nullptr,
                    DWORD dwOptions = 0);
  virtual void Close();
  BOOL IsOpen() const;
  BOOL IsBOF() const;
  BOOL IsEOF() const;
  void MoveNext();
  void MovePrev();
  void MoveFirst();
  void MoveLast();
  virtual void AddNew();
  virtual void Edit();
  virtual BOOL Update();
  virtual void Delete();
  virtual BOOL Requery();
  short GetODBCFieldCount() const;
  long GetRecordCount() const;
  void GetFieldValue(LPCTSTR lpszName, CString &strValue);
  void GetFieldValue(short nIndex, CString &strValue);
  void GetFieldValue(LPCTSTR lpszName, CDBVariant &varValue, short nFieldType = 0);
  virtual CString GetDefaultConnect();
  virtual CString GetDefaultSQL();
  virtual void DoFieldExchange(CFieldExchange *pFX);
  CString m_strFilter;
  CString m_strSort;
  CDatabase *m_pDatabase;
  UINT m_nFields;
  UINT m_nParams;
  UINT m_nDefaultType;
};

#endif

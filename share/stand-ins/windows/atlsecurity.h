//===- atlsecurity.h - ATL: security ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/csid-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSECURITY_H
#define MAPI_STANDIN_ATLSECURITY_H

#include <atlstr.h>

namespace ATL {
class CSid {
public:
  CSid();
  CSid(const CSid &rhs);
  CSid(const SID &rhs);
  CSid(const SID *pSid);
  explicit CSid(LPCTSTR pszAccountName, LPCTSTR pszSystem = nullptr);
  ~CSid();
  CSid &operator=(const CSid &rhs);
  LPCTSTR AccountName() const;
  LPCTSTR Domain() const;
  LPCTSTR Sid() const;
  UINT GetLength() const;
  const SID *GetPSID() const;
  operator const SID *() const;
  bool IsValid() const;
  bool LoadAccount(LPCTSTR pszAccountName, LPCTSTR pszSystem = nullptr);
};
class CSecurityDesc;
class CDacl;
class CAccessToken {
public:
  CAccessToken();
  ~CAccessToken();
  bool GetProcessToken(DWORD dwDesiredAccess, HANDLE hProcess = nullptr);
  bool GetThreadToken(DWORD dwDesiredAccess, HANDLE hThread = nullptr,
                      bool bOpenAsSelf = true);
  bool GetUser(CSid *pSid) const;
  bool Impersonate(HANDLE hThread = nullptr) const;
  bool Revert(HANDLE hThread = nullptr) const;
  HANDLE GetHandle() const;
};
} // namespace ATL

#endif

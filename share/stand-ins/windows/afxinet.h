//===- afxinet.h - MFC: Internet --------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cinternetsession-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXINET_H
#define MAPI_STANDIN_AFXINET_H

#include <afx.h>
#include <wininet.h>

class CInternetException : public CException {
public:
  DWORD m_dwError;
  DWORD_PTR m_dwContext;
};
class CInternetFile : public CStdioFile {
public:
  operator HINTERNET() const;
};
class CHttpFile : public CInternetFile {
public:
  BOOL AddRequestHeaders(LPCTSTR pstrHeaders, DWORD dwFlags = 0, int dwLen = -1);
  BOOL SendRequest(LPCTSTR pstrHeaders = nullptr, DWORD dwHeadersLen = 0,
                   LPVOID lpOptional = nullptr, DWORD dwOptionalLen = 0);
  BOOL QueryInfoStatusCode(DWORD &dwStatusCode) const;
  BOOL QueryInfo(DWORD dwInfoLevel, CString &str,
                 LPDWORD lpdwIndex = nullptr) const;
};
class CInternetConnection : public CObject {
public:
  operator HINTERNET() const;
  void Close();
};
class CHttpConnection : public CInternetConnection {
public:
  CHttpFile *OpenRequest(LPCTSTR pstrVerb, LPCTSTR pstrObjectName,
                         LPCTSTR pstrReferer = nullptr, DWORD_PTR dwContext = 1,
                         LPCTSTR *ppstrAcceptTypes = nullptr,
                         LPCTSTR pstrVersion = nullptr,
                         DWORD dwFlags = INTERNET_FLAG_EXISTING_CONNECT);
};
class CFtpConnection : public CInternetConnection {
public:
  BOOL GetFile(LPCTSTR pstrRemoteFile, LPCTSTR pstrLocalFile,
               BOOL bFailIfExists = TRUE);
  BOOL PutFile(LPCTSTR pstrLocalFile, LPCTSTR pstrRemoteFile);
};
class CInternetSession : public CObject {
public:
  explicit CInternetSession(LPCTSTR pstrAgent = nullptr,
                            DWORD_PTR dwContext = 1,
                            DWORD dwAccessType = INTERNET_OPEN_TYPE_PRECONFIG,
                            LPCTSTR pstrProxyName = nullptr,
                            LPCTSTR pstrProxyBypass = nullptr,
                            DWORD dwFlags = 0);
  virtual ~CInternetSession();
  CStdioFile *OpenURL(LPCTSTR pstrURL, DWORD_PTR dwContext = 1,
                      DWORD dwFlags = 1);
  CHttpConnection *GetHttpConnection(LPCTSTR pstrServer,
                                     INTERNET_PORT nPort = 0,
                                     LPCTSTR pstrUserName = nullptr,
                                     LPCTSTR pstrPassword = nullptr);
  CFtpConnection *GetFtpConnection(LPCTSTR pstrServer,
                                   LPCTSTR pstrUserName = nullptr,
                                   LPCTSTR pstrPassword = nullptr,
                                   INTERNET_PORT nPort = 0,
                                   BOOL bPassive = FALSE);
  void Close();
};
BOOL AFXAPI AfxParseURL(LPCTSTR pstrURL, DWORD &dwServiceType,
                        CString &strServer, CString &strObject,
                        INTERNET_PORT &nPort);

#endif

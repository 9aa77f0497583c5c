//===- afxsock.h - MFC: sockets ---------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/casyncsocket-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXSOCK_H
#define MAPI_STANDIN_AFXSOCK_H

#include <winsock2.h>
#include <afxwin.h>

class CAsyncSocket : public CObject {
public:
  CAsyncSocket();
  virtual ~CAsyncSocket();
  BOOL Create(UINT nSocketPort = 0, int nSocketType = SOCK_STREAM,
              long lEvent = FD_READ | FD_WRITE, LPCTSTR lpszSocketAddress = nullptr);
  BOOL Connect(LPCTSTR lpszHostAddress, UINT nHostPort);
  BOOL Bind(UINT nSocketPort, LPCTSTR lpszSocketAddress = nullptr);
  BOOL Listen(int nConnectionBacklog = 5);
  virtual BOOL Accept(CAsyncSocket &rConnectedSocket,
                      SOCKADDR *lpSockAddr = nullptr,
                      int *lpSockAddrLen = nullptr);
  virtual int Receive(void *lpBuf, int nBufLen, int nFlags = 0);
  virtual int Send(const void *lpBuf, int nBufLen, int nFlags = 0);
  virtual void Close();
  static int PASCAL GetLastError();
  virtual void OnReceive(int nErrorCode);
  virtual void OnSend(int nErrorCode);
  virtual void OnAccept(int nErrorCode);
  virtual void OnConnect(int nErrorCode);
  virtual void OnClose(int nErrorCode);
  SOCKET m_hSocket;
};
class CSocket : public CAsyncSocket {
public:
  BOOL Create(UINT nSocketPort = 0, int nSocketType = SOCK_STREAM,
              LPCTSTR lpszSocketAddress = nullptr);
};
class CSocketFile : public CFile {
public:
  explicit CSocketFile(CSocket *pSocket, BOOL bArchiveCompatible = TRUE);
};
BOOL AFXAPI AfxSocketInit(WSADATA *lpwsaData = nullptr);

#endif

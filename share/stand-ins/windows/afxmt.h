//===- afxmt.h - MFC: threads' locks ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/csyncobject-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXMT_H
#define MAPI_STANDIN_AFXMT_H

#include <afx.h>

class CSyncObject : public CObject {
public:
  explicit CSyncObject(LPCTSTR pstrName);
  virtual ~CSyncObject();
  operator HANDLE() const;
  virtual BOOL Lock(DWORD dwTimeout = INFINITE);
  virtual BOOL Unlock();
  HANDLE m_hObject;
};
class CSemaphore : public CSyncObject {
public:
  explicit CSemaphore(LONG lInitialCount = 1, LONG lMaxCount = 1,
                      LPCTSTR pstrName = nullptr,
                      LPSECURITY_ATTRIBUTES lpsaAttributes = nullptr);
};
class CMutex : public CSyncObject {
public:
  explicit CMutex(BOOL bInitiallyOwn = FALSE, LPCTSTR lpszName = nullptr,
                  LPSECURITY_ATTRIBUTES lpsaAttribute = nullptr);
};
class CEvent : public CSyncObject {
public:
  explicit CEvent(BOOL bInitiallyOwn = FALSE, BOOL bManualReset = FALSE,
                  LPCTSTR lpszNAme = nullptr,
                  LPSECURITY_ATTRIBUTES lpsaAttribute = nullptr);
  BOOL SetEvent();
  BOOL PulseEvent();
  BOOL ResetEvent();
};
class CCriticalSection : public CSyncObject {
public:
  CCriticalSection();
  operator CRITICAL_SECTION *();
  BOOL Lock();
  CRITICAL_SECTION m_sect;
};
class CSingleLock {
public:
  explicit CSingleLock(CSyncObject *pObject, BOOL bInitialLock = FALSE);
  ~CSingleLock();
  BOOL Lock(DWORD dwTimeOut = INFINITE);
  BOOL Unlock();
  BOOL IsLocked();
};
class CMultiLock {
public:
  CMultiLock(CSyncObject *ppObjects[], DWORD dwCount,
             BOOL bInitialLock = FALSE);
  ~CMultiLock();
  DWORD Lock(DWORD dwTimeOut = INFINITE, BOOL bWaitForAll = TRUE,
             DWORD dwWakeMask = 0);
  BOOL Unlock();
};

#endif

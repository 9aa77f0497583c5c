//===- atlsync.h - ATL: events and mutexes ----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/atl-classes
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSYNC_H
#define MAPI_STANDIN_ATLSYNC_H

#include <atlbase.h>

class CEvent : public ATL::CHandle {
public:
  CEvent();
  CEvent(BOOL bManualReset, BOOL bInitialState);
  BOOL Create(LPSECURITY_ATTRIBUTES pSecurity, BOOL bManualReset,
              BOOL bInitialState, LPCTSTR pszName);
  BOOL Set();
  BOOL Reset();
  BOOL Pulse();
};
class CMutex : public ATL::CHandle {
public:
  CMutex();
  BOOL Create(LPSECURITY_ATTRIBUTES pSecurity, BOOL bInitialOwner,
              LPCTSTR pszName);
  BOOL Release();
};
class CCriticalSection : public CRITICAL_SECTION {
public:
  CCriticalSection();
  ~CCriticalSection();
  void Enter();
  void Leave();
};

#endif

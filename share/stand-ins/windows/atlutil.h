//===- atlutil.h - ATL: thread pools ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/cthreadpool-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLUTIL_H
#define MAPI_STANDIN_ATLUTIL_H

#include <atlbase.h>
#include <atlcoll.h>
#include <atlpath.h>

namespace ATL {
class CRTThreadTraits {
public:
  static HANDLE CreateThread(LPSECURITY_ATTRIBUTES lpsa, DWORD dwStackSize,
                             LPTHREAD_START_ROUTINE pfnThreadProc,
                             void *pvParam, DWORD dwCreationFlags,
                             DWORD *pdwThreadId);
};
class Win32ThreadTraits : public CRTThreadTraits {};
typedef CRTThreadTraits DefaultThreadTraits;

template <class Worker, class ThreadTraits = DefaultThreadTraits>
class CThreadPool {
public:
  HRESULT Initialize(void *pvWorkerParam = nullptr, int nNumThreads = 0,
                     DWORD dwStackSize = 0,
                     HANDLE hCompletion = INVALID_HANDLE_VALUE);
  void Shutdown(DWORD dwMaxWait = 0);
  BOOL QueueRequest(typename Worker::RequestType request);
};
template <class ThreadTraits = DefaultThreadTraits> class CWorkerThread {
public:
  HRESULT Initialize();
  HRESULT Shutdown(DWORD dwWait = 10000);
  HANDLE GetThreadHandle();
  DWORD GetThreadId();
};
} // namespace ATL

#endif

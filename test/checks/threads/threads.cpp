// RUN: %check_mapi %s
// Each thread that touches MAPI objects initialises and uninitialises MAPI for
// itself ('Using Thread-Safe Objects').
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <process.h>

void publish(ULONG count);
void work();

static HANDLE start(LPTHREAD_START_ROUTINE routine, void *context) {
  return CreateThread(nullptr, 0, routine, context, 0, nullptr);
}

// --- CreateThread
static DWORD WINAPI countsRows(LPVOID context) {
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  table->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  publish(count);
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  return 0;
}

static DWORD WINAPI countsRowsRight(LPVOID context) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_MULTITHREAD_NOTIFICATIONS};
  if (FAILED(MAPIInitialize(&init)))
    return 1;
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  table->GetRowCount(0, &count);
  publish(count);
  MAPIUninitialize();
  return 0;
}

// Initialises, and forgets to uninitialise.
static DWORD WINAPI neverUninitialises(LPVOID context) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  table->GetRowCount(0, &count);
  publish(count);
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

// Forgets it on one way only.
static DWORD WINAPI sometimesUninitialises(LPVOID context) {
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  if (FAILED(table->GetRowCount(0, &count)))
    return 2;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  publish(count);
  MAPIUninitialize();
  return 0;
}

// Initialises after the first use.
static DWORD WINAPI initialisesLate(LPVOID context) {
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  HRESULT hr = table->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  if (FAILED(hr) || FAILED(MAPIInitialize(nullptr)))
    return 1;
  publish(count);
  MAPIUninitialize();
  return 0;
}

// Does not look at MAPI at all.
static DWORD WINAPI onlyWorks(LPVOID context) {
  work();
  publish(*(ULONG *)context);
  return 0;
}

// Uses COM, not MAPI.
static DWORD WINAPI onlyCom(LPVOID context) {
  if (FAILED(CoInitializeEx(nullptr, COINIT_MULTITHREADED)))
    return 1;
  IStream *stream = (IStream *)context;
  stream->Commit(0);
  CoUninitialize();
  return 0;
}

// Passes the pointer on without calling it.
struct SJob {
  LPMAPITABLE table;
  HANDLE done;
};

static DWORD WINAPI onlySignals(LPVOID context) {
  SJob *job = (SJob *)context;
  if (job->table)
    SetEvent(job->done);
  return 0;
}

// By a guard, by helpers, by the function that does everything.
class CMapi {
public:
  CMapi() : m_hr(MAPIInitialize(nullptr)) {}
  CMapi(const CMapi &) = delete;
  CMapi &operator=(const CMapi &) = delete;
  ~CMapi() {
    if (SUCCEEDED(m_hr))
      MAPIUninitialize();
  }
  bool ok() const { return SUCCEEDED(m_hr); }

private:
  HRESULT m_hr;
};

static DWORD WINAPI byGuard(LPVOID context) {
  CMapi mapi;
  if (!mapi.ok())
    return 1;
  ULONG count = 0;
  ((LPMAPITABLE)context)->GetRowCount(0, &count);
  publish(count);
  return 0;
}

static bool enterMapi() { return SUCCEEDED(MAPIInitialize(nullptr)); }
static void leaveMapi() { MAPIUninitialize(); }

static DWORD WINAPI byHelpers(LPVOID context) {
  if (!enterMapi())
    return 1;
  ULONG count = 0;
  ((LPMAPITABLE)context)->GetRowCount(0, &count);
  publish(count);
  leaveMapi();
  return 0;
}

static DWORD WINAPI byHelpersForgets(LPVOID context) {
  if (!enterMapi())
    return 1;
  ULONG count = 0;
  if (SUCCEEDED(((LPMAPITABLE)context)->GetRowCount(0, &count)))
    publish(count);
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

static DWORD countEverything(LPMAPITABLE table) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  ULONG count = 0;
  table->GetRowCount(0, &count);
  publish(count);
  MAPIUninitialize();
  return 0;
}

static DWORD WINAPI allInAnother(LPVOID context) {
  return countEverything((LPMAPITABLE)context);
}

// A session of the thread's own, with MAPI up and with MAPI down.
static DWORD WINAPI ownSession(LPVOID) {
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  LPMAPISESSION session = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &session))) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  MAPIUninitialize();
  return 0;
}

static DWORD WINAPI ownSessionWithoutMapi(LPVOID) {
  LPMAPISESSION session = nullptr;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_NEW_SESSION, &session))) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
    session->Logoff(0, 0, 0);
    session->Release();
  }
  return 0;
}

void startAll(LPMAPITABLE table, IStream *stream, SJob *job, ULONG *number) {
  CreateThread(nullptr, 0, countsRows, table, 0, nullptr);
  CreateThread(nullptr, 0, countsRowsRight, table, 0, nullptr);
  CreateThread(nullptr, 0, &neverUninitialises, table, 0, nullptr);
  CreateThread(nullptr, 0, sometimesUninitialises, table, 0, nullptr);
  CreateThread(nullptr, 0, (LPTHREAD_START_ROUTINE)initialisesLate, table, 0,
               nullptr);
  CreateThread(nullptr, 0, onlyWorks, number, 0, nullptr);
  CreateThread(nullptr, 0, onlyCom, stream, 0, nullptr);
  CreateThread(nullptr, 0, onlySignals, job, 0, nullptr);
  CreateThread(nullptr, 0, byGuard, table, 0, nullptr);
  CreateThread(nullptr, 0, byHelpers, table, 0, nullptr);
  CreateThread(nullptr, 0, byHelpersForgets, table, 0, nullptr);
  CreateThread(nullptr, 0, allInAnother, table, 0, nullptr);
  CreateThread(nullptr, 0, ownSession, nullptr, 0, nullptr);
  CreateThread(nullptr, 0, ownSessionWithoutMapi, nullptr, 0, nullptr);
}

// The type of a thread routine, but called like any other function.
static DWORD WINAPI looksLikeARoutine(LPVOID context) {
  ULONG count = 0;
  ((LPMAPITABLE)context)->GetRowCount(0, &count);
  return count;
}

DWORD callsIt(LPMAPITABLE table) { return looksLikeARoutine(table); }

// What the starter does, it does on its own thread.
DWORD startsAnother(LPMAPITABLE table, ULONG *number) {
  HANDLE thread = start(onlyWorks, number);
  ULONG count = 0;
  table->GetRowCount(0, &count);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
  return count;
}

// Started through a helper of this file.
static DWORD WINAPI startedByHelper(LPVOID context) {
  LPMAPITABLE table = (LPMAPITABLE)context;
  ULONG count = 0;
  table->GetRowCount(0, &count);
  // Not reported: only functions that start a thread by name are known.
  return count;
}

static DWORD WINAPI startedByHelperRight(LPVOID context) {
  CMapi mapi;
  ULONG count = 0;
  if (mapi.ok())
    ((LPMAPITABLE)context)->GetRowCount(0, &count);
  return count;
}

void startsByHelper(LPMAPITABLE table) {
  start(startedByHelper, table);
  start(startedByHelperRight, table);
}

// A function that is not seen may initialise MAPI for the thread.
HRESULT enterThread();
void exitThread();

DWORD WINAPI entersElsewhere(void *given) {
  if (FAILED(enterThread()))
    return 1;
  ULONG flags = LOGOFF_ABORT;
  static_cast<LPMDB>(given)->StoreLogoff(&flags);
  exitThread();
  return 0;
}

void startElsewhere(LPMDB store) {
  if (HANDLE thread =
          CreateThread(nullptr, 0, entersElsewhere, store, 0, nullptr))
    CloseHandle(thread);
}

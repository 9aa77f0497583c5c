// RUN: %check_mapi %s
// Threads, continued: _beginthreadex, std::thread, methods as routines.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <process.h>

void publish(ULONG count);

// A stand-in: the std::thread of mingw-w64 with Win32 threads has no such
// constructor.
namespace std {
class thread {
public:
  thread() noexcept {}
  template <class F, class... A> explicit thread(F &&, A &&...) {}
  ~thread() {}
  void join() {}
  void detach() {}
};
} // namespace std

// --- _beginthreadex and _beginthread
static unsigned __stdcall counts(void *context) {
  ULONG count = 0;
  static_cast<LPMAPITABLE>(context)->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  publish(count);
  return 0;
}

static unsigned __stdcall countsRight(void *context) {
  ULONG count = 0;
  HRESULT hr = MAPIInitialize(nullptr);
  if (SUCCEEDED(hr)) {
    static_cast<LPMAPITABLE>(context)->GetRowCount(0, &count);
    publish(count);
    MAPIUninitialize();
  }
  _endthreadex(0);
  return 0;
}

static void __cdecl countsOldStyle(void *context) {
  ULONG count = 0;
  static_cast<LPMAPITABLE>(context)->GetRowCount(0, &count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  publish(count);
}

static void __cdecl countsOldStyleRight(void *context) {
  ULONG count = 0;
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  static_cast<LPMAPITABLE>(context)->GetRowCount(0, &count);
  publish(count);
  MAPIUninitialize();
}

void startOldOnes(LPMAPITABLE table) {
  _beginthreadex(nullptr, 0, counts, table, 0, nullptr);
  _beginthreadex(nullptr, 0, countsRight, table, 0, nullptr);
  _beginthread(countsOldStyle, 0, table);
  _beginthread(countsOldStyleRight, 0, table);
}

// --- A class whose routine is a static method that calls an ordinary one.
class CWorker {
public:
  explicit CWorker(LPMAPITABLE table) : m_table(table) {}
  void Start() {
    m_thread = CreateThread(nullptr, 0, Routine, this, 0, nullptr);
  }

private:
  static DWORD WINAPI Routine(void *self) {
    return static_cast<CWorker *>(self)->Run();
  }
  DWORD Run() {
    if (FAILED(MAPIInitialize(nullptr)))
      return 1;
    ULONG count = 0;
    m_table->GetRowCount(0, &count);
    publish(count);
    MAPIUninitialize();
    return 0;
  }
  LPMAPITABLE m_table;
  HANDLE m_thread = nullptr;
};

class CCarelessWorker {
public:
  explicit CCarelessWorker(LPMAPITABLE table) : m_table(table) {}
  void Start() {
    m_thread = CreateThread(nullptr, 0, Routine, this, 0, nullptr);
  }

private:
  DWORD Run() {
    ULONG count = 0;
    m_table->GetRowCount(0, &count);
    // CHECK: :{{[0-9]+}}:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
    publish(count);
    return 0;
  }
  static DWORD WINAPI Routine(void *self) {
    return static_cast<CCarelessWorker *>(self)->Run();
  }
  LPMAPITABLE m_table;
  HANDLE m_thread = nullptr;
};

// The method is called on the thread that made the object as well: Routine
// brings MAPI up before it.
class CSharedMethod {
public:
  explicit CSharedMethod(LPMAPITABLE table) : m_table(table) {}
  void Start() {
    Count();
    m_thread = CreateThread(nullptr, 0, Routine, this, 0, nullptr);
  }

private:
  void Count() {
    ULONG count = 0;
    m_table->GetRowCount(0, &count);
    publish(count);
  }
  static DWORD WINAPI Routine(void *self) {
    if (FAILED(MAPIInitialize(nullptr)))
      return 1;
    static_cast<CSharedMethod *>(self)->Count();
    MAPIUninitialize();
    return 0;
  }
  LPMAPITABLE m_table;
  HANDLE m_thread = nullptr;
};

// --- std::thread
void lambda(LPMAPITABLE table) {
  std::thread thread([table] {
    ULONG count = 0;
    table->GetRowCount(0, &count);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
    publish(count);
  });
  thread.join();
}

void lambdaRight(LPMAPITABLE table) {
  std::thread thread([table] {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    ULONG count = 0;
    table->GetRowCount(0, &count);
    publish(count);
    MAPIUninitialize();
  });
  thread.join();
}

void lambdaForgets(LPMAPITABLE table) {
  std::thread thread([table]() {
    ULONG count = 0;
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    table->GetRowCount(0, &count);
    publish(count);
  });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  thread.detach();
}

// A lambda that runs on the thread that made it.
void lambdaOfThisThread(LPMAPITABLE table) {
  auto count = [table] {
    ULONG rows = 0;
    table->GetRowCount(0, &rows);
    return rows;
  };
  publish(count());
  std::thread other([] { publish(0); });
  other.join();
}

static void function(LPMAPITABLE table, ULONG *count) {
  table->GetRowCount(0, count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
}

static void functionRight(LPMAPITABLE table, ULONG *count) {
  if (SUCCEEDED(MAPIInitialize(nullptr))) {
    table->GetRowCount(0, count);
    MAPIUninitialize();
  }
}

class CCounter {
public:
  void Run(LPMAPITABLE table) {
    table->GetRowCount(0, &m_count);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
  }
  void RunRight(LPMAPITABLE table) {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    table->GetRowCount(0, &m_count);
    MAPIUninitialize();
  }
  void NotOnAThread(LPMAPITABLE table) { table->GetRowCount(0, &m_count); }

private:
  ULONG m_count = 0;
};

void startNewOnes(LPMAPITABLE table, ULONG *count, CCounter *counter) {
  std::thread a(function, table, count);
  std::thread b(functionRight, table, count);
  std::thread c(&CCounter::Run, counter, table);
  std::thread d(&CCounter::RunRight, counter, table);
  counter->NotOnAThread(table);
  a.join();
  b.join();
  c.join();
  d.join();
}

// Utilities without a session: ScInitMapiUtil is enough.
static DWORD WINAPI utilitiesOnly(LPVOID context) {
  if (FAILED(ScInitMapiUtil(0)))
    return 1;
  LPSPropValue copy = nullptr;
  if (SUCCEEDED(ScDupPropset(1, (LPSPropValue)context, MAPIAllocateBuffer,
                             &copy)))
    MAPIFreeBuffer(copy);
  DeinitMapiUtil();
  return 0;
}

void startUtilities(LPSPropValue value) {
  CreateThread(nullptr, 0, utilitiesOnly, value, 0, nullptr);
}

// RUN: %check_mapi %s
// A function that never returns ends the process, or throws: then there is a
// way on, with handlers and destructors.
#include <mapix.h>
#include <mapiutil.h>

struct MapiError {
  HRESULT hr;
};
[[noreturn]] static void fail(HRESULT hr) { throw MapiError{hr}; }
[[noreturn]] static void giveUp() { ExitProcess(3); }
static void expect(HRESULT hr) {
  if (FAILED(hr))
    fail(hr);
}

// In other files.
[[noreturn]] void ThrowLastError();
[[noreturn]] void _com_raise_error(HRESULT hr, IUnknown *info = nullptr);
[[noreturn]] void terminateProgram();

void lostWhereItThrows(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  expect(store->GetOutgoingQueue(0, &queue));
  expect(queue->Abort());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void lostInPlainSight(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    fail(E_FAIL);
  if (FAILED(queue->Abort()))
    fail(E_FAIL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void theProcessEnds(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    giveUp();
  if (FAILED(queue->Abort()))
    giveUp();
  queue->Release();
}

void throwsByItsName(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    ThrowLastError();
  if (FAILED(queue->Abort()))
    ThrowLastError();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void throwsByTheCatalogue(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  if (FAILED(hr))
    _com_raise_error(hr);
  hr = queue->Abort();
  if (FAILED(hr))
    _com_raise_error(hr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void endsByItsName(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    terminateProgram();
  if (FAILED(queue->Abort()))
    terminateProgram();
  queue->Release();
}

void aHandlerReleases(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  expect(store->GetOutgoingQueue(0, &queue));
  try {
    expect(queue->Abort());
    if (FAILED(queue->FreeBookmark(0)))
      ThrowLastError();
  } catch (...) {
    queue->Release();
    throw;
  }
  queue->Release();
}

void aHandlerForgets(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  expect(store->GetOutgoingQueue(0, &queue));
  try {
    expect(queue->Abort());
  } catch (...) {
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  }
  queue->Release();
}

struct Releaser {
  explicit Releaser(IUnknown *object) : object(object) {}
  ~Releaser() { object->Release(); }
  IUnknown *object;
};

void aDestructorReleases(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  expect(store->GetOutgoingQueue(0, &queue));
  Releaser guard(queue);
  expect(queue->Abort());
}

// An exception does not leave this one.
void nothingLeaves(LPMDB store) noexcept {
  LPMAPITABLE queue = nullptr;
  expect(store->GetOutgoingQueue(0, &queue));
  expect(queue->Abort());
  queue->Release();
}

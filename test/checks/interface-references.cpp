// RUN: %check_mapi %s
// A C++ reference to an interface is a pointer to it.
#include <mapix.h>
#include <mapiutil.h>

static void close(IMAPITable &table) { table.Release(); }
static void stop(IMAPITable &table) { table.Abort(); }
static IMAPITable &objectOf(LPMAPITABLE table) { return *table; }
void look(IMAPITable &table); // in another file

void dereferenced(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    (*queue).Release();
}

void referredTo(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  auto &table = *queue;
  queue = nullptr;
  table.Release();
}

void referredToAfterRelease(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  IMAPITable &table = *queue;
  queue->Release();
  table.Abort();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-use-after-release]
}

void handedToClose(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    close(*queue);
}

void handedToCloseTwice(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  close(*queue);
  close(*queue);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-use-after-release]
}

void handedToOthersOnly(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  stop(*queue);
  look(*queue);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

void throughAFunction(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    objectOf(queue).Release();
}

void throughALambda(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  IMAPITable &table = *queue;
  auto byItsName = [&table] { table.Abort(); };
  auto byAnother = [&other = *queue] { other.Release(); };
  byItsName();
  byAnother();
}

class Closing {
public:
  explicit Closing(IMAPITable &table) : table(table) {}
  ~Closing() { table.Release(); }

private:
  IMAPITable &table;
};

void keptInAnObject(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  Closing guard(*queue);
  queue->Abort();
}

void keptAndReleased(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  Closing guard(*queue);
  queue->Release();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-use-after-release]

void byAPointerToMember(LPMDB store, ULONG (STDMETHODCALLTYPE IUnknown::*method)()) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    (queue->*method)();
}

void fromAReference(IMsgStore &store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store.GetOutgoingQueue(0, &queue)))
    return;
  queue->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

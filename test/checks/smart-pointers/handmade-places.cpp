// RUN: %check_mapi %s
// An owner gives the place for an out-parameter by way of other objects, or gets
// what came out when such an object dies.
#include <mapix.h>
#include <mapiutil.h>
#include <functional>
#include <utility>

class TablePlace {
public:
  explicit TablePlace(LPMAPITABLE *where) : where(where) {}
  operator LPMAPITABLE *() const { return where; }

private:
  LPMAPITABLE *where;
};

class TableAddress {
public:
  explicit TableAddress(LPMAPITABLE *where) : where(where) {}
  TablePlace operator*() const { return TablePlace(where); }

private:
  LPMAPITABLE *where;
};

class Table {
public:
  ~Table() {
    if (table)
      table->Release();
  }
  TablePlace place() { return TablePlace(&table); }
  TableAddress operator!() { return TableAddress(&table); }
  LPMAPITABLE detach() {
    LPMAPITABLE was = table;
    table = nullptr;
    return was;
  }

private:
  LPMAPITABLE table = nullptr;
};

void kept(LPMDB store) {
  Table queue;
  store->GetOutgoingQueue(0, queue.place());
}

void detached(LPMDB store) {
  Table queue;
  if (SUCCEEDED(store->GetOutgoingQueue(0, queue.place())))
    queue.detach()->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void keptInTwoSteps(LPMDB store) {
  Table queue;
  store->GetOutgoingQueue(0, *!queue);
}

void detachedInTwoSteps(LPMDB store) {
  Table queue;
  if (SUCCEEDED(store->GetOutgoingQueue(0, *!queue)))
    queue.detach()->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

class Property {
public:
  class Place {
  public:
    explicit Place(LPSPropValue *where) : where(where) {}
    operator LPVOID *() const { return reinterpret_cast<LPVOID *>(where); }

  private:
    LPSPropValue *where;
  };
  ~Property() { MAPIFreeBuffer(value); }
  Place place() { return Place(&value); }
  LPSPropValue detach() { return std::exchange(value, nullptr); }

private:
  LPSPropValue value = nullptr;
};

void allocated() {
  Property property;
  MAPIAllocateBuffer(sizeof(SPropValue), property.place());
}

void allocatedAndDetached() {
  Property property;
  if (SUCCEEDED(MAPIAllocateBuffer(sizeof(SPropValue), property.place())))
    property.detach()->ulPropTag = PR_NULL;
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]

// A structure of the called function's own holds it.
template <class T, class F> void with(T *object, F &&visit) {
  struct Closing {
    T *held;
    ~Closing() { held->Release(); }
  } closing{object};
  std::forward<F>(visit)(*object);
}

void visited(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    with(queue, [](IMAPITable &table) { table.Abort(); });
}

void visitedAndUsed(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  with(queue, [](IMAPITable &table) { table.Abort(); });
  queue->Abort();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-use-after-release]
}

// The guard's constructor gives the lambda to a function object.
class Cleanup {
public:
  template <class F> Cleanup(F action) : action(action) {}
  ~Cleanup() { action(); }

private:
  std::function<void()> action;
};

void cleanedUp(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  Cleanup cleanup = [&] { queue->Release(); };
  queue->Abort();
}

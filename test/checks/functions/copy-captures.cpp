// RUN: %check_mapi %s
// What a lambda captures by value is what the variable was when it was made.
#include <mapix.h>
#include <mapiutil.h>
#include <functional>

template <class F> struct OnExit {
  F action;
  explicit OnExit(F action) : action(action) {}
  ~OnExit() { action(); }
};

void later(std::function<void()> action);

void anotherTableFollows(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  OnExit guard([table] { table->Release(); });
  if (SUCCEEDED(store->GetReceiveFolderTable(0, &table)))
    table->Release();
}

void anotherTableFollowsByReference(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  OnExit guard([&table] { table->Release(); });
  store->GetReceiveFolderTable(0, &table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} is overwritten {{.*}}[mapi-interface-leak]
}

void capturedTooEarly(LPMDB store) {
  LPMAPITABLE table = nullptr;
  OnExit guard([=] {
    if (table)
      table->Release();
  });
  store->GetOutgoingQueue(0, &table);

  Sleep(1);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-interface-leak]

void setToNullElsewhere(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  auto release = [table] { table->Release(); };
  table = nullptr;
  release();
}

void clearsItsCopy(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  auto clear = [table]() mutable { table = nullptr; };
  clear();
  table->Release();
}

void releasedByBoth(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  auto release = [table] { table->Release(); };
  release();
  table->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

void aLambdaInALambda(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  auto outer = [=] {
    auto inner = [=] { table->Release(); };
    inner();
  };
  outer();
}

void aConditionOfItsOwn(LPMDB store, bool early) {
  LPMAPITABLE table = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &table)))
    return;
  auto release = [table, early] {
    if (early)
      table->Release();
  };
  release();
  if (!early)
    table->Release();
}

// Who keeps the lambda keeps the table.
void runsLater(LPMDB store) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &table)))
    later([table] { table->Release(); });
}

void eachTurn(LPMDB store) {
  for (int turn = 0; turn < 3; ++turn) {
    LPMAPITABLE table = nullptr;
    if (FAILED(store->GetOutgoingQueue(0, &table)))
      continue;
    OnExit guard([table] { table->Release(); });
    table->Abort();
  }
}

void asksACopyOfTheStatus(LPMDB store) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &table);
  auto failed = [hr] { return FAILED(hr); };
  if (failed())
    return;
  hr = table->Abort();
  if (FAILED(hr))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-interface-leak]
  table->Release();
}

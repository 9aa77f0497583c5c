// RUN: %dump_graphs %s | FileCheck %s
// A function that has no visible body may change what it gets the address of,
// and keep what it gets as void *.
#include <mapix.h>

void unseen(LPMDB *store, void *cookie);

void handedOver(LPMDB store, LPVOID cookie) {
  unseen(&store, cookie);
  store->Release();
}

// CHECK: %store = open @
// CHECK-NEXT: unknown-call @
// CHECK-NEXT: [[ANSWER:%t[0-9]+]] = forget @
// CHECK-NEXT: [[ANSWER]] = lend %cookie any @

// RUN: %dump_graphs %s | FileCheck %s
// In C a method is a member of the table of functions.
#include <mapix.h>

void closed(LPMDB store) {
  store->lpVtbl->Release(store);
}

// CHECK: function "closed" {{.*}} c @
// CHECK: call "IUnknown::Release" on %store () @

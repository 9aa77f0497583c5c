// RUN: %dump_graphs %s | FileCheck %s
// A called function is what it does; its places lead into it.
#include <mapix.h>

static void helper(LPMDB given) { given->Release(); }

void caller(LPMDB store) {
  helper(store);
}

// CHECK: function "caller"
// CHECK: call "IUnknown::Release" on %store () @[[@LINE-4]]:3 >[[@LINE-7]]:42{{$}}

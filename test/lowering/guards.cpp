// RUN: %dump_graphs %s | FileCheck %s
// A destructor runs on each way out, also where an exception leaves.
#include <mapix.h>

struct Guard {
  ~Guard() { MAPIUninitialize(); }
};

void guarded(bool early) {
  Guard guard;
  if (early)
    throw 1;
}

// CHECK: function "guarded"
// CHECK-DAG: call "MAPIUninitialize" () implicit @[[@LINE-4]]:5 >6:14{{$}}
// CHECK-DAG: throw "int" @[[@LINE-5]]:5{{$}}
// CHECK-DAG: call "MAPIUninitialize" () implicit @[[@LINE-5]]:1 >6:14{{$}}

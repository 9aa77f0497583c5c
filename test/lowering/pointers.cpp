// RUN: %dump_graphs %s | FileCheck %s
// Two pointers are compared with each other.
#include <mapix.h>

void compared(LPMDB one, LPMDB other) {
  if (one == other)
    one->Release();
}

// CHECK: -> {{b[0-9]+}} pointers %one == %other{{$}}
// CHECK: -> {{b[0-9]+}} pointers %one != %other{{$}}

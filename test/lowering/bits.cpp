// RUN: %dump_graphs %s | FileCheck %s
// A bit of a variable is a path of its own, computed from the variable.
#include <mapix.h>

void masked(ULONG flags, LPMDB store) {
  if (flags & 4)
    store->Release();
}

// CHECK: [[BIT:%t[0-9]+]] = temporary, number, unsigned, reads (%flags), calculated "and 4"{{$}}
// CHECK: branch "flags & 4" @
// CHECK: -> {{b[0-9]+}} when [[BIT]] != 0{{$}}
// CHECK: -> {{b[0-9]+}} when [[BIT]] == 0{{$}}

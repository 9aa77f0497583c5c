// RUN: %dump_graphs %s | FileCheck %s
// What is added or set in a variable is combined with what it was; with a
// number that is not known it may be anything.
#include <mapix.h>

void counted(ULONG unknown) {
  ULONG count = 0;
  ++count;
  count |= 4;
  if (count > 1)
    MAPIUninitialize();
  count |= unknown;
}

// CHECK: %count = set 0 @
// CHECK: %count = combine add 1 @
// CHECK: %count = combine or 4 @
// CHECK: -> {{b[0-9]+}} when %count >= 2
// CHECK: %count = forget @

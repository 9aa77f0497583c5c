// RUN: %dump_graphs %s | FileCheck %s
// A test of two pointers is two branches; an answer that nobody keeps is a
// number without a name.
#include <mapix.h>

void twoTests(LPMDB store, LPMAPIFOLDER folder) {
  if (store && !folder)
    store->Release();
}

// CHECK: branch "store" @
// CHECK: -> {{b[0-9]+}} when %store != 0
// CHECK: -> {{b[0-9]+}} when %store == 0
// CHECK: branch "!folder" @
// CHECK: -> {{b[0-9]+}} when %folder == 0
// CHECK: -> {{b[0-9]+}} when %folder != 0
// CHECK: call "IUnknown::Release" on %store ()

// RUN: %dump_graphs %s | FileCheck %s
// An element of a block is found through the pointer to the block, which must
// not be null.
#include <mapix.h>
#include <mapiutil.h>

void freed(LPSPropValue props, ULONG index) {
  if (props[index].ulPropTag == PR_SUBJECT)
    MAPIFreeBuffer(props[index].Value.lpszA);
  MAPIFreeBuffer(props);
}

// CHECK: %props = parameter, as "0", block "_SPropValue", pointer{{$}}
// CHECK: dereference %props @
// CHECK: call "MAPIFreeBuffer" (_ within %props) @
// CHECK: call "MAPIFreeBuffer" (%props) @

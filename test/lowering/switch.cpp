// RUN: %dump_graphs %s | FileCheck %s
// The cases of a switch are numbers; its default is none of them.
#include <mapix.h>

void ended(HRESULT hr) {
  switch (hr) {
  case S_OK:
  case S_FALSE:
    MAPIUninitialize();
    break;
  default:
    OleUninitialize();
  }
}

// CHECK: -> {{b[0-9]+}} when %hr != 0 one of (0){{$}}
// CHECK: -> {{b[0-9]+}} when %hr != 0 one of (1){{$}}
// CHECK: -> {{b[0-9]+}} when %hr != 0 none of (0, 1){{$}}

// RUN: %dump_graphs %s | FileCheck %s
// A smart pointer is empty at first, and releases what it holds at the end of
// its life.
#include <mapix.h>
#include <atlbase.h>

void held(LPMAPISESSION session) {
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
}

// CHECK: %store = local, interface "IMsgStore", reset "Release", smart, pointer{{$}}
// CHECK: %store = set 0 @
// CHECK: call "IMAPISession::OpenMsgStore" on %session ({{.*}}, &%store) @
// CHECK: %store = release implicit @
// CHECK: %store = end-of-life @

// RUN: %dump_graphs %s | FileCheck %s
// A member is a path that hangs off its object.
#include <mapix.h>

struct Owner {
  LPMDB m_db;
  void close() {
    m_db->Release();
    m_db = nullptr;
  }
};

// CHECK: function "Owner::close"
// CHECK: %this = parameter, as "this", pointer{{$}}
// CHECK: %m_db = outside, member "m_db" of %this, interface "IMsgStore", pointer{{$}}
// CHECK: call "IUnknown::Release" on %m_db () @
// CHECK: %m_db = set 0 @

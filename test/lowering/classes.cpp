// RUN: %dump_graphs %s | FileCheck %s
// A class is a graph of its own: its constructor, then any of its public
// functions as often as its users like, then its destructor.
#include <mapix.h>

class Session {
public:
  Session() { MAPIInitialize(nullptr); }
  void end() { MAPIUninitialize(); }
  ~Session() {}
};

// CHECK: function "Session" {{.*}} class @
// CHECK: call "MAPIInitialize" (=0)
// CHECK: assuming "Session::end is called" @[[@LINE-6]]:8{{$}}
// CHECK: call "MAPIUninitialize" () @[[@LINE-7]]:16{{$}}

// RUN: %check_recovery %s
// Behind an unknown macro Clang skips to the next semicolon that is not in
// braces; methods of classes that are not declared are not in the tree either.
#include <mapix.h>
#include <mapiutil.h>

HRESULT before(LPMAPISESSION session) {
  return session->Logoff(0, 0, 0);
}

BeginHandlerMap(NoSuchClass, NoSuchBase)
  OnClose()
EndHandlerMap()
// CHECK: :[[@LINE-3]]:1: warning: lines [[@LINE-3]] to [[@LINE+12]] are not in the syntax tree: 'BeginHandlerMap' is not known [mapi-unanalyzed-function]

HRESULT first(LPMAPISESSION session) {
  return session->Logoff(0, 0, 0);
}

void second() {
  MAPIUninitialize();
}
#if 0
void never() { MAPIUninitialize(); }
#endif
int number;

// Nothing of MAPI's is in here.
HANDLER(NoSuchClass)
void third(void *memory) { free(memory); }
int another;

// CHECK: :[[@LINE+1]]:1: warning: lines [[@LINE+1]] to [[@LINE+3]] are not in the syntax tree [mapi-unanalyzed-function]
void NoSuchClass::close() {
  MAPIUninitialize();
}

#define DEFINE(name)                                                           \
  void name() { MAPIUninitialize(); }
namespace inner {
DEFINE(behind)
}

// COUNT: functions with MAPI calls: 2 analysed, 3 not{{$}}
// COUNT-NEXT: swallowed.cpp': lines 11 to 26 are not in the syntax tree; 'BeginHandlerMap' may be a macro that is not defined
// COUNT-NEXT: swallowed.cpp': lines 34 to 36 are not in the syntax tree

// RUN: %mapi-tidy --quiet --checks=-*,mapi-* --config='{CheckOptions: {mapi.DumpGraph: "*", mapi.CaptureTo: "%t"}}' %s | FileCheck %s
// RUN: %dump_graphs %s | FileCheck %s --check-prefix=ALONE
// Where it is captured for other files, a call of a function that may be in one
// of them stays a call, and what is assumed of it is marked.
#include <mapix.h>

HRESULT openElsewhere(LPMDB store, LPMAPIFOLDER *folder);
[[noreturn]] void failElsewhere(HRESULT hr);
void here(LPMDB) {}

void opened(LPMDB store) {
  LPMAPIFOLDER folder = nullptr;
  HRESULT hr = openElsewhere(store, &folder);
  here(store);
  store->Release();
}
// CHECK-LABEL: function "opened"
// CHECK: %folder = set 0
// CHECK-NEXT: [[RESULT:%t[0-9]+]] = forget
// CHECK-NEXT: [[RESULT]] = invoke "c:@F@openElsewhere#{{.*}}" (%store, &%folder)
// CHECK-NEXT: %folder = open assumed
// CHECK-NEXT: unknown-call assumed
// CHECK-NOT: assumed
// CHECK: call "IUnknown::Release"

// ALONE-LABEL: function "opened"
// ALONE-NOT: {{invoke|assumed}}
// ALONE: %folder = open
// ALONE-NEXT: unknown-call
// ALONE-NEXT: {{.*}} = forget

void failed(LPMDB store, HRESULT hr) {
  if (FAILED(hr))
    failElsewhere(hr);
  store->Release();
}
// CHECK-LABEL: function "failed"
// CHECK: invoke "c:@F@failElsewhere#{{.*}}" (%hr)
// CHECK-NEXT: leave-process assumed

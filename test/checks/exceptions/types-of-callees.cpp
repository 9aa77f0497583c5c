// RUN: %check_mapi %s
// What a called function throws has a type, and that decides who catches it.
#include <mapix.h>
#include <mapiutil.h>

struct Error {
  HRESULT hr;
};
struct NetworkError : Error {};
struct Cancelled {};

static void demand(HRESULT hr) {
  if (hr == MAPI_E_NETWORK_ERROR)
    throw NetworkError{{hr}};
  if (FAILED(hr))
    throw Error{hr};
}
static void translate(LPMAPITABLE table) {
  try {
    demand(table->Abort());
  } catch (const NetworkError &) {
    throw Cancelled();
  } catch (const Error &) {
    throw 5;
  }
}

void caughtAsItsBase(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  demand(store->GetOutgoingQueue(0, &queue));
  try {
    demand(queue->Abort());
  } catch (const Cancelled &) {
    return;
  } catch (const Error &) {
    queue->Release();
    return;
  }
  queue->Release();
}

void caughtInPart(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  demand(store->GetOutgoingQueue(0, &queue));
  try {
    demand(queue->Abort());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  } catch (const NetworkError &) {
    queue->Release();
    throw;
  }
  queue->Release();
}

void caughtAsSomethingElse(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  demand(store->GetOutgoingQueue(0, &queue));
  try {
    translate(queue);
  } catch (const Error &) {
    return;
  } catch (const Cancelled &) {
    queue->Release();
    return;
  } catch (int) {
    queue->Release();
    return;
  }
  queue->Release();
}

void caughtAndForgotten(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  demand(store->GetOutgoingQueue(0, &queue));
  try {
    translate(queue);
  } catch (const Cancelled &) {
    queue->Release();
    return;
  } catch (int) {
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  }
  queue->Release();
}

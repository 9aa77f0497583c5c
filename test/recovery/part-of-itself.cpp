// RUN: %check_recovery %s
// A class that is a part of itself, in one step or two, has no end.
#include <mapix.h>

// CHECK: warning: function 'Node::~Node' is analysed in part: its class has a part that is not known
struct Node {
  Node next;
  LPMDB store;
  ~Node() { store->Release(); }
};

struct Half {
  struct Other {
    Half half;
    ~Other();
  } other;
  ~Half() {}
};

HRESULT uses(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  Node node;
  Half half;
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (SUCCEEDED(hr))
    store->Release();
  return hr;
}

HRESULT loses(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  return session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  // CHECK: :[[@LINE-1]]:3: warning: 'store' (IMsgStore) may be lost on this way out
}

// COUNT: functions with MAPI calls: {{[0-9]+}} analysed

// RUN: %check_mapi %s
// A virtual base is destroyed once, with the whole object.
#include <mapix.h>
#include <mapiutil.h>

struct Holder {
  LPMAPITABLE queue = nullptr;
  virtual ~Holder() {
    if (queue)
      queue->Release();
  }
};
struct Left : virtual Holder {};
struct Right : virtual Holder {};
struct Both : Left, Right {
  explicit Both(LPMDB store) { store->GetOutgoingQueue(0, &queue); }
};

struct Careless {
  LPMAPITABLE queue = nullptr;
  virtual ~Careless() {}
};
struct Derived : virtual Careless {
  explicit Derived(LPMDB store) { store->GetOutgoingQueue(0, &queue); }
};

void released(LPMDB store) { Both both(store); }

void forgotten(LPMDB store) {
  Derived derived(store);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void openAtLogoff(LPMAPISESSION session, LPMDB store) {
  Both both(store);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
  session->Release();
}

// RUN: %check_mapi %s
// A structure is assigned member by member, each as its class has it.
#include <mapix.h>
#include <mapiutil.h>
#include <atlbase.h>
#include <utility>

template <class I> class Holder {
public:
  Holder() = default;
  Holder(const Holder &from) : held(from.held) {
    if (held)
      held->AddRef();
  }
  Holder(Holder &&from) : held(from.held) { from.held = nullptr; }
  ~Holder() {
    if (held)
      held->Release();
  }
  Holder &operator=(const Holder &from) {
    if (from.held)
      from.held->AddRef();
    if (held)
      held->Release();
    held = from.held;
    return *this;
  }
  Holder &operator=(Holder &&from) {
    if (this == &from)
      return *this;
    if (held)
      held->Release();
    held = from.held;
    from.held = nullptr;
    return *this;
  }
  I **place() { return &held; }

private:
  I *held = nullptr;
};

struct Place {
  Holder<IMsgStore> store;
  int depth = 0;
};

struct View {
  Place where;
  Holder<IMAPITable> rows;
};

void replacedByNothing(LPMAPISESSION session) {
  View view;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, view.where.store.place());
  view = View();
  session->Logoff(0, 0, 0);
}

void replacedTooLate(LPMAPISESSION session) {
  View view;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, view.where.store.place());
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
  view = View();
}

void movedAndGone(LPMAPISESSION session) {
  View view;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, view.where.store.place());
  {
    View inner;
    inner = std::move(view);
  }
  session->Logoff(0, 0, 0);
}

void copiedAndGone(LPMAPISESSION session) {
  View view;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, view.where.store.place());
  {
    View inner;
    inner = view;
  }
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

void bothReplaced(LPMAPISESSION session) {
  View view, other;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, view.where.store.place());
  other = view;
  view = {};
  other = {};
  session->Logoff(0, 0, 0);
}

// The same with members that are known by name.
struct Named {
  CComPtr<IMsgStore> store;
};

void bothNamedReplaced(LPMAPISESSION session) {
  Named view, other;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &view.store);
  other = view;
  view = Named();
  other = Named();
  session->Logoff(0, 0, 0);
}

void oneNamedReplaced(LPMAPISESSION session) {
  Named view, other;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &view.store);
  other = view;
  view = Named();
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

// RUN: %check_mapi %s
// std::unique_ptr and std::shared_ptr with deleters that release.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <utility>

bool work();
void use(LPUNKNOWN object);

struct Releaser {
  void operator()(IUnknown *object) const {
    if (object)
      object->Release();
  }
};
template <class T> using Owned = std::unique_ptr<T, Releaser>;

// std::unique_ptr.
void uniqueOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void uniqueReset(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  table.reset();
  sess->Logoff(0, 0, 0);
}

void uniqueSetToNull(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  if (work())
    use(table.get());
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

void uniqueFilledLater(LPMAPISESSION sess) {
  Owned<IMAPITable> table;
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  table.reset(raw);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void uniqueRefilled(LPMAPISESSION sess) {
  Owned<IMAPITable> table;
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  table.reset(raw);
  raw = nullptr;
  sess->GetMsgStoresTable(0, &raw);
  table.reset(raw); // the status table goes
  table.reset();
  sess->Logoff(0, 0, 0);
}

// release() gives the pointer back and releases nothing.
void uniqueGivenBackAndForgotten(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  table.release();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void uniqueGivenBackAndReleased(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  LPMAPITABLE again = table.release();
  again->Release();
  sess->Logoff(0, 0, 0);
}

void uniqueMovedOutOfTheScope(LPMAPISESSION sess) {
  Owned<IMAPITable> kept;
  {
    LPMAPITABLE raw = nullptr;
    if (FAILED(sess->GetStatusTable(0, &raw)))
      return;
    Owned<IMAPITable> table(raw);
    kept = std::move(table);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table|kept)'.*}} [mapi-live-at-logoff]
}

void uniqueMovedIntoTheScope(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw);
  {
    Owned<IMAPITable> shortLived(std::move(table));
    use(shortLived.get());
  }
  sess->Logoff(0, 0, 0);
}

void uniqueSwappedAndForgotten(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw), other;
  std::swap(table, other);
  table.reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table|other)'.*}} [mapi-live-at-logoff]
}

void uniqueSwappedAndReset(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  Owned<IMAPITable> table(raw), other;
  table.swap(other);
  other.reset();
  sess->Logoff(0, 0, 0);
}

// A function makes one.
static Owned<IMAPITable> openStatus(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return nullptr;
  return Owned<IMAPITable>(raw);
}

void uniqueFromAFunctionOutlivesLogoff(LPMAPISESSION sess) {
  auto table = openStatus(sess);
  if (!table)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void uniqueFromAFunctionInScope(LPMAPISESSION sess) {
  if (auto table = openStatus(sess))
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
}

// std::shared_ptr.
void sharedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  std::shared_ptr<IMAPITable> table(raw, Releaser());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|table)'.*}} [mapi-live-at-logoff]
}

void sharedReset(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  std::shared_ptr<IMAPITable> table(raw, [](IMAPITable *p) { p->Release(); });
  table.reset();
  sess->Logoff(0, 0, 0);
}

void sharedCopyStays(LPMAPISESSION sess) {
  std::shared_ptr<IMAPITable> copy;
  {
    LPMAPITABLE raw = nullptr;
    if (FAILED(sess->GetStatusTable(0, &raw)))
      return;
    std::shared_ptr<IMAPITable> table(raw, Releaser());
    copy = table;
  }
  sess->Logoff(0, 0, 0);
  // Not reported: copies of a shared_ptr are not counted.
}

void sharedCopiesGo(LPMAPISESSION sess) {
  {
    LPMAPITABLE raw = nullptr;
    if (FAILED(sess->GetStatusTable(0, &raw)))
      return;
    std::shared_ptr<IMAPITable> table(raw, Releaser());
    std::shared_ptr<IMAPITable> copy = table;
    use(copy.get());
  }
  sess->Logoff(0, 0, 0);
}

void sharedResetWithACopyLeft(LPMAPISESSION sess) {
  LPMAPITABLE raw = nullptr;
  if (FAILED(sess->GetStatusTable(0, &raw)))
    return;
  std::shared_ptr<IMAPITable> table(raw, Releaser());
  auto copy = table;
  table.reset();
  copy = nullptr;
  sess->Logoff(0, 0, 0);
}

// The libraries, as deleters of a pointer to nothing in particular.
struct StopMapi {
  void operator()(void *) const { MAPIUninitialize(); }
};

bool pointerStopsMapi() {
  static int token;
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  std::unique_ptr<void, StopMapi> stop(&token);
  LPPROFADMIN raw = nullptr;
  if (FAILED(MAPIAdminProfiles(0, &raw)))
    return false;
  Owned<IProfAdmin> admin(raw); // goes first
  return work();
}

bool pointerStopsMapiTooEarly() {
  static int token;
  Owned<IProfAdmin> admin;
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  std::unique_ptr<void, StopMapi> stop(&token);
  LPPROFADMIN raw = nullptr;
  if (FAILED(MAPIAdminProfiles(0, &raw)))
    return false;
  admin.reset(raw);
  work();
  return true;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|admin)'.*}} [mapi-teardown-order]
}

// RUN: %check_mapi %s
// Guards for the libraries, and std::unique_ptr as a guard.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <ole2.h>

bool work();
void use(LPUNKNOWN object);

class MapiGuard {
public:
  MapiGuard() : hr_(MAPIInitialize(nullptr)) {}
  MapiGuard(const MapiGuard &) = delete;
  MapiGuard &operator=(const MapiGuard &) = delete;
  ~MapiGuard() {
    if (SUCCEEDED(hr_))
      MAPIUninitialize();
  }
  bool up() const { return SUCCEEDED(hr_); }

private:
  HRESULT hr_;
};

struct OleGuard {
  const bool up = SUCCEEDED(OleInitialize(nullptr));
  ~OleGuard() {
    if (up)
      OleUninitialize();
  }
};

// Destructors run in reverse: OLE is declared last, and ends first.
void oleDeclaredLast() {
  MapiGuard mapi;
  OleGuard ole;
  if (mapi.up() && ole.up)
    work();
}

void oleDeclaredFirst() {
  OleGuard ole;
  MapiGuard mapi;
  if (mapi.up() && ole.up)
    work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

void oleInOuterScope() {
  OleGuard ole;
  {
    MapiGuard mapi;
    if (mapi.up())
      work();
  }
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]

void oleInInnerScope() {
  MapiGuard mapi;
  if (!mapi.up())
    return;
  {
    OleGuard ole;
    work();
  }
  work();
}

// Members are destroyed in reverse as well.
struct RightOrder {
  MapiGuard mapi;
  OleGuard ole;
};

struct WrongOrder {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
  OleGuard ole;
  MapiGuard mapi;
};

void membersInRightOrder() {
  RightOrder libraries;
  work();
}

void membersInWrongOrder() {
  WrongOrder libraries;
  work();
}
// The class is reported, not its user.

// What the guard undoes, the function must not undo.
bool guardedSession() {
  MapiGuard mapi;
  if (!mapi.up())
    return false;
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return false;
  sess->Logoff(0, 0, 0);
  sess->Release();
  return true;
}

bool guardedSessionIsLost() {
  MapiGuard mapi;
  if (!mapi.up())
    return false;
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return false;
  bool done = work();
  if (!done)
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-{{(missing-logoff|teardown-order)}}]
  sess->Logoff(0, 0, 0);
  sess->Release();
  return true;
}

// std::unique_ptr with a functor.
struct ReleaseIt {
  void operator()(IUnknown *object) const { object->Release(); }
};

void functorOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto cleanup = std::unique_ptr<IMAPITable, ReleaseIt>(table);
  use(cleanup.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|cleanup)'.*}} [mapi-live-at-logoff]
}

void functorReset(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto cleanup = std::unique_ptr<IMAPITable, ReleaseIt>(table);
  cleanup->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  cleanup.reset();
  sess->Logoff(0, 0, 0);
}

// ... with a pointer to a function ...
static void releaseTable(IMAPITable *table) { table->Release(); }

void pointerOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto cleanup =
      std::unique_ptr<IMAPITable, void (*)(IMAPITable *)>(table, releaseTable);
  use(cleanup.get());
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|cleanup)'.*}} [mapi-live-at-logoff]
}

void pointerInNarrowerScope(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table))) {
    std::unique_ptr<IMAPITable, decltype(&releaseTable)> cleanup(
        table, &releaseTable);
    cleanup->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  }
  sess->Logoff(0, 0, 0);
}

// ... and with a lambda.
void lambdaOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto drop = [](IMAPITable *object) { object->Release(); };
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  std::unique_ptr<IMAPITable, decltype(drop)> cleanup(table, drop);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|cleanup)'.*}} [mapi-live-at-logoff]
}

void lambdaOwnerGivesItBack(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto drop = [](IMAPITable *object) { object->Release(); };
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  std::unique_ptr<IMAPITable, decltype(drop)> cleanup(table, drop);
  if (!work())
    return;
  cleanup.release()->Release();
  sess->Logoff(0, 0, 0);
}

// The pointer ends the session, and is the first to be made.
struct EndSession {
  void operator()(IMAPISession *sess) const {
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
};

void sessionOwnerFirst() {
  LPMAPISESSION raw = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &raw)))
    return;
  std::unique_ptr<IMAPISession, EndSession> sess(raw);
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  std::unique_ptr<IMAPITable, ReleaseIt> cleanup(table);
  work();
}

void sessionOwnerLast() {
  LPMAPISESSION raw = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &raw)))
    return;
  std::unique_ptr<IMAPITable, ReleaseIt> cleanup;
  std::unique_ptr<IMAPISession, EndSession> sess(raw);
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  cleanup.reset(table);
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|cleanup)'.*}} [mapi-live-at-logoff]

// A guard for MAPI that outlives, or does not, what it must outlive.
void adminOutlivesMapi() {
  std::unique_ptr<IProfAdmin, ReleaseIt> admin;
  MapiGuard mapi;
  LPPROFADMIN raw = nullptr;
  if (mapi.up() && SUCCEEDED(MAPIAdminProfiles(0, &raw)))
    admin.reset(raw);
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(raw|admin)'.*}} [mapi-teardown-order]

void mapiOutlivesAdmin() {
  MapiGuard mapi;
  std::unique_ptr<IProfAdmin, ReleaseIt> admin;
  LPPROFADMIN raw = nullptr;
  if (mapi.up() && SUCCEEDED(MAPIAdminProfiles(0, &raw)))
    admin.reset(raw);
  work();
}

// RUN: %check_mapi %s
// Helpers that release what they are given, and helpers that only seem to.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

// The two usual templates.
template <class T> void SafeRelease(T *&p) {
  if (p) {
    p->Release();
    p = nullptr;
  }
}

template <class T> void SafeRelease(T **pp) {
  if (pp && *pp) {
    (*pp)->Release();
    *pp = nullptr;
  }
}

void byReferenceRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  sess->OpenAddressBook(0, nullptr, 0, &book);
  SafeRelease(book);
  SafeRelease(db);
  SafeRelease(db);
  sess->Logoff(0, 0, 0);
}

void byReferenceOfTheOther(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  sess->OpenAddressBook(0, nullptr, 0, &book);
  SafeRelease(book);
  SafeRelease(book);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void byAddressRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  SafeRelease(&db);
  sess->Logoff(0, 0, 0);
}

void byAddressTooLate(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  SafeRelease(&db);
}

// A macro over the helper.
#define SAFE_RELEASE(p) SafeRelease(&(p))

void byMacroRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  SAFE_RELEASE(db);
  sess->Logoff(0, 0, 0);
}

void byMacroOnOneWayOnly(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (hr != hrSuccess)
    SAFE_RELEASE(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// All of them at once.
template <class... T> void releaseAll(T *&...p) { (SafeRelease(p), ...); }

void variadicRight(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  releaseAll(stores, status);
  sess->Logoff(0, 0, 0);
}

void variadicForgetsOne(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  releaseAll(stores);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-live-at-logoff]
}

// By value, behind a base class or nothing but an address.
static void dropUnknown(IUnknown *object) {
  if (object)
    object->Release();
}

static void dropAddress(void *object) {
  if (object)
    static_cast<IUnknown *>(object)->Release();
}

static void dropByUlRelease(LPVOID object) { UlRelease(object); }

void byValueRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  dropUnknown(db);
  dropAddress(stores);
  dropByUlRelease(status);
  sess->Logoff(0, 0, 0);
}

void byValueAfterNull(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  db = nullptr;
  dropUnknown(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// Only used: the reference stays with the caller.
static HRESULT save(LPMDB db) {
  if (!db)
    return S_OK;
  return db->SaveChanges(KEEP_OPEN_READWRITE);
}

static void keepForAMoment(LPMDB db) {
  db->AddRef();
  use(db);
  db->Release();
}

void onlyUsed(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  save(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void keptForAMoment(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  keepForAMoment(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void usedAndReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  save(db);
  keepForAMoment(db);
  db->Release();
  sess->Logoff(0, 0, 0);
}

// Only its address is read.
static bool isOpen(LPMDB const *pp) { return pp && *pp; }

void addressOnlyRead(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (isOpen(&db))
    use(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void addressReadThenReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (isOpen(&db))
    db->Release();
  sess->Logoff(0, 0, 0);
}

// The body comes after the calls.
void releaseLater(LPMDB db);
void lookLater(LPMDB db);

void definedBelowRight(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    releaseLater(db);
  sess->Logoff(0, 0, 0);
}

void definedBelowOnlyLooks(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    lookLater(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void releaseLater(LPMDB db) { db->Release(); }
void lookLater(LPMDB db) { use(db); }

// RUN: %check_mapi %s
// Ownership leaves the function, or only seems to.
#include <mapix.h>
#include <mapiutil.h>
#include <map>
#include <vector>

void use(LPMDB db);
HRESULT replaceStore(LPMDB *db);
void adopt(LPMDB &db);
LPMDB theStore;

LPMDB returned(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return SUCCEEDED(hr) ? db : nullptr;
}

LPMDB returnedOfAnOpenSession(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    sess->Logoff(0, 0, 0);
    return nullptr;
  }
  return db;
}

// Out-parameters: what they hold is the caller's.
HRESULT filledDirectly(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                       LPMDB *out) {
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, out);
  if (FAILED(hr))
    sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT handedOut(LPMAPISESSION sess, ULONG cb, LPENTRYID id, LPMDB *out) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto fail;
  hr = db->GetReceiveFolderTable(0, &folders);
  if (FAILED(hr))
    goto fail;
  folders->Release();
  *out = db;
  return S_OK;
fail:
  UlRelease(db);
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT handedOutButNotOnFailure(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                                 LPMDB *out) {
  LPMDB db = nullptr;
  LPMAPITABLE folders = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    goto fail;
  hr = db->GetReceiveFolderTable(0, &folders);
  if (FAILED(hr))
    goto fail;
  folders->Release();
  *out = db;
  return S_OK;
fail:
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  return hr;
}

HRESULT handedOutByReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                             LPMDB &out) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  out = db;
  if (FAILED(hr))
    sess->Logoff(0, 0, 0);
  return hr;
}

// Members.
class Mailbox {
public:
  HRESULT open(LPMAPISESSION sess, ULONG cb, LPENTRYID id);
  HRESULT openAndForget(LPMAPISESSION sess, ULONG cb, LPENTRYID id);
  void close(LPMAPISESSION sess);

private:
  LPMDB store_ = nullptr;
  LPMAPITABLE contents_ = nullptr;
};

HRESULT Mailbox::open(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    return hr;
  }
  store_ = db;
  return store_->GetReceiveFolderTable(0, &contents_);
}

HRESULT Mailbox::openAndForget(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE queue = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    return hr;
  hr = db->GetOutgoingQueue(0, &queue);
  if (SUCCEEDED(hr))
    contents_ = queue;
  else
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  store_ = db;
  return hr;
}

void Mailbox::close(LPMAPISESSION sess) {
  UlRelease(contents_);
  contents_ = nullptr;
  UlRelease(store_);
  store_ = nullptr;
  sess->Logoff(0, 0, 0);
}

// A struct of the caller is out of reach as well.
struct Open {
  LPMDB db;
  LPADRBOOK book;
};

void intoAStruct(LPMAPISESSION sess, ULONG cb, LPENTRYID id, Open *open,
                 bool leave) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  open->db = db;
  if (leave)
    sess->Logoff(0, 0, 0);
}

void intoAGlobal(LPMAPISESSION sess, ULONG cb, LPENTRYID id, bool leave) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  theStore = db;
  if (leave)
    sess->Logoff(0, 0, 0);
}

// Compared with a global, not stored in it.
void onlyComparedWithAGlobal(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (theStore == db)
    use(theStore);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// Containers.
void intoAVector(LPMAPISESSION sess, ULONG count, ULONG *cbs, LPENTRYID *ids) {
  std::vector<LPMDB> stores;
  for (ULONG i = 0; i < count; ++i) {
    LPMDB db = nullptr;
    if (SUCCEEDED(sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &db)))
      stores.push_back(db);
  }
  for (LPMDB db : stores)
    db->Release();
  sess->Logoff(0, 0, 0);
}

void intoAVectorUnlessItIsFull(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                               LPENTRYID *ids, std::vector<LPMDB> &stores) {
  for (ULONG i = 0; i < count; ++i) {
    LPMDB db = nullptr;
    if (FAILED(sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &db)))
      continue;
    if (stores.size() < 8)
      stores.push_back(db);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void intoAMap(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
              std::map<ULONG, LPMDB> &stores) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  stores[cb] = db;
  sess->Logoff(0, 0, 0);
}

void intoAnArray(LPMAPISESSION sess, ULONG count, ULONG *cbs, LPENTRYID *ids) {
  LPMDB stores[16] = {};
  for (ULONG i = 0; i < count && i < 16; ++i) {
    LPMDB db = nullptr;
    if (SUCCEEDED(sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &db)))
      stores[i] = db;
  }
  for (ULONG i = 0; i < 16; ++i)
    if (stores[i])
      stores[i]->Release();
  sess->Logoff(0, 0, 0);
}

void straightIntoAnArray(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                         LPENTRYID *ids) {
  LPMDB stores[16] = {};
  for (ULONG i = 0; i < count && i < 16; ++i)
    sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &stores[i]);
  for (LPMDB db : stores)
    UlRelease(db);
  sess->Logoff(0, 0, 0);
}

// Looking into a container is not storing in it.
void onlyLookedUp(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                  std::map<ULONG, LPMDB> &stores) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (stores.find(cb) != stores.end())
    use(stores.find(cb)->second);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

// Functions: a pointer by value stays ours, a pointer to it may not.
void passedByValue(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  use(db);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void passedByValueAndReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  use(db);
  db->Release();
  sess->Logoff(0, 0, 0);
}

void passedByAddress(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  replaceStore(&db);
  sess->Logoff(0, 0, 0);
}

void passedByReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  adopt(db);
  sess->Logoff(0, 0, 0);
}

// One pointer is handed on by address; the other stays.
void theOtherIsPassedByAddress(LPMAPISESSION sess, ULONG cb1, LPENTRYID id1,
                               ULONG cb2, LPENTRYID id2) {
  LPMDB db = nullptr, archive = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb1, id1, nullptr, 0, &db)))
    return;
  sess->OpenMsgStore(0, cb2, id2, nullptr, 0, &archive);
  replaceStore(&archive);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

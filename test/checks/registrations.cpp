// RUN: %check_mapi %s
// Advise and Unadvise.
#include <mapix.h>
#include <mapiutil.h>
#include <mapiform.h>
#include <mapispi.h>

ULONG keptToken;
void cancelLater(LPMDB db, ULONG token);

void forgotten(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = db->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (FAILED(hr))
    return;
  db->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-missing-unadvise]
}

void cancelled(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = db->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (SUCCEEDED(hr))
    db->Unadvise(token);
  db->Release();
}

void cancelledIfThereIsAToken(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  db->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (token)
    db->Unadvise(token);
  db->Release();
}

void lostAtTheBrace(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  db->Advise(0, nullptr, fnevNewMail, sink, &token);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-missing-unadvise]

HRESULT lostAtAReturn(LPMDB db, LPMAPIADVISESINK sink, ULONG cb, LPENTRYID id) {
  ULONG token = 0, type = 0;
  LPMAPIFOLDER folder = nullptr;
  HRESULT hr = db->Advise(cb, id, fnevObjectCreated, sink, &token);
  if (FAILED(hr))
    return hr;
  hr = db->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-missing-unadvise]
  folder->Release();
  return db->Unadvise(token);
}

void sessionItself(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  sess->Advise(0, nullptr, fnevCriticalError, sink, &token);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-unadvise]
  sess->Release();
}

void cancelledAfterLogoff(LPMAPISESSION sess, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = sess->Advise(0, nullptr, fnevCriticalError, sink, &token);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-unadvise]
  // CHECK: :[[@LINE+2]]:{{[0-9]+}}: note: it is cancelled too late here
  if (SUCCEEDED(hr))
    sess->Unadvise(token);
  sess->Release();
}

void wrongObject(LPMDB first, LPMDB second, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  HRESULT hr = first->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (FAILED(hr))
    return;
  // CHECK: :[[@LINE+4]]:{{[0-9]+}}: warning: {{.*'first'.*}} [mapi-missing-unadvise]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: note: its token is given to another object here
  second->Unadvise(token);
  second->Release();
  first->Release();
}

void sameObjectByAnotherName(LPMDB first, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  LPMDB second = first;
  HRESULT hr = first->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (SUCCEEDED(hr))
    second->Unadvise(token);
  first->Release();
}

void tokenKept(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    keptToken = token;
}

void tokenKeptAtOnce(LPMDB db, LPMAPIADVISESINK sink, ULONG *out) {
  db->Advise(0, nullptr, fnevNewMail, sink, out);
  db->Advise(0, nullptr, fnevNewMail, sink, &keptToken);
}

void tokenHandedOn(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    cancelLater(db, token);
  db->Release();
}

ULONG tokenReturned(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  db->Advise(0, nullptr, fnevNewMail, sink, &token);
  return token;
}

void sourceStaysAlive(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(db->Advise(0, nullptr, fnevNewMail, sink, &token)))
    return;
  db->AddRef();
  db->Release();
  db->Unadvise(token);
}

// The other families.
void table(LPMAPITABLE source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  source->Advise(fnevTableModified, sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void tableRight(LPMAPITABLE source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(source->Advise(fnevTableModified, sink, &token)))
    source->Unadvise(token);
  source->Release();
}

void addressBook(LPADRBOOK source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  source->Advise(0, nullptr, fnevObjectModified, sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void addressBookRight(LPADRBOOK source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(source->Advise(0, nullptr, fnevObjectModified, sink, &token)))
    source->Unadvise(token);
  source->Release();
}

void addressBookLogon(LPABLOGON source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  source->Advise(0, nullptr, fnevObjectModified, sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void storeLogon(LPMSLOGON source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  source->Advise(0, nullptr, fnevObjectModified, sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void storeLogonRight(LPMSLOGON source, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(source->Advise(0, nullptr, fnevObjectModified, sink, &token)))
    source->Unadvise(token);
  source->Release();
}

void support(LPMAPISUP source, LPNOTIFKEY key, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  source->Subscribe(key, fnevObjectModified, 0, sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void supportRight(LPMAPISUP source, LPNOTIFKEY key, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(source->Subscribe(key, fnevObjectModified, 0, sink, &token)))
    source->Unsubscribe(token);
  source->Release();
}

void form(LPMAPIFORM source, LPMAPIVIEWADVISESINK sink) {
  ULONG token = 0;
  source->Advise(sink, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void formRight(LPMAPIFORM source, LPMAPIVIEWADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(source->Advise(sink, &token)))
    source->Unadvise(token);
  source->Release();
}

// Not in these headers; matched by name wherever it is declared.
struct IMAPIOfflineNotify;
struct IMAPIOfflineMgr : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE Advise(ULONG flags, void *info,
                                           ULONG *token) = 0;
  virtual HRESULT STDMETHODCALLTYPE Unadvise(ULONG flags, ULONG token) = 0;
};

void offline(IMAPIOfflineMgr *source, void *info) {
  ULONG token = 0;
  source->Advise(0, info, &token);
  source->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'source'{{.*}}[mapi-missing-unadvise]
}

void offlineRight(IMAPIOfflineMgr *source, void *info) {
  ULONG token = 0;
  if (SUCCEEDED(source->Advise(0, info, &token)))
    source->Unadvise(0, token);
  source->Release();
}

// The store, not the table, is what dies at the Logoff here.
void objectOfTheSession(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                        LPMAPIADVISESINK sink) {
  LPMDB db = nullptr;
  ULONG token = 0;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  db->Advise(0, nullptr, fnevNewMail, sink, &token);
  db->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-missing-unadvise]
  sess->Logoff(0, 0, 0);
}

// The status goes where it cannot be followed: whether there is a registration
// cannot be told from the test.
struct Globals {
  HRESULT hr;
};
Globals *globalsOf(int module);
void keep(ULONG token);

void statusInATable(LPMDB db, LPMAPIADVISESINK sink, Globals **table) {
  ULONG connection = 0;
  table[3]->hr = db->Advise(0, nullptr, 0, sink, &connection);
  if (table[3]->hr != S_OK)
    return;
  keep(connection);
}

// Whatever is not S_OK is a failure of Advise: no warning is documented.
void notQuiteOk(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG connection = 0;
  if (db->Advise(0, nullptr, 0, sink, &connection) != S_OK)
    return;
  keep(connection);
}

// A token that is stored somewhere is cancelled later by whoever reads it.
class Watcher {
public:
  HRESULT watch(int id, LPMAPIADVISESINK sink) {
    ULONG token = 0;
    HRESULT hr = m_store->Advise(0, nullptr, fnevNewMail, sink, &token);
    if (SUCCEEDED(hr))
      m_tokens[id] = token;
    return hr;
  }
  HRESULT watchFirst(LPMAPIADVISESINK sink, ULONG &(*at)(int)) {
    ULONG token = 0;
    HRESULT hr = m_store->Advise(0, nullptr, fnevNewMail, sink, &token);
    if (SUCCEEDED(hr))
      at(0) = token;
    return hr;
  }
  // CHECK: warning: function 'Watcher::stop' is unknown to its callers
  void stop() {
    for (ULONG token : m_tokens)
      m_store->Unadvise(token);
  }

private:
  LPMDB m_store;
  ULONG m_tokens[4];
};

HRESULT watchAll(LPMDB db, LPMAPIADVISESINK sink) {
  ULONG tokens[4] = {}, token = 0;
  int count = 0;
  while (count < 4 && SUCCEEDED(db->Advise(0, nullptr, 1u << count, sink,
                                           &token)))
    tokens[count++] = token;
  while (count)
    db->Unadvise(tokens[--count]);
  return S_OK;
}

HRESULT watchAndForget(LPMDB db, LPMAPIADVISESINK sink, ULONG *last) {
  ULONG token = 0;
  HRESULT hr = db->Advise(0, nullptr, fnevNewMail, sink, &token);
  if (FAILED(hr))
    return hr;
  *last = 1;
  // CHECK: :[[@LINE+1]]:3: warning: the registration on 'db' (IMsgStore) is not cancelled: its token is lost here [mapi-missing-unadvise]
  return hr;
}

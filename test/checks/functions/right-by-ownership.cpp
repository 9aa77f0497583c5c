// RUN: %check_mapi %s
// Right code that looks wrong to a reader in a hurry: who owns what. Nothing
// here deserves a finding.
#include <mapix.h>
#include <mapiutil.h>
#include <map>
#include <memory>
#include <utility>
#include <vector>

bool work();
void use(LPUNKNOWN object);

// Returns the very pointer that it was given.
static LPMDB touched(LPMDB db) {
  use(db);
  return db;
}

void sameObjectUnderTwoNames(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB same = touched(db);
  same->Release();
  sess->Logoff(0, 0, 0);
}

// Adds a reference and returns the pointer: two releases.
static LPMDB retained(LPMDB db) {
  if (db)
    db->AddRef();
  return db;
}

void twoReferences(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMDB kept = retained(db);
  db->Release();
  use(kept);
  kept->Release();
  sess->Logoff(0, 0, 0);
}

// Picks one of two.
static LPMAPITABLE pick(LPMAPITABLE a, LPMAPITABLE b, bool first) {
  return first ? a : b;
}

void pickedBoth(LPMAPISESSION sess, bool first) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  UlRelease(pick(stores, status, first));
  UlRelease(pick(stores, status, !first));
  sess->Logoff(0, 0, 0);
}

// Exchanges the interface for another one: the old reference goes.
static LPMAPIPROP asProperties(LPMDB db) {
  LPMAPIPROP props = nullptr;
  db->QueryInterface(IID_IMAPIProp, reinterpret_cast<void **>(&props));
  db->Release();
  return props;
}

void exchanged(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  LPMAPIPROP props = asProperties(db);
  if (props)
    props->Release();
  sess->Logoff(0, 0, 0);
}

// Takes the object if it returns true.
static LPMDB cached;

static bool cache(LPMDB db) {
  if (cached)
    return false;
  cached = db;
  return true;
}

void takenOrReleased(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  if (!cache(db))
    db->Release();
  if (cached)
    cached->Release();
  cached = nullptr;
  sess->Logoff(0, 0, 0);
}

// A setter that adds a reference, a getter that does not.
class Holder {
public:
  ~Holder() { set(nullptr); }
  void set(LPMDB db) {
    if (db)
      db->AddRef();
    if (store_)
      store_->Release();
    store_ = db;
  }
  void adopt(LPMDB db) {
    set(nullptr);
    store_ = db;
  }
  LPMDB get() const { return store_; }

private:
  LPMDB store_ = nullptr;
};

void setterAddsAReference(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  Holder holder;
  LPMDB db = nullptr;
  if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
    return;
  holder.set(db);
  db->Release();
  use(holder.get());
  holder.set(nullptr);
  sess->Logoff(0, 0, 0);
}

void getterLends(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  {
    Holder holder;
    LPMDB db = nullptr;
    if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      return;
    holder.adopt(db);
    LPMDB lent = holder.get();
    use(lent); // not to be released here
  }
  sess->Logoff(0, 0, 0);
}

// Handed into something that outlives the function.
class Registry {
public:
  void add(LPMDB db) { stores_.push_back(db); }
  void put(ULONG key, LPMDB db) { byKey_[key] = db; }
  void closeAll() {
    for (LPMDB db : stores_)
      db->Release();
    for (auto &entry : byKey_)
      entry.second->Release();
    stores_.clear();
    byKey_.clear();
  }

private:
  std::vector<LPMDB> stores_;
  std::map<ULONG, LPMDB> byKey_;
};

void registered(LPMAPISESSION sess, ULONG cb, LPENTRYID id, Registry &all) {
  LPMDB first = nullptr, second = nullptr;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &first)))
    all.add(first);
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &second)))
    all.put(cb, second);
  all.closeAll();
  sess->Logoff(0, 0, 0);
}

struct Node {
  LPMDB db;
  Node *next;
};

static void push(Node *&head, LPMDB db) { head = new Node{db, head}; }

// CHECK: warning: function 'releaseList' is unknown to its callers
static void releaseList(Node *head) {
  while (head) {
    Node *next = head->next;
    head->db->Release();
    delete head;
    head = next;
  }
}

void inALinkedList(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                   LPENTRYID *ids) {
  Node *head = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    LPMDB db = nullptr;
    if (SUCCEEDED(sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &db)))
      push(head, db);
  }
  releaseList(head);
  sess->Logoff(0, 0, 0);
}

// A context on the heap, closed by the function that frees it.
struct Context {
  LPMDB store = nullptr;
  LPMAPITABLE table = nullptr;
  ~Context() {
    UlRelease(table);
    UlRelease(store);
  }
};

void contextOnTheHeap(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  auto *ctx = new Context;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &ctx->store)))
    ctx->store->GetOutgoingQueue(0, &ctx->table);
  delete ctx;
  sess->Logoff(0, 0, 0);
}

void contextInAUniquePointer(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  auto ctx = std::make_unique<Context>();
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &ctx->store)))
    ctx->store->GetOutgoingQueue(0, &ctx->table);
  ctx.reset();
  sess->Logoff(0, 0, 0);
}

// Swapped, and moved, by a helper.
static void swapTables(LPMAPITABLE &a, LPMAPITABLE &b) {
  LPMAPITABLE t = a;
  a = b;
  b = t;
}

static void moveTable(LPMAPITABLE *to, LPMAPITABLE *from) {
  *to = *from;
  *from = nullptr;
}

void swappedAndMoved(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr, other = nullptr, last = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  swapTables(table, other);
  moveTable(&last, &other);
  last->Release();
  sess->Logoff(0, 0, 0);
}

// Whatever a virtual function may do, an override of it releases.
struct Closer {
  virtual ~Closer() = default;
  virtual void close(LPMAPITABLE table) { use(table); }
};
struct ReleasingCloser : Closer {
  void close(LPMAPITABLE table) override { table->Release(); }
};

void overrideReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  ReleasingCloser closer;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    closer.close(table);
  sess->Logoff(0, 0, 0);
}

void overrideMayRelease(LPMAPISESSION sess, Closer &closer) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    closer.close(table);
  sess->Logoff(0, 0, 0);
}

// RUN: %check_mapi %s
// Copies, moves, swaps and hand-overs of a smart pointer of one's own.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

bool work();
void use(LPUNKNOWN object);

template <class T> class Ref {
public:
  Ref() = default;
  explicit Ref(T *object, bool addRef = true) : raw(object) {
    if (raw && addRef)
      raw->AddRef();
  }
  Ref(const Ref &other) : raw(other.raw) {
    if (raw)
      raw->AddRef();
  }
  Ref(Ref &&other) noexcept : raw(other.raw) { other.raw = nullptr; }
  Ref &operator=(Ref other) noexcept { // copies or moves, then swaps
    swap(other);
    return *this;
  }
  Ref &operator=(std::nullptr_t) noexcept {
    reset();
    return *this;
  }
  ~Ref() { reset(); }

  void swap(Ref &other) noexcept { std::swap(raw, other.raw); }
  void reset() noexcept {
    if (T *old = std::exchange(raw, nullptr))
      old->Release();
  }
  void attach(T *object) noexcept {
    reset();
    raw = object;
  }
  T *detach() noexcept { return std::exchange(raw, nullptr); }
  T **put() noexcept {
    reset();
    return &raw;
  }
  T *get() const noexcept { return raw; }
  T *operator->() const noexcept { return raw; }
  explicit operator bool() const noexcept { return raw != nullptr; }

private:
  T *raw = nullptr;
};

using Table = Ref<IMAPITable>;

void putOutlivesLogoff(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void putTwice(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  sess->GetMsgStoresTable(0, table.put()); // releases the first
  table.reset();
  sess->Logoff(0, 0, 0);
}

void setToNull(LPMAPISESSION sess) {
  Table table;
  if (SUCCEEDED(sess->GetStatusTable(0, table.put())))
    use(table.get());
  table = nullptr;
  sess->Logoff(0, 0, 0);
}

// Moves.
void movedAwayAndGone(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  {
    Table other(std::move(table));
    use(other.get());
  }
  sess->Logoff(0, 0, 0);
}

void movedOutOfTheScope(LPMAPISESSION sess) {
  Table other;
  {
    Table table;
    if (FAILED(sess->GetStatusTable(0, table.put())))
      return;
    other = std::move(table);
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|other)'.*}} [mapi-live-at-logoff]
}

void movedOverAnOpenOne(LPMAPISESSION sess) {
  Table table, other;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  if (FAILED(sess->GetMsgStoresTable(0, other.put())))
    return;
  other = std::move(table); // what 'other' held goes
  other.reset();
  sess->Logoff(0, 0, 0);
}

// Copies have references of their own.
void copyStays(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  Table copy = table;
  table.reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|copy)'.*}} [mapi-live-at-logoff]
}

void bothGo(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  Table copy = table;
  table.reset();
  copy.reset();
  sess->Logoff(0, 0, 0);
}

// Swaps.
void swappedRight(LPMAPISESSION sess) {
  Table table, other;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.swap(other);
  other.reset();
  sess->Logoff(0, 0, 0);
}

void swappedWrong(LPMAPISESSION sess) {
  Table table, other;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.swap(other);
  table.reset();
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(table|other)'.*}} [mapi-live-at-logoff]
}

// Attach takes the reference over, the constructor adds one.
void attachedAndReset(LPMAPISESSION sess) {
  LPMAPITABLE plain = nullptr;
  if (FAILED(sess->GetStatusTable(0, &plain)))
    return;
  Table table;
  table.attach(plain);
  table.reset();
  sess->Logoff(0, 0, 0);
}

void attachedOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE plain = nullptr;
  if (FAILED(sess->GetStatusTable(0, &plain)))
    return;
  Table table;
  table.attach(plain);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(plain|table)'.*}} [mapi-live-at-logoff]
}

void adoptedByConstructor(LPMAPISESSION sess) {
  LPMAPITABLE plain = nullptr;
  if (FAILED(sess->GetStatusTable(0, &plain)))
    return;
  {
    Table table(plain, false);
    work();
  }
  sess->Logoff(0, 0, 0);
}

void sharedByConstructor(LPMAPISESSION sess) {
  LPMAPITABLE plain = nullptr;
  if (FAILED(sess->GetStatusTable(0, &plain)))
    return;
  {
    Table table(plain);
    work();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'plain'.*}} [mapi-live-at-logoff]
}

// Detach gives it back.
void detachedAndReleased(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  table.detach()->Release();
  sess->Logoff(0, 0, 0);
}

void detachedAndForgotten(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    return;
  LPMAPITABLE plain = table.detach();
  table.reset();
  use(plain);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(plain|table)'.*}} [mapi-live-at-logoff]
}

// A function returns one by value.
static Table openStatus(LPMAPISESSION sess) {
  Table table;
  if (FAILED(sess->GetStatusTable(0, table.put())))
    table = nullptr;
  return table;
}

void returnedOutlivesLogoff(LPMAPISESSION sess) {
  Table status = openStatus(sess);
  if (!status)
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-live-at-logoff]
}

void returnedInNarrowerScope(LPMAPISESSION sess) {
  if (Table status = openStatus(sess); status)
    use(status.get());
  sess->Logoff(0, 0, 0);
}

void returnedTemporary(LPMAPISESSION sess) {
  if (openStatus(sess))
    work();
  sess->Logoff(0, 0, 0);
}

// A function takes one by value, or by reference.
static void consume(Table table) { use(table.get()); }
static void look(const Table &table) { use(table.get()); }

void consumed(LPMAPISESSION sess) {
  Table table = openStatus(sess);
  consume(std::move(table));
  sess->Logoff(0, 0, 0);
}

void onlyLookedAt(LPMAPISESSION sess) {
  Table table = openStatus(sess);
  look(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void copyConsumed(LPMAPISESSION sess) {
  Table table = openStatus(sess);
  consume(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The destructor of the owner logs off before its members are destroyed.
template <bool Careful> struct Client {
  Ref<IMAPISession> session;
  Table table;
  ~Client() {
    if (Careful)
      table.reset();
    if (session)
      session->Logoff(0, 0, 0);
  }
};

void bodyBeforeMembers() {
  Client<false> client;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                            client.session.put())))
    client.session->GetStatusTable(0, client.table.put());
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'client.table'.*}} [mapi-live-at-logoff]

void membersBeforeLogoff() {
  Client<true> client;
  if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED,
                            client.session.put())))
    client.session->GetStatusTable(0, client.table.put());
}

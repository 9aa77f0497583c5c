// What test/fuzz damages: as much of MAPI as the checks know it by, declared
// here so that a copy is parsed in no time, and one of each way to use it.
typedef int HRESULT;
typedef unsigned ULONG;
struct IUnknown {
  virtual HRESULT QueryInterface(const void *id, void **into) = 0;
  virtual ULONG AddRef() = 0;
  virtual ULONG Release() = 0;
};
struct IMAPITable : IUnknown {
  virtual HRESULT SetColumns(void *tags, ULONG flags) = 0;
};
struct IMAPIAdviseSink : IUnknown {};
struct IMAPIProp : IUnknown {
  virtual HRESULT GetProps(void *tags, ULONG flags, ULONG *count,
                           void **values) = 0;
};
struct IMsgStore : IMAPIProp {
  virtual HRESULT Advise(ULONG size, void *id, ULONG mask,
                         IMAPIAdviseSink *sink, ULONG *token) = 0;
  virtual HRESULT Unadvise(ULONG token) = 0;
  virtual HRESULT OpenEntry(ULONG size, void *id, void *wanted, ULONG flags,
                            ULONG *type, IUnknown **object) = 0;
};
struct IMAPISession : IUnknown {
  virtual HRESULT GetMsgStoresTable(ULONG flags, IMAPITable **table) = 0;
  virtual HRESULT OpenMsgStore(unsigned long window, ULONG size, void *id,
                               void *wanted, ULONG flags,
                               IMsgStore **store) = 0;
  virtual HRESULT Logoff(unsigned long window, ULONG flags, ULONG reserved) = 0;
};
extern "C" {
HRESULT MAPIInitialize(void *);
void MAPIUninitialize();
HRESULT MAPILogonEx(unsigned long, char *, char *, ULONG, IMAPISession **);
ULONG MAPIFreeBuffer(void *);
HRESULT MAPIAllocateBuffer(ULONG, void **);
}
bool check(HRESULT hr);

struct Node {
  Node *next;
  Node *before;
  IMsgStore *store;
};

template <class T> class Held {
public:
  Held() = default;
  explicit Held(T *object) : object_(object) {}
  Held(Held &&other) : object_(other.object_) { other.object_ = nullptr; }
  ~Held() { reset(); }
  void reset() {
    if (object_)
      object_->Release();
    object_ = nullptr;
  }
  T **operator&() { return &object_; }
  T *operator->() const { return object_; }
  explicit operator bool() const { return object_ != nullptr; }

private:
  T *object_ = nullptr;
};

class Client : public IMAPIAdviseSink {
public:
  Client() : up_(MAPIInitialize(nullptr) == 0) {}
  ~Client() {
    close();
    if (up_)
      MAPIUninitialize();
  }
  HRESULT open(ULONG size, void *id) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, 32, &session_);
    if (hr < 0)
      return hr;
    hr = session_->OpenMsgStore(0, size, id, nullptr, 0, &store_);
    if (hr >= 0)
      hr = store_->Advise(0, nullptr, 4, this, &token_);
    return hr;
  }
  void close() {
    if (token_)
      store_->Unadvise(token_);
    if (store_)
      store_->Release();
    store_ = nullptr;
    if (session_) {
      session_->Logoff(0, 0, 0);
      session_->Release();
    }
    session_ = nullptr;
  }

private:
  bool up_;
  IMAPISession *session_ = nullptr;
  IMsgStore *store_ = nullptr;
  ULONG token_ = 0;
};

static void releaseAll(Node *node) {
  if (!node)
    return;
  if (node->store)
    node->store->Release();
  node->store = nullptr;
  releaseAll(node->next);
}

HRESULT ladder(IMAPISession *session, ULONG size, void *id) {
  IMsgStore *store = nullptr;
  IMAPITable *table = nullptr;
  void *values = nullptr;
  ULONG count = 0;
  bool fine = false, same = false;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (hr < 0)
    goto done;
  hr = session->GetMsgStoresTable(0, &table);
  if (hr < 0 || size > 3 || (count == 0 && size == 1))
    goto done;
  hr = store->GetProps(nullptr, 0, &count, &values);
  fine = check(hr);
  same = fine;
  fine = same;
  if (!fine)
    goto done;
done:
  if (values)
    MAPIFreeBuffer(values);
  if (table)
    table->Release();
  if (store)
    store->Release();
  return hr;
}

void rings(IMAPISession *session, ULONG size, void *id) {
  Node first, second;
  Node *at = &first;
  first.next = &second;
  second.next = &first;
  at->before = at->next;
  at->next->before = at;
  for (ULONG i = 0; i < size; ++i) {
    session->OpenMsgStore(0, size, id, nullptr, 0, &at->store);
    at = at->next;
  }
  releaseAll(&first);
}

void lambdas(IMAPISession *session, ULONG size, void *id) {
  Held<IMsgStore> store;
  Held<IMAPITable> table;
  auto open = [&](ULONG flags) {
    return session->OpenMsgStore(0, size, id, nullptr, flags, &store);
  };
  if (open(0) < 0 && open(1) < 0)
    return;
  Held<IMsgStore> other(static_cast<Held<IMsgStore> &&>(store));
  session->GetMsgStoresTable(0, &table);
  table->SetColumns(nullptr, 0);
  other.reset();
  try {
    if (size == 7)
      throw size;
    other.reset();
  } catch (ULONG) {
    session->Logoff(0, 0, 0);
  }
}

struct Starts {
  Starts() { MAPIInitialize(nullptr); }
};
static Starts starts;

// RUN: %check_mapi %s
// IProxyStoreObject::UnwrapNoRef gives the store without a reference.
#include <windows.h>
#include <mapix.h>
#include <mapiguid.h>
#include <mapiutil.h>

// Not in these headers.
struct IProxyStoreObject : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE PlaceHolder1() = 0;
  virtual HRESULT STDMETHODCALLTYPE UnwrapNoRef(LPVOID *object) = 0;
  virtual HRESULT STDMETHODCALLTYPE PlaceHolder2() = 0;
};

void use(LPUNKNOWN object);

void released(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  use(store);
  store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

void onlyUsed(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  use(store);
}

void referencedAndReleased(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  store->AddRef();
  use(store);
  store->Release();
}

void releasedTwice(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  store->AddRef();
  use(store);
  store->Release();
  store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

// By the functions of the utilities.
void byUtilities(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  proxy->UnwrapNoRef(reinterpret_cast<LPVOID *>(&store));
  if (store)
    use(store);
  UlRelease(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

void byUtilitiesRight(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (SUCCEEDED(proxy->UnwrapNoRef(reinterpret_cast<LPVOID *>(&store))))
    UlAddRef(store);
  UlRelease(store);
}

// Another interface of the store has a reference of its own.
void queried(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  LPMAPIPROP props = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  if (SUCCEEDED(store->QueryInterface(IID_IMAPIProp, (LPVOID *)&props))) {
    use(props);
    props->Release();
  }
}

void queriedAndBothReleased(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  LPMAPIPROP props = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  if (SUCCEEDED(store->QueryInterface(IID_IMAPIProp, (LPVOID *)&props))) {
    use(props);
    props->Release();
  }
  store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

// What the store has opened is one's own.
void openedFromIt(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  LPMAPITABLE folders = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)))
    return;
  if (SUCCEEDED(store->GetReceiveFolderTable(0, &folders))) {
    use(folders);
    folders->Release();
  }
}

// The proxy is released, the store behind it is not.
void proxyAsked(LPMDB wrapped, REFIID iid) {
  IProxyStoreObject *proxy = nullptr;
  LPMDB store = nullptr;
  if (FAILED(wrapped->QueryInterface(iid, (LPVOID *)&proxy)))
    return;
  if (SUCCEEDED(proxy->UnwrapNoRef((LPVOID *)&store)))
    use(store);
  proxy->Release();
}

void proxyAskedAndStoreReleased(LPMDB wrapped, REFIID iid) {
  IProxyStoreObject *proxy = nullptr;
  LPMDB store = nullptr;
  if (FAILED(wrapped->QueryInterface(iid, (LPVOID *)&proxy)))
    return;
  if (SUCCEEDED(proxy->UnwrapNoRef((LPVOID *)&store))) {
    use(store);
    store->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
  }
  proxy->Release();
}

// --- Unwrapped or opened: only one of them is released.
void eitherRight(IProxyStoreObject *proxy, LPMAPISESSION session, ULONG cb,
                 LPENTRYID id) {
  LPMDB store = nullptr;
  bool own = false;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store))) {
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
      return;
    own = true;
  }
  use(store);
  if (own)
    store->Release();
}

void eitherWrong(IProxyStoreObject *proxy, LPMAPISESSION session, ULONG cb,
                 LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&store)) &&
      FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  use(store);
  store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

void eitherWithReference(IProxyStoreObject *proxy, LPMAPISESSION session,
                         ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (SUCCEEDED(proxy->UnwrapNoRef((LPVOID *)&store)))
    store->AddRef();
  else if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  use(store);
  store->Release();
}

// --- Helpers.
static HRESULT unwrap(IProxyStoreObject *proxy, LPMDB *store) {
  HRESULT hr = proxy->UnwrapNoRef((LPVOID *)store);
  if (SUCCEEDED(hr))
    (*store)->AddRef();
  return hr;
}

static HRESULT unwrapOnly(IProxyStoreObject *proxy, LPMDB *store) {
  return proxy->UnwrapNoRef((LPVOID *)store);
}

template <class T> void safeRelease(T *&p) {
  if (p)
    p->Release();
  p = nullptr;
}

void helperReferences(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(unwrap(proxy, &store)))
    return;
  use(store);
  safeRelease(store);
}

void helperOnlyUnwraps(IProxyStoreObject *proxy) {
  LPMDB store = nullptr;
  if (FAILED(unwrapOnly(proxy, &store)))
    return;
  use(store);
  safeRelease(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

// --- A smart pointer releases what it receives.
template <class T> class ComPtr {
public:
  ComPtr() : p(nullptr) {}
  ComPtr(T *other) : p(other) {
    if (p)
      p->AddRef();
  }
  ComPtr(const ComPtr &) = delete;
  ComPtr &operator=(const ComPtr &) = delete;
  ~ComPtr() {
    if (p)
      p->Release();
  }
  T **operator&() { return &p; }
  T *operator->() const { return p; }
  operator T *() const { return p; }
  T *detach() {
    T *given = p;
    p = nullptr;
    return given;
  }

private:
  T *p;
};

void smartReceives(IProxyStoreObject *proxy) {
  ComPtr<IMsgStore> store;
  if (SUCCEEDED(proxy->UnwrapNoRef((LPVOID *)&store)))
    use(store);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]

void smartCopies(IProxyStoreObject *proxy) {
  LPMDB raw = nullptr;
  if (FAILED(proxy->UnwrapNoRef((LPVOID *)&raw)))
    return;
  ComPtr<IMsgStore> store(raw);
  use(store);
}

void smartDetaches(IProxyStoreObject *proxy) {
  ComPtr<IMsgStore> store;
  if (SUCCEEDED(proxy->UnwrapNoRef((LPVOID *)&store)))
    use(store);
  store.detach();
}

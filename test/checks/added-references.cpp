// RUN: %check_mapi %s
// AddRef on what others own: the reference belongs to the variable that it is
// added for.
#include <mapix.h>

class Manager {
public:
  LPMDB acquire() {
    if (m_store)
      m_store->AddRef();
    return m_store;
  }
  HRESULT get(LPMDB *store) {
    if (!m_store)
      return E_FAIL;
    m_store->AddRef();
    *store = m_store;
    return S_OK;
  }
  LPMDB peek() const { return m_store; }
  void keep(LPMDB store) {
    m_store = store;
    store->AddRef();
  }
  void keepBoth() {
    m_other = m_store;
    m_other->AddRef();
  }
  LPMDB m_store, m_other;
};

int resultIsLost(Manager &manager, bool early) {
  LPMDB store = manager.acquire();
  if (!store)
    return 1;
  if (early)
    return 2;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]
  store->Release();
  return 0;
}

int resultIsReleased(Manager &manager, bool early) {
  LPMDB store = manager.acquire();
  if (!store)
    return 1;
  const int result = early ? 2 : 0;
  store->Release();
  return result;
}

int outParameterIsLost(Manager &manager, bool early) {
  LPMDB store = nullptr;
  if (FAILED(manager.get(&store)))
    return 1;
  if (early)
    return 2;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]
  store->Release();
  return 0;
}

int outParameterIsReleased(Manager &manager) {
  LPMDB store = nullptr;
  if (FAILED(manager.get(&store)))
    return 1;
  store->Release();
  return 0;
}

int ofAMember(Manager &manager, bool early) {
  LPMDB store = manager.m_store;
  store->AddRef();
  if (early)
    return 2;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]
  store->Release();
  return 0;
}

// It is the same object, by whatever name.
int releasedByTheOtherName(Manager &manager) {
  LPMDB store = manager.m_store;
  store->AddRef();
  manager.m_store->Release();
  return 0;
}

// The reference is the member's, and stays.
void forTheMember(Manager &manager) { manager.m_store->AddRef(); }

void forAnotherMember(Manager &manager, Manager &other) {
  LPMDB store = manager.m_store;
  store->AddRef();
  other.m_other = store;
}

void inOtherFunctions(Manager &manager, LPMDB store) {
  manager.keep(store);
  manager.keepBoth();
}

LPMDB handedOn(Manager &manager) {
  LPMDB store = manager.acquire();
  return store;
}

bool onlyLookedAt(Manager &manager, LPMAPIPROP other) {
  LPMDB store = manager.peek();
  return store && store != other;
}

static LPMDB held;
int ofAGlobal(bool early) {
  LPMDB store = held;
  store->AddRef();
  if (early)
    return 2;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]
  store->Release();
  return 0;
}

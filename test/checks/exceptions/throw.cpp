// RUN: %check_mapi %s
// A throw between acquire and release: what catches it, and what dies on the
// way.
#include <mapix.h>
#include <mapiutil.h>
#include <stdexcept>

void use(LPMAPISESSION session) noexcept;
void report(const char *text) noexcept;

struct SessionGuard {
  explicit SessionGuard(LPMAPISESSION s) : session(s) {}
  SessionGuard(const SessionGuard &) = delete;
  SessionGuard &operator=(const SessionGuard &) = delete;
  ~SessionGuard() {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  LPMAPISESSION session;
};

struct StoreGuard {
  explicit StoreGuard(LPMDB s) : store(s) {}
  StoreGuard(const StoreGuard &) = delete;
  StoreGuard &operator=(const StoreGuard &) = delete;
  ~StoreGuard() { store->Release(); }
  LPMDB store;
};

// No catch: the throw leaves the function.
void thrownAway(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    throw std::runtime_error("logon");
  if (bad)
    throw std::runtime_error("bad");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  session->Logoff(0, 0, 0);
  session->Release();
}

void thrownAfterTheEnd(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    throw std::runtime_error("logon");
  use(session);
  session->Logoff(0, 0, 0);
  session->Release();
  if (bad)
    throw std::runtime_error("bad");
}

void guarded(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    throw std::runtime_error("logon");
  SessionGuard guard(session);
  if (bad)
    throw std::runtime_error("bad");
  use(session);
}

void guardedTooLate(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    throw std::runtime_error("logon");
  if (bad)
    throw std::runtime_error("bad");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  SessionGuard guard(session);
  use(session);
}

// Caught in the function.
void caughtAndEnded(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
    use(session);
  } catch (...) {
    report("caught");
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void caughtAndForgotten(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
    use(session);
    session->Logoff(0, 0, 0);
    session->Release();
  } catch (...) {
    report("caught");
  }
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]

// The handler takes this type, or a base of it: nothing goes past it.
void caughtByType(int code) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (code)
      throw code;
    use(session);
  } catch (int) {
    report("caught");
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void caughtByBase(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
    use(session);
  } catch (const std::exception &e) {
    report(e.what());
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// The handler is for another type.
void caughtByNobody(int code) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (code)
      throw code;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
    use(session);
  } catch (const std::exception &e) {
    report(e.what());
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// The first handler that fits is the one.
void firstHandlerEnds(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
  } catch (const std::runtime_error &) {
    session->Logoff(0, 0, 0);
    session->Release();
    return;
  } catch (const std::logic_error &) {
    return; // never for what is thrown above
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// Rethrown, with and without the end before it.
void endedAndRethrown(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
    use(session);
  } catch (...) {
    session->Logoff(0, 0, 0);
    session->Release();
    throw;
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void rethrown(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    if (bad)
      throw std::runtime_error("bad");
    use(session);
  } catch (...) {
    report("caught");
    throw;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

void rethrownToAnOuterHandler(bool bad) {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  try {
    try {
      if (bad)
        throw std::runtime_error("bad");
    } catch (const std::exception &e) {
      report(e.what());
      throw;
    }
  } catch (...) {
    report("outer");
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// A Logoff in the handler, with the store open or dropped on the way.
void storeOpenInTheHandler(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                           bool bad) {
  LPMDB store = nullptr;
  try {
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
      throw std::runtime_error("store");
    if (bad)
      throw std::runtime_error("bad");
    store->Release();
    session->Logoff(0, 0, 0);
  } catch (...) {
    session->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-live-at-logoff]
  }
}

void storeDroppedOnTheWay(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                          bool bad) {
  try {
    LPMDB store = nullptr;
    if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
      throw std::runtime_error("store");
    StoreGuard guard(store);
    if (bad)
      throw std::runtime_error("bad");
  } catch (...) {
    report("caught");
  }
  session->Logoff(0, 0, 0);
}

// Libraries.
void mapiLeftUp(bool bad) {
  if (FAILED(MAPIInitialize(nullptr)))
    throw std::runtime_error("mapi");
  if (bad)
    throw std::runtime_error("bad");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  MAPIUninitialize();
}

void mapiEnded(bool bad) {
  if (FAILED(MAPIInitialize(nullptr)))
    throw std::runtime_error("mapi");
  try {
    if (bad)
      throw std::runtime_error("bad");
  } catch (const std::exception &) {
    MAPIUninitialize();
    throw;
  }
  MAPIUninitialize();
}

// RUN: %check_mapi %s
// Scope guards: what runs at the end of a scope runs in reverse order.
#include <mapix.h>
#include <mapiutil.h>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

bool work();
void use(LPUNKNOWN object);

// A hand-made guard.
template <class F> class ScopeGuard {
public:
  explicit ScopeGuard(F f) : f_(std::move(f)) {}
  ScopeGuard(ScopeGuard &&other) : f_(std::move(other.f_)) {
    armed_ = other.armed_;
    other.armed_ = false;
  }
  ScopeGuard(const ScopeGuard &) = delete;
  ScopeGuard &operator=(const ScopeGuard &) = delete;
  ~ScopeGuard() {
    if (armed_)
      f_();
  }
  void dismiss() { armed_ = false; }

private:
  F f_;
  bool armed_ = true;
};

template <class F> ScopeGuard<F> makeGuard(F f) {
  return ScopeGuard<F>(std::move(f));
}

void guardOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto close = makeGuard([&] { table->Release(); });
  use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void guardInNarrowerScope(LPMAPISESSION sess) {
  {
    LPMAPITABLE table = nullptr;
    if (FAILED(sess->GetStatusTable(0, &table)))
      return;
    auto close = makeGuard([&] { table->Release(); });
    use(table);
  }
  sess->Logoff(0, 0, 0);
}

void guardBeforeTheCall(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  ScopeGuard close([&table] { UlRelease(table); });
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    use(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void dismissedAndReleased(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto close = makeGuard([&] { table->Release(); });
  if (!work())
    return;
  close.dismiss();
  table->Release();
  sess->Logoff(0, 0, 0);
}

void onlyDismissed(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  {
    auto close = makeGuard([&] { table->Release(); });
    if (work())
      close.dismiss();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The Logoff is in a guard as well: the later guard runs first.
void logoffGuardFirst(LPMAPISESSION sess) {
  auto leave = makeGuard([sess] { sess->Logoff(0, 0, 0); });
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto close = makeGuard([table] { table->Release(); });
  work();
}

void logoffGuardLast(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  auto close = makeGuard([table] { table->Release(); });
  auto leave = makeGuard([sess] { sess->Logoff(0, 0, 0); });
  work();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]

void logoffGuardWithoutRelease(LPMAPISESSION sess) {
  auto leave = makeGuard([sess] { sess->Logoff(0, 0, 0); });
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  if (work())
    table->Release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]

// A session of one's own, ended by a guard on every way.
bool sessionEndedByGuard() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return false;
  auto leave = makeGuard([&] {
    sess->Logoff(0, 0, 0);
    sess->Release();
  });
  if (!work())
    return false;
  return true;
}

bool sessionReleasedByGuard() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return false;
  auto leave = makeGuard([&] { sess->Release(); });
  bool done = work();
  return done;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
}

// Dismissed when the caller gets the session.
LPMAPISESSION sessionHandedOut() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &sess)))
    return nullptr;
  auto leave = makeGuard([&] {
    sess->Logoff(0, 0, 0);
    sess->Release();
  });
  if (!work())
    return nullptr;
  leave.dismiss();
  return sess;
}

// After the manner of the Windows Implementation Library.
namespace wil {
namespace details {
template <class L> class lambda_call {
public:
  explicit lambda_call(L &&lambda) : m_lambda(std::move(lambda)) {}
  lambda_call(lambda_call &&other)
      : m_lambda(std::move(other.m_lambda)), m_call(other.m_call) {
    other.m_call = false;
  }
  lambda_call(const lambda_call &) = delete;
  ~lambda_call() { reset(); }
  void release() { m_call = false; }
  void reset() {
    if (m_call) {
      m_call = false;
      m_lambda();
    }
  }
  explicit operator bool() const { return m_call; }

private:
  L m_lambda;
  bool m_call = true;
};
} // namespace details

template <class L> [[nodiscard]] auto scope_exit(L &&lambda) {
  return details::lambda_call<std::decay_t<L>>(std::forward<L>(lambda));
}
} // namespace wil

void exitOutlivesLogoff(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto close = wil::scope_exit([&] { UlRelease(table); });
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void exitIsReset(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto close = wil::scope_exit([&] { UlRelease(table); });
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  close.reset();
  sess->Logoff(0, 0, 0);
}

void exitIsReleased(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto close = wil::scope_exit([&] { UlRelease(table); });
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  close.release(); // it will not run any more
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

void exitInNarrowerScope(LPMAPISESSION sess) {
  if (LPMAPITABLE table = nullptr;
      SUCCEEDED(sess->GetStatusTable(0, &table))) {
    auto close = wil::scope_exit([table] { table->Release(); });
    if (!work())
      use(table);
  }
  sess->Logoff(0, 0, 0);
}

// A guard that asks whether an exception is on its way.
template <typename F> class OnSuccess {
public:
  explicit OnSuccess(F work) : m_work(work) {}
  ~OnSuccess() {
    if (std::uncaught_exceptions() == 0)
      m_work();
  }

private:
  F m_work;
};

HRESULT freedOnSuccess(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  OnSuccess guard([&] { MAPIFreeBuffer(value); });
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  return HrSetOneProp(object, value);
}

// A shared pointer calls its deleter for null as well, a unique one does not.
HRESULT sharedGuard(LPMAPIFOLDER folder, ULONG *count) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  std::shared_ptr<void> guard(nullptr, [&](void *) { table->Release(); });
  return table->GetRowCount(0, count);
}

HRESULT uniqueGuardOfNull(LPMAPIFOLDER folder, ULONG *count) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  auto release = [&](void *) { table->Release(); };
  std::unique_ptr<void, decltype(release)> guard(nullptr, release);
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  return table->GetRowCount(0, count);
}

// What is not seen and has the variable may release what is in it when it dies.
struct ReleasesAtEnd {
  explicit ReleasesAtEnd(LPMAPITABLE *table);
  ~ReleasesAtEnd();
};
struct ReleasesReferred {
  explicit ReleasesReferred(LPMAPITABLE &table);
  ~ReleasesReferred();
};
struct LooksOnce {
  explicit LooksOnce(const LPMAPITABLE &table);
  ~LooksOnce();
};

HRESULT guardedByAddress(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  ReleasesAtEnd guard(&table);
  return folder->GetContentsTable(0, &table);
}

HRESULT guardedByReference(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  ReleasesReferred guard(table);
  return folder->GetContentsTable(0, &table);
}

HRESULT lookedAt(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  LooksOnce once(table);
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return folder->GetContentsTable(0, &table);
}

// RUN: timeout 300 %check_mapi %s
// Functions that all call each other, and classes that inherit the same base in
// many ways: what is asked of them is asked once.
#include <mapiutil.h>
#include <mapix.h>

extern bool again;

#define ALL(call)                                                              \
  call(0) call(1) call(2) call(3) call(4) call(5) call(6) call(7) call(8)      \
      call(9) call(10) call(11) call(12) call(13) call(14) call(15)
// The same for use within it.
#define EACH(call)                                                             \
  call(0) call(1) call(2) call(3) call(4) call(5) call(6) call(7) call(8)      \
      call(9) call(10) call(11) call(12) call(13) call(14) call(15)
#define DECLARE(n) void clique##n();
#define CALL(n) clique##n();
#define DEFINE(n)                                                              \
  void clique##n() {                                                           \
    if (again) {                                                               \
      EACH(CALL)                                                               \
      bottom();                                                                \
    }                                                                          \
  }

void bottom();
ALL(DECLARE)
ALL(DEFINE)

void bottom() {
  clique0();
  MAPIInitialize(nullptr);
}

struct Starts {
  Starts() { clique3(); }
};
Starts starts;
// CHECK: :[[@LINE-1]]:8: warning: 'starts' calls MAPIInitialize when the process or library starts or ends [mapi-loader-lock]

// Another clique that leads nowhere.
#define DECLARE_IDLE(n) void idle##n();
#define CALL_IDLE(n) idle##n();
#define DEFINE_IDLE(n)                                                         \
  void idle##n() {                                                             \
    if (again) {                                                               \
      EACH(CALL_IDLE)                                                          \
    }                                                                          \
  }
ALL(DECLARE_IDLE)
ALL(DEFINE_IDLE)

struct Idles {
  Idles() { idle3(); }
};
Idles idles;

// A second way to the call is found behind the first.
struct StartsToo {
  StartsToo() { clique15(); }
};
StartsToo startsToo;
// CHECK: :[[@LINE-1]]:11: warning: 'startsToo' calls MAPIInitialize when the process or library starts or ends [mapi-loader-lock]

// A clique that is handed an object.
#define DECLARE_GIVEN(n) void given##n(LPMDB store, int left);
#define CALL_GIVEN(n)                                                          \
  if (left == n)                                                               \
    given##n(store, left - 1);
#define DEFINE_GIVEN(n)                                                        \
  void given##n(LPMDB store, int left) {                                       \
    if (left > 0) {                                                            \
      EACH(CALL_GIVEN)                                                         \
    }                                                                          \
    store->AddRef();                                                           \
    store->Release();                                                          \
  }
ALL(DECLARE_GIVEN)
// CHECK-COUNT-7: warning: function 'given{{[0-9]+}}' is unknown to its callers
ALL(DEFINE_GIVEN)

HRESULT givenRight(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  given5(store, 7);
  store->Release();
  return hr;
}

// Each base twice, twenty times over.
struct Base {
  LPMDB store = nullptr;
  void end(LPMAPISESSION session) { session->Logoff(0, 0, 0); }
};
#define TWICE(n, base)                                                         \
  struct Left##n : base {};                                                    \
  struct Right##n : base {};                                                   \
  struct Both##n : Left##n, Right##n {                                         \
    void end##n(LPMAPISESSION session) { session->Logoff(0, 0, 0); }           \
  };
TWICE(0, Base)
TWICE(1, Both0) TWICE(2, Both1) TWICE(3, Both2) TWICE(4, Both3) TWICE(5, Both4)
    TWICE(6, Both5) TWICE(7, Both6) TWICE(8, Both7) TWICE(9, Both8)
        TWICE(10, Both9) TWICE(11, Both10) TWICE(12, Both11) TWICE(13, Both12)
            TWICE(14, Both13) TWICE(15, Both14)

                void diamondsWrong(Both15 *both, LPMAPISESSION session,
                                   ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  both->end15(session);
  // CHECK: :[[@LINE-1]]:9: warning: 'store' (IMsgStore) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
  store->Release();
}

void diamondsRight(Both15 *both, LPMAPISESSION session, ULONG size,
                   LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  store->Release();
  Both15 copy = *both;
  copy.end15(session);
}

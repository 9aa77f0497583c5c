// RUN: %check_mapi %s
// How a call went is kept in an element of an array, or in a number that is far
// from zero.
#include <mapix.h>
#include <mapiutil.h>

void note(const HRESULT *all);

ULONG keptInElement(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT went[3] = {S_OK, store->GetOutgoingQueue(0, &queue)};
  if (FAILED(went[1]))
    return 0;
  queue->Release();
  return 1;
}

ULONG otherElementAsked(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  ULONG rows = 0;
  HRESULT went[2];
  went[0] = store->GetOutgoingQueue(0, &queue);
  if (FAILED(went[0]))
    return 0;
  went[1] = queue->GetRowCount(0, &rows);
  if (FAILED(went[1]))
    return 0; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  queue->Release();
  return rows;
}

// Nobody knows which element it is.
ULONG keptInSomeElement(LPMDB store, ULONG at) {
  LPMAPITABLE queue = nullptr;
  HRESULT went[2] = {E_FAIL, E_FAIL};
  went[at] = store->GetOutgoingQueue(0, &queue);
  if (FAILED(went[0]))
    return 0;
  queue->Release();
  return 1;
}

ULONG countedFarFromZero(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  int stage = 100;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    stage += 10;
  if (stage != 110)
    return 0;
  queue->Release();
  return 1;
}

ULONG countedTwice(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  ULONG rows = 0;
  int stage = 100;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    stage += 10;
  if (stage == 110 && SUCCEEDED(queue->GetRowCount(0, &rows)))
    stage += 10;
  if (stage != 120)
    return 0; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  queue->Release();
  return rows;
}

// In a loop it may become any number.
ULONG countedInLoop(LPMDB store, ULONG tries) {
  LPMAPITABLE queue = nullptr;
  int stage = 100;
  for (ULONG i = 0; i < tries; ++i) {
    stage += 10;
    if (stage > 1000 && SUCCEEDED(store->GetOutgoingQueue(0, &queue))) {
      queue->Release();
      return 1;
    }
  }
  return 0;
}

// A class whose destructor does as its function has left it.
class Session {
public:
  ~Session() {
    if (session) {
      session->Logoff(0, 0, 0);
      session->Release();
      MAPIUninitialize();
    }
  }
  bool open() {
    if (FAILED(MAPIInitialize(nullptr)))
      return false;
    if (SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
      return true;
    MAPIUninitialize();
    return false;
  }
  bool openOnly() {
    if (FAILED(MAPIInitialize(nullptr)))
      return false;
    return SUCCEEDED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session));
  }

private:
  LPMAPISESSION session = nullptr;
};

bool tried() {
  Session session;
  return session.open();
}

bool triedOnly() {
  Session session;
  return session.openOnly(); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-unmatched-init]
}

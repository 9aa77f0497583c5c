// RUN: %check_mapi %s
// A thread's routine that is chosen, or kept in a variable, is one all the same.
#include <mapix.h>
#include <process.h>

static unsigned __stdcall count(void *given) {
  auto *session = static_cast<LPMAPISESSION>(given);
  LPMAPITABLE table = nullptr;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: IMAPISession::GetStatusTable is called {{.*}} [mapi-unmatched-init]
  if (SUCCEEDED(session->GetStatusTable(0, &table)))
    table->Release();
  session->Release();
  return 0;
}

static unsigned __stdcall list(void *given) {
  auto *session = static_cast<LPMAPISESSION>(given);
  LPMAPITABLE table = nullptr;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: IMAPISession::GetMsgStoresTable is called {{.*}} [mapi-unmatched-init]
  if (SUCCEEDED(session->GetMsgStoresTable(0, &table)))
    table->Release();
  session->Release();
  return 0;
}

static unsigned __stdcall listRight(void *given) {
  auto *session = static_cast<LPMAPISESSION>(given);
  if (FAILED(MAPIInitialize(nullptr)))
    return 1;
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(session->GetMsgStoresTable(0, &table)))
    table->Release();
  session->Release();
  MAPIUninitialize();
  return 0;
}

void start(LPMAPISESSION session, bool lists) {
  session->AddRef();
  _beginthreadex(nullptr, 0, lists ? listRight : count, session, 0, nullptr);
  unsigned(__stdcall *routine)(void *) = list;
  session->AddRef();
  _beginthreadex(nullptr, 0, routine, session, 0, nullptr);
}

// RUN: %check_mapi %s
// A fault of a helper with its caller's object is shown at the call, with notes
// inside the helper.
#include <mapix.h>
#include <mapiutil.h>

static HRESULT openStatus(LPMAPISESSION sess, LPMAPITABLE *status) {
  return sess->GetStatusTable(0, status); // the table comes from here
}

static void endSession(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0); // the damage is done here
  sess->Release();
}

static void leave(LPMAPISESSION sess) { endSession(sess); }

void client(LPMAPISESSION sess) {
  LPMAPITABLE status = nullptr;
  if (FAILED(openStatus(sess, &status)))
    return;
  leave(sess);
  // CHECK: :[[@LINE-1]]:3: warning: 'status' (IMAPITable) is still open when IMAPISession::Logoff is called [mapi-live-at-logoff]
  // CHECK-NEXT: :[[@LINE-4]]:14: note: 'status' (IMAPITable) is acquired here by IMAPISession::GetStatusTable
  // CHECK-NEXT: :8:16: note: IMAPISession::GetStatusTable is called here
  // CHECK-NEXT: :12:9: note: IMAPISession::Logoff is called here
  // CHECK-NEXT: :[[@LINE+1]]:11: note: it is released here
  status->Release();
}

// What decided in the helper is told at the call.
static bool openIfWanted(LPMAPISESSION sess, bool wanted, LPMAPITABLE *status) {
  return wanted && SUCCEEDED(sess->GetStatusTable(0, status));
}

void asked(LPMAPISESSION sess, bool wanted) {
  LPMAPITABLE status = nullptr;
  if (openIfWanted(sess, wanted, &status) && wanted)
    status->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:9: warning: 'status' (IMAPITable) may be still open when IMAPISession::Logoff is called, if IMAPISession::GetStatusTable succeeds [mapi-live-at-logoff]
  // CHECK-NEXT: note: 'status' (IMAPITable) is acquired here by IMAPISession::GetStatusTable
  // CHECK-NEXT: :[[@LINE-10]]:36: note: IMAPISession::GetStatusTable is called here
}

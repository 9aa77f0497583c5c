// RUN: %check_mapi %s
// Freed or released a second time, and what only looks like it.
#include <imessage.h>
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

void use(LPUNKNOWN object);
void show(const SPropValue *values);
void showRows(const SRowSet *rows);
bool more();

// Freed on the way, and once more below the label.
HRESULT freedAgainInTheLadder(LPMAPIPROP object) {
  LPSPropValue name = nullptr, size = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    goto done;
  show(name);
  MAPIFreeBuffer(name);
  hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &size);
  if (FAILED(hr))
    goto done;
  show(size);
done:
  MAPIFreeBuffer(size);
  MAPIFreeBuffer(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT freedAndNullInTheLadder(LPMAPIPROP object) {
  LPSPropValue name = nullptr, size = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    goto done;
  show(name);
  MAPIFreeBuffer(name);
  name = nullptr;
  hr = HrGetOneProp(object, PR_MESSAGE_SIZE, &size);
  if (FAILED(hr))
    goto done;
  show(size);
done:
  MAPIFreeBuffer(size);
  MAPIFreeBuffer(name);
  return hr;
}

// Freed on failure, and then on every way.
HRESULT freedOnFailureAndAlways(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  hr = object->SetProps(1, value, nullptr);
  if (FAILED(hr))
    MAPIFreeBuffer(value);
  else
    hr = object->SaveChanges(KEEP_OPEN_READWRITE);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT freedOnFailureOrAtTheEnd(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  hr = object->SetProps(1, value, nullptr);
  if (FAILED(hr)) {
    MAPIFreeBuffer(value);
    return hr;
  }
  hr = object->SaveChanges(KEEP_OPEN_READWRITE);
  MAPIFreeBuffer(value);
  return hr;
}

// The same condition decides twice.
void freedEarlyOrLate(LPMAPIPROP object, bool early) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  if (early)
    MAPIFreeBuffer(value);
  object->SaveChanges(KEEP_OPEN_READWRITE);
  if (!early)
    MAPIFreeBuffer(value);
}

void freedEarlyAndLate(LPMAPIPROP object, bool early, bool late) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  show(value);
  if (early)
    MAPIFreeBuffer(value);
  object->SaveChanges(KEEP_OPEN_READWRITE);
  if (late || !early)
    MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

// The last rows are freed in the loop already.
void rowsFreedAgain(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  do {
    if (FAILED(table->QueryRows(20, 0, &rows)))
      return;
    showRows(rows);
    FreeProws(rows);
  } while (more());
  FreeProws(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-use-after-release]
}

void rowsFreedOnce(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  do {
    if (rows)
      FreeProws(rows);
    rows = nullptr;
    if (FAILED(table->QueryRows(20, 0, &rows)))
      return;
    showRows(rows);
  } while (more());
  FreeProws(rows);
}

// Released in a loop, opened outside.
void releasedEachTime(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  if (FAILED(message->GetAttachmentTable(0, &table)))
    return;
  do {
    message->SetReadFlag(SUPPRESS_RECEIPT);
    table->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
  } while (more());
}

void releasedAtTheLastTurn(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  if (FAILED(message->GetAttachmentTable(0, &table)))
    return;
  for (;;) {
    message->SetReadFlag(SUPPRESS_RECEIPT);
    if (!more()) {
      table->Release();
      break;
    }
  }
}

// Two names for one block, and two blocks behind two names.
void freedByBothNames(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  LPSPropValue same = value;
  show(same);
  MAPIFreeBuffer(same);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void freedAfterASwap(LPMAPIPROP object) {
  LPSPropValue first = nullptr, second = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &first)))
    return;
  MAPIFreeBuffer(second);
  std::swap(first, second);
  MAPIFreeBuffer(first);
  show(second);
  MAPIFreeBuffer(second);
}

// One reference, two releases; two references, two releases.
void oneReference(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &message)))
    return;
  LPMESSAGE copy = message;
  message->SaveChanges(KEEP_OPEN_READWRITE);
  copy->Release();
  message->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
}

void twoReferences(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &message)))
    return;
  LPMESSAGE copy = message;
  copy->AddRef();
  message->SaveChanges(KEEP_OPEN_READWRITE);
  copy->Release();
  message->Release();
}

// A macro that sets the pointer to null, and one that does not.
#define RELEASE(p)                                                             \
  do {                                                                         \
    if (p)                                                                     \
      (p)->Release();                                                          \
  } while (0)
#define RELEASE_AND_NULL(p)                                                    \
  do {                                                                         \
    RELEASE(p);                                                                \
    (p) = nullptr;                                                             \
  } while (0)

void macroKeepsThePointer(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  if (SUCCEEDED(message->OpenAttach(0, nullptr, 0, &attach)))
    use(attach);
  RELEASE(attach);
  message->SaveChanges(KEEP_OPEN_READWRITE);
  RELEASE(attach);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-use-after-release]
}

void macroClearsThePointer(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  if (SUCCEEDED(message->OpenAttach(0, nullptr, 0, &attach)))
    use(attach);
  RELEASE_AND_NULL(attach);
  message->SaveChanges(KEEP_OPEN_READWRITE);
  RELEASE_AND_NULL(attach);
}

// A case that falls through to the next one.
void fallsThrough(LPMAPIPROP object, int how) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  switch (how) {
  case 1:
    MAPIFreeBuffer(value);
    [[fallthrough]];
  default:
    MAPIFreeBuffer(value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
  }
}

void fallsThroughRight(LPMAPIPROP object, int how) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  switch (how) {
  case 1:
    show(value);
    [[fallthrough]];
  default:
    MAPIFreeBuffer(value);
  }
}

// Parameters: memory has one owner; references may be counted elsewhere.
void parameterFreedTwice(LPSPropValue value) {
  MAPIFreeBuffer(value);
  MAPIFreeBuffer(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
}

void parameterSetToNull(LPSPropValue &value) {
  MAPIFreeBuffer(value);
  value = nullptr;
  MAPIFreeBuffer(value);
}

void parameterRowsFreedTwice(LPSRowSet rows, bool quiet) {
  if (!quiet)
    showRows(rows);
  FreeProws(rows);
  if (quiet)
    FreeProws(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-use-after-release]
}

void parameterReleasedTwice(LPMAPITABLE table) {
  table->Release();
  table->Release();
}

// Lists, message sessions and sessions.
void listFreedTwice(LPADRBOOK book, LPADRPARM parameters, LPMESSAGE message) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  if (FAILED(message->ModifyRecipients(MODRECIP_ADD, list)))
    FreePadrlist(list);
  FreePadrlist(list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-use-after-release]
}

void messageSessionClosedTwice(LPMALLOC allocator) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  CloseIMsgSession(messages);
  if (messages)
    CloseIMsgSession(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-use-after-release]
}

void sessionReleasedTwice() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  session->Logoff(0, 0, 0);
  session->Release();
  UlRelease(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-use-after-release]
}

void sessionLoggedOnAgain() {
  LPMAPISESSION session = nullptr;
  for (int i = 0; i < 2; ++i) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
      return;
    session->Logoff(0, 0, 0);
    session->Release();
  }
}

// RUN: %check_mapi %s
// Tables, folders, messages, streams and sessions that a function opens, and
// that it must release on every way out.
#include <mapix.h>
#include <mapiutil.h>
#include <stdexcept>
#include <vector>

void use(LPUNKNOWN object);
void mayReplace(LPMAPIFOLDER *folder);
LPMAPIFOLDER lastFolder;

// The second object cannot be opened: the first one is still there.
HRESULT secondNotOpened(LPMDB store, ULONG cb, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE rows = nullptr;
  ULONG type = 0;
  HRESULT hr =
      store->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (FAILED(hr))
    return hr;
  hr = folder->GetContentsTable(0, &rows);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'folder'.*}} [mapi-interface-leak]
  use(rows);
  rows->Release();
  folder->Release();
  return S_OK;
}

HRESULT secondNotOpenedRight(LPMDB store, ULONG cb, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE rows = nullptr;
  ULONG type = 0;
  HRESULT hr =
      store->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (SUCCEEDED(hr))
    hr = folder->GetContentsTable(0, &rows);
  if (SUCCEEDED(hr)) {
    use(rows);
    rows->Release();
  }
  UlRelease(folder);
  return hr;
}

// What was opened is of the wrong kind, but it was opened.
HRESULT wrongKindLost(LPMDB store, ULONG cb, LPENTRYID id, LPMAPIFOLDER *out) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  if (type != MAPI_FOLDER)
    return MAPI_E_INVALID_OBJECT;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'unknown'.*}} [mapi-interface-leak]
  *out = static_cast<LPMAPIFOLDER>(unknown);
  return S_OK;
}

HRESULT wrongKindGoes(LPMDB store, ULONG cb, LPENTRYID id, LPMAPIFOLDER *out) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  if (type != MAPI_FOLDER) {
    unknown->Release();
    return MAPI_E_INVALID_OBJECT;
  }
  *out = static_cast<LPMAPIFOLDER>(unknown);
  return S_OK;
}

// One message of each row; some are skipped.
void skipsTheRelease(LPMAPIFOLDER folder, LPSRowSet rows) {
  for (ULONG i = 0; i < rows->cRows; ++i) {
    const SBinary &id = rows->aRow[i].lpProps[0].Value.bin;
    LPMESSAGE message = nullptr;
    ULONG type = 0;
    if (FAILED(folder->OpenEntry(id.cb, (LPENTRYID)id.lpb, nullptr, 0, &type,
                                 (LPUNKNOWN *)&message)))
      continue;
    if (!FPropExists(message, PR_SUBJECT_W))
      continue;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
    use(message);
    message->Release();
  }
}

void skipsOnlyTheUse(LPMAPIFOLDER folder, LPSRowSet rows) {
  for (ULONG i = 0; i < rows->cRows; ++i) {
    const SBinary &id = rows->aRow[i].lpProps[0].Value.bin;
    LPMESSAGE message = nullptr;
    ULONG type = 0;
    if (FAILED(folder->OpenEntry(id.cb, (LPENTRYID)id.lpb, nullptr, 0, &type,
                                 (LPUNKNOWN *)&message)))
      continue;
    if (FPropExists(message, PR_SUBJECT_W))
      use(message);
    message->Release();
  }
}

// The variable is outside the loop: the next turn overwrites it.
void nextOverwrites(LPMESSAGE message, ULONG count) {
  LPATTACH attach = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    if (SUCCEEDED(message->OpenAttach(i, nullptr, 0, &attach)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-interface-leak]
      use(attach);
  }
  UlRelease(attach);
}

void nextFindsNull(LPMESSAGE message, ULONG count) {
  LPATTACH attach = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    if (SUCCEEDED(message->OpenAttach(i, nullptr, 0, &attach)))
      use(attach);
    UlRelease(attach);
    attach = nullptr;
  }
}

// A ladder that is entered one rung too low.
HRESULT oneRungTooLow(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  LPMAPITABLE contents = nullptr, hierarchy = nullptr;
  HRESULT hr = folder->GetHierarchyTable(0, &hierarchy);
  if (FAILED(hr))
    goto done;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto releaseHierarchy;
  hr = contents->SetColumns(columns, 0);
  if (FAILED(hr))
    goto releaseHierarchy;
  use(contents);
  contents->Release();
releaseHierarchy:
  hierarchy->Release();
done:
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'contents'.*}} [mapi-interface-leak]
}

HRESULT rungByRung(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  LPMAPITABLE contents = nullptr, hierarchy = nullptr;
  HRESULT hr = folder->GetHierarchyTable(0, &hierarchy);
  if (FAILED(hr))
    goto done;
  hr = folder->GetContentsTable(0, &contents);
  if (FAILED(hr))
    goto releaseHierarchy;
  hr = contents->SetColumns(columns, 0);
  if (FAILED(hr))
    goto releaseContents;
  use(contents);
releaseContents:
  contents->Release();
releaseHierarchy:
  hierarchy->Release();
done:
  return hr;
}

// A body that is left by break.
HRESULT leftByBreak(LPMESSAGE message) {
  HRESULT hr = S_OK;
  do {
    LPMAPITABLE recipients = nullptr;
    hr = message->GetRecipientTable(0, &recipients);
    if (FAILED(hr))
      break;
    hr = recipients->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
    if (FAILED(hr))
      break;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'recipients'.*}} [mapi-interface-leak]
    use(recipients);
    recipients->Release();
  } while (0);
  return hr;
}

HRESULT leftByBreakRight(LPMESSAGE message) {
  HRESULT hr = S_OK;
  LPMAPITABLE recipients = nullptr;
  do {
    hr = message->GetRecipientTable(0, &recipients);
    if (FAILED(hr))
      break;
    hr = recipients->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
    if (FAILED(hr))
      break;
    use(recipients);
  } while (0);
  if (recipients)
    recipients->Release();
  return hr;
}

// The way out that throws.
void thrown(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &message)))
    throw std::runtime_error("create");
  if (FAILED(message->SaveChanges(KEEP_OPEN_READWRITE)))
    throw std::runtime_error("save");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
  message->Release();
}

void thrownAfterTheRelease(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &message)))
    throw std::runtime_error("create");
  HRESULT hr = message->SaveChanges(KEEP_OPEN_READWRITE);
  message->Release();
  if (FAILED(hr))
    throw std::runtime_error("save");
}

// Kept: in a global, in a container, or perhaps by who gets the address.
void kept(LPMAPIFOLDER parent, std::vector<LPMAPITABLE> &all) {
  LPMAPIFOLDER folder = nullptr, other = nullptr;
  LPMAPITABLE rows = nullptr;
  WCHAR name[] = L"kept";
  WCHAR next[] = L"next";
  if (SUCCEEDED(parent->GetContentsTable(0, &rows)))
    all.push_back(rows);
  if (SUCCEEDED(parent->CreateFolder(FOLDER_GENERIC, name, nullptr, nullptr,
                                     OPEN_IF_EXISTS | MAPI_UNICODE, &folder)))
    lastFolder = folder;
  if (SUCCEEDED(parent->CreateFolder(FOLDER_GENERIC, next, nullptr, nullptr,
                                     OPEN_IF_EXISTS | MAPI_UNICODE, &other)))
    mayReplace(&other);
}

// A function that is given the pointer does not release it for its caller.
void lent(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &rows)))
    use(rows);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-interface-leak]

// The stream outlives what wraps it.
HRESULT wrapperNotOpened(LPMESSAGE message, LPSTREAM *out) {
  LPSTREAM stream = nullptr;
  HRESULT hr = message->OpenProperty(PR_RTF_COMPRESSED, &IID_IStream, STGM_READ,
                                     0, (LPUNKNOWN *)&stream);
  if (FAILED(hr))
    return hr;
  hr = WrapCompressedRTFStream(stream, 0, out);
  if (SUCCEEDED(hr))
    stream->Release();
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stream'.*}} [mapi-interface-leak]
}

HRESULT wrapperHoldsTheStream(LPMESSAGE message, LPSTREAM *out) {
  LPSTREAM stream = nullptr;
  HRESULT hr = message->OpenProperty(PR_RTF_COMPRESSED, &IID_IStream, STGM_READ,
                                     0, (LPUNKNOWN *)&stream);
  if (FAILED(hr))
    return hr;
  hr = WrapCompressedRTFStream(stream, 0, out);
  stream->Release();
  return hr;
}

// A session is logged off, and then it must be released.
void sessionStays() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  if (SUCCEEDED(session->Logoff(0, 0, 0)))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-interface-leak]
  session->Release();
}

void sessionGoes() {
  LPMAPISESSION session = nullptr;
  if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session)))
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

// A way out that does not log off; where it does, the store is released.
void leftBeforeLogoff(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, cb, id, nullptr, 0, &store)))
    return;
  if (!FPropExists(store, PR_IPM_SUBTREE_ENTRYID))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-interface-leak]
  store->Release();
  session->Logoff(0, 0, 0);
}

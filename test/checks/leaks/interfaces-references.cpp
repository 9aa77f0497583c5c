// RUN: %check_mapi %s
// Every reference counts: AddRef, QueryInterface, copies, attachments.
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);

// AddRef makes a second Release due.
void addedAndLost(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  if (FAILED(folder->GetContentsTable(0, &rows)))
    return;
  rows->AddRef();
  use(rows);
  rows->Release();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-interface-leak]

void addedAndReleased(LPMAPIFOLDER folder) {
  LPMAPITABLE rows = nullptr;
  if (FAILED(folder->GetContentsTable(0, &rows)))
    return;
  rows->AddRef();
  use(rows);
  rows->Release();
  rows->Release();
}

// The second reference is for who gets the pointer.
HRESULT oneForTheCaller(LPMAPIFOLDER folder, LPMAPITABLE *out) {
  LPMAPITABLE rows = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &rows);
  if (FAILED(hr))
    return hr;
  hr = rows->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (SUCCEEDED(hr)) {
    *out = rows;
    rows->AddRef();
  }
  rows->Release();
  return hr;
}

// A parameter is borrowed, a reference of one's own is not.
HRESULT ownReferenceLost(LPMDB store, ULONG *size) {
  LPSPropValue value = nullptr;
  store->AddRef();
  HRESULT hr = HrGetOneProp(store, PR_MESSAGE_SIZE, &value);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-interface-leak]
  *size = value->Value.ul;
  MAPIFreeBuffer(value);
  store->Release();
  return S_OK;
}

HRESULT ownReferenceReleased(LPMDB store, ULONG *size) {
  LPSPropValue value = nullptr;
  store->AddRef();
  HRESULT hr = HrGetOneProp(store, PR_MESSAGE_SIZE, &value);
  if (SUCCEEDED(hr)) {
    *size = value->Value.ul;
    MAPIFreeBuffer(value);
  }
  store->Release();
  return hr;
}

// QueryInterface hands out a reference, whatever happens to the first one.
HRESULT queriedAndLost(LPMDB store, ULONG cb, LPENTRYID id, LPMAPITABLE *out) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  LPMAPICONTAINER container = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  hr = unknown->QueryInterface(IID_IMAPIContainer, (LPVOID *)&container);
  unknown->Release();
  if (FAILED(hr))
    return hr;
  return container->GetContentsTable(0, out);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'container'.*}} [mapi-interface-leak]
}

HRESULT queriedAndReleased(LPMDB store, ULONG cb, LPENTRYID id,
                           LPMAPITABLE *out) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  LPMAPICONTAINER container = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  hr = unknown->QueryInterface(IID_IMAPIContainer, (LPVOID *)&container);
  unknown->Release();
  if (FAILED(hr))
    return hr;
  hr = container->GetContentsTable(0, out);
  container->Release();
  return hr;
}

HRESULT firstReferenceForgotten(LPMDB store, ULONG cb, LPENTRYID id,
                                LPMAPIFOLDER *folder) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  return unknown->QueryInterface(IID_IMAPIFolder, (LPVOID *)folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'unknown'.*}} [mapi-interface-leak]
}

HRESULT firstReferenceReleased(LPMDB store, ULONG cb, LPENTRYID id,
                               LPMAPIFOLDER *folder) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  hr = unknown->QueryInterface(IID_IMAPIFolder, (LPVOID *)folder);
  unknown->Release();
  return hr;
}

// A cast is the same reference under another type.
HRESULT castAndReleased(LPMDB store, ULONG cb, LPENTRYID id) {
  ULONG type = 0;
  LPUNKNOWN unknown = nullptr;
  HRESULT hr = store->OpenEntry(cb, id, nullptr, 0, &type, &unknown);
  if (FAILED(hr))
    return hr;
  LPMAPIPROP object = static_cast<LPMAPIPROP>(unknown);
  unknown = nullptr;
  hr = object->SaveChanges(KEEP_OPEN_READWRITE);
  object->Release();
  return hr;
}

// A walk up or down: each object goes when the next one is there.
HRESULT walkLosesTheRoot(LPMDB store, LPSBinary ids, ULONG count) {
  LPMAPIFOLDER current = nullptr, next = nullptr;
  ULONG type = 0;
  HRESULT hr =
      store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&current);
  for (ULONG i = 0; i < count && SUCCEEDED(hr); ++i) {
    hr = store->OpenEntry(ids[i].cb, (LPENTRYID)ids[i].lpb, nullptr, 0, &type,
                          (LPUNKNOWN *)&next);
    if (FAILED(hr))
      break;
    if (i > 0)
      current->Release();
    current = next;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'current'.*}} [mapi-interface-leak]
    next = nullptr;
  }
  UlRelease(current);
  return hr;
}

HRESULT walkReleasesTheParent(LPMAPIFOLDER root, LPSBinary ids, ULONG count) {
  LPMAPIFOLDER current = root, next = nullptr;
  current->AddRef();
  for (ULONG i = 0; i < count; ++i) {
    ULONG type = 0;
    HRESULT hr = current->OpenEntry(ids[i].cb, (LPENTRYID)ids[i].lpb, nullptr,
                                    0, &type, (LPUNKNOWN *)&next);
    if (FAILED(hr)) {
      current->Release();
      return hr;
    }
    current->Release();
    current = next;
    next = nullptr;
  }
  use(current);
  current->Release();
  return S_OK;
}

HRESULT walkOwnsAllButTheRoot(LPMAPIFOLDER root, LPSBinary ids, ULONG count) {
  LPMAPIFOLDER current = root;
  HRESULT hr = S_OK;
  for (ULONG i = 0; i < count && SUCCEEDED(hr); ++i) {
    LPMAPIFOLDER next = nullptr;
    ULONG type = 0;
    hr = current->OpenEntry(ids[i].cb, (LPENTRYID)ids[i].lpb, nullptr, 0, &type,
                            (LPUNKNOWN *)&next);
    if (SUCCEEDED(hr)) {
      if (current != root)
        current->Release();
      current = next;
    }
  }
  if (current != root)
    current->Release();
  return hr;
}

// The attachment is deleted while it is open, or after its Release.
void deletedWhileOpen(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  if (FAILED(message->CreateAttach(nullptr, 0, &number, &attach)))
    return;
  if (FAILED(attach->SaveChanges(KEEP_OPEN_READWRITE)))
    message->DeleteAttach(number, 0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-interface-leak]
  attach->Release();
}

void deletedAfterRelease(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  ULONG number = 0;
  if (FAILED(message->CreateAttach(nullptr, 0, &number, &attach)))
    return;
  HRESULT hr = attach->SaveChanges(KEEP_OPEN_READWRITE);
  attach->Release();
  if (FAILED(hr))
    message->DeleteAttach(number, 0, nullptr, 0);
}

void openedAndDeleted(LPMESSAGE message) {
  LPATTACH attach = nullptr;
  if (FAILED(message->OpenAttach(0, nullptr, MAPI_MODIFY, &attach)))
    return;
  use(attach);
  message->DeleteAttach(0, 0, nullptr, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-interface-leak]
  UlRelease(attach);
}

// Another attachment, and an attachment of another message.
void otherOneDeleted(LPMESSAGE message, LPMESSAGE draft) {
  LPATTACH attach = nullptr;
  if (FAILED(message->OpenAttach(0, nullptr, MAPI_MODIFY, &attach)))
    return;
  message->DeleteAttach(1, 0, nullptr, 0);
  draft->DeleteAttach(0, 0, nullptr, 0);
  use(attach);
  attach->Release();
}

// A sink has a reference for its maker; Advise takes one of its own.
HRESULT sinkLost(LPMDB store, LPNOTIFCALLBACK callback, ULONG *token) {
  LPMAPIADVISESINK sink = nullptr;
  HRESULT hr = HrAllocAdviseSink(callback, nullptr, &sink);
  if (FAILED(hr))
    return hr;
  hr = store->Advise(0, nullptr, fnevNewMail, sink, token);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sink'.*}} [mapi-interface-leak]
  sink->Release();
  return S_OK;
}

HRESULT sinkReleased(LPMDB store, LPNOTIFCALLBACK callback, ULONG *token) {
  LPMAPIADVISESINK sink = nullptr;
  HRESULT hr = HrAllocAdviseSink(callback, nullptr, &sink);
  if (FAILED(hr))
    return hr;
  hr = store->Advise(0, nullptr, fnevNewMail, sink, token);
  sink->Release();
  return hr;
}

// RUN: %check_mapi %s
// Used after it was released or freed: a method, an argument of a MAPI call.
#include <imessage.h>
#include <mapix.h>
#include <mapiutil.h>

void use(LPUNKNOWN object);
void trace(HRESULT hr);

// Methods.
HRESULT positionAfterRelease(LPMAPIFOLDER folder, ULONG *row) {
  LPMAPITABLE table = nullptr;
  ULONG numerator = 0, denominator = 0;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  use(table);
  table->Release();
  return table->QueryPosition(row, &numerator, &denominator);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

HRESULT positionBeforeRelease(LPMAPIFOLDER folder, ULONG *row) {
  LPMAPITABLE table = nullptr;
  ULONG numerator = 0, denominator = 0;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  use(table);
  hr = table->QueryPosition(row, &numerator, &denominator);
  table->Release();
  return hr;
}

// The error is asked for below the label.
HRESULT errorOfTheReleased(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  LPMAPIERROR error = nullptr;
  HRESULT hr = message->GetRecipientTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
  if (FAILED(hr) && SUCCEEDED(table->GetLastError(hr, 0, &error)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
    MAPIFreeBuffer(error);
  return hr;
}

HRESULT errorOfTheParent(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  LPMAPIERROR error = nullptr;
  HRESULT hr = message->GetRecipientTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
  if (FAILED(hr) && SUCCEEDED(message->GetLastError(hr, 0, &error)))
    MAPIFreeBuffer(error);
  return hr;
}

// A child lives on without its parent.
void childOutlivesItsParent(LPMDB store, ULONG cb, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  LPMAPITABLE table = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&folder)))
    return;
  HRESULT hr = folder->GetContentsTable(0, &table);
  folder->Release();
  if (FAILED(hr))
    return;
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  table->Release();
}

// Another interface of the object has a reference of its own.
void queriedInterface(LPMDB store, ULONG cb, LPENTRYID id) {
  LPUNKNOWN unknown = nullptr;
  LPMAPIPROP object = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(cb, id, nullptr, 0, &type, &unknown)))
    return;
  HRESULT hr = unknown->QueryInterface(IID_IMAPIProp, (LPVOID *)&object);
  unknown->Release();
  if (FAILED(hr))
    return;
  trace(object->SaveChanges(KEEP_OPEN_READWRITE));
  object->Release();
}

void castInterface(LPMDB store, ULONG cb, LPENTRYID id) {
  LPUNKNOWN unknown = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(cb, id, nullptr, 0, &type, &unknown)))
    return;
  LPMAPIPROP object = static_cast<LPMAPIPROP>(unknown);
  unknown->Release();
  trace(object->SaveChanges(KEEP_OPEN_READWRITE));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(object|unknown)'.*}} [mapi-use-after-release]
}

void keptAlive(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &message)))
    return;
  message->AddRef();
  trace(message->SaveChanges(KEEP_OPEN_READWRITE));
  message->Release();
  trace(message->SaveChanges(KEEP_OPEN_READWRITE));
  message->Release();
}

// The same condition decides about the release and the use.
void usedUnlessReleased(LPMAPIFOLDER folder, bool early) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  if (early)
    table->Release();
  trace(folder->SaveChanges(KEEP_OPEN_READWRITE));
  if (!early) {
    table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
    table->Release();
  }
}

void usedThoughReleased(LPMAPIFOLDER folder, bool early) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  if (early)
    table->Release();
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
  if (!early)
    table->Release();
}

// To look at the pointer is no use of the object.
bool wasThere(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  folder->GetContentsTable(0, &table);
  if (table)
    table->Release();
  return table != nullptr;
}

// A variable that gets the next object is right again.
void nextObject(LPMESSAGE message, ULONG count) {
  LPATTACH attach = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    if (FAILED(message->OpenAttach(i, nullptr, 0, &attach)))
      continue;
    trace(attach->SaveChanges(KEEP_OPEN_READWRITE));
    attach->Release();
  }
}

// Objects as arguments.
HRESULT copiedToTheReleased(LPMESSAGE source, LPMAPIFOLDER folder) {
  LPMESSAGE target = nullptr;
  HRESULT hr = folder->CreateMessage(nullptr, 0, &target);
  if (FAILED(hr))
    return hr;
  target->Release();
  return source->CopyTo(0, nullptr, nullptr, 0, nullptr, &IID_IMessage, target,
                        0, nullptr);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'target'.*}} [mapi-use-after-release]
}

HRESULT copiedBeforeTheRelease(LPMESSAGE source, LPMAPIFOLDER folder) {
  LPMESSAGE target = nullptr;
  HRESULT hr = folder->CreateMessage(nullptr, 0, &target);
  if (FAILED(hr))
    return hr;
  hr = source->CopyTo(0, nullptr, nullptr, 0, nullptr, &IID_IMessage, target, 0,
                      nullptr);
  target->Release();
  return hr;
}

HRESULT rowsOfTheReleased(LPMAPIFOLDER folder, LPSRowSet *rows) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  UlRelease(table);
  return HrQueryAllRows(table, nullptr, nullptr, nullptr, 0, rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

HRESULT wrappedAfterRelease(LPMESSAGE message, LPSTREAM *out) {
  LPSTREAM stream = nullptr;
  HRESULT hr = message->OpenProperty(PR_RTF_COMPRESSED, &IID_IStream, STGM_READ,
                                     0, (LPUNKNOWN *)&stream);
  if (FAILED(hr))
    return hr;
  stream->Release();
  return WrapCompressedRTFStream(stream, 0, out);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stream'.*}} [mapi-use-after-release]
}

// Memory as an argument.
HRESULT openedByTheFreed(LPMDB store, ULONG *type, LPUNKNOWN *inbox) {
  ULONG cb = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = store->GetReceiveFolder(nullptr, 0, &cb, &id, nullptr);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(id);
  return store->OpenEntry(cb, id, nullptr, 0, type, inbox);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'id'.*}} [mapi-use-after-release]
}

HRESULT openedAgain(LPMDB store, ULONG *type, LPUNKNOWN *inbox) {
  ULONG cb = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = store->GetReceiveFolder(nullptr, 0, &cb, &id, nullptr);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(id);
  id = nullptr;
  hr = store->GetReceiveFolder(nullptr, 0, &cb, &id, nullptr);
  if (FAILED(hr))
    return hr;
  hr = store->OpenEntry(cb, id, nullptr, 0, type, inbox);
  MAPIFreeBuffer(id);
  return hr;
}

HRESULT setAfterTheFree(LPMAPIPROP from, LPMAPIPROP to, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = from->GetProps(tags, 0, &count, &values);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(values);
  hr = to->SetProps(count, values, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'values'.*}} [mapi-use-after-release]
  if (SUCCEEDED(hr))
    hr = to->SaveChanges(KEEP_OPEN_READWRITE);
  return hr;
}

HRESULT setBeforeTheFree(LPMAPIPROP from, LPMAPIPROP to, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = from->GetProps(tags, 0, &count, &values);
  if (FAILED(hr))
    return hr;
  if (hr == S_OK)
    hr = to->SetProps(count, values, nullptr);
  MAPIFreeBuffer(values);
  return hr;
}

void modifiedAfterTheFree(LPADRBOOK book, LPADRPARM parameters,
                          LPMESSAGE message) {
  ULONG_PTR window = 0;
  LPADRLIST list = nullptr;
  if (FAILED(book->Address(&window, parameters, &list)) || !list)
    return;
  FreePadrlist(list);
  message->ModifyRecipients(MODRECIP_ADD, list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'list'.*}} [mapi-use-after-release]
}

void openedInAClosedSession(LPMALLOC allocator, LPSTORAGE storage,
                            LPMESSAGE *message) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  CloseIMsgSession(messages);
  OpenIMsgOnIStg(messages, MAPIAllocateBuffer, MAPIAllocateMore, MAPIFreeBuffer,
                 allocator, nullptr, storage, nullptr, 0, 0, message);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-use-after-release]
}

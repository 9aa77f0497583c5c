// RUN: %check_mapi %s
// What is opened into a structure of the caller's is the function's own until it
// returns.
#include <mapix.h>
#include <string.h>

struct Slot {
  ULONG size;
  LPENTRYID id;
  LPMDB store;
  LPMAPIFOLDER root;
};

static HRESULT openRoot(Slot *slot) {
  ULONG type = 0;
  return slot->store->OpenEntry(0, nullptr, nullptr, MAPI_MODIFY, &type, (LPUNKNOWN *)&slot->root);
}

HRESULT wipedOut(LPMAPISESSION session, ULONG size, LPENTRYID id, Slot *slot) {
  memset(slot, 0, sizeof *slot);
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, MDB_WRITE, &slot->store);
  if (SUCCEEDED(hr))
    hr = openRoot(slot);
  if (FAILED(hr))
    memset(slot, 0, sizeof *slot);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'slot->store' (IMsgStore) may be overwritten here without being released, if IMAPISession::OpenMsgStore succeeds [mapi-interface-leak]
  return hr;
}

HRESULT releasedBefore(LPMAPISESSION session, ULONG size, LPENTRYID id, Slot *slot) {
  memset(slot, 0, sizeof *slot);
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, MDB_WRITE, &slot->store);
  if (SUCCEEDED(hr))
    hr = openRoot(slot);
  if (FAILED(hr)) {
    if (slot->store)
      slot->store->Release();
    memset(slot, 0, sizeof *slot);
  }
  return hr;
}

HRESULT setToNull(LPMAPISESSION session, Slot &slot) {
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, MDB_WRITE, &slot.store);
  if (SUCCEEDED(hr))
    hr = openRoot(&slot);
  if (FAILED(hr))
    slot.store = nullptr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'slot->store' (IMsgStore) may be overwritten here without being released, if IMAPISession::OpenMsgStore succeeds [mapi-interface-leak]
  return hr;
}

HRESULT leftToTheCaller(LPMAPISESSION session, Slot *slot) {
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, MDB_WRITE, &slot->store);
  if (FAILED(hr))
    return hr;
  return openRoot(slot);
}

HRESULT moved(LPMAPISESSION session, Slot *slot, Slot *other) {
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, MDB_WRITE, &slot->store);
  if (FAILED(hr))
    return hr;
  *other = *slot;
  memset(slot, 0, sizeof *slot);
  return hr;
}

void keep(Slot *slot);
HRESULT handedOn(LPMAPISESSION session, Slot *slot) {
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, MDB_WRITE, &slot->store);
  if (FAILED(hr))
    return hr;
  keep(slot);
  slot->store = nullptr;
  return hr;
}

HRESULT twice(LPMAPISESSION session, Slot *slot) {
  HRESULT hr = session->OpenMsgStore(0, 0, nullptr, nullptr, MDB_WRITE, &slot->store);
  if (FAILED(hr))
    return hr;
  slot->store->Release();
  slot->store->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'slot->store' (IMsgStore) is given back a second time [mapi-use-after-release]
  return hr;
}

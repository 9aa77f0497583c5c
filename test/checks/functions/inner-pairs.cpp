// RUN: %check_mapi %s
// A function that initialises and undoes MAPI for itself changes nothing for
// whoever has it up.
#include <mapix.h>
#include <mapiutil.h>

bool work();

static ULONG countProfiles() {
  if (FAILED(MAPIInitialize(nullptr)))
    return 0;
  ULONG count = 0;
  LPPROFADMIN admin = nullptr;
  if (SUCCEEDED(MAPIAdminProfiles(0, &admin))) {
    count = 1;
    admin->Release();
  }
  MAPIUninitialize();
  return count;
}

class Initialised {
public:
  Initialised() : m_up(SUCCEEDED(MAPIInitialize(nullptr))) {}
  ~Initialised() {
    if (m_up)
      MAPIUninitialize();
  }

private:
  bool m_up;
};

// An object is there: MAPI was up before.
void objectOfBefore(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  if (FAILED(session->GetStatusTable(0, &table)))
    return;
  countProfiles();
  table->Release();
}

void givenObject(LPMAPITABLE table) {
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    MAPIUninitialize();
  table->Release();
}

void callOnGivenObject(LPMAPIFOLDER folder) {
  if (!countProfiles())
    return;
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &table)))
    table->Release();
}

void guarded(LPMAPITABLE table) {
  {
    Initialised mapi;
    work();
  }
  table->Release();
}

// ... but it is not up any more once it is undone without having been
// initialised here.
void undoneForAll(LPMAPITABLE table) {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  MAPIUninitialize();
  MAPIUninitialize();
  // CHECK: :[[@LINE+1]]:10: warning: 'table' (IMAPITable) is released after MAPIUninitialize [mapi-teardown-order]
  table->Release();
}

void objectOfHere() {
  if (FAILED(MAPIInitialize(nullptr)))
    return;
  LPPROFADMIN admin = nullptr;
  if (FAILED(MAPIAdminProfiles(0, &admin))) {
    MAPIUninitialize();
    return;
  }
  MAPIUninitialize();
  // CHECK: :[[@LINE+1]]:10: warning: 'admin' (IProfAdmin) is released after MAPIUninitialize [mapi-teardown-order]
  admin->Release();
}

// What a helper does for itself does not show that this function's work is
// over.
HRESULT logOn(LPMAPISESSION *session) {
  if (!countProfiles())
    return MAPI_E_NOT_FOUND;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                   session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT logOnAndCount(LPMAPISESSION *session, ULONG *count) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED | MAPI_USE_DEFAULT,
                   session);
  if (FAILED(hr))
    MAPIUninitialize();
  else
    *count = countProfiles();
  return hr;
}

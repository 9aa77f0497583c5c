// RUN: %check_mapi %s
// Ways that calls do not leave open: a success without an object, a
// MAPIFreeBuffer that fails, a library that is gone while what it handed out is
// there.
#include <mapiutil.h>
#include <mapix.h>
#include <stdlib.h>

extern int busy();

// Right: where the logon succeeded there is a session.
HRESULT sessionIsThere(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                   &session);
  if (SUCCEEDED(hr) && !session)
    return E_UNEXPECTED;
  if (session) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  MAPIUninitialize();
  return hr;
}

// Wrong: where it failed there is none.
HRESULT sessionIsNotThere(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION, &session);
  if (!session)
    // CHECK: :[[@LINE+1]]:5: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
    return E_FAIL;
  session->Logoff(0, 0, 0);
  session->Release();
  MAPIUninitialize();
  return hr;
}

// Right: MAPIFreeBuffer gives S_OK, whatever it is asked for.
static HRESULT freeBoth(LPSPropValue one, LPSPropValue other) {
  if (HRESULT hr = MAPIFreeBuffer(one))
    return hr;
  return MAPIFreeBuffer(other);
}

HRESULT both(LPMAPIPROP prop) {
  LPSPropValue name = nullptr, size = nullptr;
  HRESULT hr = HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  hr = HrGetOneProp(prop, PR_MESSAGE_SIZE, &size);
  if (FAILED(hr)) {
    MAPIFreeBuffer(name);
    return hr;
  }
  return freeBoth(name, size);
}

HRESULT bothTwice(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  HRESULT hr = HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name);
  if (FAILED(hr))
    return hr;
  if (MAPIFreeBuffer(name) == 0)
    // CHECK: :[[@LINE+1]]:12: warning: 'name' is given back a second time [mapi-use-after-release]
    return freeBoth(name, nullptr);
  return hr;
}

// Right: what came from MAPI came from its library.
struct Functions {
  HMODULE dll;
  LPFREEBUFFER release;
};
static Functions functions;

void load() {
  functions.dll = LoadLibraryW(L"mapi32.dll");
  functions.release =
      (LPFREEBUFFER)GetProcAddress(functions.dll, "MAPIFreeBuffer");
}

LONG throughPointer(LPMAPIPROP prop) {
  LPSPropValue size = nullptr;
  if (HrGetOneProp(prop, PR_MESSAGE_SIZE, &size) != S_OK)
    return 0;
  const LONG result = size->Value.l;
  if (functions.dll && functions.release)
    functions.release(size);
  return result;
}

LONG throughPointerSometimes(LPMAPIPROP prop) {
  LPSPropValue size = nullptr;
  if (HrGetOneProp(prop, PR_MESSAGE_SIZE, &size) != S_OK)
    return 0;
  const LONG result = size->Value.l;
  if (busy() && functions.release)
    functions.release(size);
  // CHECK: :[[@LINE+1]]:3: warning: 'size' may be lost on this way out without being freed, if {{.*}} [mapi-buffer-leak]
  return result;
}

// Right: a new block each turn.
void eachTurn(LPMAPIPROP prop) {
  char *text = nullptr;
  while (busy()) {
    text = (char *)malloc(64);
    free(text);
    void *block = nullptr;
    if (MAPIAllocateBuffer(64, &block) == S_OK)
      MAPIFreeBuffer(block);
  }
  prop->SaveChanges(KEEP_OPEN_READWRITE);
}

void sameEachTurn(LPMAPIPROP prop) {
  char *text = (char *)malloc(64);
  while (busy()) {
    // CHECK: :[[@LINE+1]]:5: warning: 'text' {{is|may be}} given back a second time{{.*}} [mapi-use-after-release]
    free(text);
    prop->SaveChanges(KEEP_OPEN_READWRITE);
  }
}

// A reference that is left is somebody else's.
void toTheLast(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  ULONG left = 1;
  while (left != 0)
    left = table->Release();
}

void beyondTheLast(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  while (table->Release() > 0)
    continue;
  // CHECK: :[[@LINE+1]]:10: warning: 'table' (IMAPITable) {{is|may be}} given back a second time{{.*}} [mapi-use-after-release]
  table->Release();
}

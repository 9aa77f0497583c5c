// RUN: %check_mapi %s
// S_FALSE says that COM or OLE is up already: it is a success, and is undone as well.
// A function that is handed to another one runs when that one likes.
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>
#include <atomic>
#include <cstdlib>

void work(LPADRBOOK book);

static HRESULT useMapi() {
  LPPROFADMIN profiles = nullptr;
  HRESULT hr = MAPIAdminProfiles(0, &profiles);
  if (SUCCEEDED(hr))
    profiles->Release();
  return hr;
}

HRESULT onlyFirst() {
  HRESULT hr = OleInitialize(nullptr);
  if (S_OK != hr)
    // CHECK: :[[@LINE+1]]:5: warning: OleInitialize is not undone on this way out [mapi-unmatched-init]
    return hr;
  useMapi();
  OleUninitialize();
  return hr;
}

HRESULT eachSuccess() {
  HRESULT hr = OleInitialize(nullptr);
  if (hr != S_OK && hr != S_FALSE)
    return hr;
  useMapi();
  OleUninitialize();
  return hr;
}

HRESULT comIsUp() {
  const bool own = CoInitialize(nullptr) == S_OK;
  HRESULT hr = useMapi();
  if (own)
    CoUninitialize();
  // CHECK: :[[@LINE+1]]:3: warning: CoInitialize is not undone on this way out [mapi-unmatched-init]
  return hr;
}

HRESULT comIsUpRight() {
  const HRESULT com = CoInitialize(nullptr);
  HRESULT hr = useMapi();
  if (SUCCEEDED(com))
    CoUninitialize();
  return hr;
}

// MAPI has no such success.
HRESULT mapiIsUp() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (hr != S_OK)
    return hr;
  useMapi();
  MAPIUninitialize();
  return hr;
}

static void down() { MAPIUninitialize(); }
static void wave() {}

int later() {
  if (MAPIInitialize(nullptr) != S_OK)
    return 1;
  if (atexit(down)) {
    MAPIUninitialize();
    return 2;
  }
  return useMapi() == S_OK ? 0 : 3;
}

int neverLater() {
  if (MAPIInitialize(nullptr) != S_OK)
    return 1;
  if (atexit(wave)) {
    MAPIUninitialize();
    return 2;
  }
  // CHECK: :[[@LINE+1]]:3: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
  return useMapi() == S_OK ? 0 : 3;
}

// A count of several threads: the value is the one before.
class Users {
public:
  Users() {
    const int before = count.fetch_add(1);
    if (before == 0)
      up = SUCCEEDED(MAPIInitialize(nullptr));
  }
  ~Users() {
    if (count.fetch_sub(1) == 1 && up)
      MAPIUninitialize();
  }

private:
  static bool up;
  static std::atomic<int> count;
};

void counted() {
  Users users;
  useMapi();
}

static std::atomic<long> readers;

HRESULT begin() {
  if (readers++ > 0)
    return S_OK;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    readers -= 1;
  return hr;
}

HRESULT read(bool soon) {
  HRESULT hr = begin();
  if (FAILED(hr))
    return hr;
  hr = useMapi();
  if (--readers == 0)
    MAPIUninitialize();
  return hr;
}

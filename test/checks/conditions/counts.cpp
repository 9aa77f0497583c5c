// RUN: %check_mapi %s
// A count or a flag that outlives the function says whether MAPI is up.
#include <mapix.h>
#include <atomic>

void work();

static LONG users;

static HRESULT enter() {
  if (InterlockedIncrement(&users) > 1)
    return S_OK;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    InterlockedDecrement(&users);
  return hr;
}

static void exitOne() {
  if (InterlockedDecrement(&users) == 0)
    MAPIUninitialize();
}

HRESULT interlocked() {
  HRESULT hr = enter();
  if (FAILED(hr))
    return hr;
  work();
  exitOne();
  return S_OK;
}

static int plainUsers;

static HRESULT enterPlainly() {
  HRESULT hr = S_OK;
  if (plainUsers++ == 0) {
    hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      plainUsers--;
  }
  return hr;
}

static void exitPlainly() {
  if (plainUsers > 0 && --plainUsers == 0)
    MAPIUninitialize();
}

HRESULT plain() {
  HRESULT hr = enterPlainly();
  if (FAILED(hr))
    return hr;
  work();
  exitPlainly();
  return S_OK;
}

static std::atomic<int> atomicUsers;

static HRESULT enterAtomically() {
  return ++atomicUsers == 1 ? MAPIInitialize(nullptr) : S_OK;
}

static void exitAtomically() {
  if (--atomicUsers == 0)
    MAPIUninitialize();
}

HRESULT atomically() {
  HRESULT hr = enterAtomically();
  if (FAILED(hr))
    return hr;
  work();
  exitAtomically();
  return S_OK;
}

// The count is asked, but nobody is there who would undo it.
HRESULT neverUndone() {
  if (plainUsers == 0) {
    HRESULT hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      return hr;
    MAPIUninitialize();
    hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      return hr;
  }
  // CHECK: :[[@LINE+1]]:3: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
  return S_OK;
}

// The flag that guards the other half is not set where the first has failed.
static bool loaded;

static void unload() {
  if (loaded)
    MAPIUninitialize();
  loaded = false;
}

HRESULT load() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr)) {
    unload();
    return hr;
  }
  loaded = true;
  return hr;
}

static void unloadWrong() {
  if (!loaded)
    work();
  MAPIUninitialize();
}

HRESULT loadWrong() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr)) {
    // CHECK: :[[@LINE+1]]:5: warning: MAPIUninitialize is called on a path where MAPIInitialize failed [mapi-unmatched-init]
    unloadWrong();
    return hr;
  }
  loaded = true;
  return hr;
}

// A member's initialiser in the class counts where there is no constructor.
class Library {
public:
  HRESULT open() {
    HRESULT hr = MAPIInitialize(nullptr);
    if (SUCCEEDED(hr))
      m_open = true;
    return hr;
  }
  ~Library() {
    if (m_open)
      MAPIUninitialize();
  }

private:
  bool m_open = false;
};

class LibraryWrong {
public:
  HRESULT open() {
    HRESULT hr = MAPIInitialize(nullptr);
    if (SUCCEEDED(hr))
      m_open = true;
    return hr;
  }
  ~LibraryWrong() {
    if (!m_open)
      // CHECK: :[[@LINE+1]]:7: warning: MAPIUninitialize is called on a path where MAPIInitialize failed [mapi-unmatched-init]
      MAPIUninitialize();
  }

private:
  bool m_open = false;
};

// What a static variable of a function holds, it holds to the end of the
// process.
class Client {
public:
  Client() {
    if (FAILED(MAPIInitialize(nullptr)))
      return;
    m_open = true;
  }
  ~Client() {
    if (m_open)
      MAPIUninitialize();
  }

private:
  bool m_open = false;
};

Client &theClient() {
  static Client client;
  return client;
}

HRESULT initialisedOnce() {
  static HRESULT hr = MAPIInitialize(nullptr);
  return hr;
}

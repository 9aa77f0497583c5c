// RUN: %check_mapi %s
// A helper that gives back on a condition: a bit, a number, an enumerator, kept
// in a variable or not. What the caller passes decides.
#include <mapiutil.h>
#include <mapix.h>

enum { Keep = 1, Drop = 2 };
enum class Owner { Caller, Callee, Nobody };

static void doneWith(LPMAPITABLE table, ULONG how) {
  if (how & Drop)
    table->Release();
}

static ULONG rowsOf(LPMAPITABLE table, ULONG how) {
  ULONG rows = 0;
  const bool drops = (how & Drop) == Drop;
  table->GetRowCount(0, &rows);
  if (drops)
    table->Release();
  return rows;
}

static void doneFor(LPMAPITABLE table, Owner owner) {
  if (owner != Owner::Callee)
    return;
  table->Release();
}

static void doneAt(LPMAPITABLE table, int depth) {
  if (depth > 3)
    table->Release();
}

ULONG bits(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return 0;
  doneWith(table, Keep | Drop);
  if (FAILED(folder->GetHierarchyTable(0, &table)))
    return 0;
  return rowsOf(table, Drop);
}

void otherBits(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  doneWith(table, Keep);
  // CHECK: :[[@LINE+1]]:1: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
}

void otherBitsKept(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  rowsOf(table, Keep);
  // CHECK: :[[@LINE+1]]:1: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
}

void numbers(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  doneFor(table, Owner::Callee);
  if (FAILED(folder->GetHierarchyTable(0, &table)))
    return;
  doneAt(table, 4);
}

void otherNumbers(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  doneFor(table, Owner::Nobody);
  doneAt(table, 3);
  // CHECK: :[[@LINE+1]]:1: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
}

// What is not known here is known to be the same in both.
void shared(LPMAPIFOLDER folder, ULONG how, int depth) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  doneWith(table, how);
  if ((how & Drop) == 0)
    table->Release();
  if (FAILED(folder->GetHierarchyTable(0, &table)))
    return;
  doneAt(table, depth);
  if (depth <= 3)
    table->Release();
}

void sharedWrong(LPMAPIFOLDER folder, ULONG how) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  doneWith(table, how);
  if (how & Drop)
    // CHECK: :[[@LINE+1]]:12: warning: 'table' (IMAPITable) {{is|may be}} given back a second time{{.*}} [mapi-use-after-release]
    table->Release();
  else
    table->Release();
}

// The bit is a member, which other members of the class set.
class Search {
public:
  Search() = default;
  Search(const Search &) = delete;
  ~Search() {
    if (done & Drop)
      table->Release();
  }
  HRESULT start(LPMAPIFOLDER folder) {
    HRESULT hr = folder->GetContentsTable(0, &table);
    if (SUCCEEDED(hr))
      done |= Drop;
    return hr;
  }

private:
  ULONG done = 0;
  LPMAPITABLE table = nullptr;
};

HRESULT search(LPMAPIFOLDER folder) {
  Search own;
  return own.start(folder);
}

class Forgetful {
public:
  Forgetful() = default;
  Forgetful(const Forgetful &) = delete;
  ~Forgetful() {
    if (done & Drop)
      table->Release();
  }
  HRESULT start(LPMAPIFOLDER folder) {
    HRESULT hr = folder->GetContentsTable(0, &table);
    if (SUCCEEDED(hr))
      done |= Keep;
    return hr;
  }

private:
  ULONG done = 0;
  LPMAPITABLE table = nullptr;
};

HRESULT forget(LPMAPIFOLDER folder) {
  Forgetful own;
  // CHECK: :[[@LINE+1]]:3: warning: 'own.table' (IMAPITable) {{.*}} [mapi-interface-leak]
  return own.start(folder);
}

// A count goes up and down in helpers.
class Mapi {
public:
  HRESULT up() {
    if (users++ != 0)
      return S_OK;
    HRESULT hr = MAPIInitialize(nullptr);
    if (FAILED(hr))
      --users;
    return hr;
  }
  void down() {
    if (--users == 0)
      MAPIUninitialize();
  }

private:
  ULONG users = 0;
};

HRESULT counted(LPTSTR profile) {
  Mapi mapi;
  HRESULT hr = mapi.up();
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                   &session);
  if (SUCCEEDED(hr)) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  mapi.down();
  return hr;
}

HRESULT countedWrong(LPTSTR profile) {
  Mapi mapi;
  HRESULT hr = mapi.up();
  if (FAILED(hr))
    return hr;
  LPMAPISESSION session = nullptr;
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED | MAPI_NEW_SESSION,
                   &session);
  if (FAILED(hr))
    // CHECK: :[[@LINE+1]]:5: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
    return hr;
  session->Logoff(0, 0, 0);
  session->Release();
  mapi.down();
  return hr;
}

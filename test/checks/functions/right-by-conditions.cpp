// RUN: %check_mapi %s
// Right code that looks wrong to a reader in a hurry: conditions that belong
// together. Nothing here deserves a finding.
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

bool work();
void use(LPUNKNOWN object);

// The bool of the helper is asked much later.
static bool tryOpen(LPMAPISESSION sess, LPMAPITABLE *table) {
  return SUCCEEDED(sess->GetStatusTable(0, table));
}

void askedMuchLater(LPMAPISESSION sess) {
  LPMAPITABLE table; // untouched on failure
  const bool open = tryOpen(sess, &table);
  for (int i = 0; i < 3; ++i)
    if (!work())
      break;
  if (open)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// The null test is in the helper, which is called on every way.
static void closeIfOpen(LPMAPITABLE table) {
  if (!table)
    return;
  table->Release();
}

void closedIfOpen(LPMAPISESSION sess, bool wanted) {
  LPMAPITABLE table = nullptr;
  if (wanted)
    sess->GetStatusTable(0, &table);
  closeIfOpen(table);
  sess->Logoff(0, 0, 0);
}

// A helper tests the status, in either sense.
static bool failed(HRESULT hr) { return hr < 0; }
static bool ok(HRESULT hr) { return !failed(hr); }
static HRESULT logged(HRESULT hr, const char *) {
  if (hr != S_OK)
    work();
  return hr;
}

void testedByHelpers(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  HRESULT hr = logged(sess->GetMsgStoresTable(0, &stores), "stores");
  if (failed(hr)) {
    sess->Logoff(0, 0, 0);
    return;
  }
  if (ok(logged(sess->GetStatusTable(0, &status), "status")))
    status->Release();
  stores->Release();
  sess->Logoff(0, 0, 0);
}

// The helper turns the status into another one.
static HRESULT forgiving(HRESULT hr) {
  return hr == MAPI_E_NO_SUPPORT ? S_FALSE : hr;
}

void forgiven(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = forgiving(sess->GetStatusTable(0, &table));
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    return;
  }
  if (hr == S_OK)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// What the helper closes depends on what it is told.
enum Part { Stores, Status, Everything };

static void closePart(Part part, LPMAPITABLE stores, LPMAPITABLE status) {
  switch (part) {
  case Everything:
  case Stores:
    UlRelease(stores);
    if (part == Stores)
      break;
    [[fallthrough]];
  case Status:
    UlRelease(status);
    break;
  }
}

void partByPart(LPMAPISESSION sess, bool atOnce) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  if (atOnce) {
    closePart(Everything, stores, status);
  } else {
    closePart(Status, stores, status);
    closePart(Stores, stores, status);
  }
  sess->Logoff(0, 0, 0);
}

// The helper asks for the flag that the caller has set.
struct State {
  LPMAPISESSION sess = nullptr;
  LPMAPITABLE table = nullptr;
  bool own = false;
  bool open = false;
};

static bool begin(State &state, LPMAPISESSION given) {
  state.sess = given;
  if (!given) {
    if (FAILED(MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &state.sess)))
      return false;
    state.own = true;
  }
  state.open = SUCCEEDED(state.sess->GetStatusTable(0, &state.table));
  return true;
}

static void end(State &state) {
  if (state.open)
    state.table->Release();
  state.open = false;
  if (state.own) {
    state.sess->Logoff(0, 0, 0);
    state.sess->Release();
  }
}

void flagsInAStructure(LPMAPISESSION given) {
  State state;
  if (!begin(state, given))
    return;
  work();
  end(state);
}

// The iterator of a helper: each round opens one and releases it.
static bool next(LPMAPISESSION sess, LPSRowSet rows, ULONG &index,
                 LPMDB *out) {
  while (index < rows->cRows) {
    const SBinary &id = rows->aRow[index++].lpProps[0].Value.bin;
    if (SUCCEEDED(sess->OpenMsgStore(0, id.cb, (LPENTRYID)id.lpb, nullptr, 0,
                                     out)))
      return true;
  }
  return false;
}

void oneAfterTheOther(LPMAPISESSION sess, LPSRowSet rows) {
  ULONG index = 0;
  LPMDB db = nullptr;
  while (next(sess, rows, index, &db)) {
    use(db);
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

void oneIsFound(LPMAPISESSION sess, LPSRowSet rows) {
  ULONG index = 0;
  LPMDB db = nullptr, found = nullptr;
  while (!found && next(sess, rows, index, &db)) {
    if (work())
      found = db;
    else
      db->Release();
  }
  if (found)
    found->Release();
  sess->Logoff(0, 0, 0);
}

// Reopened by a helper that releases the old one first.
static HRESULT reopen(LPMAPISESSION sess, LPMAPITABLE &table) {
  if (table) {
    table->Release();
    table = nullptr;
  }
  return sess->GetStatusTable(0, &table);
}

void reopenedThreeTimes(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  for (int i = 0; i < 3; ++i)
    if (FAILED(reopen(sess, table)))
      break;
  UlRelease(table);
  sess->Logoff(0, 0, 0);
}

// Opened on demand, by a helper that keeps what is open.
static LPMAPITABLE onDemand(LPMAPISESSION sess, LPMAPITABLE &table) {
  if (!table)
    sess->GetStatusTable(0, &table);
  return table;
}

void openedOnDemand(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (onDemand(sess, table))
    onDemand(sess, table)->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  if (table)
    table->Release();
  sess->Logoff(0, 0, 0);
}

// Sessions: one that is lent, one in a global, one that is asked for.
static LPMAPISESSION theSession;

static LPMAPISESSION session() { return theSession; }

static bool logonOnce() {
  if (theSession)
    return true;
  return SUCCEEDED(
      MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &theSession));
}

bool sessionIsLent() {
  if (!logonOnce())
    return false;
  LPMAPISESSION sess = session();
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return false;
  table->Release();
  return true; // the session stays, for others
}

bool sessionIsCounted() {
  if (!logonOnce())
    return false;
  LPMAPISESSION sess = session();
  sess->AddRef();
  work();
  sess->Release(); // the reference of one's own
  return true;
}

// The first of two failures decides what must be undone.
static HRESULT setUp(LPMAPISESSION *sess, LPMAPITABLE *table) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, sess);
  if (FAILED(hr))
    goto mapi;
  hr = (*sess)->GetStatusTable(0, table);
  if (FAILED(hr))
    goto logoff;
  return S_OK;
logoff:
  (*sess)->Logoff(0, 0, 0);
  (*sess)->Release();
  *sess = nullptr;
mapi:
  MAPIUninitialize();
  return hr;
}

static void tearDown(LPMAPISESSION sess, LPMAPITABLE table) {
  table->Release();
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
}

int main() {
  LPMAPISESSION sess = nullptr;
  LPMAPITABLE table = nullptr;
  if (FAILED(setUp(&sess, &table)))
    return 1;
  work();
  tearDown(sess, table);
  return 0;
}

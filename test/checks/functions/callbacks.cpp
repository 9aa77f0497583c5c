// RUN: %check_mapi %s
// Lambdas and functions that are handed to others, which call them.
#include <mapix.h>
#include <mapiutil.h>
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

void use(LPUNKNOWN object);

// A function template with a visible body calls what it is given.
template <class F> void with(LPMAPITABLE table, F action) { action(table); }

void templateCallsReleaser(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    with(table, [](LPMAPITABLE t) { t->Release(); });
  sess->Logoff(0, 0, 0);
}

void templateCallsLooker(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    with(table, [](LPMAPITABLE t) { use(t); });
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// The helper opens, lends and releases; the callback only borrows.
template <class F> HRESULT withStatusTable(LPMAPISESSION sess, F action) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = sess->GetStatusTable(0, &table);
  if (FAILED(hr))
    return hr;
  hr = action(table);
  table->Release();
  return hr;
}

void borrowed(LPMAPISESSION sess) {
  withStatusTable(sess, [](LPMAPITABLE table) {
    return table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  });
  sess->Logoff(0, 0, 0);
}

void loggedOffWhileBorrowed(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  withStatusTable(sess, [&](LPMAPITABLE) {
    return sess->GetMsgStoresTable(0, &stores);
  });
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
}

// A pointer to a function with a visible body.
static void releaseTable(LPMAPITABLE table) { table->Release(); }
static void rewindTable(LPMAPITABLE table) {
  table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}

static void apply(LPMAPITABLE table, void (*action)(LPMAPITABLE)) {
  if (table && action)
    action(table);
}

void pointerToReleaser(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  apply(table, releaseTable);
  sess->Logoff(0, 0, 0);
}

void pointerToLooker(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  apply(table, &rewindTable);
  sess->Logoff(0, 0, 0);
  // Not reported: a function that a parameter names may do anything.
}

void localPointerToReleaser(LPMAPISESSION sess) {
  void (*const action)(LPMAPITABLE) = &releaseTable;
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    action(table);
  sess->Logoff(0, 0, 0);
}

void localPointerToLooker(LPMAPISESSION sess) {
  void (*const action)(LPMAPITABLE) = &rewindTable;
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(sess->GetStatusTable(0, &table)))
    action(table);
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-live-at-logoff]
}

// A callback of C's kind: the object is in the context.
static void releaseContext(void *context) {
  static_cast<LPMAPITABLE>(context)->Release();
}

static void callBack(void (*callback)(void *), void *context) {
  if (context)
    callback(context);
}

void contextReleased(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  sess->GetStatusTable(0, &table);
  callBack(releaseContext, table);
  sess->Logoff(0, 0, 0);
}

// std::function.
void functionReleases(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  std::function<void()> clean = [&] { UlRelease(table); };
  sess->GetStatusTable(0, &table);
  clean();
  sess->Logoff(0, 0, 0);
}

void functionOnlyLooks(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  std::function<void()> look = [table] { use(table); };
  look();
  table->Release();
  sess->Logoff(0, 0, 0);
}

void functionsInAList(LPMAPISESSION sess) {
  std::vector<std::function<void()>> undo;
  LPMAPITABLE stores = nullptr, status = nullptr;
  if (SUCCEEDED(sess->GetMsgStoresTable(0, &stores)))
    undo.push_back([stores] { stores->Release(); });
  if (SUCCEEDED(sess->GetStatusTable(0, &status)))
    undo.emplace_back([&] { status->Release(); });
  for (auto step = undo.rbegin(); step != undo.rend(); ++step)
    (*step)();
  sess->Logoff(0, 0, 0);
}

// Algorithms.
void forEachReleases(LPMAPISESSION sess) {
  LPMAPITABLE tables[2] = {};
  sess->GetMsgStoresTable(0, &tables[0]);
  sess->GetStatusTable(0, &tables[1]);
  std::for_each(std::begin(tables), std::end(tables),
                [](LPMAPITABLE table) { UlRelease(table); });
  sess->Logoff(0, 0, 0);
}

void forEachOverAVector(LPMAPISESSION sess, ULONG count, ULONG *cbs,
                        LPENTRYID *ids) {
  std::vector<LPMDB> stores;
  for (ULONG i = 0; i < count; ++i) {
    LPMDB db = nullptr;
    if (SUCCEEDED(sess->OpenMsgStore(0, cbs[i], ids[i], nullptr, 0, &db)))
      stores.push_back(db);
  }
  std::for_each(stores.begin(), stores.end(), [](LPMDB db) { db->Release(); });
  sess->Logoff(0, 0, 0);
}

void forEachOverAListOfLocals(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr, status = nullptr;
  sess->GetMsgStoresTable(0, &stores);
  sess->GetStatusTable(0, &status);
  for (LPMAPITABLE table : {stores, status})
    UlRelease(table);
  sess->Logoff(0, 0, 0);
}

void forEachOverTheOthers(LPMAPISESSION sess,
                          std::vector<LPMAPITABLE> &others) {
  LPMAPITABLE status = nullptr;
  if (FAILED(sess->GetStatusTable(0, &status)))
    return;
  std::for_each(others.begin(), others.end(),
                [](LPMAPITABLE table) { UlRelease(table); });
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'status'.*}} [mapi-live-at-logoff]
}

// One callback per row: the lambda opens and releases in every round.
void forEachRow(LPMAPISESSION sess, const SRowSet &rows) {
  std::for_each_n(rows.aRow, rows.cRows, [sess](const SRow &row) {
    LPMDB db = nullptr;
    const SBinary &id = row.lpProps[0].Value.bin;
    if (FAILED(sess->OpenMsgStore(0, id.cb, (LPENTRYID)id.lpb, nullptr, 0,
                                  &db)))
      return;
    use(db);
    db->Release();
  });
  sess->Logoff(0, 0, 0);
}

// A recursive lambda.
void recursiveLambda(LPMAPISESSION sess) {
  LPMAPITABLE table = nullptr;
  auto again = [&](auto &self, int times) -> void {
    if (times == 0)
      return;
    use(table);
    self(self, times - 1);
  };
  if (FAILED(sess->GetStatusTable(0, &table)))
    return;
  again(again, 3);
  table->Release();
  sess->Logoff(0, 0, 0);
}

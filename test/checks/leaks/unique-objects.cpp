// RUN: %check_mapi %s
// std::unique_ptr deletes an object, and what that holds goes with it.
#include <mapix.h>
#include <mapiutil.h>
#include <memory>
#include <vector>

struct Rows {
  LPMAPITABLE table;
};

struct ClosedRows {
  ClosedRows() = default;
  explicit ClosedRows(LPMAPISESSION session) {
    session->GetMsgStoresTable(0, &table);
  }
  ~ClosedRows() { UlRelease(table); }
  LPMAPITABLE table = nullptr;
};

void keep(ClosedRows *rows);
std::unique_ptr<ClosedRows> lastRows;
std::vector<std::unique_ptr<ClosedRows>> allRows;

void deletedAtTheEnd(LPMAPISESSION session) {
  auto rows = std::make_unique<ClosedRows>();
  session->GetMsgStoresTable(0, &rows->table);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows->table' (IMAPITable) {{.*}}still open when IMAPISession::Logoff is called{{.*}} [mapi-live-at-logoff]
  session->Release();
}

void openedByConstructor(LPMAPISESSION session) {
  auto rows = std::make_unique<ClosedRows>(session);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows->table' (IMAPITable) {{.*}}still open when IMAPISession::Logoff is called{{.*}} [mapi-live-at-logoff]
  session->Release();
}

void deletedOnOneWay(LPMAPISESSION session, bool early) {
  std::unique_ptr<ClosedRows> rows(new ClosedRows);
  session->GetMsgStoresTable(0, &rows->table);
  if (early)
    rows.reset();
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows->table' (IMAPITable) {{.*}}still open when IMAPISession::Logoff is called, if 'early' is zero or false [mapi-live-at-logoff]
  session->Release();
}

void deletedByReset(LPMAPISESSION session) {
  auto rows = std::make_unique<ClosedRows>(session);
  if (rows)
    rows.reset();
  session->Logoff(0, 0, 0);
  session->Release();
}

void deletedByNull(LPMAPISESSION session) {
  auto rows = std::unique_ptr<ClosedRows>(new ClosedRows);
  session->GetMsgStoresTable(0, &rows->table);
  rows = nullptr;
  session->Logoff(0, 0, 0);
  session->Release();
}

void deletedByScope(LPMAPISESSION session) {
  {
    auto rows = std::make_unique<ClosedRows>();
    session->GetMsgStoresTable(0, &rows->table);
  }
  session->Logoff(0, 0, 0);
  session->Release();
}

// Nothing in the object releases it.
void lost(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  folder->GetContentsTable(0, &rows->table);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows->table' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void releasedByHand(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  if (rows != nullptr && SUCCEEDED(folder->GetContentsTable(0, &(*rows).table)))
    rows->table->Release();
}

void takenOut(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  folder->GetContentsTable(0, &rows->table);
  LPMAPITABLE table = rows->table;
  rows.reset();
  UlRelease(table);
}

static void fill(Rows *rows, LPMAPIFOLDER folder) {
  folder->GetContentsTable(0, &rows->table);
}

void filledAndLost(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  fill(rows.get(), folder);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows->table' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void filledAndReleased(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  Rows &same = *rows;
  fill(&same, folder);
  UlRelease(same.table);
}

// Somebody else may release it, or deletes the object.
void lent(LPMAPISESSION session) {
  auto rows = std::make_unique<ClosedRows>(session);
  keep(rows.get());
  session->Logoff(0, 0, 0);
  session->Release();
}

void moved(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<ClosedRows>();
  folder->GetContentsTable(0, &rows->table);
  lastRows = std::move(rows);
}

void listed(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<ClosedRows>();
  folder->GetContentsTable(0, &rows->table);
  allRows.push_back(std::move(rows));
}

std::unique_ptr<ClosedRows> returned(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<ClosedRows>();
  folder->GetContentsTable(0, &rows->table);
  return rows;
}

void letGo(LPMAPIFOLDER folder) {
  auto rows = std::make_unique<Rows>();
  folder->GetContentsTable(0, &rows->table);
  Rows *mine = rows.release();
  UlRelease(mine->table);
  delete mine;
}

void madeLater(LPMAPISESSION session, bool show) {
  std::unique_ptr<ClosedRows> rows;
  if (show)
    rows = std::make_unique<ClosedRows>(session);
  rows.reset();
  session->Logoff(0, 0, 0);
  session->Release();
}

// RUN: %check_mapi %s
// A project's own FreeProws, with a helper for each block.
#include <mapix.h>
#include <mapiutil.h>

void show(const SRowSet *rows);
ULONG weigh(const SPropValue *values);

static void drop(LPVOID block) {
  if (block)
    MAPIFreeBuffer(block);
}

static void dropRows(LPSRowSet rows) {
  for (ULONG row = 0; row < rows->cRows; ++row)
    drop(rows->aRow[row].lpProps);
  drop(rows);
}

static void dropShell(LPSRowSet rows) { drop(rows); }

static ULONG weighFirst(LPSPropValue values) { return weigh(values); }

void deep(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  show(rows);
  dropRows(rows);
}

void deepHere(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG row = 0; row < rows->cRows; ++row)
    drop(rows->aRow[row].lpProps);
  MAPIFreeBuffer(rows);
}

void shallow(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  show(rows);
  dropShell(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' is given back by MAPIFreeBuffer, but goes with FreeProws [mapi-wrong-deallocator]
}

// Who only looks at a row does not free it.
ULONG weighed(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return 0;
  ULONG weight = weighFirst(rows->aRow[0].lpProps);
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' is given back by MAPIFreeBuffer, but goes with FreeProws [mapi-wrong-deallocator]
  return weight;
}

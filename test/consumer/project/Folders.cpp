#include "Session.h"

ULONG countFoldersOf(LPMDB store) {
  ULONG type = 0;
  LPMAPIFOLDER root = nullptr;
  if (FAILED(store->OpenEntry(0, nullptr, nullptr, 0, &type,
                              reinterpret_cast<LPUNKNOWN *>(&root))))
    return 0;
  LPMAPITABLE table = nullptr;
  ULONG count = 0;
  if (SUCCEEDED(root->GetHierarchyTable(CONVENIENT_DEPTH, &table))) {
    if (FAILED(table->GetRowCount(0, &count)))
      count = 0;
    table->Release();
  }
  root->Release();
  return count;
}

// RUN: %check_mapi %s
// Elements of a function's own array that are named by constants are variables of their
// own; whoever takes one by a number, or the array, may take any.
#include <mapix.h>
#include <mapiutil.h>
#include <array>

void look(LPMAPITABLE *tables, int count);

HRESULT second(LPMAPIFOLDER folder) {
  LPMAPITABLE tables[3] = {};
  HRESULT hr = folder->GetContentsTable(0, &tables[1]);
  if (FAILED(hr))
    return hr;
  hr = tables[1]->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
  // CHECK: :[[@LINE+1]]:3: warning: 'tables[1]' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  return hr;
}

HRESULT secondRight(LPMAPIFOLDER folder) {
  LPMAPITABLE tables[3] = {};
  HRESULT hr = folder->GetContentsTable(0, &tables[1]);
  if (tables[1])
    tables[1]->Release();
  return hr;
}

HRESULT otherOne(LPMAPIFOLDER folder) {
  std::array<LPMAPITABLE, 2> tables{};
  HRESULT hr = folder->GetContentsTable(0, &tables[0]);
  if (FAILED(hr))
    return hr;
  if (SUCCEEDED(folder->GetHierarchyTable(0, &tables[1])))
    tables[1]->Release();
  // CHECK: :[[@LINE+1]]:3: warning: 'tables[0]' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  return hr;
}

HRESULT allOfThem(LPMAPIFOLDER folder) {
  std::array<LPMAPITABLE, 2> tables{};
  HRESULT hr = folder->GetContentsTable(0, &tables[0]);
  for (LPMAPITABLE table : tables)
    UlRelease(table);
  return hr;
}

HRESULT byNumber(LPMAPIFOLDER folder) {
  LPMAPITABLE tables[2] = {nullptr, nullptr};
  HRESULT hr = folder->GetContentsTable(0, &tables[0]);
  if (SUCCEEDED(hr))
    hr = folder->GetHierarchyTable(0, &tables[1]);
  for (int i = 1; i >= 0; --i)
    if (tables[i])
      tables[i]->Release();
  return hr;
}

HRESULT byHelper(LPMAPIFOLDER folder) {
  LPMAPITABLE tables[1] = {nullptr};
  HRESULT hr = folder->GetContentsTable(0, &tables[0]);
  look(tables, 1);
  return hr;
}

HRESULT twice(LPMAPIFOLDER folder) {
  LPMAPITABLE tables[2] = {nullptr, nullptr};
  HRESULT hr = folder->GetContentsTable(0, &tables[0]);
  if (FAILED(hr))
    return hr;
  tables[0]->Release();
  // CHECK: :[[@LINE+1]]:14: warning: 'tables[0]' (IMAPITable) is given back a second time [mapi-use-after-release]
  tables[0]->Release();
  return hr;
}

// Members of a union are one pointer.
union Either {
  LPMAPITABLE table;
  LPUNKNOWN any;
};

HRESULT either(LPMAPIFOLDER folder) {
  Either of = {nullptr};
  HRESULT hr = folder->GetContentsTable(0, &of.table);
  if (SUCCEEDED(hr))
    of.any->Release();
  return hr;
}

HRESULT eitherTwice(LPMAPIFOLDER folder) {
  Either of = {nullptr};
  HRESULT hr = folder->GetContentsTable(0, &of.table);
  if (FAILED(hr))
    return hr;
  of.any->Release();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'of.table' (IMAPITable) is given back a second time [mapi-use-after-release]
  of.table->Release();
  return hr;
}

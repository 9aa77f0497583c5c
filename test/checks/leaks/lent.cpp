// RUN: %check_mapi %s
// A function that is not seen gets a pointer, and may keep what it points to. If
// the code disposes of it afterwards, it has been its own all the time.
#include <mapix.h>
#include <mapiutil.h>
#include <iostream>
#include <string>
#include <vector>

HRESULT parse(LPSPropValue into, const char *text);
HRESULT enter(LPSPropValue value, ULONG column);
BOOL accepts(LPSPropValue value);
int weigh(LPSPropValue value);
void dump(void *anything);
void keepValue(LPSPropValue value);
void rememberFolder(LPMAPIFOLDER folder);
void setFolder(LPMAPIFOLDER folder, ULONG index);
HRESULT setComment(LPMAPIFOLDER folder, const char *comment);

// It is freed where parse has worked.
HRESULT parsed(const char *text, ULONG *type) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  hr = parse(value, text);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' is lost on this way out without being freed [mapi-buffer-leak]
  *type = value->ulPropTag;
  MAPIFreeBuffer(value);
  return S_OK;
}

// It is freed where it could not be entered: who enters it has it.
HRESULT entered(ULONG column) {
  LPSPropValue value = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  hr = enter(value, column);
  if (FAILED(hr))
    MAPIFreeBuffer(value);
  return hr;
}

// The same by a flag.
HRESULT enteredByFlag(ULONG column) {
  LPSPropValue value = nullptr;
  bool mine = true;
  HRESULT hr = MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(hr))
    return hr;
  hr = enter(value, column);
  if (SUCCEEDED(hr))
    mine = false;
  if (mine)
    MAPIFreeBuffer(value);
  return hr;
}

// And by an answer.
void accepted(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (!accepts(value))
    MAPIFreeBuffer(value);
}

void asked(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (!accepts(value))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' is lost on this way out without being freed [mapi-buffer-leak]
  MAPIFreeBuffer(value);
}

// What the answer of this one means is not known.
void weighed(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (weigh(value) == 0)
    MAPIFreeBuffer(value);
}

ULONG weighedAndUsed(LPMAPIPROP object, bool more) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return 0;
  int weight = weigh(value);
  if (more)
    return weight;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' is lost on this way out without being freed [mapi-buffer-leak]
  MAPIFreeBuffer(value);
  return 1;
}

void dumped(LPMAPIFOLDER folder, bool more) {
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    return;
  dump(table);
  if (more)
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  table->Release();
}

// Nothing says that it is not dump's.
void dumpedOnly(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &table)))
    dump(table);
}

void printed(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  if (SUCCEEDED(folder->GetContentsTable(0, &table)))
    std::cerr << table;
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

// Who keeps it says so.
void kept(LPMAPIPROP object, bool more) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if (more) {
    keepValue(value);
    return;
  }
  MAPIFreeBuffer(value);
}

void remembered(LPMAPIFOLDER root, ULONG size, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  if (SUCCEEDED(root->OpenEntry(size, id, nullptr, 0, &type,
                                (LPUNKNOWN *)&folder)))
    rememberFolder(folder);
}

void setForOthers(LPMAPIFOLDER root, ULONG size, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  if (SUCCEEDED(root->OpenEntry(size, id, nullptr, 0, &type,
                                (LPUNKNOWN *)&folder)))
    setFolder(folder, 3);
}

HRESULT changed(LPMAPIFOLDER root, ULONG size, LPENTRYID id) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  HRESULT hr =
      root->OpenEntry(size, id, nullptr, 0, &type, (LPUNKNOWN *)&folder);
  if (SUCCEEDED(hr))
    hr = setComment(folder, "new");
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'folder' (IMAPIFolder) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}

// A structure that may not be changed is looked at.
struct Open {
  LPMAPITABLE table;
  ULONG rows;
};
void showOpen(const Open &open);
void showPointed(const Open *open);
void showCopy(Open open);
void keepOpen(const Open &open);
void closeOpen(const Open &open);
class Shelf {
public:
  void lay(const Open &open);
};

void shown(LPMAPIFOLDER folder) {
  Open open = {};
  if (FAILED(folder->GetContentsTable(0, &open.table)))
    return;
  showOpen(open);
  showPointed(&open);
  showCopy(open);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'open.table' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void keptWhole(LPMAPIFOLDER folder) {
  Open open = {};
  if (SUCCEEDED(folder->GetContentsTable(0, &open.table)))
    keepOpen(open);
}

void closedWhole(LPMAPIFOLDER folder) {
  Open open = {};
  if (SUCCEEDED(folder->GetContentsTable(0, &open.table)))
    closeOpen(open);
}

void laid(LPMAPIFOLDER folder, Shelf &shelf) {
  Open open = {};
  if (SUCCEEDED(folder->GetContentsTable(0, &open.table)))
    shelf.lay(open);
}

// Strings copy, vectors of pointers keep.
HRESULT copied(std::wstring &out, std::vector<wchar_t *> &all, bool keep) {
  wchar_t *name = nullptr;
  HRESULT hr = MAPIAllocateBuffer(40, (LPVOID *)&name);
  if (FAILED(hr))
    return hr;
  if (keep) {
    all.push_back(name);
    return S_OK;
  }
  std::wstring first(name);
  out = name;
  out += name;
  out.insert(0, name);
  return S_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'name' {{.*}}lost on this way out without being freed{{.*}} [mapi-buffer-leak]
}

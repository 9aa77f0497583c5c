// RUN: %check_mapi %s
// A pointer into a block goes with it, and frees nothing.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

void show(const SPropValue &value);
void showText(const wchar_t *text);

wchar_t letterOfFreed(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    return 0;
  const wchar_t *text = name->Value.lpszW;
  MAPIFreeBuffer(name);
  return *text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'text' is used after the block that it points into, 'name', was given back [mapi-use-after-release]
}

wchar_t letter(LPMAPIPROP object) {
  LPSPropValue name = nullptr;
  if (FAILED(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name)))
    return 0;
  const wchar_t *text = name->Value.lpszW;
  wchar_t first = text[0];
  MAPIFreeBuffer(name);
  text = L"other";
  return first ? first : *text;
}

// What the code has put into its own block may be anything.
ULONG ownMember(LPSPropValue other) {
  LPSPropValue copy = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(SPropValue), (LPVOID *)&copy)))
    return 0;
  memcpy(copy, other, sizeof(SPropValue));
  SPropValue *row = (SPropValue *)copy->Value.MVl.lpl;
  MAPIFreeBuffer(copy);
  return row->ulPropTag;
}

ULONG secondOfFreed(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(tags, 0, &count, &values)))
    return 0;
  LPSPropValue second = values + 1;
  LPSPropValue same = second;
  MAPIFreeBuffer(values);
  return same->ulPropTag;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'same' is used after the block that it points into, 'values', was given back [mapi-use-after-release]
}

ULONG foundInFreed(LPSRowSet *out, LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(1, 0, &rows)))
    return 0;
  LPSPropValue first = rows->aRow[0].lpProps;
  FreeProws(rows);
  return first->ulPropTag;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'first' is used after the block that it points into, 'rows', was given back [mapi-use-after-release]
}

// Taken out of the set it is a block of its own.
LPSPropValue takenOut(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(1, 0, &rows)))
    return nullptr;
  LPSPropValue first = rows->aRow[0].lpProps;
  rows->aRow[0].lpProps = nullptr;
  FreeProws(rows);
  show(first[0]);
  return first;
}

void freedByHand(LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(10, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i) {
    LPSPropValue properties = rows->aRow[i].lpProps;
    show(properties[0]);
    MAPIFreeBuffer(properties);
    rows->aRow[i].lpProps = nullptr;
  }
  MAPIFreeBuffer(rows);
}

ULONG lentByUtility(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(tags, 0, &count, &values)))
    return 0;
  LPSPropValue size = PpropFindProp(values, count, PR_MESSAGE_SIZE);
  MAPIFreeBuffer(values);
  if (!size)
    return 0;
  return size->Value.ul;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'size' is used after the block that it points into, 'values', was given back [mapi-use-after-release]
}

// A pointer that has moved frees nothing, and can go back.
void walked(LPMAPIPROP object, bool back) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(nullptr, 0, &count, &values)))
    return;
  show(*values);
  values += 2;
  show(*values);
  if (back)
    values -= 2;
  MAPIFreeBuffer(values);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'values' is freed by itself [mapi-wrong-deallocator]
}

void walkedAndLost(LPMAPIPROP object) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(nullptr, 0, &count, &values)))
    return;
  show(*values++);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'values' is lost on this way out without being freed [mapi-buffer-leak]

void walkedBack(LPMAPIPROP object) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(nullptr, 0, &count, &values)))
    return;
  for (ULONG i = 0; i < count; ++i)
    show(*values++);
  MAPIFreeBuffer(values - count);
}

LPSPropValue walkedAndReturned(LPMAPIPROP object) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(nullptr, 0, &count, &values)))
    return nullptr;
  return ++values;
}

// The caller gets what stands behind a header.
void *behindHeader(ULONG size) {
  ULONG *header = nullptr;
  if (FAILED(MAPIAllocateBuffer(size + sizeof(ULONG), (LPVOID *)&header)))
    return nullptr;
  *header = size;
  return header + 1;
}

// memcpy and memset write pointers, too.
ULONG copiedOver(LPMAPIPROP object, LPSPropValue other) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &value)))
    return 0;
  MAPIFreeBuffer(value);
  CopyMemory(&value, &other, sizeof(other));
  return value->ulPropTag;
}

void clearedTooEarly(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &value)))
    return;
  memset(&value, 0, sizeof(value));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' is overwritten here without being freed [mapi-buffer-leak]
  MAPIFreeBuffer(value);
}

struct Pair {
  LPSPropValue name;
  LPSPropValue value;
};

void copiedStructure(LPMAPIPROP object) {
  Pair first = {}, second = {};
  if (FAILED(HrGetOneProp(object, PR_ENTRYID, &first.name)))
    return;
  memcpy(&second, &first, sizeof(first));
  MAPIFreeBuffer(second.name);
}

// RUN: %check_mapi %s
// What is no block by its type, or by how it is written, is freed by nobody.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

void show(const SPropValue &value);
HRESULT fillTags(LPSPropTagArray tags);

// The address of a variable.
void addresses(ULONG size) {
  SRow row = {};
  SPropValue pair[2] = {};
  static SizedSPropTagArray(1, tags) = {1, {PR_ENTRYID}};
  MAPIFreeBuffer(&row);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'row' is given to MAPIFreeBuffer, but a variable is no block of MAPI's [mapi-wrong-deallocator]
  MAPIFreeBuffer(&pair[1]);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'pair' is given to MAPIFreeBuffer, but a variable is no block of MAPI's [mapi-wrong-deallocator]
  MAPIFreeBuffer(pair + size);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'pair' is given to MAPIFreeBuffer, but a variable is no block of MAPI's [mapi-wrong-deallocator]
  FreeProws((LPSRowSet)&tags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'tags' is given to FreeProws, but a variable is no block of MAPI's [mapi-wrong-deallocator]
  MAPIFreeBuffer(&row.lpProps);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'row' is given to MAPIFreeBuffer, but a variable is no block of MAPI's [mapi-wrong-deallocator]
  MAPIFreeBuffer(row.lpProps);
}

void addressOfPointer(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(tags, 0, &count, &values)))
    return;
  MAPIFreeBuffer(&values);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the address of 'values' is given to MAPIFreeBuffer, but a variable is no block of MAPI's [mapi-wrong-deallocator]
}

// A small one is on the stack, a large one is a block.
HRESULT smallOrLarge(ULONG size) {
  BYTE few[64];
  LPBYTE bytes = few;
  if (size > sizeof(few)) {
    HRESULT hr = MAPIAllocateBuffer(size, (LPVOID *)&bytes);
    if (FAILED(hr))
      return hr;
  }
  bytes[0] = 1;
  if (bytes != few)
    MAPIFreeBuffer(bytes);
  return S_OK;
}

HRESULT tagsOnStackOrNot(ULONG count) {
  SizedSPropTagArray(4, few) = {4};
  LPSPropTagArray tags = (LPSPropTagArray)&few;
  if (count > 4) {
    HRESULT hr = MAPIAllocateBuffer(CbNewSPropTagArray(count), (LPVOID *)&tags);
    if (FAILED(hr))
      return hr;
  }
  HRESULT hr = fillTags(tags);
  if (count > 4)
    MAPIFreeBuffer(tags);
  return hr;
}

// What has the address of the block's beginning is the block.
void beginnings(LPSPropValue values, LPADRLIST list, LPBYTE *bytes) {
  MAPIFreeBuffer(&values[0]);
  MAPIFreeBuffer(&list->cEntries);
  MAPIFreeBuffer(*bytes);
  MAPIFreeBuffer(bytes[1]);
}

// Parts of what comes from outside, too.
void parts(LPSPropValue values, ULONG count, LPSRowSet rows) {
  for (ULONG i = 0; i < count; ++i)
    MAPIFreeBuffer(&values[i]);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'values' is freed by itself [mapi-wrong-deallocator]
  MAPIFreeBuffer(rows->aRow[0].lpProps + count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'rows->aRow[0].lpProps' is freed by itself [mapi-wrong-deallocator]
  MAPIFreeBuffer(rows->aRow[1].lpProps + 0);
  MAPIFreeBuffer(&values->Value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'values' is freed by itself [mapi-wrong-deallocator]
}

void partOfAcquired(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  if (FAILED(object->GetProps(tags, 0, &count, &values)))
    return;
  show(values[count - 1]);
  MAPIFreeBuffer(&values[count - 1]);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'values' is freed by itself [mapi-wrong-deallocator]
  MAPIFreeBuffer(values);
}

HRESULT partOfAllocated(ULONG size) {
  LPBYTE bytes = nullptr;
  HRESULT hr = MAPIAllocateBuffer(size + 8, (LPVOID *)&bytes);
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(bytes + 8);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a part of 'bytes' is freed by itself [mapi-wrong-deallocator]
  MAPIFreeBuffer(bytes);
  return S_OK;
}

// Objects are released, and blocks are not.
void objects(LPMAPITABLE table, LPMAPIFOLDER folder, LPMESSAGE *message,
             LPSTREAM stream) {
  MAPIFreeBuffer(table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) is given back by MAPIFreeBuffer, but goes with Release [mapi-wrong-deallocator]
  free(folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'folder' (IMAPIFolder) is given back by free, but goes with Release [mapi-wrong-deallocator]
  MAPIFreeBuffer(*message);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: '*message' (IMessage) is given back by MAPIFreeBuffer, but goes with Release [mapi-wrong-deallocator]
  MAPIFreeBuffer(stream);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stream' (IStream) is given back by MAPIFreeBuffer, but goes with Release [mapi-wrong-deallocator]
}

void onlyFrees(LPMAPICONTAINER container) {
  free(container);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'container' (IMAPIContainer) is given back by free, but goes with Release [mapi-wrong-deallocator]
}

void blocks(LPSPropValue values, LPSRowSet rows, LPADRLIST list) {
  UlRelease(values);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'values' is given back by UlRelease, but goes with MAPIFreeBuffer [mapi-wrong-deallocator]
  ((LPUNKNOWN)rows)->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' is given back by IUnknown::Release, but goes with FreeProws [mapi-wrong-deallocator]
  FreeProws((LPSRowSet)list);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'list' is given back by FreeProws, but goes with FreePadrlist [mapi-wrong-deallocator]
}

class Columns {
public:
  ~Columns() {
    if (m_status)
      MAPIFreeBuffer(m_status);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm_status' (IMAPIStatus) is given back by MAPIFreeBuffer, but goes with Release [mapi-wrong-deallocator]
    MAPIFreeBuffer(m_tags);
  }

private:
  LPMAPISTATUS m_status = nullptr;
  LPSPropTagArray m_tags = nullptr;
};

// What is passed on and freed elsewhere may have been anything.
static void freeAny(void *block) { MAPIFreeBuffer(block); }

void passOn(LPSPropValue values) { freeAny(values); }

static LONG STDAPICALLTYPE onTable(LPVOID, ULONG count, LPNOTIFICATION all) {
  for (ULONG i = 0; i < count; ++i)
    MAPIFreeBuffer(all[i].info.tab.row.lpProps);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'all' is freed, but belongs to the caller [mapi-wrong-deallocator]
  MAPIFreeBuffer(all[0].info.err.lpMAPIError);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'all' is freed, but belongs to the caller [mapi-wrong-deallocator]
  return S_OK;
}

void listen(LPMAPIADVISESINK *sink) {
  HrAllocAdviseSink(onTable, nullptr, sink);
}

// RUN: %check_mapi %s -- -DCOBJMACROS -DCINTERFACE
// C: out-parameters of failing calls, declared at the top of the block.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

#define RELEASE(p)                                                             \
  do {                                                                         \
    if ((p) != NULL) {                                                         \
      (p)->lpVtbl->Release(p);                                                 \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)

void use(LPMAPITABLE table);

/* Only the last of these has a value. */
HRESULT one_initialiser_for_two(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store, archive = NULL;
  HRESULT hr;

  hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    goto done;
  hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, MDB_WRITE,
                                     &archive);
done:
  RELEASE(archive);
  RELEASE(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-uninitialized-out-param]
  return hr;
}

HRESULT both_have_values(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = NULL, archive = NULL;
  HRESULT hr;

  hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    goto done;
  hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, MDB_WRITE,
                                     &archive);
done:
  RELEASE(archive);
  RELEASE(store);
  return hr;
}

/* Set below the declarations. */
HRESULT set_later(LPMAPISESSION session) {
  LPMAPITABLE stores;
  HRESULT hr;

  stores = NULL;
  hr = session->lpVtbl->GetMsgStoresTable(session, 0, &stores);
  if (SUCCEEDED(hr))
    use(stores);
  RELEASE(stores);
  return hr;
}

HRESULT set_on_one_way(LPMAPISESSION session, BOOL quiet) {
  LPMAPITABLE stores;
  HRESULT hr;

  if (quiet)
    stores = NULL;
  hr = session->lpVtbl->GetMsgStoresTable(session, 0, &stores);
  if (SUCCEEDED(hr))
    use(stores);
  RELEASE(stores);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-uninitialized-out-param]
  return hr;
}

/* Cleared as bytes. */
HRESULT cleared(LPMAPISESSION session) {
  LPMAPITABLE stores;
  HRESULT hr;

  ZeroMemory(&stores, sizeof(stores));
  hr = session->lpVtbl->GetMsgStoresTable(session, 0, &stores);
  RELEASE(stores);
  return hr;
}

/* Nested blocks: nothing is touched after a failure. */
HRESULT nested(LPMDB store, ULONG cb, LPENTRYID id) {
  LPMESSAGE message;
  LPATTACH attach;
  ULONG type;
  HRESULT hr;

  hr = store->lpVtbl->OpenEntry(store, cb, id, NULL, 0, &type,
                                (LPUNKNOWN *)&message);
  if (SUCCEEDED(hr)) {
    hr = message->lpVtbl->OpenAttach(message, 0, NULL, 0, &attach);
    if (SUCCEEDED(hr))
      attach->lpVtbl->Release(attach);
    message->lpVtbl->Release(message);
  }
  return hr;
}

HRESULT nested_one_brace_too_early(LPMDB store, ULONG cb, LPENTRYID id) {
  LPMESSAGE message;
  LPATTACH attach;
  ULONG type;
  HRESULT hr;

  hr = store->lpVtbl->OpenEntry(store, cb, id, NULL, 0, &type,
                                (LPUNKNOWN *)&message);
  if (FAILED(hr))
    return hr;
  hr = message->lpVtbl->OpenAttach(message, 0, NULL, 0, &attach);
  if (SUCCEEDED(hr))
    attach->lpVtbl->SaveChanges(attach, KEEP_OPEN_READWRITE);
  attach->lpVtbl->Release(attach);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} [mapi-uninitialized-out-param]
  message->lpVtbl->Release(message);
  return hr;
}

/* Buffers. */
LONG size_of(LPMAPIPROP object) {
  LPSPropValue prop;
  LONG size = 0;

  if (HrGetOneProp(object, PR_MESSAGE_SIZE, &prop) == hrSuccess) {
    size = prop->Value.l;
    MAPIFreeBuffer(prop);
  }
  return size;
}

LONG size_of_freed_always(LPMAPIPROP object) {
  LPSPropValue prop;
  LONG size = 0;

  if (HrGetOneProp(object, PR_MESSAGE_SIZE, &prop) == hrSuccess)
    size = prop->Value.l;
  MAPIFreeBuffer(prop);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'prop'.*}} [mapi-uninitialized-out-param]
  return size;
}

ULONG count_rows(LPMAPITABLE table) {
  LPSRowSet rows;
  ULONG i, count = 0;

  if (FAILED(HrQueryAllRows(table, NULL, NULL, NULL, 0, &rows)))
    return 0;
  for (i = 0; i < rows->cRows; i++)
    if (rows->aRow[i].cValues)
      count++;
  FreeProws(rows);
  return count;
}

ULONG count_rows_unchecked(LPMAPITABLE table) {
  LPSRowSet rows;
  ULONG count = 0;

  HrQueryAllRows(table, NULL, NULL, NULL, 0, &rows);
  if (rows) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-uninitialized-out-param]
    count = rows->cRows;
    FreeProws(rows);
  }
  return count;
}

/* Interfaces of COM are null after a failure. */
BOOL has_properties(LPMDB store) {
  LPMAPIPROP props;

  store->lpVtbl->QueryInterface(store, &IID_IMAPIProp, (void **)&props);
  if (props == NULL)
    return FALSE;
  props->lpVtbl->Release(props);
  return TRUE;
}

/* A structured handler runs after the failure as well. */
HRESULT finally_tests(LPMDB store) {
  LPMAPITABLE queue;
  HRESULT hr = S_OK;

  __try {
    hr = store->lpVtbl->GetOutgoingQueue(store, 0, &queue);
    if (SUCCEEDED(hr))
      use(queue);
  } __finally {
    if (queue)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-uninitialized-out-param]
      queue->lpVtbl->Release(queue);
  }
  return hr;
}

HRESULT finally_tests_status(LPMDB store) {
  LPMAPITABLE queue;
  HRESULT hr = E_FAIL;

  __try {
    hr = store->lpVtbl->GetOutgoingQueue(store, 0, &queue);
    if (SUCCEEDED(hr))
      use(queue);
  } __finally {
    if (SUCCEEDED(hr))
      queue->lpVtbl->Release(queue);
  }
  return hr;
}

// RUN: %check_mapi %s -- -DCOBJMACROS -DCINTERFACE
// C: errors, rows, lists and objects, ladders and macros.
#include <mapix.h>
#include <mapiutil.h>
#include <stddef.h>
#include <string.h>

void show(const SPropValue *values);
void print(const TCHAR *text);
BOOL stopped(void);

#define RELEASE(p) (p)->lpVtbl->Release(p)
#define SAFE_RELEASE(p)                                                        \
  do {                                                                         \
    if (p) {                                                                   \
      RELEASE(p);                                                              \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)
#define SAFE_FREE(p)                                                           \
  do {                                                                         \
    MAPIFreeBuffer(p);                                                         \
    (p) = NULL;                                                                \
  } while (0)
#define BAIL(expression)                                                       \
  do {                                                                         \
    hr = (expression);                                                         \
    if (FAILED(hr))                                                            \
      goto done;                                                               \
  } while (0)

/* The error's text is in the same block as the error. */
void error_printed(LPMAPIPROP object, HRESULT failure) {
  LPMAPIERROR error = NULL;
  HRESULT hr =
      object->lpVtbl->GetLastError(object, failure, MAPI_UNICODE, &error);
  if (SUCCEEDED(hr) && error)
    print(error->lpszError);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'error'.*}} [mapi-buffer-leak]

void error_printed_and_freed(LPMAPIPROP object, HRESULT failure) {
  LPMAPIERROR error = NULL;
  HRESULT hr =
      object->lpVtbl->GetLastError(object, failure, MAPI_UNICODE, &error);
  if (SUCCEEDED(hr) && error) {
    print(error->lpszError);
    MAPIFreeBuffer(error);
  }
}

/* The text is copied out of the block. */
void error_copied(LPMAPISESSION session, HRESULT failure, LPTSTR text,
                  size_t size) {
  LPMAPIERROR error = NULL;
  text[0] = 0;
  if (session->lpVtbl->GetLastError(session, failure, MAPI_UNICODE, &error) ==
          S_OK &&
      error) {
    wcsncpy(text, error->lpszError, size - 1);
    text[size - 1] = 0;
  }
  MAPIFreeBuffer(error);
}

/* A macro hides the goto; the label stands below the clean-up or above it. */
HRESULT label_below(LPMAPIPROP object) {
  HRESULT hr = S_OK;
  LPSPropValue name = NULL;
  LPSPropValue size = NULL;
  BAIL(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name));
  BAIL(HrGetOneProp(object, PR_MESSAGE_SIZE, &size));
  show(name);
  show(size);
  SAFE_FREE(name);
done:
  SAFE_FREE(size);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'name'.*}} [mapi-buffer-leak]
}

HRESULT label_above(LPMAPIPROP object) {
  HRESULT hr = S_OK;
  LPSPropValue name = NULL;
  LPSPropValue size = NULL;
  BAIL(HrGetOneProp(object, PR_DISPLAY_NAME_W, &name));
  BAIL(HrGetOneProp(object, PR_MESSAGE_SIZE, &size));
  show(name);
  show(size);
done:
  SAFE_FREE(name);
  SAFE_FREE(size);
  return hr;
}

/* A table, its rows, and an object for each row. */
HRESULT each_message(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  HRESULT hr;
  LPMAPITABLE table = NULL;
  LPSRowSet rows = NULL;
  ULONG i, type;
  hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (hr != hrSuccess)
    goto done;
  hr = HrQueryAllRows(table, columns, NULL, NULL, 0, &rows);
  if (hr != hrSuccess)
    goto done;
  for (i = 0; i < rows->cRows; i++) {
    SBinary id = rows->aRow[i].lpProps[0].Value.bin;
    LPMESSAGE message = NULL;
    hr = folder->lpVtbl->OpenEntry(folder, id.cb, (LPENTRYID)id.lpb, NULL, 0,
                                   &type, (LPUNKNOWN *)&message);
    if (hr != hrSuccess)
      goto done;
    hr = message->lpVtbl->SetReadFlag(message, SUPPRESS_RECEIPT);
    if (hr != hrSuccess)
      goto done;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
    RELEASE(message);
  }
done:
  if (rows)
    FreeProws(rows);
  if (table)
    RELEASE(table);
  return hr;
}

HRESULT each_message_released(LPMAPIFOLDER folder, LPSPropTagArray columns) {
  HRESULT hr;
  LPMAPITABLE table = NULL;
  LPMESSAGE message = NULL;
  LPSRowSet rows = NULL;
  ULONG i, type;
  hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (hr != hrSuccess)
    goto done;
  hr = HrQueryAllRows(table, columns, NULL, NULL, 0, &rows);
  if (hr != hrSuccess)
    goto done;
  for (i = 0; i < rows->cRows; i++) {
    SBinary id = rows->aRow[i].lpProps[0].Value.bin;
    hr = folder->lpVtbl->OpenEntry(folder, id.cb, (LPENTRYID)id.lpb, NULL, 0,
                                   &type, (LPUNKNOWN *)&message);
    if (hr != hrSuccess)
      goto done;
    hr = message->lpVtbl->SetReadFlag(message, SUPPRESS_RECEIPT);
    if (hr != hrSuccess)
      goto done;
    SAFE_RELEASE(message);
  }
done:
  SAFE_RELEASE(message);
  if (rows)
    FreeProws(rows);
  SAFE_RELEASE(table);
  return hr;
}

/* The search is given up: the rows of this page are still there. */
BOOL searched(LPMAPITABLE table, ULONG number) {
  BOOL found = FALSE, end = FALSE;
  while (!found && !end) {
    LPSRowSet rows = NULL;
    ULONG i;
    if (table->lpVtbl->QueryRows(table, 20, 0, &rows) != S_OK)
      break;
    if (stopped())
      break;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-buffer-leak]
    for (i = 0; i < rows->cRows && !found; i++)
      found = rows->aRow[i].lpProps[0].Value.ul == number;
    end = rows->cRows == 0;
    FreeProws(rows);
  }
  return found;
}

BOOL searched_to_the_end(LPMAPITABLE table, ULONG number) {
  BOOL found = FALSE, end = FALSE;
  while (!found && !end) {
    LPSRowSet rows = NULL;
    ULONG i;
    if (table->lpVtbl->QueryRows(table, 20, 0, &rows) != S_OK)
      break;
    for (i = 0; i < rows->cRows && !found; i++)
      found = rows->aRow[i].lpProps[0].Value.ul == number;
    end = rows->cRows == 0 || stopped();
    FreeProws(rows);
  }
  return found;
}

/* What is freed in a loop over an array of the function's own. */
HRESULT three_values(LPMAPIPROP object) {
  static const ULONG tags[3] = {PR_SUBJECT_W, PR_BODY_W, PR_MESSAGE_SIZE};
  LPSPropValue values[3] = {NULL, NULL, NULL};
  HRESULT hr = S_OK;
  int i;
  for (i = 0; i < 3 && SUCCEEDED(hr); i++)
    hr = HrGetOneProp(object, tags[i], &values[i]);
  for (i = 0; i < 3; i++)
    MAPIFreeBuffer(values[i]);
  return hr;
}

/* A structure of the caller, filled step by step. */
struct mailbox {
  LPMDB store;
  LPMAPIFOLDER inbox;
  ULONG inbox_size;
  LPENTRYID inbox_id;
};

HRESULT open_mailbox(struct mailbox *box, LPMAPISESSION session, ULONG cb,
                     LPENTRYID id) {
  ULONG type = 0;
  HRESULT hr;
  memset(box, 0, sizeof *box);
  hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, MDB_WRITE,
                                     &box->store);
  if (FAILED(hr))
    return hr;
  hr = box->store->lpVtbl->GetReceiveFolder(
      box->store, NULL, 0, &box->inbox_size, &box->inbox_id, NULL);
  if (FAILED(hr))
    return hr;
  return box->store->lpVtbl->OpenEntry(box->store, box->inbox_size,
                                       box->inbox_id, NULL, MAPI_MODIFY, &type,
                                       (LPUNKNOWN *)&box->inbox);
}

void close_mailbox(struct mailbox *box) {
  SAFE_RELEASE(box->inbox);
  SAFE_FREE(box->inbox_id);
  SAFE_RELEASE(box->store);
}

HRESULT count_unread(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                     ULONG *count) {
  struct mailbox box;
  LPSPropValue unread = NULL;
  HRESULT hr = open_mailbox(&box, session, cb, id);
  if (SUCCEEDED(hr))
    hr = HrGetOneProp((LPMAPIPROP)box.inbox, PR_CONTENT_UNREAD, &unread);
  if (FAILED(hr)) {
    close_mailbox(&box);
    return hr;
  }
  *count = unread->Value.ul;
  close_mailbox(&box);
  return S_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'unread'.*}} [mapi-buffer-leak]
}

HRESULT count_unread_right(LPMAPISESSION session, ULONG cb, LPENTRYID id,
                           ULONG *count) {
  struct mailbox box;
  LPSPropValue unread = NULL;
  HRESULT hr = open_mailbox(&box, session, cb, id);
  if (SUCCEEDED(hr))
    hr = HrGetOneProp((LPMAPIPROP)box.inbox, PR_CONTENT_UNREAD, &unread);
  if (SUCCEEDED(hr))
    *count = unread->Value.ul;
  MAPIFreeBuffer(unread);
  close_mailbox(&box);
  return hr;
}

/* Freed after Logoff: late, but not wrong. */
void freed_after_logoff(LPMAPISESSION session, LPMAPIPROP object) {
  LPSPropValue key = NULL;
  if (FAILED(HrGetOneProp(object, PR_RECORD_KEY, &key)))
    return;
  session->lpVtbl->Logoff(session, 0, 0, 0);
  show(key);
  MAPIFreeBuffer(key);
}

void not_freed_after_logoff(LPMAPISESSION session, LPMAPIPROP object) {
  LPSPropValue key = NULL;
  if (FAILED(HrGetOneProp(object, PR_RECORD_KEY, &key)))
    return;
  session->lpVtbl->Logoff(session, 0, 0, 0);
  show(key);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'key'.*}} [mapi-buffer-leak]

/* An object's own QueryInterface: what it hands out is the object itself. */
struct property_object {
  IMAPIProp prop;
  LONG references;
};

static struct property_object *object_of(IMAPIProp *prop) {
  return (struct property_object *)((char *)prop -
                                    offsetof(struct property_object, prop));
}

HRESULT WINAPI query_interface(IMAPIProp *prop, REFIID iid, void **out) {
  struct property_object *self = object_of(prop);
  *out = NULL;
  if (!IsEqualGUID(iid, &IID_IUnknown))
    return E_NOINTERFACE;
  *out = &self->prop;
  prop->lpVtbl->AddRef(prop);
  return S_OK;
}

HRESULT WINAPI one_reference_too_many(IMAPIProp *prop, ULONG *count) {
  prop->lpVtbl->AddRef(prop);
  *count = 1;
  return S_OK;
}
// CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*'prop'.*}} [mapi-interface-leak]

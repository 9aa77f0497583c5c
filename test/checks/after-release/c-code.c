// RUN: %check_mapi %s -- -DCOBJMACROS -DCINTERFACE
// C: ladders, macros and structures that free twice or use what is gone.
#include <mapix.h>
#include <mapiutil.h>
#include <string.h>

void show(const SPropValue *values);
void trace(HRESULT hr);

#define RELEASE(p) (p)->lpVtbl->Release(p)
#define SAFE_RELEASE(p)                                                        \
  do {                                                                         \
    if (p) {                                                                   \
      RELEASE(p);                                                              \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)
#define FREE(p)                                                                \
  do {                                                                         \
    if (p)                                                                     \
      MAPIFreeBuffer(p);                                                       \
  } while (0)

/* The ladder releases what the way down has released. */
HRESULT ladder_again(LPMAPIFOLDER folder, LPMESSAGE *out) {
  LPMAPITABLE table = NULL;
  LPSRowSet rows = NULL;
  HRESULT hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (FAILED(hr))
    goto done;
  hr = table->lpVtbl->QueryRows(table, 1, 0, &rows);
  if (FAILED(hr))
    goto done;
  RELEASE(table);
  hr = folder->lpVtbl->CreateMessage(folder, NULL, 0, out);
done:
  if (rows)
    FreeProws(rows);
  if (table)
    RELEASE(table);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT ladder_once(LPMAPIFOLDER folder, LPMESSAGE *out) {
  LPMAPITABLE table = NULL;
  LPSRowSet rows = NULL;
  HRESULT hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (FAILED(hr))
    goto done;
  hr = table->lpVtbl->QueryRows(table, 1, 0, &rows);
  if (FAILED(hr))
    goto done;
  SAFE_RELEASE(table);
  hr = folder->lpVtbl->CreateMessage(folder, NULL, 0, out);
done:
  if (rows)
    FreeProws(rows);
  if (table)
    RELEASE(table);
  return hr;
}

/* A macro that frees and keeps the pointer. */
HRESULT freed_by_macro_twice(LPMAPIPROP object) {
  LPSPropValue value = NULL;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (SUCCEEDED(hr)) {
    hr = object->lpVtbl->SetProps(object, 1, value, NULL);
    FREE(value);
  }
  FREE(value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'value'.*}} [mapi-use-after-release]
  return hr;
}

HRESULT freed_by_macro_once(LPMAPIPROP object) {
  LPSPropValue value = NULL;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (SUCCEEDED(hr)) {
    hr = object->lpVtbl->SetProps(object, 1, value, NULL);
    FREE(value);
    value = NULL;
  }
  FREE(value);
  return hr;
}

/* A method, in C: the object is named twice. */
HRESULT counted_after_release(LPMAPIFOLDER folder, ULONG *count) {
  LPMAPITABLE table = NULL;
  HRESULT hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (FAILED(hr))
    return hr;
  RELEASE(table);
  return table->lpVtbl->GetRowCount(table, 0, count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'table'.*}} [mapi-use-after-release]
}

HRESULT counted_before_release(LPMAPIFOLDER folder, ULONG *count) {
  LPMAPITABLE table = NULL;
  HRESULT hr = folder->lpVtbl->GetContentsTable(folder, 0, &table);
  if (FAILED(hr))
    return hr;
  hr = table->lpVtbl->GetRowCount(table, 0, count);
  RELEASE(table);
  return hr;
}

/* The identifier is compared when it is gone. */
BOOL same_folder(LPMDB store, ULONG cb, LPENTRYID other) {
  ULONG size = 0, same = FALSE;
  LPENTRYID id = NULL;
  if (FAILED(store->lpVtbl->GetReceiveFolder(store, NULL, 0, &size, &id, NULL)))
    return FALSE;
  MAPIFreeBuffer(id);
  store->lpVtbl->CompareEntryIDs(store, size, id, cb, other, 0, &same);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'id'.*}} [mapi-use-after-release]
  return same;
}

BOOL same_folder_right(LPMDB store, ULONG cb, LPENTRYID other) {
  ULONG size = 0, same = FALSE;
  LPENTRYID id = NULL;
  if (FAILED(store->lpVtbl->GetReceiveFolder(store, NULL, 0, &size, &id, NULL)))
    return FALSE;
  store->lpVtbl->CompareEntryIDs(store, size, id, cb, other, 0, &same);
  MAPIFreeBuffer(id);
  return same;
}

/* Submitted, then saved; or saved, then submitted. */
HRESULT submitted_and_saved(LPMAPIFOLDER outbox, LPADRLIST recipients) {
  LPMESSAGE message = NULL;
  HRESULT hr = outbox->lpVtbl->CreateMessage(outbox, NULL, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->lpVtbl->ModifyRecipients(message, MODRECIP_ADD, recipients);
  if (SUCCEEDED(hr))
    hr = message->lpVtbl->SubmitMessage(message, 0);
  if (SUCCEEDED(hr))
    hr = message->lpVtbl->SaveChanges(message, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-use-after-release]
  RELEASE(message);
  return hr;
}

HRESULT saved_and_submitted(LPMAPIFOLDER outbox, LPADRLIST recipients) {
  LPMESSAGE message = NULL;
  HRESULT hr = outbox->lpVtbl->CreateMessage(outbox, NULL, 0, &message);
  if (FAILED(hr))
    return hr;
  hr = message->lpVtbl->ModifyRecipients(message, MODRECIP_ADD, recipients);
  if (SUCCEEDED(hr))
    hr = message->lpVtbl->SaveChanges(message, KEEP_OPEN_READWRITE);
  if (SUCCEEDED(hr))
    hr = message->lpVtbl->SubmitMessage(message, 0);
  if (FAILED(hr))
    trace(message->lpVtbl->SaveChanges(message, 0));
  RELEASE(message);
  return hr;
}

/* A structure of the caller. */
struct view {
  LPSPropValue name;
  LPSRowSet rows;
  BOOL borrowed;
};

void end_view(struct view *view) {
  if (view->rows && !view->borrowed)
    FreeProws(view->rows);
  view->rows = NULL;
  MAPIFreeBuffer(view->name);
  view->name = NULL;
}

void end_view_twice(struct view *view) {
  MAPIFreeBuffer(view->name);
  if (!view->borrowed)
    FreeProws(view->rows);
  MAPIFreeBuffer(view->name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*name'.*}} [mapi-use-after-release]
  memset(view, 0, sizeof *view);
}

void end_both_views(struct view *one, struct view *other) {
  end_view(one);
  end_view(other);
  end_view(one);
}

void end_many_views(struct view *views, int count) {
  int i;
  for (i = 0; i < count; i++)
    MAPIFreeBuffer(views[i].name);
  for (i = 0; i < count; i++)
    if (views[i].rows)
      FreeProws(views[i].rows);
}

/* Parameters. */
void free_both(LPSPropValue one, LPSPropValue other) {
  MAPIFreeBuffer(one);
  MAPIFreeBuffer(other);
}

/* Not reported: two names of what came from outside are not known for one. */
void free_one_twice(LPSPropValue one, LPSPropValue other) {
  if (!other)
    other = one;
  MAPIFreeBuffer(one);
  MAPIFreeBuffer(other);
}

void free_list(LPSPropValue *list, ULONG count) {
  while (count--) {
    MAPIFreeBuffer(*list);
    list++;
  }
}

/* A variable that goes round: the old value is freed, the new one is kept. */
HRESULT latest(LPMAPIPROP *objects, ULONG count, LPSPropValue *out) {
  LPSPropValue kept = NULL, next = NULL;
  ULONG i;
  for (i = 0; i < count; i++) {
    if (HrGetOneProp(objects[i], PR_SUBJECT_W, &next) != S_OK)
      continue;
    MAPIFreeBuffer(kept);
    kept = next;
  }
  *out = kept;
  return kept ? S_OK : MAPI_E_NOT_FOUND;
}

HRESULT latest_freed_too(LPMAPIPROP *objects, ULONG count) {
  LPSPropValue kept = NULL, next = NULL;
  ULONG i;
  for (i = 0; i < count; i++) {
    if (HrGetOneProp(objects[i], PR_SUBJECT_W, &next) != S_OK)
      continue;
    MAPIFreeBuffer(kept);
    kept = next;
  }
  if (kept)
    show(kept);
  MAPIFreeBuffer(kept);
  MAPIFreeBuffer(next);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'(kept|next)'.*}} [mapi-use-after-release]
  return S_OK;
}

// RUN: %check_mapi %s
// C across functions: helpers, structures of the caller, clean-up ladders.
#define COBJMACROS
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

#ifndef IMAPISession_Logoff
#define IMAPISession_Logoff(p, a, b, c) (p)->lpVtbl->Logoff(p, a, b, c)
#define IMAPISession_Release(p) (p)->lpVtbl->Release(p)
#define IMAPISession_GetMsgStoresTable(p, a, b)                                \
  (p)->lpVtbl->GetMsgStoresTable(p, a, b)
#define IMAPISession_OpenMsgStore(p, a, b, c, d, e, f)                         \
  (p)->lpVtbl->OpenMsgStore(p, a, b, c, d, e, f)
#define IMsgStore_OpenEntry(p, a, b, c, d, e, f)                               \
  (p)->lpVtbl->OpenEntry(p, a, b, c, d, e, f)
#define IMsgStore_Advise(p, a, b, c, d, e) (p)->lpVtbl->Advise(p, a, b, c, d, e)
#define IMsgStore_Unadvise(p, a) (p)->lpVtbl->Unadvise(p, a)
#define IMsgStore_Release(p) (p)->lpVtbl->Release(p)
#define IMAPITable_Release(p) (p)->lpVtbl->Release(p)
#define IMAPIFolder_Release(p) (p)->lpVtbl->Release(p)
#endif

#define SAFE_RELEASE(p)                                                        \
  do {                                                                         \
    if (p) {                                                                   \
      (p)->lpVtbl->Release(p);                                                 \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)

void borrow(LPMDB store);

/* A session logged off and released by a helper. */
static void end_session(LPMAPISESSION session) {
  if (session) {
    IMAPISession_Logoff(session, 0, 0, 0);
    IMAPISession_Release(session);
  }
}

static HRESULT begin_session(LPMAPISESSION *session) {
  *session = NULL;
  return MAPILogonEx(0, NULL, NULL, MAPI_EXTENDED | MAPI_USE_DEFAULT, session);
}

HRESULT by_helpers(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session;
  LPMDB store = NULL;
  HRESULT hr = begin_session(&session);
  if (FAILED(hr))
    return hr;
  hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (SUCCEEDED(hr))
    IMsgStore_Release(store);
  end_session(session);
  return hr;
}

HRESULT by_helpers_store_open(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session;
  LPMDB store = NULL;
  HRESULT hr = begin_session(&session);
  if (FAILED(hr))
    return hr;
  hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (SUCCEEDED(hr))
    borrow(store);
  end_session(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-live-at-logoff]
  SAFE_RELEASE(store);
  return hr;
}

HRESULT by_helpers_session_lost(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session;
  LPMDB store = NULL;
  HRESULT hr = begin_session(&session);
  if (FAILED(hr))
    return hr;
  hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  IMsgStore_Release(store);
  end_session(session);
  return S_OK;
}

/* A helper that releases whatever it is given, whoever opened it. */
static void release_all(LPMAPITABLE table, LPMAPIFOLDER folder, LPMDB store) {
  UlRelease(table);
  UlRelease(folder);
  UlRelease(store);
}

static HRESULT open_root(LPMDB store, LPMAPIFOLDER *folder) {
  ULONG type = 0;
  return IMsgStore_OpenEntry(store, 0, NULL, NULL, 0, &type,
                             (LPUNKNOWN *)folder);
}

HRESULT ladder_by_helper(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = NULL;
  LPMAPIFOLDER root = NULL;
  LPMAPITABLE rows = NULL;
  HRESULT hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    goto cleanup;
  hr = open_root(store, &root);
  if (FAILED(hr))
    goto cleanup;
  hr = root->lpVtbl->GetContentsTable(root, 0, &rows);
cleanup:
  release_all(rows, root, store);
  IMAPISession_Logoff(session, 0, 0, 0);
  return hr;
}

HRESULT ladder_misses_a_rung(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = NULL;
  LPMAPIFOLDER root = NULL;
  LPMAPITABLE rows = NULL;
  HRESULT hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    goto done;
  hr = open_root(store, &root);
  if (FAILED(hr))
    goto done;
  hr = root->lpVtbl->GetContentsTable(root, 0, &rows);
  if (FAILED(hr))
    goto done;
  release_all(rows, NULL, NULL);
done:
  release_all(NULL, NULL, store);
  IMAPISession_Logoff(session, 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'root'.*}} [mapi-live-at-logoff]
  return hr;
}

/* A ladder with a label for each rung. */
HRESULT labelled_rungs(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session;
  LPMDB store = NULL;
  LPMAPIFOLDER root = NULL;
  HRESULT hr = MAPIInitialize(NULL);
  if (FAILED(hr))
    return hr;
  hr = begin_session(&session);
  if (FAILED(hr))
    goto uninitialize;
  hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (FAILED(hr))
    goto logoff;
  hr = open_root(store, &root);
  if (FAILED(hr))
    goto release;
  IMAPIFolder_Release(root);
release:
  IMsgStore_Release(store);
logoff:
  end_session(session);
uninitialize:
  MAPIUninitialize();
  return hr;
}

HRESULT labelled_rungs_jumps_too_far(ULONG cb, LPENTRYID id) {
  LPMAPISESSION session;
  LPMDB archive = NULL;
  LPMAPIFOLDER root = NULL;
  HRESULT hr = begin_session(&session);
  if (FAILED(hr))
    return hr;
  hr = IMAPISession_OpenMsgStore(session, 0, cb, id, NULL, 0, &archive);
  if (FAILED(hr))
    goto logoff;
  hr = open_root(archive, &root);
  if (FAILED(hr))
    goto logoff;
  IMAPIFolder_Release(root);
  IMsgStore_Release(archive);
logoff:
  end_session(session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'archive'.*}} [mapi-live-at-logoff]
  return hr;
}

/* Registrations by helpers. */
static HRESULT watch(LPMDB store, LPMAPIADVISESINK sink, ULONG *token) {
  return IMsgStore_Advise(store, 0, NULL, fnevNewMail, sink, token);
}

static void unwatch(LPMDB store, ULONG *token) {
  if (*token)
    IMsgStore_Unadvise(store, *token);
  *token = 0;
}

void watched(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(watch(store, sink, &token)))
    borrow(store);
  unwatch(store, &token);
  IMsgStore_Release(store);
}

void watched_for_ever(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (SUCCEEDED(watch(store, sink, &token)))
    borrow(store);
  IMsgStore_Release(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-missing-unadvise]
}

/* Libraries by helpers. */
static BOOL libraries_up(void) {
  if (FAILED(MAPIInitialize(NULL)))
    return FALSE;
  if (FAILED(OleInitialize(NULL))) {
    MAPIUninitialize();
    return FALSE;
  }
  return TRUE;
}

static void libraries_down(void) {
  OleUninitialize();
  MAPIUninitialize();
}

static void ole_down(void) { OleUninitialize(); }
static void mapi_down(void) { MAPIUninitialize(); }

int libraries(LPMAPISESSION session) {
  if (!libraries_up())
    return 1;
  end_session(session);
  libraries_down();
  return 0;
}

static BOOL mapi_up(void) { return SUCCEEDED(MAPIInitialize(NULL)); }

int mapi_on_success_only(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  if (!mapi_up())
    return 1;
  if (FAILED(session->lpVtbl->SetDefaultStore(session, 0, cb, id)))
    return 2;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  mapi_down();
  return 0;
}

int mapi_on_every_way(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  HRESULT hr;
  if (!mapi_up())
    return 1;
  hr = session->lpVtbl->SetDefaultStore(session, 0, cb, id);
  mapi_down();
  return FAILED(hr) ? 2 : 0;
}

void down_in_order(void) {
  ole_down();
  mapi_down();
}

void down_out_of_order(void) {
  mapi_down();
  ole_down();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

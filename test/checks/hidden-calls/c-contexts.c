// RUN: %check_mapi %s
// C across functions: the state of a client in a structure.
#include <mapix.h>
#include <mapiutil.h>
#include <stdlib.h>

#define RELEASE(p)                                                             \
  do {                                                                         \
    if (p)                                                                     \
      (p)->lpVtbl->Release(p);                                                 \
    (p) = NULL;                                                                \
  } while (0)

void report(const char *what, HRESULT hr);

/* Open and close of one file belong together: close runs in the wrong order. */
struct client {
  LPMAPISESSION session;
  LPMDB store;
};

static HRESULT client_open(struct client *c, ULONG cb, LPENTRYID id) {
  HRESULT hr = MAPILogonEx(0, NULL, NULL, MAPI_EXTENDED, &c->session);
  if (FAILED(hr))
    return hr;
  return c->session->lpVtbl->OpenMsgStore(c->session, 0, cb, id, NULL, 0,
                                          &c->store);
}

static void client_close(struct client *c) {
  if (c->session) {
    c->session->lpVtbl->Logoff(c->session, 0, 0, 0);
    RELEASE(c->session);
  }
  RELEASE(c->store);
}

HRESULT client_run(ULONG cb, LPENTRYID id) {
  struct client c = {NULL, NULL};
  HRESULT hr = client_open(&c, cb, id);
  if (FAILED(hr))
    report("open", hr);
  client_close(&c);
  // CHECK: :{{[0-9]+}}:{{[0-9]+}}: warning: {{.*store'.*}} [mapi-live-at-logoff]
  return hr;
}

/* The same in the right order. */
struct good_client {
  LPMAPISESSION session;
  LPMDB store;
  LPMAPITABLE table;
};

static HRESULT good_open(struct good_client *c, ULONG cb, LPENTRYID id) {
  HRESULT hr = MAPILogonEx(0, NULL, NULL, MAPI_EXTENDED, &c->session);
  if (FAILED(hr))
    return hr;
  hr = c->session->lpVtbl->OpenMsgStore(c->session, 0, cb, id, NULL, 0,
                                        &c->store);
  if (FAILED(hr))
    return hr;
  return c->store->lpVtbl->GetReceiveFolderTable(c->store, 0, &c->table);
}

static void good_release(struct good_client *c) {
  RELEASE(c->table);
  RELEASE(c->store);
}

static void good_close(struct good_client *c) {
  good_release(c);
  if (!c->session)
    return;
  c->session->lpVtbl->Logoff(c->session, 0, 0, 0);
  RELEASE(c->session);
}

HRESULT good_run(ULONG cb, LPENTRYID id) {
  struct good_client c = {0};
  HRESULT hr = good_open(&c, cb, id);
  if (FAILED(hr)) {
    good_close(&c);
    return hr;
  }
  report("rows", c.table->lpVtbl->SeekRow(c.table, BOOKMARK_BEGINNING, 0, NULL));
  good_close(&c);
  return S_OK;
}

/* One exit does not close. */
HRESULT good_run_with_a_leak(ULONG cb, LPENTRYID id) {
  struct good_client c = {0};
  HRESULT hr = good_open(&c, cb, id);
  if (FAILED(hr))
    return hr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*session'.*}} [mapi-missing-logoff]
  good_close(&c);
  return S_OK;
}

/* Two contexts: each closes its own. */
void good_pair(ULONG cb, LPENTRYID id) {
  struct good_client a = {0}, b = {0};
  struct good_client *all[2] = {&a, &b};
  int i;
  if (FAILED(good_open(&a, cb, id)))
    report("a", E_FAIL);
  if (FAILED(good_open(&b, cb, id)))
    report("b", E_FAIL);
  for (i = 0; i < 2; ++i)
    good_close(all[i]);
}

void good_pair_crossed(ULONG cb, LPENTRYID id) {
  struct good_client a = {0}, b = {0};
  if (SUCCEEDED(good_open(&a, cb, id)) && SUCCEEDED(good_open(&b, cb, id)))
    report("both", S_OK);
  good_close(&b);
  good_close(&a);
}

/* On the heap, made and destroyed by helpers. */
static struct good_client *good_new(void) {
  return (struct good_client *)calloc(1, sizeof(struct good_client));
}

static void good_delete(struct good_client *c) {
  if (!c)
    return;
  good_close(c);
  free(c);
}

struct good_client *good_create(ULONG cb, LPENTRYID id) {
  struct good_client *c = good_new();
  if (!c)
    return NULL;
  if (FAILED(good_open(c, cb, id))) {
    good_delete(c);
    return NULL;
  }
  return c;
}

/* Closed through a parameter of the caller: what it holds, the caller knows. */
void reset_client(struct good_client *c) {
  if (c->session) {
    c->session->lpVtbl->Logoff(c->session, 0, 0, 0);
    RELEASE(c->session);
  }
}

/* The structure owns the store only if a flag says so. */
struct borrower {
  LPMDB store;
  BOOL own;
};

static void borrower_init(struct borrower *b, LPMDB given) {
  b->store = given;
  b->own = FALSE;
}

static HRESULT borrower_open(struct borrower *b, LPMAPISESSION session,
                             ULONG cb, LPENTRYID id) {
  HRESULT hr = session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, 0,
                                             &b->store);
  b->own = SUCCEEDED(hr);
  return hr;
}

static void borrower_done(struct borrower *b) {
  if (b->own)
    b->store->lpVtbl->Release(b->store);
  b->own = FALSE;
}

void borrower_either(LPMAPISESSION session, LPMDB given, ULONG cb,
                     LPENTRYID id) {
  struct borrower b;
  if (given)
    borrower_init(&b, given);
  else if (FAILED(borrower_open(&b, session, cb, id)))
    return;
  borrower_done(&b);
  session->lpVtbl->Logoff(session, 0, 0, 0);
}

void borrower_forgets(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  struct borrower b;
  if (FAILED(borrower_open(&b, session, cb, id)))
    return;
  b.own = FALSE;
  borrower_done(&b);
  session->lpVtbl->Logoff(session, 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*store'.*}} [mapi-live-at-logoff]
}

/* A context of file scope. */
static struct good_client the_client;

HRESULT app_start(ULONG cb, LPENTRYID id) {
  return good_open(&the_client, cb, id);
}

void app_stop(void) { good_close(&the_client); }

// RUN: %check_mapi %s
// MAPI reached through function pointers, in C.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

void work(void);

typedef void(WINAPI *VOIDPROC)(void);
typedef SCODE(WINAPI *SCPROC)(ULONG);
typedef ULONG(WINAPI *FREEPROC)(LPVOID);

/* Straight from GetProcAddress, without a variable. */
void direct(HMODULE mapi, HMODULE ole) {
  ((VOIDPROC)GetProcAddress(ole, "OleUninitialize"))();
  ((VOIDPROC)GetProcAddress(mapi, "MAPIUninitialize"))();
}

void direct_out_of_order(HMODULE mapi, HMODULE ole) {
  ((VOIDPROC)GetProcAddress(mapi, "MAPIUninitialize"))();
  ((VOIDPROC)GetProcAddress(ole, "OleUninitialize"))();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

/* Through a FARPROC and a cast at the call. */
void far_proc(HMODULE dll) {
  FARPROC up = GetProcAddress(dll, "MAPIInitialize");
  FARPROC down = GetProcAddress(dll, "MAPIUninitialize");
  if (!up || !down)
    return;
  if (FAILED(((LPMAPIINITIALIZE)up)(NULL)))
    return;
  work();
  ((LPMAPIUNINITIALIZE)down)();
}

void far_proc_after_failure(HMODULE dll) {
  FARPROC up = GetProcAddress(dll, "MAPIInitialize");
  FARPROC down = GetProcAddress(dll, "MAPIUninitialize");
  if (!up || !down)
    return;
  ((LPMAPIINITIALIZE)up)(NULL);
  work();
  ((VOIDPROC)down)();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

/* A structure of pointers, filled and called through a parameter. */
struct mapi_api {
  LPMAPIINITIALIZE initialize;
  LPMAPIUNINITIALIZE uninitialize;
  LPMAPILOGONEX logon_ex;
  LPMAPIFREEBUFFER free_buffer;
};

BOOL load_api(HMODULE dll, struct mapi_api *api) {
  api->initialize = (LPMAPIINITIALIZE)GetProcAddress(dll, "MAPIInitialize");
  api->uninitialize =
      (LPMAPIUNINITIALIZE)GetProcAddress(dll, "MAPIUninitialize");
  api->logon_ex = (LPMAPILOGONEX)GetProcAddress(dll, "MAPILogonEx");
  api->free_buffer = (LPMAPIFREEBUFFER)GetProcAddress(dll, "MAPIFreeBuffer");
  return api->initialize && api->uninitialize && api->logon_ex &&
         api->free_buffer;
}

HRESULT through_structure(const struct mapi_api *api, LPTSTR profile) {
  LPMAPISESSION session = NULL;
  HRESULT hr = api->initialize(NULL);
  if (FAILED(hr))
    return hr;
  hr = api->logon_ex(0, profile, NULL, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr)) {
    session->lpVtbl->Logoff(session, 0, 0, 0);
    session->lpVtbl->Release(session);
  }
  api->uninitialize();
  return hr;
}

HRESULT through_structure_no_logoff(const struct mapi_api *api,
                                    LPTSTR profile) {
  LPMAPISESSION session = NULL;
  HRESULT hr = api->initialize(NULL);
  if (FAILED(hr))
    return hr;
  hr = api->logon_ex(0, profile, NULL, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr)) {
    session->lpVtbl->Release(session);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-missing-logoff]
  }
  api->uninitialize();
  return hr;
}

void structure_frees_late(const struct mapi_api *api, LPMAPITABLE table) {
  LPSPropTagArray columns = NULL;
  if (FAILED(table->lpVtbl->QueryColumns(table, 0, &columns)))
    return;
  api->uninitialize();
  api->free_buffer(columns);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'columns'.*}} [mapi-teardown-order]
}

void structure_frees_in_time(const struct mapi_api *api, LPMAPITABLE table) {
  LPSPropTagArray columns = NULL;
  if (FAILED(table->lpVtbl->QueryColumns(table, 0, &columns)))
    return;
  api->free_buffer(columns);
  api->uninitialize();
}

/* The decorated names of mapi32.dll. */
void decorated(HMODULE dll) {
  SCPROC up = (SCPROC)GetProcAddress(dll, "ScInitMapiUtil@4");
  VOIDPROC down = (VOIDPROC)GetProcAddress(dll, "DeinitMapiUtil@0");
  if (!up || !down)
    return;
  if (FAILED(up(0)))
    return;
  work();
  down();
}

void decorated_after_failure(HMODULE dll) {
  SCPROC up = (SCPROC)GetProcAddress(dll, "ScInitMapiUtil@4");
  VOIDPROC down = (VOIDPROC)GetProcAddress(dll, "DeinitMapiUtil@0");
  if (!up || !down)
    return;
  up(0);
  work();
  down();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}ScInitMapiUtil{{.*}} [mapi-unmatched-init]
}

/* A variable of file scope, looked up on demand by a helper. */
static VOIDPROC s_down;

static VOIDPROC down_proc(HMODULE dll) {
  if (!s_down)
    s_down = (VOIDPROC)GetProcAddress(dll, "MAPIUninitialize");
  return s_down;
}

void on_demand(HMODULE dll) {
  if (!down_proc(dll))
    return;
  OleUninitialize();
  s_down();
}

void on_demand_out_of_order(HMODULE dll) {
  if (!down_proc(dll))
    return;
  s_down();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

/* Given, with a type that says nothing. */
void callbacks(VOIDPROC first, VOIDPROC second) {
  first();
  second();
  OleUninitialize();
}

/* A function of the program's own with the type of MAPI's. */
static void WINAPI our_own(void) { work(); }

void our_own_by_pointer(void) {
  VOIDPROC down = our_own;
  down();
  OleUninitialize();
}

void our_own_by_pointer_of_mapis_type(void) {
  LPMAPIUNINITIALIZE down = our_own;
  down();
  OleUninitialize();
}

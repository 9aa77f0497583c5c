// RUN: %check_mapi %s -- -DCOBJMACROS -DCINTERFACE
// C: flags, unsent mail, libraries, the loader lock and borrowed sessions.
#include <windows.h>
#include <mapix.h>
#include <mapiform.h>
#include <mapispi.h>
#include <mapiutil.h>
#include <stdio.h>

/* Not in these headers. */
#undef INTERFACE
#define INTERFACE IMAPIClientShutdown
DECLARE_MAPI_INTERFACE_(IMAPIClientShutdown, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPIMETHOD(QueryFastShutdown)(THIS) PURE;
  MAPIMETHOD(NotifyProcessShutdown)(THIS) PURE;
  MAPIMETHOD(DoFastShutdown)(THIS) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IMAPIClientShutdown, LPMAPICLIENTSHUTDOWN);

#undef INTERFACE
#define INTERFACE IProxyStoreObject
DECLARE_MAPI_INTERFACE_(IProxyStoreObject, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPIMETHOD(PlaceHolder1)(THIS) PURE;
  MAPIMETHOD(UnwrapNoRef)(THIS_ LPVOID *object) PURE;
  MAPIMETHOD(PlaceHolder2)(THIS) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IProxyStoreObject, LPPROXYSTOREOBJECT);

#define MAPI_LOGOFF(session, flags)                                            \
  ((session)->lpVtbl->Logoff((session), 0, (flags), 0))

void use(LPMAPISESSION session);

static BOOL mapi_up;

static HRESULT start_client(void) {
  HRESULT hr = MAPIInitialize(NULL);
  mapi_up = SUCCEEDED(hr);
  return hr;
}

static void stop_client(void) {
  if (mapi_up)
    MAPIUninitialize();
  mapi_up = FALSE;
}

static void end_session(LPMAPISESSION session) {
  MAPI_LOGOFF(session, 0);
  session->lpVtbl->Release(session);
}

/* Flags. */
void shared(LPMAPISESSION session) {
  MAPI_LOGOFF(session, MAPI_LOGOFF_SHARED);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  session->lpVtbl->Release(session);
}

void shared_taken_back(LPMAPISESSION session, BOOL all) {
  ULONG flags = all ? MAPI_LOGOFF_SHARED : 0;
  flags &= ~(ULONG)MAPI_LOGOFF_SHARED;
  MAPI_LOGOFF(session, flags);
  session->lpVtbl->Release(session);
}

void store_flags_forgotten(LPMDB store) {
  ULONG flags = 0;
  store->lpVtbl->StoreLogoff(store, &flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->lpVtbl->Release(store);
}

void store_flags_set(LPMDB store) {
  ULONG flags = 0;
  flags |= LOGOFF_ORDERLY;
  store->lpVtbl->StoreLogoff(store, &flags);
  store->lpVtbl->Release(store);
}

HRESULT service(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, MAPI_NT_SERVICE};
  HRESULT hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, NULL, MAPI_EXTENDED | MAPI_NT_SERVICE, session);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

HRESULT service_says_it_once(LPTSTR profile, LPMAPISESSION *session) {
  MAPIINIT_0 init = {MAPI_INIT_VERSION, 0};
  HRESULT hr;
  init.ulFlags |= MAPI_NT_SERVICE;
  hr = MAPIInitialize(&init);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, profile, NULL, MAPI_EXTENDED, session);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

/* Unsent mail. */
HRESULT submit_and_leave(LPMAPISESSION session, LPMESSAGE message) {
  HRESULT hr = message->lpVtbl->SubmitMessage(message, 0);
  message->lpVtbl->Release(message);
  MAPI_LOGOFF(session, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unsent-mail-at-logoff]
  session->lpVtbl->Release(session);
  return hr;
}

HRESULT submit_flush_and_leave(LPMAPISESSION session, LPMAPISTATUS spooler,
                               LPMESSAGE message) {
  HRESULT hr = message->lpVtbl->SubmitMessage(message, 0);
  message->lpVtbl->Release(message);
  if (SUCCEEDED(hr))
    hr = spooler->lpVtbl->FlushQueues(spooler, 0, 0, NULL, FLUSH_UPLOAD);
  spooler->lpVtbl->Release(spooler);
  MAPI_LOGOFF(session, 0);
  session->lpVtbl->Release(session);
  return hr;
}

void submit_and_leave_by_helper(LPMAPISESSION session, LPMESSAGE message) {
  if (SUCCEEDED(message->lpVtbl->SubmitMessage(message, 0)))
    puts("on its way");
  message->lpVtbl->Release(message);
  Sleep(3000);
  end_session(session);
}

/* Libraries. */
void unloaded_late(void) {
  HMODULE dll = LoadLibraryA("mapi32.dll");
  if (SUCCEEDED(MAPIInitialize(NULL)))
    MAPIUninitialize();
  if (dll)
    FreeLibrary(dll);
}

void unloaded_early(void) {
  HMODULE dll = LoadLibraryA("mapi32.dll");
  BOOL up = SUCCEEDED(MAPIInitialize(NULL));
  if (dll)
    FreeLibrary(dll);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
  if (up)
    MAPIUninitialize();
}

void provider_deleted(LPMAPISESSION session) {
  end_session(session);
  remove("myprov32.dll");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-dll-removal]
}

void settings_deleted(LPMAPISESSION session) {
  end_session(session);
  remove("myprov32.ini");
}

/* The loader lock. */
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved) {
  if (reason == DLL_PROCESS_ATTACH) {
    DisableThreadLibraryCalls(module);
    mapi_up = FALSE;
  } else if (reason == DLL_PROCESS_DETACH && !reserved) {
    stop_client();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
  }
  return TRUE;
}

HRESULT create_provider(LPABPROVIDER *provider);

HRESULT __cdecl ABProviderInit(HINSTANCE module, LPMALLOC allocator,
                               LPALLOCATEBUFFER allocate,
                               LPALLOCATEMORE allocate_more, LPFREEBUFFER free,
                               ULONG flags, ULONG mapi_version,
                               ULONG *provider_version,
                               LPABPROVIDER *provider) {
  HRESULT hr;
  *provider_version = CURRENT_SPI_VERSION;
  if (mapi_version < CURRENT_SPI_VERSION)
    return MAPI_E_VERSION;
  hr = start_client();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
  if (FAILED(hr))
    return hr;
  return create_provider(provider);
}

HRESULT client_main(void) {
  LPPROFADMIN admin = NULL;
  HRESULT hr = start_client();
  if (FAILED(hr))
    return hr;
  hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(hr))
    admin->lpVtbl->Release(admin);
  stop_client();
  return hr;
}

/* Borrowed. */
void borrowed(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = NULL;
  if (site->lpVtbl->GetSession(site, &session) != S_OK)
    return;
  use(session);
  session->lpVtbl->Release(session);
}

void borrowed_logged_off(LPMAPIMESSAGESITE site) {
  LPMAPISESSION session = NULL;
  if (site->lpVtbl->GetSession(site, &session) != S_OK)
    return;
  use(session);
  MAPI_LOGOFF(session, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'session'.*}} [mapi-borrowed-logoff]
  session->lpVtbl->Release(session);
}

void unwrapped(LPPROXYSTOREOBJECT proxy) {
  LPMDB store = NULL;
  if (FAILED(proxy->lpVtbl->UnwrapNoRef(proxy, (LPVOID *)&store)))
    return;
  store->lpVtbl->AddRef(store);
  if (!FPropExists((LPMAPIPROP)store, PR_DISPLAY_NAME))
    puts("without a name");
  store->lpVtbl->Release(store);
}

void unwrapped_released(LPPROXYSTOREOBJECT proxy) {
  LPMDB store = NULL;
  if (FAILED(proxy->lpVtbl->UnwrapNoRef(proxy, (LPVOID *)&store)))
    return;
  store->lpVtbl->Release(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'store'.*}} [mapi-borrowed-logoff]
}

void fast_or_slow(LPMAPICLIENTSHUTDOWN client, LPMAPISESSION session) {
  if (client->lpVtbl->QueryFastShutdown(client) == S_OK) {
    client->lpVtbl->NotifyProcessShutdown(client);
    client->lpVtbl->DoFastShutdown(client);
    return;
  }
  end_session(session);
  MAPIUninitialize();
}

void fast_and_slow(LPMAPICLIENTSHUTDOWN client) {
  if (client->lpVtbl->QueryFastShutdown(client) == S_OK) {
    client->lpVtbl->NotifyProcessShutdown(client);
    client->lpVtbl->DoFastShutdown(client);
  }
  MAPIUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-borrowed-logoff]
}

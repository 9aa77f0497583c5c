// RUN: %check_mapi %s
// An entry point that leaves MAPI alone. Nothing here deserves a finding.
#include <windows.h>
#include <mapix.h>
#include <mapispi.h>
#include <mapiutil.h>

static LPMALLOC theMalloc;
static LPALLOCATEBUFFER allocateBuffer;
static LPFREEBUFFER freeBuffer;

HRESULT createProvider(HINSTANCE module, LPABPROVIDER *provider);

static HRESULT start() { return MAPIInitialize(nullptr); }
static void stop() { MAPIUninitialize(); }

// The allocator that MAPI hands in may be used here.
static HRESULT prepare() {
  LPSPropValue value = nullptr;
  SCODE sc = allocateBuffer(sizeof(SPropValue), (LPVOID *)&value);
  if (FAILED(sc))
    return sc;
  freeBuffer(value);
  return S_OK;
}

extern "C" HRESULT __cdecl ABProviderInit(HINSTANCE module, LPMALLOC malloc,
                                          LPALLOCATEBUFFER allocate,
                                          LPALLOCATEMORE, LPFREEBUFFER free,
                                          ULONG, ULONG mapiVersion,
                                          ULONG *providerVersion,
                                          LPABPROVIDER *provider) {
  *providerVersion = CURRENT_SPI_VERSION;
  if (mapiVersion < CURRENT_SPI_VERSION)
    return MAPI_E_VERSION;
  theMalloc = malloc;
  theMalloc->AddRef();
  allocateBuffer = allocate;
  freeBuffer = free;
  HRESULT hr = prepare();
  if (SUCCEEDED(hr))
    hr = createProvider(module, provider);
  return hr;
}

// Called by the provider's own configuration program.
HRESULT countProfiles(ULONG *count) {
  HRESULT hr = start();
  if (FAILED(hr))
    return hr;
  LPPROFADMIN admin = nullptr;
  hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(hr)) {
    LPMAPITABLE profiles = nullptr;
    hr = admin->GetProfileTable(0, &profiles);
    if (SUCCEEDED(hr)) {
      hr = profiles->GetRowCount(0, count);
      profiles->Release();
    }
    admin->Release();
  }
  stop();
  return hr;
}

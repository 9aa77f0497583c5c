// RUN: %check_mapi %s
// The entry point of an address book provider neither starts nor ends MAPI.
#include <windows.h>
#include <mapix.h>
#include <mapispi.h>
#include <mapiutil.h>

static HRESULT startUtilities() { return ScInitMapiUtil(0); }
static HRESULT startMapi() { return MAPIInitialize(nullptr); }

// Methods of a provider are called later than its entry point.
class Provider : public IABProvider {
public:
  Provider() : references_(1), up_(false) {}
  virtual ~Provider() {}

  STDMETHODIMP QueryInterface(REFIID iid, LPVOID *out) noexcept override {
    if (iid != IID_IUnknown && iid != IID_IABProvider) {
      *out = nullptr;
      return MAPI_E_INTERFACE_NOT_SUPPORTED;
    }
    AddRef();
    *out = static_cast<IABProvider *>(this);
    return S_OK;
  }
  STDMETHODIMP_(ULONG) AddRef() noexcept override { return ++references_; }
  STDMETHODIMP_(ULONG) Release() noexcept override {
    ULONG left = --references_;
    if (!left)
      delete this;
    return left;
  }
  STDMETHODIMP Shutdown(ULONG *) noexcept override {
    if (up_)
      MAPIUninitialize();
    up_ = false;
    return S_OK;
  }
  STDMETHODIMP Logon(LPMAPISUP, ULONG, LPTSTR, ULONG, ULONG *, LPBYTE *,
                     LPMAPIERROR *, LPABLOGON *logon) noexcept override {
    *logon = nullptr;
    if (!up_)
      up_ = SUCCEEDED(startMapi());
    return MAPI_E_UNCONFIGURED;
  }

private:
  ULONG references_;
  bool up_;
};

// A provider whose constructor is in too much of a hurry.
class HastyProvider : public Provider {
public:
  HastyProvider() : hr_(startMapi()) {}
  ~HastyProvider() override {
    if (SUCCEEDED(hr_))
      MAPIUninitialize();
  }

private:
  HRESULT hr_;
};

static bool isSupported(ULONG version) {
  return version >= CURRENT_SPI_VERSION;
}

extern "C" HRESULT __cdecl ABProviderInit(HINSTANCE, LPMALLOC,
                                          LPALLOCATEBUFFER, LPALLOCATEMORE,
                                          LPFREEBUFFER, ULONG flags,
                                          ULONG mapiVersion,
                                          ULONG *providerVersion,
                                          LPABPROVIDER *provider) {
  *provider = nullptr;
  *providerVersion = CURRENT_SPI_VERSION;
  if (!isSupported(mapiVersion))
    return MAPI_E_VERSION;
  if (flags) {
    *provider = new HastyProvider;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    return S_OK;
  }
  HRESULT hr = startMapi();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
  if (FAILED(hr))
    return hr;
  *provider = new Provider;
  if (!*provider) {
    MAPIUninitialize();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
    return MAPI_E_NOT_ENOUGH_MEMORY;
  }
  return S_OK;
}

// Another entry point, of a message service: it runs like any function.
extern "C" HRESULT STDAPICALLTYPE ServiceEntry(HINSTANCE, LPMALLOC, LPMAPISUP,
                                               ULONG, ULONG, ULONG ulContext,
                                               ULONG, LPSPropValue,
                                               LPPROVIDERADMIN,
                                               LPMAPIERROR *) {
  if (ulContext != MSG_SERVICE_CONFIGURE)
    return S_OK;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  LPPROFADMIN admin = nullptr;
  hr = MAPIAdminProfiles(0, &admin);
  if (SUCCEEDED(hr))
    admin->Release();
  MAPIUninitialize();
  return hr;
}

// The utilities are another library.
HRESULT utilitiesOnly() { return startUtilities(); }

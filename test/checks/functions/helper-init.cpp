// RUN: %check_mapi %s
// Helpers that initialise and uninitialise.
#include <mapix.h>
#include <mapiutil.h>
#include <objbase.h>
#include <ole2.h>

bool work();

static bool startMapi() { return SUCCEEDED(MAPIInitialize(nullptr)); }
static void stopMapi() { MAPIUninitialize(); }
static HRESULT startOle() { return OleInitialize(nullptr); }
static void stopOle() { OleUninitialize(); }

void startedAndStopped() {
  if (!startMapi())
    return;
  work();
  stopMapi();
}

void stoppedWhateverHappened() {
  startMapi();
  work();
  stopMapi();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

void stoppedAfterFailure() {
  if (!startMapi()) {
    stopMapi();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
    return;
  }
  work();
  stopMapi();
}

bool notStoppedOnAnEarlyReturn() {
  if (!startMapi())
    return false;
  if (!work())
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  stopMapi();
  return true;
}

bool stoppedOnEveryReturn() {
  if (!startMapi())
    return false;
  if (!work()) {
    stopMapi();
    return false;
  }
  stopMapi();
  return true;
}

// Flags of the caller's.
void flagsRight() {
  const bool mapiUp = startMapi();
  const bool oleUp = mapiUp && SUCCEEDED(startOle());
  work();
  if (oleUp)
    stopOle();
  if (mapiUp)
    stopMapi();
}

void flagsSwapped() {
  const bool mapiUp = startMapi();
  const bool oleUp = mapiUp && SUCCEEDED(startOle());
  work();
  if (mapiUp)
    stopMapi();
  if (oleUp)
    stopOle();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

// Flags given to the helper.
static void stop(bool mapiUp, bool oleUp) {
  if (oleUp)
    OleUninitialize();
  if (mapiUp)
    MAPIUninitialize();
}

void flagsGivenRight() {
  const bool mapiUp = startMapi();
  const bool oleUp = SUCCEEDED(startOle());
  work();
  stop(mapiUp, oleUp);
}

void flagsGivenWrong() {
  const bool mapiUp = startMapi();
  const bool oleUp = SUCCEEDED(startOle());
  work();
  stop(true, oleUp);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  if (!mapiUp)
    work();
}

// The wrong order is the helper's own: one finding, there.
static void stopInTheWrongOrder() {
  MAPIUninitialize();
  OleUninitialize();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

static void stopInTheRightOrder() {
  OleUninitialize();
  MAPIUninitialize();
}

// A start that fails half-way undoes what it has done ...
static HRESULT startBoth() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = OleInitialize(nullptr);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

// ... or forgets it: its exit is the place to mend, not its callers'.
static HRESULT startBothForgets() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = OleInitialize(nullptr);
  if (FAILED(hr))
    return hr;
    // The library is reported where the caller gives up.
  return S_OK;
}

static bool startAllForgetsOnce(LPPROFADMIN *admin) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  if (FAILED(MAPIAdminProfiles(0, admin))) {
    MAPIUninitialize();
    return false;
  }
  if (FAILED(OleInitialize(nullptr))) {
    (*admin)->Release();
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }
  return true;
}

void bothRight() {
  if (FAILED(startBoth()))
    return;
  work();
  stopInTheRightOrder();
}

void bothStoppedInTheWrongOrder() {
  if (FAILED(startBoth()))
    return;
  work();
  stopInTheWrongOrder();
}

void startedByOneThatForgets() {
  if (FAILED(startBothForgets()))
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  work();
  stopInTheRightOrder();
}

void startedByTheOther() {
  LPPROFADMIN admin = nullptr;
  if (!startAllForgetsOnce(&admin))
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  admin->Release();
  stopInTheRightOrder();
}

void onlyOneOfBothIsStopped() {
  if (FAILED(startBoth()))
    return;
  if (work())
    stopInTheRightOrder();
  else
    stopOle();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]

// Helpers in the wrong order: the second call is the one that is late.
void helpersInTheWrongOrder() {
  if (FAILED(startBoth()))
    return;
  work();
  stopMapi();
  stopOle();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
}

void helpersInTheRightOrder() {
  if (FAILED(startBoth()))
    return;
  work();
  stopOle();
  stopMapi();
}

// COM and the MAPI utilities.
static bool startCom() {
  return SUCCEEDED(CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED));
}
static void stopCom() { CoUninitialize(); }

void comRight() {
  if (!startCom())
    return;
  if (startMapi())
    stopMapi();
  stopCom();
}

void comStoppedAfterFailure() {
  startCom();
  if (startMapi())
    stopMapi();
  stopCom();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}CoInitialize{{.*}} [mapi-unmatched-init]
}

static bool startUtilities() { return ScInitMapiUtil(0) == S_OK; }
static void stopUtilities() { DeinitMapiUtil(); }

void utilitiesRight() {
  if (!startUtilities())
    return;
  work();
  stopUtilities();
}

void utilitiesBeforeMapi() {
  if (!startMapi())
    return;
  work();
  stopUtilities();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}DeinitMapiUtil{{.*}} [mapi-teardown-order]
  stopMapi();
}

// RUN: %check_mapi %s
// A library that a helper leaves up is that helper's fault, and not said again of
// its callers; one that starts and says so leaves it up for them.
#include <mapix.h>
#include <mapiutil.h>

static bool begin() { return SUCCEEDED(ScInitMapiUtil(0)); }
static void end() { DeinitMapiUtil(); }

static int wrong(int count) {
  if (!begin())
    return 3;
  if (count == 0)
    return 64;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: ScInitMapiUtil is not undone on this way out [mapi-unmatched-init]
  end();
  return 0;
}

static int right(int count) {
  if (!begin())
    return 3;
  const int result = count == 0 ? 64 : 0;
  end();
  return result;
}

int choose(int count, bool other) {
  if (other)
    return right(count);
  return wrong(count);
}

static BOOL logOn(LPMAPISESSION *session) {
  HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, session);
  ULONG flags = 0;
  if (SUCCEEDED(hr) && FAILED(hr = (*session)->QueryIdentity(&flags, nullptr))) {
    (*session)->Logoff(0, 0, 0);
    (*session)->Release();
    *session = nullptr;
  }
  return SUCCEEDED(hr);
}

BOOL start(LPMAPISESSION *session) {
  if (FAILED(MAPIInitialize(nullptr)))
    return FALSE;
  if (!logOn(session)) {
    MAPIUninitialize();
    return FALSE;
  }
  return TRUE;
}

// RUN: %check_mapi %s
// The variable that IMsgStore::StoreLogoff is given holds exactly one flag.
#include <mapix.h>
#include <mapiutil.h>

bool confirm();
void readOptions(ULONG *flags);

void orderly(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  store->StoreLogoff(&flags);
  store->Release();
}

void nothing(LPMDB store) {
  ULONG flags = 0;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void addedAfterwards(LPMDB store) {
  ULONG flags = 0;
  flags |= LOGOFF_ABORT;
  store->StoreLogoff(&flags);
  store->Release();
}

void two(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY | LOGOFF_QUIET;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void oneTakenBack(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY | LOGOFF_QUIET;
  flags &= ~LOGOFF_QUIET;
  store->StoreLogoff(&flags);
  store->Release();
}

void noVariable(LPMDB store) {
  store->StoreLogoff(nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void nullInAVariable(LPMDB store) {
  ULONG *flags = nullptr;
  store->StoreLogoff(flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void pointerToAVariable(LPMDB store) {
  ULONG flags = LOGOFF_NO_WAIT;
  ULONG *where = nullptr;
  where = &flags;
  store->StoreLogoff(where);
  store->Release();
}

// What was spelled as a flag of another function has another value here.
void flagsOfTheSession(LPMDB store) {
  ULONG flags = MAPI_LOGOFF_SHARED | MAPI_LOGOFF_UI;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

// Bits of the answer are no flags of the call.
void flagsOfTheAnswer(LPMDB store) {
  ULONG flags = LOGOFF_COMPLETE;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

// The call answers in the variable.
void onceMoreWithoutWaiting(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  HRESULT hr = store->StoreLogoff(&flags);
  if (SUCCEEDED(hr) && (flags & (LOGOFF_OUTBOUND | LOGOFF_OUTBOUND_QUEUE))) {
    flags = LOGOFF_NO_WAIT;
    store->StoreLogoff(&flags);
  }
  store->Release();
}

void onceMoreWithBoth(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  HRESULT hr = store->StoreLogoff(&flags);
  if (SUCCEEDED(hr) && (flags & LOGOFF_OUTBOUND)) {
    flags = LOGOFF_ORDERLY | LOGOFF_NO_WAIT;
    store->StoreLogoff(&flags);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  }
  store->Release();
}

// Choices.
void quietOrOrderly(LPMDB store, bool quiet) {
  ULONG flags = quiet ? LOGOFF_QUIET : LOGOFF_ORDERLY;
  store->StoreLogoff(&flags);
  store->Release();
}

void quietOrNothing(LPMDB store, bool quiet) {
  ULONG flags = quiet ? LOGOFF_QUIET : 0;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void quietInstead(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  if (confirm())
    flags = LOGOFF_QUIET;
  store->StoreLogoff(&flags);
  store->Release();
}

void quietAsWell(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY;
  if (confirm())
    flags |= LOGOFF_QUIET;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

enum class Leave { Now, Orderly, Purge };

void byMode(LPMDB store, Leave mode) {
  ULONG flags = 0;
  switch (mode) {
  case Leave::Now:
    flags = LOGOFF_NO_WAIT;
    break;
  case Leave::Purge:
    flags = LOGOFF_PURGE;
    break;
  default:
    flags = LOGOFF_ORDERLY;
    break;
  }
  store->StoreLogoff(&flags);
  store->Release();
}

void byModeFallsThrough(LPMDB store, Leave mode) {
  ULONG flags = 0;
  switch (mode) {
  case Leave::Purge:
    flags |= LOGOFF_PURGE;
    [[fallthrough]];
  default:
    flags |= LOGOFF_ORDERLY;
    break;
  }
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

// Only where the value is settled does the store log off.
void onlyIfSettled(LPMDB store, bool purge, bool orderly) {
  ULONG flags = 0;
  if (purge)
    flags = LOGOFF_PURGE;
  else if (orderly)
    flags = LOGOFF_ORDERLY;
  if (flags)
    store->StoreLogoff(&flags);
  store->Release();
}

void unlessSettled(LPMDB store, bool purge) {
  ULONG flags = 0;
  if (purge)
    flags = LOGOFF_PURGE;
  if (!flags)
    store->StoreLogoff(&flags);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

// Helpers and structures.
static HRESULT closeStore(LPMDB store, ULONG flags) {
  HRESULT hr = store->StoreLogoff(&flags);
  store->Release();
  return hr;
}

void closedByHelper(LPMDB store, LPMDB archive) {
  closeStore(store, LOGOFF_ORDERLY);
  closeStore(archive, confirm() ? LOGOFF_PURGE : LOGOFF_NO_WAIT);
}

// The flags are the helper's own: one finding, however often it is called.
static void closeBadly(LPMDB store) {
  ULONG flags = LOGOFF_ORDERLY | LOGOFF_PURGE;
  store->StoreLogoff(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-logoff-flags]
  store->Release();
}

void closedBadlyByHelper(LPMDB store, LPMDB archive) {
  closeBadly(store);
  closeBadly(archive);
}

struct CloseOptions {
  ULONG flags;
  ULONG seconds;
};

void inAStructure(LPMDB store) {
  CloseOptions options = {};
  options.flags = LOGOFF_PURGE;
  store->StoreLogoff(&options.flags);
  store->Release();
}

void inAStructureOfTheCaller(LPMDB store, CloseOptions *options) {
  store->StoreLogoff(&options->flags);
  store->Release();
}

void filledElsewhere(LPMDB store) {
  ULONG flags = 0;
  readOptions(&flags);
  store->StoreLogoff(&flags);
  store->Release();
}

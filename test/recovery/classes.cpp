// RUN: %check_recovery %s
// Clang's CFG looks into classes: it must not see what is not there.
#include <mapix.h>
#include <mapiutil.h>

class Incomplete;

class HasIncompleteMember {
public:
  ~HasIncompleteMember();

private:
  LPMDB store;
  Incomplete part;
};

// CHECK: :[[@LINE+1]]:22: warning: function 'HasIncompleteMember::~HasIncompleteMember' is analysed in part: its class has a part that is not known
HasIncompleteMember::~HasIncompleteMember() {
  if (store)
    store->Release();
}

class HasUnknownBase : public NoSuchBase {
public:
  ~HasUnknownBase() { MAPIUninitialize(); }
};

class HasUnknownInitialiser {
public:
  // CHECK: :[[@LINE+1]]:3: warning: function 'HasUnknownInitialiser::HasUnknownInitialiser' is analysed in part: 'zqWorked' is not known
  HasUnknownInitialiser() : up(zqWorked(MAPIInitialize(nullptr))) {}

private:
  bool up;
};

// Its destructor is known, but not what the base does besides.
class DerivedFromUnknown : public NoSuchDialog {
public:
  explicit DerivedFromUnknown(LPMAPISESSION session) {
    session->GetMsgStoresTable(0, &table);
  }
  ~DerivedFromUnknown() {}

private:
  LPMAPITABLE table = nullptr;
};

class OfItsOwn {
public:
  explicit OfItsOwn(LPMAPISESSION session) {
    session->GetMsgStoresTable(0, &table);
  }
  ~OfItsOwn() {}

private:
  LPMAPITABLE table = nullptr;
};
// CHECK: warning: 'table' (IMAPITable) {{.*}} lost

HRESULT uses(LPMAPISESSION session, ULONG *count) {
  HasIncompleteMember object;
  // CHECK: :[[@LINE-2]]:9: warning: function 'uses' is not analysed: it has an object with a part of an incomplete class
  LPMAPITABLE table = nullptr;
  unknown(object);
  return session->GetMsgStoresTable(0, &table);
}

// COUNT: functions with MAPI calls: 3 analysed, 2 in part, 1 not{{$}}

// RUN: %check_mapi %s
// Helpers that remember in members, globals and counters what is up.
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

bool work();

// A flag of the file: stop() may follow a start that failed.
static bool up;

static void start() {
  if (!up)
    up = SUCCEEDED(MAPIInitialize(nullptr));
}

static void stop() {
  if (up)
    MAPIUninitialize();
  up = false;
}

void flagOfTheFile() {
  start();
  work();
  stop();
}

void flagOfTheFileTwice() {
  start();
  work();
  stop();
  start();
  stop();
}

// Users are counted; only the first and the last of them count.
static int users;

static bool enter() {
  if (users == 0 && FAILED(MAPIInitialize(nullptr)))
    return false;
  ++users;
  return true;
}

static void leave() {
  if (--users == 0)
    MAPIUninitialize();
}

bool counted() {
  if (!enter())
    return false;
  bool done = work();
  leave();
  return done;
}

// Members of a local object.
struct Libraries {
  bool mapi = false;
  bool ole = false;

  bool begin() {
    mapi = SUCCEEDED(MAPIInitialize(nullptr));
    ole = mapi && SUCCEEDED(OleInitialize(nullptr));
    return ole;
  }
  void end() {
    if (ole)
      OleUninitialize();
    if (mapi)
      MAPIUninitialize();
    ole = mapi = false;
  }
  void endInTheWrongOrder() {
    if (mapi)
      MAPIUninitialize();
    if (ole)
      OleUninitialize();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}OleUninitialize{{.*}} [mapi-teardown-order]
    ole = mapi = false;
  }
};

void membersRight() {
  Libraries libraries;
  if (libraries.begin())
    work();
  libraries.end();
}

bool membersForgottenOnce() {
  Libraries libraries;
  if (!libraries.begin()) {
    libraries.end();
    return false;
  }
  if (!work())
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
    // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}OleInitialize{{.*}} [mapi-unmatched-init]
  libraries.end();
  return true;
}

bool membersNeverForgotten() {
  Libraries libraries;
  if (!libraries.begin()) {
    libraries.end();
    return false;
  }
  bool done = work();
  libraries.end();
  return done;
}

// A structure of the caller's, by pointer.
struct Flags {
  BOOL mapi;
  BOOL ole;
};

static void bringUp(Flags *flags) {
  flags->mapi = SUCCEEDED(MAPIInitialize(nullptr));
  flags->ole = SUCCEEDED(OleInitialize(nullptr));
}

static void takeDown(const Flags *flags) {
  if (flags->ole)
    OleUninitialize();
  if (flags->mapi)
    MAPIUninitialize();
}

static void takeDownUnasked(const Flags *flags) {
  if (flags->ole)
    OleUninitialize();
  MAPIUninitialize();
}

void structureRight() {
  Flags flags = {FALSE, FALSE};
  bringUp(&flags);
  work();
  takeDown(&flags);
}

void structureNotAsked() {
  Flags flags = {FALSE, FALSE};
  bringUp(&flags);
  work();
  takeDownUnasked(&flags);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
}

// How far the start has come, as a number.
enum Stage { Nothing, Mapi, Ole };

static Stage climb() {
  if (FAILED(MAPIInitialize(nullptr)))
    return Nothing;
  if (FAILED(OleInitialize(nullptr)))
    return Mapi;
  return Ole;
}

static void descend(Stage stage) {
  switch (stage) {
  case Ole:
    OleUninitialize();
    [[fallthrough]];
  case Mapi:
    MAPIUninitialize();
    break;
  case Nothing:
    break;
  }
}

void stageRight() {
  Stage stage = climb();
  if (stage == Ole)
    work();
  descend(stage);
}

bool stageForgotten() {
  Stage stage = climb();
  if (stage == Nothing)
    return false;
  if (stage == Mapi)
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  work();
  descend(stage);
  return true;
}

// The session and the library, started and ended together.
static HRESULT open(LPMAPISESSION *sess) {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, sess);
  if (FAILED(hr))
    MAPIUninitialize();
  return hr;
}

static void close(LPMAPISESSION sess) {
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
}

void openedAndClosed() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(open(&sess)))
    return;
  work();
  close(sess);
}

bool openedAndLost() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(open(&sess)))
    return false;
  if (!work())
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'sess'.*}} [mapi-missing-logoff]
  close(sess);
  return true;
}

bool closedByHandWithoutMapi() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(open(&sess)))
    return false;
  if (!work()) {
    sess->Logoff(0, 0, 0);
    sess->Release();
    return false;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MAPIInitialize{{.*}} [mapi-unmatched-init]
  }
  close(sess);
  return true;
}

bool closedByHand() {
  LPMAPISESSION sess = nullptr;
  if (FAILED(open(&sess)))
    return false;
  sess->Logoff(0, 0, 0);
  sess->Release();
  MAPIUninitialize();
  return true;
}

// A member that is not seen may have initialised what the destructor undoes.
class UndoesMapi {
public:
  ~UndoesMapi() {
    if (m_up)
      MAPIUninitialize();
  }

private:
  bool m_up = false;
};

class InitialisesElsewhere {
public:
  HRESULT logOn();
  HRESULT open(IMessage **message);

private:
  UndoesMapi m_mapi;
};

static HRESULT openThere(IMessage **message) {
  InitialisesElsewhere server;
  HRESULT hr = server.logOn();
  return FAILED(hr) ? hr : server.open(message);
}

HRESULT openedThere() {
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  IMessage *message = nullptr;
  hr = openThere(&message);
  if (SUCCEEDED(hr)) {
    message->SetReadFlag(0);
    message->Release();
  }
  MAPIUninitialize();
  return hr;
}

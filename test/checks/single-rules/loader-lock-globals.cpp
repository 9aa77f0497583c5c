// RUN: %check_mapi %s
// Objects at namespace scope are built and destroyed under the loader lock.
#include <windows.h>
#include <mapix.h>
#include <mapiutil.h>

void work();

class Mapi {
public:
  Mapi() : hr_(MAPIInitialize(nullptr)) {}
  Mapi(const Mapi &) = delete;
  Mapi &operator=(const Mapi &) = delete;
  ~Mapi() {
    if (SUCCEEDED(hr_))
      MAPIUninitialize();
  }
  bool ok() const { return SUCCEEDED(hr_); }

private:
  HRESULT hr_;
};

static Mapi mapiOfTheFile;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]

// Declared, and defined elsewhere.
extern Mapi mapiOfAnotherFile;

// A pointer builds nothing.
static Mapi *mapiOnDemand;

bool startOnDemand() {
  if (!mapiOnDemand)
    mapiOnDemand = new Mapi;
  return mapiOnDemand->ok();
}

void stopOnDemand() {
  delete mapiOnDemand;
  mapiOnDemand = nullptr;
}

// A local object is right.
void localObject() {
  Mapi mapi;
  if (mapi.ok())
    work();
}

// --- Only the constructor, only the destructor.
struct Starter {
  Starter() { MAPIInitialize(nullptr); }
};

struct Stopper {
  ~Stopper() { MAPIUninitialize(); }
};

struct Idler {
  Idler() { work(); }
  ~Idler() { work(); }
  void start() { MAPIInitialize(nullptr); }
  void stop() { MAPIUninitialize(); }
};

Starter starter;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
Idler idler;
Stopper stopper;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]

// --- In namespaces.
namespace {
Mapi unnamed;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
Idler unnamedIdler;
} // namespace

namespace mail {
namespace detail {
const Mapi nested;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
} // namespace detail
} // namespace mail

// --- As a member or a base of the object.
class App {
public:
  App() : window_(nullptr) {}
  bool ok() const { return mapi_.ok(); }

private:
  Mapi mapi_;
  HWND window_;
};

App theApp;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]

struct MailApp : Mapi {
  explicit MailApp(LPCWSTR name) : name_(name) {}
  LPCWSTR name_;
};

MailApp theMailApp(L"mail");
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]

// As an application should be: it starts MAPI when it runs.
class RightApp {
public:
  RightApp() : up_(false) {}
  bool InitInstance() {
    up_ = SUCCEEDED(MAPIInitialize(nullptr));
    return up_;
  }
  int ExitInstance() {
    if (up_)
      MAPIUninitialize();
    up_ = false;
    return 0;
  }

private:
  bool up_;
};

RightApp theRightApp;

// A member that is a pointer, made later.
class LazyApp {
public:
  LazyApp() : mapi_(nullptr) {}
  LazyApp(const LazyApp &) = delete;
  LazyApp &operator=(const LazyApp &) = delete;
  void InitInstance() {
    if (!mapi_)
      mapi_ = new Mapi;
  }
  void ExitInstance() {
    delete mapi_;
    mapi_ = nullptr;
  }

private:
  Mapi *mapi_;
};

LazyApp theLazyApp;

// --- Through a helper.
static bool startUp() { return SUCCEEDED(MAPIInitialize(nullptr)); }
static bool isReady() { return theRightApp.InitInstance(); }

struct ByHelper {
  ByHelper() : up(startUp()) {}
  bool up;
};

struct ByPointer {
  ByPointer() : question(isReady) {}
  bool (*question)();
};

ByHelper byHelper;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
ByPointer byPointer;

// --- A template: one kind starts MAPI, the other does not.
struct MapiTraits {
  static bool open() { return SUCCEEDED(MAPIInitialize(nullptr)); }
  static void close() { MAPIUninitialize(); }
};

struct LogTraits {
  static bool open() { return true; }
  static void close() { work(); }
};

template <class Traits> class Library {
public:
  Library() : open_(Traits::open()) {}
  ~Library() {
    if (open_)
      Traits::close();
  }

private:
  bool open_;
};

Library<MapiTraits> mapiLibrary;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
Library<LogTraits> logLibrary;

void libraryInAFunction() {
  Library<MapiTraits> library;
  work();
}

// --- Several objects, and members of classes.
Starter starters[2];
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
Idler *idlers[2];

struct Holder {
  static Mapi shared;
  static Mapi *current;
};

Mapi Holder::shared;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-loader-lock]
Mapi *Holder::current = nullptr;

// --- Functions that are kept at namespace scope, not called.
struct Functions {
  LPMAPIINITIALIZE start;
  LPMAPIUNINITIALIZE stop;
  bool (*up)();
};

static const Functions functions = {MAPIInitialize, MAPIUninitialize, startUp};
static const auto startLater = [] { return MAPIInitialize(nullptr); };

HRESULT startNow() { return functions.start(nullptr); }
HRESULT startByLambda() { return startLater(); }

// RUN: %check_mapi %s
// Functions that are not seen spoil what they can get at, and not the whole class.
#include <mapix.h>
#include <mapiutil.h>
#include <functional>

// Of a library.
class Dialog {
public:
  Dialog();
  virtual ~Dialog();
  void update();
  virtual void onClose();
};

class Forgetful : public Dialog {
public:
  HRESULT open(LPMDB store) {
    update();
    return store->GetOutgoingQueue(0, &queue);
  }
  ~Forgetful() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

private:
  LPMAPITABLE queue = nullptr;
};

class Careful : public Dialog {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  ~Careful() {
    if (queue)
      queue->Release();
  }

private:
  LPMAPITABLE queue = nullptr;
};

// The library calls what is overridden.
class ClosedByItsBase : public Dialog {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  ~ClosedByItsBase() {}

private:
  void onClose() override {
    if (queue)
      queue->Release();
    queue = nullptr;
  }
  LPMAPITABLE queue = nullptr;
};

class WithUnseenClose {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void close();
  ~WithUnseenClose() {}

private:
  LPMAPITABLE queue = nullptr;
};

class WithUnseenPrint {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void print() const;
  ~WithUnseenPrint() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

private:
  LPMAPITABLE queue = nullptr;
};

class WithStatics {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  static void discard(LPMAPITABLE table) { table->Release(); }
  static WithStatics *create(int number);
  ~WithStatics() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

private:
  LPMAPITABLE queue = nullptr;
};

class WithAWindowProcedure {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  static LRESULT CALLBACK procedure(HWND, UINT, WPARAM, LPARAM);
  ~WithAWindowProcedure() {}

private:
  LPMAPITABLE queue = nullptr;
};

class WithACloserOfOthers {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  static void close(WithACloserOfOthers &other) {
    if (other.queue)
      other.queue->Release();
    other.queue = nullptr;
  }
  ~WithACloserOfOthers() {}

private:
  LPMAPITABLE queue = nullptr;
};

// A function that does too much to be followed spoils what it names.
class WithALongFunction {
public:
  HRESULT open(LPMDB store) {
    HRESULT hr = store->GetOutgoingQueue(0, &queue);
    return FAILED(hr) ? hr : store->GetReceiveFolderTable(0, &folders);
  }
  void end(int which, ULONG *code) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-unanalyzed-function]
    switch (which) {
    case 0:
      *code = 20;
      return;
    case 1:
      *code = 21;
      return;
    case 2:
      *code = 22;
      return;
    case 3:
      *code = 23;
      return;
    case 4:
      *code = 24;
      return;
    case 5:
      *code = 25;
      return;
    case 6:
      *code = 26;
      return;
    case 7:
      *code = 27;
      return;
    case 8:
      *code = 28;
      return;
    case 9:
      *code = 29;
      return;
    case 10:
      *code = 30;
      return;
    case 11:
      *code = 31;
      return;
    case 12:
      *code = 32;
      return;
    case 13:
      *code = 33;
      return;
    case 14:
      *code = 34;
      return;
    case 15:
      *code = 35;
      return;
    case 16:
      *code = 36;
      return;
    case 17:
      *code = 37;
      return;
    }
    if (folders)
      folders->Release();
    folders = nullptr;
  }
  ~WithALongFunction() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

private:
  LPMAPITABLE queue = nullptr;
  LPMAPITABLE folders = nullptr;
};

// What it hands out may be released.
class WithUnseenGetter {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  LPMAPITABLE table() const;
  ~WithUnseenGetter() {}

private:
  LPMAPITABLE queue = nullptr;
};

// An inner class gets at the members of the outer one.
class WithAnInnerClass {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  ~WithAnInnerClass() {}
  class Closer {
  public:
    void close(WithAnInnerClass *what) {
      what->queue->Release();
      what->queue = nullptr;
    }
  };

private:
  LPMAPITABLE queue = nullptr;
};

// So does a lambda that runs somewhere else.
void post(std::function<void()> action);

class ClosesElsewhere {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void close() {
    post([this] {
      queue->Release();
      queue = nullptr;
    });
  }
  ~ClosesElsewhere() {}

private:
  LPMAPITABLE queue = nullptr;
};

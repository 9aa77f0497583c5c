// RUN: %check_mapi %s
// A function that cleans up after itself, or opens anew what it has closed, is no
// way for the user of a class to have the member given back.
#include <mapix.h>
#include <mapiutil.h>

class CleansUpAfterItself {
public:
  HRESULT open(LPMDB store) {
    HRESULT hr = store->GetOutgoingQueue(0, &queue);
    if (FAILED(hr))
      return hr;
    hr = queue->SetColumns(nullptr, 0);
    if (FAILED(hr))
      drop();
    return hr;
  }
  ~CleansUpAfterItself() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

private:
  void drop() {
    if (queue)
      queue->Release();
    queue = nullptr;
  }
  LPMAPITABLE queue = nullptr;
};

class OpensAnew {
public:
  HRESULT refresh(LPMAPITABLE table) {
    LPSPropTagArray found = nullptr;
    HRESULT hr = table->QueryColumns(0, &found);
    if (FAILED(hr))
      return hr;
    MAPIFreeBuffer(columns);
    columns = found;
    return S_OK;
  }
  ~OpensAnew() {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'columns'.*}} [mapi-buffer-leak]

private:
  LPSPropTagArray columns = nullptr;
};

class OpensOrCloses {
public:
  HRESULT show(LPMDB store, bool visible) {
    if (queue)
      queue->Release();
    queue = nullptr;
    return visible ? store->GetOutgoingQueue(0, &queue) : S_OK;
  }
  ~OpensOrCloses() {}

private:
  LPMAPITABLE queue = nullptr;
};

class HasACloser {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void close() {
    if (queue)
      queue->Release();
    queue = nullptr;
  }
  ~HasACloser() {}

private:
  LPMAPITABLE queue = nullptr;
};

// A derived class, or whoever has a pointer to it, calls what nobody here calls.
class ClosedByMessage {
public:
  typedef void (ClosedByMessage::*Handler)();
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  ~ClosedByMessage() {}
  static const Handler handlers[1];

private:
  void onDestroy() {
    if (queue)
      queue->Release();
    queue = nullptr;
  }
  LPMAPITABLE queue = nullptr;
};
const ClosedByMessage::Handler ClosedByMessage::handlers[1] = {
    &ClosedByMessage::onDestroy};

class ClosedByDerived {
public:
  HRESULT open(LPMDB store) {
    close();
    return store->GetOutgoingQueue(0, &queue);
  }
  ~ClosedByDerived() {}

protected:
  void close() {
    if (queue)
      queue->Release();
    queue = nullptr;
  }

private:
  LPMAPITABLE queue = nullptr;
};

class ClosesTwice {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void close() {
    if (queue)
      queue->Release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-use-after-release]
  }
  ~ClosesTwice() { close(); }

private:
  LPMAPITABLE queue = nullptr;
};

class ClosesOnce {
public:
  HRESULT open(LPMDB store) { return store->GetOutgoingQueue(0, &queue); }
  void close() {
    if (queue)
      queue->Release();
    queue = nullptr;
  }
  ~ClosesOnce() { close(); }

private:
  LPMAPITABLE queue = nullptr;
};

class RemembersThatItClosed {
public:
  RemembersThatItClosed() { MAPIAllocateBuffer(8, &memory); }
  void close() {
    MAPIFreeBuffer(memory);
    closed = true;
  }
  ~RemembersThatItClosed() {
    if (!closed)
      MAPIFreeBuffer(memory);
  }

private:
  LPVOID memory = nullptr;
  bool closed = false;
};

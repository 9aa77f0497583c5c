// RUN: timeout 300 %check_mapi %s
// What is legal and rarely written.
#include <mapix.h>
#include <mapiutil.h>

bool isFine(HRESULT hr);
void also(int);

// Answers that are copied to each other, and to themselves.
HRESULT answersWrong(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  bool first = isFine(session->OpenMsgStore(0, size, id, nullptr, 0, &store));
  bool second = first;
  first = first;
  for (int i = 0; i < 3; ++i) {
    first = second;
    second = first;
    first = second;
    second = first;
  }
  store = store;
  if (second)
    also(first);
  LPMAPITABLE table = nullptr;
  session->GetMsgStoresTable(0, &table);
  return S_OK;
} // CHECK: :[[@LINE-1]]:3: warning: 'table' (IMAPITable) may be lost on this way out{{.*}} [mapi-interface-leak]

HRESULT answersRight(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  hr = hr;
  bool fine = SUCCEEDED(hr);
  fine = fine;
  bool same = fine;
  fine = same;
  if (fine)
    store->Release();
  return hr;
}

// A lambda that calls a function of the object it was made in.
template <class F> void run(F body) { body(); }

struct Counted : IMAPIAdviseSink {
  void stop() {
    run([this] { Release(); });
  }
  void stopLater() {
    auto release = [this] { return Release(); };
    run(release);
  }
  HRESULT leak(LPMAPISESSION session) {
    LPMAPITABLE table = nullptr;
    HRESULT hr = session->GetMsgStoresTable(0, &table);
    run([this] { AddRef(); });
    run([this] { Release(); });
    return hr; // CHECK: :[[@LINE]]:5: warning: 'table' (IMAPITable) may be lost on this way out{{.*}} [mapi-interface-leak]
  }
};

// A smart pointer whose As hands out another.
template <class T> struct ComPtr {
  T *held = nullptr;
  ComPtr() = default;
  ComPtr(const ComPtr &);
  ~ComPtr() {
    if (held)
      held->Release();
  }
  T **operator&() { return &held; }
  T *operator->() const { return held; }
  template <class U> ComPtr<U> As() const;
};

HRESULT asRight(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  ComPtr<IMsgStore> store;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  ComPtr<IMAPIProp> properties = store.As<IMAPIProp>();
  return hr;
}

HRESULT asWrong(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  ComPtr<IMsgStore> store;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  ComPtr<IMAPIProp> properties = store.As<IMAPIProp>();
  LPMAPITABLE table = nullptr;
  store->GetReceiveFolderTable(0, &table);
  return hr; // CHECK: :[[@LINE]]:3: warning: 'table' (IMAPITable) may be lost on this way out{{.*}} [mapi-interface-leak]
}

// Assembly that jumps, and that writes.
HRESULT jumpsWrong(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  asm volatile("nop");
  asm goto("jmp %l0" : : : : fail);
  if (SUCCEEDED(hr))
    store->Release();
  return 0;
fail:
  return hr; // CHECK: :[[@LINE]]:3: warning: 'store' (IMsgStore) may be lost on this way out{{.*}} [mapi-interface-leak]
}

HRESULT jumpsRight(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  LPMDB store = nullptr;
  HRESULT hr = session->OpenMsgStore(0, size, id, nullptr, 0, &store);
  if (FAILED(hr))
    return hr;
  asm goto("jmp %l0" : : : : fail);
fail:
  store->Release();
  return 0;
}

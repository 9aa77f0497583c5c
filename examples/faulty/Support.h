// What all parts of the client use: check macros and a small smart pointer.
#ifndef CLIENT_SUPPORT_H
#define CLIENT_SUPPORT_H

#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>
#include <stdio.h>

// Leaves for the label Cleanup if the call fails.
#define CHECK_HR(call)                                                         \
  do {                                                                         \
    hr = (call);                                                               \
    if (FAILED(hr)) {                                                          \
      ReportFailure(#call, hr);                                                \
      goto Cleanup;                                                            \
    }                                                                          \
  } while (0)

#define RELEASE(object)                                                        \
  do {                                                                         \
    if (object) {                                                              \
      (object)->Release();                                                     \
      (object) = nullptr;                                                      \
    }                                                                          \
  } while (0)

inline void ReportFailure(const char *what, HRESULT hr) {
  fprintf(stderr, "%s failed: 0x%08lx\n", what, (unsigned long)hr);
}

// A reference to a COM object that is released at the end of the scope.
template <class T> class ComPtr {
public:
  ComPtr() = default;
  ComPtr(const ComPtr &) = delete;
  ComPtr &operator=(const ComPtr &) = delete;
  ~ComPtr() { Reset(); }

  T **operator&() { return &object; }
  T *operator->() const { return object; }
  T *Get() const { return object; }
  explicit operator bool() const { return object != nullptr; }

  void Reset() {
    T *old = object;
    object = nullptr;
    if (old)
      old->Release();
  }

private:
  T *object = nullptr;
};

#endif // CLIENT_SUPPORT_H

//===- wil/com.h - WIL: COM pointers ----------------------------------------===//
//
// Ownership is exact here.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_COM_H
#define MAPI_STANDIN_WIL_COM_H

#include <detail/uuid.h>
#include <wil/resource.h>

namespace wil {
struct err_returncode_policy {
  typedef HRESULT result;
  static HRESULT check(HRESULT hr) { return hr; }
};
struct err_exception_policy {
  typedef void result;
  static void check(HRESULT hr) {
    if (FAILED(hr))
      ThrowHr(hr);
  }
};
struct err_failfast_policy {
  typedef void result;
  static void check(HRESULT hr) {
    if (FAILED(hr))
      FailFast(hr);
  }
};

template <typename T, typename err_policy = err_exception_policy>
class com_ptr_t {
public:
  typedef T element_type;
  typedef T *pointer;
  typedef typename err_policy::result result;

  com_ptr_t() noexcept : m_ptr(nullptr) {}
  com_ptr_t(decltype(nullptr)) noexcept : m_ptr(nullptr) {}
  com_ptr_t(pointer ptr) noexcept : m_ptr(ptr) {
    if (m_ptr)
      m_ptr->AddRef();
  }
  com_ptr_t(const com_ptr_t &other) noexcept : com_ptr_t(other.get()) {}
  template <typename U, typename P>
  com_ptr_t(const com_ptr_t<U, P> &other) noexcept
      : com_ptr_t(static_cast<pointer>(other.get())) {}
  com_ptr_t(com_ptr_t &&other) noexcept : m_ptr(other.detach()) {}
  template <typename U, typename P>
  com_ptr_t(com_ptr_t<U, P> &&other) noexcept : m_ptr(other.detach()) {}
  ~com_ptr_t() noexcept {
    if (m_ptr)
      m_ptr->Release();
  }

  com_ptr_t &operator=(decltype(nullptr)) noexcept {
    reset();
    return *this;
  }
  com_ptr_t &operator=(pointer other) noexcept {
    pointer old = m_ptr;
    m_ptr = other;
    if (other)
      other->AddRef();
    if (old)
      old->Release();
    return *this;
  }
  com_ptr_t &operator=(const com_ptr_t &other) noexcept {
    return operator=(other.get());
  }
  template <typename U, typename P>
  com_ptr_t &operator=(const com_ptr_t<U, P> &other) noexcept {
    return operator=(static_cast<pointer>(other.get()));
  }
  com_ptr_t &operator=(com_ptr_t &&other) noexcept {
    if (this != other.addressof_this())
      attach(other.detach());
    return *this;
  }
  template <typename U, typename P>
  com_ptr_t &operator=(com_ptr_t<U, P> &&other) noexcept {
    attach(other.detach());
    return *this;
  }

  void swap(com_ptr_t &other) noexcept {
    pointer ptr = m_ptr;
    m_ptr = other.m_ptr;
    other.m_ptr = ptr;
  }
  void reset() noexcept {
    pointer ptr = m_ptr;
    m_ptr = nullptr;
    if (ptr)
      ptr->Release();
  }
  void reset(decltype(nullptr)) noexcept { reset(); }
  void attach(pointer other) noexcept {
    pointer ptr = m_ptr;
    m_ptr = other;
    if (ptr)
      ptr->Release();
  }
  pointer detach() noexcept {
    pointer ptr = m_ptr;
    m_ptr = nullptr;
    return ptr;
  }
  pointer *addressof() noexcept { return &m_ptr; }
  pointer *put() noexcept {
    reset();
    return &m_ptr;
  }
  void **put_void() noexcept { return reinterpret_cast<void **>(put()); }
  IUnknown **put_unknown() noexcept {
    return reinterpret_cast<IUnknown **>(put());
  }
  pointer *operator&() noexcept { return put(); }
  pointer get() const noexcept { return m_ptr; }
  explicit operator bool() const noexcept { return m_ptr != nullptr; }
  pointer operator->() const noexcept { return m_ptr; }
  T &operator*() const noexcept { return *m_ptr; }

  template <typename U> com_ptr_t<U, err_policy> query() const {
    com_ptr_t<U, err_policy> result;
    err_policy::check(m_ptr->QueryInterface(__uuidof(U), result.put_void()));
    return result;
  }
  template <typename U> result query_to(U **out) const {
    return err_policy::check(
        m_ptr->QueryInterface(__uuidof(U), reinterpret_cast<void **>(out)));
  }
  result query_to(REFIID riid, void **out) const {
    return err_policy::check(m_ptr->QueryInterface(riid, out));
  }
  template <typename U> com_ptr_t<U, err_policy> try_query() const {
    com_ptr_t<U, err_policy> result;
    if (FAILED(m_ptr->QueryInterface(__uuidof(U), result.put_void())))
      result.detach();
    return result;
  }
  template <typename U> bool try_query_to(U **out) const {
    return SUCCEEDED(
        m_ptr->QueryInterface(__uuidof(U), reinterpret_cast<void **>(out)));
  }
  template <typename U> com_ptr_t<U, err_policy> copy() const {
    return m_ptr ? query<U>() : com_ptr_t<U, err_policy>();
  }
  result copy_to(T **out) const {
    *out = m_ptr;
    if (m_ptr)
      m_ptr->AddRef();
    return err_policy::check(S_OK);
  }

private:
  const com_ptr_t *addressof_this() const noexcept { return this; }
  pointer m_ptr;
};

template <typename T> using com_ptr = com_ptr_t<T, err_exception_policy>;
template <typename T>
using com_ptr_nothrow = com_ptr_t<T, err_returncode_policy>;
template <typename T> using com_ptr_failfast = com_ptr_t<T, err_failfast_policy>;

template <typename T, typename P, typename U>
bool operator==(const com_ptr_t<T, P> &a, const com_ptr_t<U, P> &b) {
  return a.get() == b.get();
}
template <typename T, typename P>
bool operator==(const com_ptr_t<T, P> &a, decltype(nullptr)) {
  return a.get() == nullptr;
}
template <typename T, typename P>
bool operator!=(const com_ptr_t<T, P> &a, decltype(nullptr)) {
  return a.get() != nullptr;
}

template <typename T> com_ptr<T> make_com_ptr(T *ptr) { return com_ptr<T>(ptr); }
template <typename T>
com_ptr<T> CoCreateInstance(REFCLSID rclsid,
                            DWORD dwClsContext = CLSCTX_INPROC_SERVER) {
  com_ptr<T> result;
  THROW_IF_FAILED(::CoCreateInstance(rclsid, nullptr, dwClsContext, __uuidof(T),
                                     result.put_void()));
  return result;
}
template <typename T>
com_ptr_nothrow<T>
CoCreateInstanceNoThrow(REFCLSID rclsid,
                        DWORD dwClsContext = CLSCTX_INPROC_SERVER) {
  com_ptr_nothrow<T> result;
  if (FAILED(::CoCreateInstance(rclsid, nullptr, dwClsContext, __uuidof(T),
                                result.put_void())))
    result.detach();
  return result;
}
} // namespace wil

#endif

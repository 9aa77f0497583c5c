//===- wil/resource.h - WIL: resources --------------------------------------===//
//
// Ownership is exact here.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_RESOURCE_H
#define MAPI_STANDIN_WIL_RESOURCE_H

#include <wil/common.h>
#include <wil/result_macros.h>
#include <objbase.h>
#include <oleauto.h>

namespace wil {
/// Closes what it holds with Close; Invalid stands for nothing.
template <typename T, typename Fn, Fn Close, T Invalid = T{}>
class unique_any_t {
public:
  typedef T pointer;
  unique_any_t() : m_value(Invalid) {}
  unique_any_t(decltype(nullptr)) : m_value(Invalid) {}
  explicit unique_any_t(T value) noexcept : m_value(value) {}
  unique_any_t(unique_any_t &&other) noexcept : m_value(other.release()) {}
  unique_any_t(const unique_any_t &) = delete;
  ~unique_any_t() { reset(); }
  unique_any_t &operator=(unique_any_t &&other) noexcept {
    if (this != &other)
      reset(other.release());
    return *this;
  }
  unique_any_t &operator=(decltype(nullptr)) noexcept {
    reset();
    return *this;
  }
  unique_any_t &operator=(const unique_any_t &) = delete;

  explicit operator bool() const noexcept { return m_value != Invalid; }
  bool is_valid() const noexcept { return m_value != Invalid; }
  T get() const noexcept { return m_value; }
  T release() noexcept {
    T value = m_value;
    m_value = Invalid;
    return value;
  }
  void reset(T value = Invalid) noexcept {
    if (m_value != Invalid)
      Close(m_value);
    m_value = value;
  }
  T *addressof() noexcept { return &m_value; }
  T *put() noexcept {
    reset();
    return &m_value;
  }
  T *operator&() noexcept { return put(); }
  void swap(unique_any_t &other) noexcept {
    T value = m_value;
    m_value = other.m_value;
    other.m_value = value;
  }

private:
  T m_value;
};

template <typename T, typename Fn, Fn Close>
using unique_any = unique_any_t<T, Fn, Close>;

/// INVALID_HANDLE_VALUE is no constant: two values that stand for nothing.
class unique_hfile {
public:
  unique_hfile() : m_value(INVALID_HANDLE_VALUE) {}
  explicit unique_hfile(HANDLE value) : m_value(value) {}
  unique_hfile(unique_hfile &&other) : m_value(other.release()) {}
  ~unique_hfile() { reset(); }
  unique_hfile &operator=(unique_hfile &&other) {
    reset(other.release());
    return *this;
  }
  explicit operator bool() const { return m_value != INVALID_HANDLE_VALUE; }
  HANDLE get() const { return m_value; }
  HANDLE release() {
    HANDLE value = m_value;
    m_value = INVALID_HANDLE_VALUE;
    return value;
  }
  void reset(HANDLE value = INVALID_HANDLE_VALUE) {
    if (m_value != INVALID_HANDLE_VALUE)
      ::CloseHandle(m_value);
    m_value = value;
  }
  HANDLE *put() {
    reset();
    return &m_value;
  }
  HANDLE *operator&() { return put(); }

private:
  HANDLE m_value;
};

typedef unique_any<HANDLE, decltype(&::CloseHandle), ::CloseHandle> unique_handle;
typedef unique_handle unique_event;
typedef unique_handle unique_mutex;
typedef unique_handle unique_process_handle;
typedef unique_any<HMODULE, decltype(&::FreeLibrary), ::FreeLibrary> unique_hmodule;
typedef unique_any<HKEY, decltype(&::RegCloseKey), ::RegCloseKey> unique_hkey;
typedef unique_any<BSTR, decltype(&::SysFreeString), ::SysFreeString> unique_bstr;
typedef unique_any<PWSTR, decltype(&::CoTaskMemFree), ::CoTaskMemFree>
    unique_cotaskmem_string;
typedef unique_any<HLOCAL, decltype(&::LocalFree), ::LocalFree> unique_hlocal;
typedef unique_any<HGLOBAL, decltype(&::GlobalFree), ::GlobalFree> unique_hglobal;
typedef unique_any<HWND, decltype(&::DestroyWindow), ::DestroyWindow> unique_hwnd;

template <typename T> class unique_cotaskmem_ptr_t {
public:
  unique_cotaskmem_ptr_t() : m_value(nullptr) {}
  explicit unique_cotaskmem_ptr_t(T *value) : m_value(value) {}
  unique_cotaskmem_ptr_t(unique_cotaskmem_ptr_t &&other)
      : m_value(other.release()) {}
  ~unique_cotaskmem_ptr_t() { reset(); }
  unique_cotaskmem_ptr_t &operator=(unique_cotaskmem_ptr_t &&other) {
    reset(other.release());
    return *this;
  }
  explicit operator bool() const { return m_value != nullptr; }
  T *get() const { return m_value; }
  T *operator->() const { return m_value; }
  T &operator*() const { return *m_value; }
  T *release() {
    T *value = m_value;
    m_value = nullptr;
    return value;
  }
  void reset(T *value = nullptr) {
    ::CoTaskMemFree(m_value);
    m_value = value;
  }
  T **put() {
    reset();
    return &m_value;
  }
  T **operator&() { return put(); }

private:
  T *m_value;
};
template <typename T> using unique_cotaskmem_ptr = unique_cotaskmem_ptr_t<T>;

class unique_variant : public tagVARIANT {
public:
  unique_variant() { ::VariantInit(this); }
  ~unique_variant() { ::VariantClear(this); }
  unique_variant(const unique_variant &) = delete;
  unique_variant &operator=(const unique_variant &) = delete;
  VARIANT *reset_and_addressof() {
    ::VariantClear(this);
    return this;
  }
  VARIANT *addressof() { return this; }
};

/// Runs a function at the end of a scope, unless released.
template <typename F> class scope_exit_t {
public:
  explicit scope_exit_t(F &&f) : m_f(static_cast<F &&>(f)), m_call(true) {}
  scope_exit_t(scope_exit_t &&other)
      : m_f(static_cast<F &&>(other.m_f)), m_call(other.m_call) {
    other.m_call = false;
  }
  scope_exit_t(const scope_exit_t &) = delete;
  ~scope_exit_t() { reset(); }
  void release() { m_call = false; }
  void reset() {
    if (m_call) {
      m_call = false;
      m_f();
    }
  }

private:
  F m_f;
  bool m_call;
};
template <typename F> scope_exit_t<F> scope_exit(F f) {
  return scope_exit_t<F>(static_cast<F &&>(f));
}

template <typename Fn, Fn Close> class unique_call {
public:
  unique_call() : m_call(true) {}
  unique_call(unique_call &&other) : m_call(other.m_call) {
    other.m_call = false;
  }
  ~unique_call() { reset(); }
  void release() { m_call = false; }
  void reset() {
    if (m_call) {
      m_call = false;
      Close();
    }
  }

private:
  bool m_call;
};
typedef unique_call<decltype(&::CoUninitialize), ::CoUninitialize>
    unique_couninitialize_call;
inline unique_couninitialize_call
CoInitializeEx(DWORD coinitFlags = 0 /*COINIT_MULTITHREADED*/) {
  THROW_IF_FAILED(::CoInitializeEx(nullptr, coinitFlags));
  return unique_couninitialize_call();
}
} // namespace wil

#endif

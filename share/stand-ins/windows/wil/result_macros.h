//===- wil/result_macros.h - WIL: error handling ----------------------------===//
//
// Control flow is exact here.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_RESULT_MACROS_H
#define MAPI_STANDIN_WIL_RESULT_MACROS_H

#include <windows.h>

// Logging is left out: what stays is who returns, throws or ends the process.
#ifdef __cplusplus
namespace wil {
class ResultException;
[[noreturn]] void ThrowHr(HRESULT hr);
[[noreturn]] void FailFast(HRESULT hr);
HRESULT ResultFromCaughtException() noexcept;
HRESULT LastErrorAsHr() noexcept;
inline bool verify_bool(bool value) { return value; }
inline bool verify_bool(int value) { return value != 0; }
inline HRESULT verify_hresult(HRESULT hr) { return hr; }
inline HRESULT log(HRESULT hr) { return hr; }
} // namespace wil
#endif

#define WI_MAPI_STANDIN_HR(...) const HRESULT __hrRet = (__VA_ARGS__)
#define RETURN_HR(hr) return (hr)
#define RETURN_HR_MSG(hr, ...) return (hr)
#define RETURN_WIN32(error) return HRESULT_FROM_WIN32(error)
#define RETURN_LAST_ERROR() return wil::LastErrorAsHr()
#define RETURN_IF_FAILED(...)                                                  \
  do {                                                                         \
    WI_MAPI_STANDIN_HR(__VA_ARGS__);                                           \
    if (FAILED(__hrRet))                                                       \
      return __hrRet;                                                          \
  } while (0)
#define RETURN_IF_FAILED_MSG(hr, ...) RETURN_IF_FAILED(hr)
#define RETURN_IF_FAILED_EXPECTED(hr) RETURN_IF_FAILED(hr)
#define RETURN_HR_IF(hr, condition)                                            \
  do {                                                                         \
    if (condition)                                                             \
      return (hr);                                                             \
  } while (0)
#define RETURN_HR_IF_MSG(hr, condition, ...) RETURN_HR_IF(hr, condition)
#define RETURN_HR_IF_EXPECTED(hr, condition) RETURN_HR_IF(hr, condition)
#define RETURN_HR_IF_NULL(hr, ptr) RETURN_HR_IF(hr, (ptr) == nullptr)
#define RETURN_HR_IF_NULL_EXPECTED(hr, ptr) RETURN_HR_IF_NULL(hr, ptr)
#define RETURN_IF_NULL_ALLOC(ptr) RETURN_HR_IF_NULL(E_OUTOFMEMORY, ptr)
#define RETURN_IF_WIN32_ERROR(error)                                           \
  RETURN_IF_FAILED(HRESULT_FROM_WIN32(error))
#define RETURN_IF_WIN32_BOOL_FALSE(value)                                      \
  RETURN_HR_IF(wil::LastErrorAsHr(), !(value))
#define RETURN_LAST_ERROR_IF(condition)                                        \
  RETURN_HR_IF(wil::LastErrorAsHr(), condition)
#define RETURN_LAST_ERROR_IF_NULL(ptr) RETURN_LAST_ERROR_IF((ptr) == nullptr)
#define RETURN_CAUGHT_EXCEPTION() return wil::ResultFromCaughtException()
#define CATCH_RETURN()                                                         \
  catch (...) {                                                                \
    return wil::ResultFromCaughtException();                                   \
  }
#define CATCH_LOG()                                                            \
  catch (...) {                                                                \
  }
#define CATCH_FAIL_FAST()                                                      \
  catch (...) {                                                                \
    wil::FailFast(E_FAIL);                                                     \
  }

#define THROW_HR(hr) wil::ThrowHr(hr)
#define THROW_HR_MSG(hr, ...) wil::ThrowHr(hr)
#define THROW_LAST_ERROR() wil::ThrowHr(wil::LastErrorAsHr())
#define THROW_WIN32(error) wil::ThrowHr(HRESULT_FROM_WIN32(error))
#define THROW_IF_FAILED(...)                                                   \
  do {                                                                         \
    WI_MAPI_STANDIN_HR(__VA_ARGS__);                                           \
    if (FAILED(__hrRet))                                                       \
      wil::ThrowHr(__hrRet);                                                   \
  } while (0)
#define THROW_IF_FAILED_MSG(hr, ...) THROW_IF_FAILED(hr)
#define THROW_HR_IF(hr, condition)                                             \
  ((condition) ? wil::ThrowHr(hr) : (void)0)
#define THROW_HR_IF_NULL(hr, ptr) THROW_HR_IF(hr, (ptr) == nullptr)
#define THROW_IF_NULL_ALLOC(ptr) THROW_HR_IF_NULL(E_OUTOFMEMORY, ptr)
#define THROW_IF_WIN32_BOOL_FALSE(value) THROW_HR_IF(wil::LastErrorAsHr(), !(value))
#define THROW_IF_WIN32_ERROR(error) THROW_HR_IF(HRESULT_FROM_WIN32(error), (error) != 0)
#define THROW_LAST_ERROR_IF(condition) THROW_HR_IF(wil::LastErrorAsHr(), condition)
#define THROW_LAST_ERROR_IF_NULL(ptr) THROW_LAST_ERROR_IF((ptr) == nullptr)

#define LOG_HR(hr) (hr)
#define LOG_HR_MSG(hr, ...) (hr)
#define LOG_IF_FAILED(...) (__VA_ARGS__)
#define LOG_IF_FAILED_MSG(hr, ...) (hr)
#define LOG_HR_IF(hr, condition) (condition)
#define LOG_IF_WIN32_BOOL_FALSE(value) (value)
#define LOG_LAST_ERROR() wil::LastErrorAsHr()
#define LOG_LAST_ERROR_IF(condition) (condition)
#define LOG_CAUGHT_EXCEPTION() wil::ResultFromCaughtException()

#define FAIL_FAST() wil::FailFast(E_FAIL)
#define FAIL_FAST_HR(hr) wil::FailFast(hr)
#define FAIL_FAST_IF(condition)                                                \
  ((condition) ? wil::FailFast(E_FAIL) : (void)0)
#define FAIL_FAST_IF_NULL(ptr) FAIL_FAST_IF((ptr) == nullptr)
#define FAIL_FAST_IF_FAILED(...)                                               \
  (FAILED(__VA_ARGS__) ? wil::FailFast(E_FAIL) : (void)0)
#define FAIL_FAST_MSG(...) wil::FailFast(E_FAIL)
#define WI_ASSERT(condition) ((void)0)
#define WI_VERIFY(condition) ((void)(condition))
#define WI_NOEXCEPT noexcept

#endif

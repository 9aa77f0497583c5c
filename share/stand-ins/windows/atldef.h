//===- atldef.h - ATL: macros -----------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/debugging-and-error-reporting-macros
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLDEF_H
#define MAPI_STANDIN_ATLDEF_H

#include <windows.h>
#include <crtdbg.h>
#include <detail/uuid.h>
#include <tchar.h>

#ifndef _ATL_VER
#define _ATL_VER 0x0E00
#endif
#define _ATL_PACKING 8

#ifndef ATL_NO_VTABLE
#define ATL_NO_VTABLE
#endif
#define ATLAPI HRESULT __stdcall
#define ATLAPI_(type) type __stdcall
#define ATLINLINE inline
#define ATL_NOTHROW
#define AtlThrow ATL::AtlThrowImpl

#ifndef ATLASSERT
#define ATLASSERT(expr) ((void)0)
#endif
#ifndef ATLASSUME
#define ATLASSUME(expr) ((void)0)
#endif
#ifndef ATLVERIFY
#define ATLVERIFY(expr) ((void)(expr))
#endif
#ifndef ATLENSURE_THROW
#define ATLENSURE_THROW(expr, hr)                                              \
  do {                                                                         \
    if (!(expr))                                                               \
      ATL::AtlThrowImpl(hr);                                                   \
  } while (0)
#endif
#ifndef ATLENSURE
#define ATLENSURE(expr) ATLENSURE_THROW(expr, E_FAIL)
#endif
#ifndef ATLENSURE_RETURN_VAL
#define ATLENSURE_RETURN_VAL(expr, value)                                      \
  do {                                                                         \
    if (!(expr))                                                               \
      return value;                                                            \
  } while (0)
#endif
#ifndef ATLENSURE_RETURN
#define ATLENSURE_RETURN(expr) ATLENSURE_RETURN_VAL(expr, E_FAIL)
#define ATLENSURE_RETURN_HR(expr, hr) ATLENSURE_RETURN_VAL(expr, hr)
#define ATLENSURE_SUCCEEDED(hr) ATLENSURE_THROW(SUCCEEDED(hr), hr)
#endif

#define ATLTRACE(...) ((void)0)
#define ATLTRACE2(...) ((void)0)
#define AtlTrace(...) ((void)0)
#define ATLTRACENOTIMPL(name) return E_NOTIMPL
#define ATLPREFAST_SUPPRESS(...)
#define ATLPREFAST_UNSUPPRESS()
#define ATL_DEPRECATED(message)

#define _ATL_STRINGIZE(x) #x
#define offsetofclass(base, derived)                                           \
  ((DWORD_PTR)(static_cast<base *>((derived *)8)) - 8)

#ifdef __cplusplus
namespace ATL {
[[noreturn]] void AtlThrowImpl(HRESULT hr);
[[noreturn]] void AtlThrowLastWin32();
HRESULT AtlHresultFromLastError();
HRESULT AtlHresultFromWin32(DWORD error);
} // namespace ATL
#ifndef _ATL_NO_AUTOMATIC_NAMESPACE
using namespace ATL;
#endif
#endif

#endif

//===- afxver_.h - MFC: versions and macros ---------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/mfc-macros-and-globals
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXVER__H
#define MAPI_STANDIN_AFXVER__H

#include <atldef.h>

#ifndef _MFC_VER
#define _MFC_VER 0x0E00
#endif
#define _AFX
#define _AFX_PACKING 4

#define AFXAPI __stdcall
#define AFX_CDECL __cdecl
#define AFXAPI_DATA
#define AFX_DATA
#define AFX_DATADEF
#define AFX_INLINE inline
#define AFX_NOVTABLE
#define AFX_MSG_CALL
#define AFX_API_EXPORT
#define AFX_API_IMPORT
#define AFX_CLASS_EXPORT
#define AFX_CLASS_IMPORT
#ifndef AFX_EXT_CLASS
#define AFX_EXT_CLASS
#define AFX_EXT_API
#define AFX_EXT_DATA
#define AFX_EXT_DATADEF
#endif
#define AFX_CORE_DATA
#define AFX_IMPORT_DATA
#define AFX_COMDAT
#define afx_msg
#define _AFXWIN_INLINE inline
#define _AFX_INLINE inline
#define PASCAL __stdcall

#ifndef ASSERT
#define ASSERT(f) ((void)0)
#endif
#ifndef VERIFY
#define VERIFY(f) ((void)(f))
#endif
#define ENSURE(cond) ENSURE_THROW(cond, ::AfxThrowInvalidArgException())
#define ENSURE_ARG(cond) ENSURE(cond)
#define ENSURE_THROW(cond, exception)                                          \
  do {                                                                         \
    if (!(cond)) {                                                             \
      exception;                                                               \
    }                                                                          \
  } while (false)
#define ENSURE_VALID(p) ENSURE((p) != nullptr)
#define ASSERT_VALID(pOb) ((void)0)
#define ASSERT_KINDOF(class_name, object) ((void)0)
#define ASSERT_POINTER(p, type) ((void)0)
#define ASSERT_NULL_OR_POINTER(p, type) ((void)0)
#define AFXASSUME(cond) ((void)0)
#define DEBUG_ONLY(f) ((void)0)
#define TRACE(...) ((void)0)
#define TRACE0(...) ((void)0)
#define TRACE1(...) ((void)0)
#define TRACE2(...) ((void)0)
#define TRACE3(...) ((void)0)
#define AfxDebugBreak() ((void)0)
#define AfxDump(pOb) ((void)0)
#define AfxCheckMemory() TRUE
#define DEBUG_NEW new
#define UNUSED(x) x
#define UNUSED_ALWAYS(x) x
#ifndef _countof
#define _countof(array) (sizeof(array) / sizeof(array[0]))
#endif

#endif

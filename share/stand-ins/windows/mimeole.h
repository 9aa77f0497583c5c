//===- mimeole.h - Windows SDK: MIME ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/previous-versions/windows/desktop/mimeole/mimeole
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_MIMEOLE_H
#define MAPI_STANDIN_MIMEOLE_H

#include <ole2.h>
#include <rpc.h>
#include <rpcndr.h>

typedef enum tagENCODINGTYPE {
  IET_BINARY = 0,
  IET_BASE64 = 1,
  IET_UUENCODE = 2,
  IET_QP = 3,
  IET_7BIT = 4,
  IET_8BIT = 5,
  IET_INETCSET = 6,
  IET_UNICODE = 7,
  IET_RFC1522 = 8,
  IET_ENCODED = 9,
  IET_CURRENT = 10,
  IET_UNKNOWN = 11,
  IET_BINHEX40 = 12,
  IET_LAST = 13
} ENCODINGTYPE;
typedef enum tagMIMESAVETYPE { SAVE_RFC822 = 0, SAVE_RFC1521 = 1 } MIMESAVETYPE;
typedef enum tagCSETAPPLYTYPE {
  CSET_APPLY_UNTAGGED = 0,
  CSET_APPLY_ALL = 1,
  CSET_APPLY_TAG_ALL = 2
} CSETAPPLYTYPE;
typedef enum tagCHARSETTYPE {
  CHARSET_BODY = 0,
  CHARSET_HEADER = 1,
  CHARSET_WEB = 2
} CHARSETTYPE;
#ifdef __cplusplus
DECLARE_HANDLE(HCHARSET);
typedef HCHARSET *LPHCHARSET;
struct IMimeMessage;
struct IMimeBody;
struct IMimePropertySet;
struct IMimeAllocator;
struct IMimeInternational;
EXTERN_C HRESULT WINAPI MimeOleGetCodePageCharset(DWORD cpiCodePage,
                                                  CHARSETTYPE ctCsetType,
                                                  LPHCHARSET phCharset);
#endif

#endif

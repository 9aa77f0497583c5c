//===- atlenc.h - ATL: encodings --------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/text-encoding-functions
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLENC_H
#define MAPI_STANDIN_ATLENC_H

#include <atlbase.h>

namespace ATL {
int Base64EncodeGetRequiredLength(int nSrcLen, DWORD dwFlags = 0);
int Base64DecodeGetRequiredLength(int nSrcLen);
BOOL Base64Encode(const BYTE *pbSrcData, int nSrcLen, LPSTR szDest,
                  int *pnDestLen, DWORD dwFlags = 0);
BOOL Base64Decode(LPCSTR szSrc, int nSrcLen, BYTE *pbDest, int *pnDestLen);
BOOL AtlHexEncode(const BYTE *pbSrcData, int nSrcLen, LPSTR szDest,
                  int *pnDestLen);
BOOL AtlHexDecode(LPCSTR pSrcData, int nSrcLen, LPBYTE pbDest, int *pnDestLen);
int AtlUnicodeToUTF8(LPCWSTR wszSrc, int nSrc, LPSTR szDest, int nDest);
#define ATL_BASE64_FLAG_NONE 0
#define ATL_BASE64_FLAG_NOPAD 1
#define ATL_BASE64_FLAG_NOCRLF 2
} // namespace ATL

#endif

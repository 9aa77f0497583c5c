//===- afxcoll.h - MFC: collections of one type -----------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/collections
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXCOLL_H
#define MAPI_STANDIN_AFXCOLL_H

#include <detail/mfccoll.h>

class CByteArray : public mapi_standin::Array<BYTE, BYTE> {};
class CWordArray : public mapi_standin::Array<WORD, WORD> {};
class CDWordArray : public mapi_standin::Array<DWORD, DWORD> {};
class CUIntArray : public mapi_standin::Array<UINT, UINT> {};
class CPtrArray : public mapi_standin::Array<void *, void *> {};
class CObArray : public mapi_standin::Array<CObject *, CObject *> {};
class CStringArray : public mapi_standin::Array<CString, LPCTSTR> {};
class CPtrList : public mapi_standin::List<void *, void *> {
public:
  using List::List;
};
class CObList : public mapi_standin::List<CObject *, CObject *> {
public:
  using List::List;
};
class CStringList : public mapi_standin::List<CString, LPCTSTR> {
public:
  using List::List;
};
class CMapWordToPtr : public mapi_standin::Map<WORD, WORD, void *, void *> {};
class CMapPtrToWord : public mapi_standin::Map<void *, void *, WORD, WORD> {};
class CMapPtrToPtr : public mapi_standin::Map<void *, void *, void *, void *> {};
class CMapWordToOb : public mapi_standin::Map<WORD, WORD, CObject *, CObject *> {};
class CMapStringToPtr
    : public mapi_standin::Map<CString, LPCTSTR, void *, void *> {};
class CMapStringToOb
    : public mapi_standin::Map<CString, LPCTSTR, CObject *, CObject *> {};
class CMapStringToString
    : public mapi_standin::Map<CString, LPCTSTR, CString, LPCTSTR> {};

#endif

//===- afxtempl.h - MFC: collections as templates ---------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/carray-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXTEMPL_H
#define MAPI_STANDIN_AFXTEMPL_H

#include <afxcoll.h>

template <class TYPE, class ARG_TYPE = const TYPE &>
class CArray : public mapi_standin::Array<TYPE, ARG_TYPE> {};
template <class TYPE, class ARG_TYPE = const TYPE &>
class CList : public mapi_standin::List<TYPE, ARG_TYPE> {
public:
  using mapi_standin::List<TYPE, ARG_TYPE>::List;
};
template <class KEY, class ARG_KEY, class VALUE, class ARG_VALUE>
class CMap : public mapi_standin::Map<KEY, ARG_KEY, VALUE, ARG_VALUE> {
public:
  using mapi_standin::Map<KEY, ARG_KEY, VALUE, ARG_VALUE>::Map;
};

template <class BASE_CLASS, class TYPE> class CTypedPtrArray : public BASE_CLASS {
public:
  TYPE GetAt(INT_PTR nIndex) const;
  TYPE &ElementAt(INT_PTR nIndex);
  void SetAt(INT_PTR nIndex, TYPE ptr);
  void SetAtGrow(INT_PTR nIndex, TYPE newElement);
  INT_PTR Add(TYPE newElement);
  void InsertAt(INT_PTR nIndex, TYPE newElement, INT_PTR nCount = 1);
  TYPE operator[](INT_PTR nIndex) const;
  TYPE &operator[](INT_PTR nIndex);
};
template <class BASE_CLASS, class TYPE> class CTypedPtrList : public BASE_CLASS {
public:
  CTypedPtrList(INT_PTR nBlockSize = 10);
  TYPE &GetHead();
  TYPE GetHead() const;
  TYPE &GetTail();
  TYPE GetTail() const;
  TYPE RemoveHead();
  TYPE RemoveTail();
  POSITION AddHead(TYPE newElement);
  POSITION AddTail(TYPE newElement);
  TYPE &GetNext(POSITION &rPosition);
  TYPE GetNext(POSITION &rPosition) const;
  TYPE &GetPrev(POSITION &rPosition);
  TYPE &GetAt(POSITION position);
  TYPE GetAt(POSITION position) const;
  void SetAt(POSITION pos, TYPE newElement);
};
template <class BASE_CLASS, class KEY, class VALUE>
class CTypedPtrMap : public BASE_CLASS {
public:
  BOOL Lookup(KEY key, VALUE &rValue) const;
  VALUE &operator[](KEY key);
  void SetAt(KEY key, VALUE newValue);
  BOOL RemoveKey(KEY key);
  void GetNextAssoc(POSITION &rPosition, KEY &rKey, VALUE &rValue) const;
};

template <class TYPE>
void AFXAPI SerializeElements(CArchive &ar, TYPE *pElements, INT_PTR nCount);
template <class TYPE, class ARG_TYPE>
BOOL AFXAPI CompareElements(const TYPE *pElement1, const ARG_TYPE *pElement2);
template <class ARG_KEY> UINT AFXAPI HashKey(ARG_KEY key);

#endif

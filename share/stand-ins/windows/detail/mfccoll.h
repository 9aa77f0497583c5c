//===- detail/mfccoll.h - MFC: collections ----------------------------------===//
//
// The arrays, lists and maps of afxcoll.h and afxtempl.h in three templates.
// https://learn.microsoft.com/cpp/mfc/collections
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_MFCCOLL_H
#define MAPI_STANDIN_DETAIL_MFCCOLL_H

#include <afx.h>

namespace mapi_standin {
/// What the arrays of MFC have in common.
template <typename T, typename ARG> class Array : public CObject {
public:
  Array();
  virtual ~Array();
  INT_PTR GetSize() const;
  INT_PTR GetCount() const;
  BOOL IsEmpty() const;
  INT_PTR GetUpperBound() const;
  void SetSize(INT_PTR nNewSize, INT_PTR nGrowBy = -1);
  void FreeExtra();
  void RemoveAll();
  const T &GetAt(INT_PTR nIndex) const;
  T &GetAt(INT_PTR nIndex);
  void SetAt(INT_PTR nIndex, ARG newElement);
  const T &ElementAt(INT_PTR nIndex) const;
  T &ElementAt(INT_PTR nIndex);
  const T *GetData() const;
  T *GetData();
  void SetAtGrow(INT_PTR nIndex, ARG newElement);
  INT_PTR Add(ARG newElement);
  INT_PTR Append(const Array &src);
  void Copy(const Array &src);
  const T &operator[](INT_PTR nIndex) const;
  T &operator[](INT_PTR nIndex);
  void InsertAt(INT_PTR nIndex, ARG newElement, INT_PTR nCount = 1);
  void InsertAt(INT_PTR nStartIndex, Array *pNewArray);
  void RemoveAt(INT_PTR nIndex, INT_PTR nCount = 1);
};

/// What the lists of MFC have in common.
template <typename T, typename ARG> class List : public CObject {
public:
  explicit List(INT_PTR nBlockSize = 10);
  virtual ~List();
  INT_PTR GetCount() const;
  INT_PTR GetSize() const;
  BOOL IsEmpty() const;
  T &GetHead();
  const T &GetHead() const;
  T &GetTail();
  const T &GetTail() const;
  T RemoveHead();
  T RemoveTail();
  POSITION AddHead(ARG newElement);
  POSITION AddTail(ARG newElement);
  void AddHead(List *pNewList);
  void AddTail(List *pNewList);
  void RemoveAll();
  POSITION GetHeadPosition() const;
  POSITION GetTailPosition() const;
  T &GetNext(POSITION &rPosition);
  const T &GetNext(POSITION &rPosition) const;
  T &GetPrev(POSITION &rPosition);
  const T &GetPrev(POSITION &rPosition) const;
  T &GetAt(POSITION position);
  const T &GetAt(POSITION position) const;
  void SetAt(POSITION pos, ARG newElement);
  void RemoveAt(POSITION position);
  POSITION InsertBefore(POSITION position, ARG newElement);
  POSITION InsertAfter(POSITION position, ARG newElement);
  POSITION Find(ARG searchValue, POSITION startAfter = nullptr) const;
  POSITION FindIndex(INT_PTR nIndex) const;
};

/// What the maps of MFC have in common.
template <typename K, typename ARG_K, typename V, typename ARG_V>
class Map : public CObject {
public:
  struct CPair {
    const K key;
    V value;
  };
  explicit Map(INT_PTR nBlockSize = 10);
  virtual ~Map();
  INT_PTR GetCount() const;
  INT_PTR GetSize() const;
  BOOL IsEmpty() const;
  BOOL Lookup(ARG_K key, V &rValue) const;
  const CPair *PLookup(ARG_K key) const;
  CPair *PLookup(ARG_K key);
  V &operator[](ARG_K key);
  void SetAt(ARG_K key, ARG_V newValue);
  BOOL RemoveKey(ARG_K key);
  void RemoveAll();
  POSITION GetStartPosition() const;
  const CPair *PGetFirstAssoc() const;
  CPair *PGetFirstAssoc();
  const CPair *PGetNextAssoc(const CPair *pAssocRet) const;
  CPair *PGetNextAssoc(const CPair *pAssocRet);
  void GetNextAssoc(POSITION &rNextPosition, K &rKey, V &rValue) const;
  UINT GetHashTableSize() const;
  void InitHashTable(UINT hashSize, BOOL bAllocNow = TRUE);
};
} // namespace mapi_standin

#endif

//===- atlsimpcoll.h - ATL: simple collections ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/csimplearray-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSIMPCOLL_H
#define MAPI_STANDIN_ATLSIMPCOLL_H

#include <atldef.h>

namespace ATL {
template <class T> class CSimpleArrayEqualHelper {};

template <class T, class TEqual = CSimpleArrayEqualHelper<T>>
class CSimpleArray {
public:
  typedef T _ArrayElementType;
  CSimpleArray();
  CSimpleArray(const CSimpleArray &src);
  CSimpleArray &operator=(const CSimpleArray &src);
  ~CSimpleArray();
  int GetSize() const;
  BOOL Add(const T &t);
  BOOL Remove(const T &t);
  BOOL RemoveAt(int nIndex);
  void RemoveAll();
  T &operator[](int nIndex);
  const T &operator[](int nIndex) const;
  T *GetData() const;
  int Find(const T &t) const;
  BOOL SetAtIndex(int nIndex, const T &t);
  T *m_aT;
  int m_nSize;
  int m_nAllocSize;
};

#define CSimpleValArray CSimpleArray

template <class TKey, class TVal> class CSimpleMapEqualHelper {};

template <class TKey, class TVal,
          class TEqual = CSimpleMapEqualHelper<TKey, TVal>>
class CSimpleMap {
public:
  CSimpleMap();
  ~CSimpleMap();
  int GetSize() const;
  BOOL Add(const TKey &key, const TVal &val);
  BOOL Remove(const TKey &key);
  BOOL RemoveAt(int nIndex);
  void RemoveAll();
  BOOL SetAt(const TKey &key, const TVal &val);
  BOOL SetAtIndex(int nIndex, const TKey &key, const TVal &val);
  TVal Lookup(const TKey &key) const;
  TKey ReverseLookup(const TVal &val) const;
  TKey &GetKeyAt(int nIndex) const;
  TVal &GetValueAt(int nIndex) const;
  int FindKey(const TKey &key) const;
  int FindVal(const TVal &val) const;
};
} // namespace ATL

#endif

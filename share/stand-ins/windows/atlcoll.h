//===- atlcoll.h - ATL: collections -----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/catlarray-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLCOLL_H
#define MAPI_STANDIN_ATLCOLL_H

#include <atlbase.h>
#include <detail/cstring.h>

typedef struct __POSITION *POSITION;

namespace ATL {
template <typename T> class CDefaultCompareTraits {};
template <typename T> class CDefaultHashTraits {};
template <typename T> class CElementTraits : public CElementTraitsBase<T> {};
template <typename T> class CPrimitiveElementTraits : public CElementTraitsBase<T> {};
template <typename I, const IID *piid = &__uuidof(I)>
class CComQIPtrElementTraits : public CElementTraitsBase<CComQIPtr<I, piid>> {
public:
  typedef I *INARGTYPE;
};
template <typename T> class CAutoPtrElementTraits {
public:
  typedef CAutoPtr<T> &INARGTYPE;
  typedef T *&OUTARGTYPE;
};
template <typename T, class Allocator = CCRTAllocator>
class CHeapPtrElementTraits {
public:
  typedef CHeapPtr<T, Allocator> &INARGTYPE;
  typedef T *&OUTARGTYPE;
};

template <typename E, class ETraits = CElementTraits<E>> class CAtlArray {
public:
  typedef typename ETraits::INARGTYPE INARGTYPE;
  typedef typename ETraits::OUTARGTYPE OUTARGTYPE;
  CAtlArray();
  ~CAtlArray();
  size_t Add();
  size_t Add(INARGTYPE element);
  size_t Append(const CAtlArray &aSrc);
  void Copy(const CAtlArray &aSrc);
  void FreeExtra();
  const E &GetAt(size_t iElement) const;
  E &GetAt(size_t iElement);
  size_t GetCount() const;
  bool IsEmpty() const;
  E *GetData();
  const E *GetData() const;
  void InsertArrayAt(size_t iStart, const CAtlArray *paNew);
  void InsertAt(size_t iElement, INARGTYPE element, size_t nCount = 1);
  void RemoveAll();
  void RemoveAt(size_t iElement, size_t nCount = 1);
  void SetAt(size_t iElement, INARGTYPE element);
  void SetAtGrow(size_t iElement, INARGTYPE element);
  bool SetCount(size_t nNewSize, int nGrowBy = -1);
  E &operator[](size_t iElement);
  const E &operator[](size_t iElement) const;

private:
  CAtlArray(const CAtlArray &);
  CAtlArray &operator=(const CAtlArray &);
};

template <class I, const IID *piid = &__uuidof(I)>
class CInterfaceArray
    : public CAtlArray<CComQIPtr<I, piid>, CComQIPtrElementTraits<I, piid>> {};
template <typename E>
class CAutoPtrArray : public CAtlArray<CAutoPtr<E>, CAutoPtrElementTraits<E>> {};
template <typename E, class Allocator = CCRTAllocator>
class CHeapPtrArray : public CAtlArray<CHeapPtr<E, Allocator>,
                                       CHeapPtrElementTraits<E, Allocator>> {};

template <typename E, class ETraits = CElementTraits<E>> class CAtlList {
public:
  typedef typename ETraits::INARGTYPE INARGTYPE;
  CAtlList(UINT nBlockSize = 10);
  ~CAtlList();
  POSITION AddHead();
  POSITION AddHead(INARGTYPE element);
  void AddHeadList(const CAtlList *plNew);
  POSITION AddTail();
  POSITION AddTail(INARGTYPE element);
  void AddTailList(const CAtlList *plNew);
  POSITION Find(INARGTYPE element, POSITION posStartAfter = nullptr) const;
  POSITION FindIndex(size_t iElement) const;
  E &GetAt(POSITION pos);
  const E &GetAt(POSITION pos) const;
  size_t GetCount() const;
  E &GetHead();
  const E &GetHead() const;
  POSITION GetHeadPosition() const;
  E &GetNext(POSITION &pos);
  const E &GetNext(POSITION &pos) const;
  E &GetPrev(POSITION &pos);
  const E &GetPrev(POSITION &pos) const;
  E &GetTail();
  const E &GetTail() const;
  POSITION GetTailPosition() const;
  POSITION InsertAfter(POSITION pos, INARGTYPE element);
  POSITION InsertBefore(POSITION pos, INARGTYPE element);
  bool IsEmpty() const;
  void MoveToHead(POSITION pos);
  void MoveToTail(POSITION pos);
  void RemoveAll();
  void RemoveAt(POSITION pos);
  E RemoveHead();
  void RemoveHeadNoReturn();
  E RemoveTail();
  void RemoveTailNoReturn();
  void SetAt(POSITION pos, INARGTYPE element);
  void SwapElements(POSITION pos1, POSITION pos2);

private:
  CAtlList(const CAtlList &);
  CAtlList &operator=(const CAtlList &);
};

template <class I, const IID *piid = &__uuidof(I)>
class CInterfaceList
    : public CAtlList<CComQIPtr<I, piid>, CComQIPtrElementTraits<I, piid>> {};
template <typename E>
class CAutoPtrList : public CAtlList<CAutoPtr<E>, CAutoPtrElementTraits<E>> {};
template <typename E, class Allocator = CCRTAllocator>
class CHeapPtrList : public CAtlList<CHeapPtr<E, Allocator>,
                                     CHeapPtrElementTraits<E, Allocator>> {};

template <typename K, typename V> class CAtlMapPair {
public:
  const K m_key;
  V m_value;
};

template <typename K, typename V, class KTraits = CElementTraits<K>,
          class VTraits = CElementTraits<V>>
class CAtlMap {
public:
  typedef typename KTraits::INARGTYPE KINARGTYPE;
  typedef typename KTraits::OUTARGTYPE KOUTARGTYPE;
  typedef typename VTraits::INARGTYPE VINARGTYPE;
  typedef typename VTraits::OUTARGTYPE VOUTARGTYPE;
  typedef CAtlMapPair<K, V> CPair;
  CAtlMap(UINT nBins = 17, float fOptimalLoad = 0.75f,
          float fLoThreshold = 0.25f, float fHiThreshold = 2.25f,
          UINT nBlockSize = 10);
  ~CAtlMap();
  size_t GetCount() const;
  bool IsEmpty() const;
  bool Lookup(KINARGTYPE key, VOUTARGTYPE value) const;
  const CPair *Lookup(KINARGTYPE key) const;
  CPair *Lookup(KINARGTYPE key);
  V &operator[](KINARGTYPE key);
  POSITION SetAt(KINARGTYPE key, VINARGTYPE value);
  void SetValueAt(POSITION pos, VINARGTYPE value);
  bool RemoveKey(KINARGTYPE key);
  void RemoveAll();
  void RemoveAtPos(POSITION pos);
  POSITION GetStartPosition() const;
  void GetNextAssoc(POSITION &pos, KOUTARGTYPE key, VOUTARGTYPE value) const;
  const CPair *GetNext(POSITION &pos) const;
  CPair *GetNext(POSITION &pos);
  const K &GetNextKey(POSITION &pos) const;
  const V &GetNextValue(POSITION &pos) const;
  V &GetNextValue(POSITION &pos);
  void GetAt(POSITION pos, KOUTARGTYPE key, VOUTARGTYPE value) const;
  CPair *GetAt(POSITION pos);
  const CPair *GetAt(POSITION pos) const;
  const K &GetKeyAt(POSITION pos) const;
  const V &GetValueAt(POSITION pos) const;
  V &GetValueAt(POSITION pos);
  UINT GetHashTableSize() const;
  bool InitHashTable(UINT nBins, bool bAllocNow = true);

private:
  CAtlMap(const CAtlMap &);
  CAtlMap &operator=(const CAtlMap &);
};

template <typename K, typename V, class KTraits = CElementTraits<K>,
          class VTraits = CElementTraits<V>>
class CRBTree : public CAtlMap<K, V, KTraits, VTraits> {
public:
  POSITION GetHeadPosition() const;
  POSITION GetTailPosition() const;
};
template <typename K, typename V, class KTraits = CElementTraits<K>,
          class VTraits = CElementTraits<V>>
class CRBMap : public CRBTree<K, V, KTraits, VTraits> {};
template <typename K, typename V, class KTraits = CElementTraits<K>,
          class VTraits = CElementTraits<V>>
class CRBMultiMap : public CRBTree<K, V, KTraits, VTraits> {
public:
  typedef typename KTraits::INARGTYPE KINARGTYPE;
  typedef typename VTraits::INARGTYPE VINARGTYPE;
  POSITION Insert(KINARGTYPE key, VINARGTYPE value);
  POSITION FindFirstWithKey(KINARGTYPE key) const;
};
} // namespace ATL

#endif

//===- atlalloc.h - ATL: heap pointers --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/cheapptr-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLALLOC_H
#define MAPI_STANDIN_ATLALLOC_H

#include <atldef.h>

namespace ATL {
class CCRTAllocator {
public:
  static void *Allocate(size_t nBytes);
  static void *Reallocate(void *p, size_t nBytes);
  static void Free(void *p);
};

class CComAllocator {
public:
  static void *Allocate(size_t nBytes) { return ::CoTaskMemAlloc(nBytes); }
  static void *Reallocate(void *p, size_t nBytes) {
    return ::CoTaskMemRealloc(p, nBytes);
  }
  static void Free(void *p) { ::CoTaskMemFree(p); }
};

class CLocalAllocator {
public:
  static void *Allocate(size_t nBytes) { return ::LocalAlloc(LMEM_FIXED, nBytes); }
  static void *Reallocate(void *p, size_t nBytes);
  static void Free(void *p) { ::LocalFree(p); }
};

class CGlobalAllocator {
public:
  static void *Allocate(size_t nBytes) {
    return ::GlobalAlloc(GMEM_FIXED, nBytes);
  }
  static void *Reallocate(void *p, size_t nBytes);
  static void Free(void *p) { ::GlobalFree(p); }
};

/// Frees what it points to; copying hands over.
template <class T, class Allocator = CCRTAllocator> class CHeapPtr {
public:
  CHeapPtr() : m_pData(nullptr) {}
  explicit CHeapPtr(T *pData) : m_pData(pData) {}
  CHeapPtr(CHeapPtr &p) : m_pData(p.Detach()) {}
  CHeapPtr(CHeapPtr &&p) : m_pData(p.Detach()) {}
  ~CHeapPtr() { Free(); }

  CHeapPtr &operator=(CHeapPtr &p) {
    if (m_pData != p.m_pData)
      Attach(p.Detach());
    return *this;
  }

  bool Allocate(size_t nElements = 1) {
    m_pData = static_cast<T *>(Allocator::Allocate(nElements * sizeof(T)));
    return m_pData != nullptr;
  }
  bool AllocateBytes(size_t nBytes) {
    m_pData = static_cast<T *>(Allocator::Allocate(nBytes));
    return m_pData != nullptr;
  }
  bool Reallocate(size_t nElements) {
    T *pNew = static_cast<T *>(
        Allocator::Reallocate(m_pData, nElements * sizeof(T)));
    if (!pNew)
      return false;
    m_pData = pNew;
    return true;
  }
  void Attach(T *pData) {
    Allocator::Free(m_pData);
    m_pData = pData;
  }
  T *Detach() {
    T *pData = m_pData;
    m_pData = nullptr;
    return pData;
  }
  void Free() {
    Allocator::Free(m_pData);
    m_pData = nullptr;
  }

  T **operator&() {
    ATLASSUME(m_pData == nullptr);
    return &m_pData;
  }
  T *operator->() const { return m_pData; }
  operator T *() const { return m_pData; }

  T *m_pData;
};

template <typename T> class CComHeapPtr : public CHeapPtr<T, CComAllocator> {
public:
  CComHeapPtr() {}
  explicit CComHeapPtr(T *pData) : CHeapPtr<T, CComAllocator>(pData) {}
};

class IAtlMemMgr;
class CWin32Heap;
} // namespace ATL

#endif

//===- atlmem.h - ATL: memory managers --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/iatlmemmgr-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLMEM_H
#define MAPI_STANDIN_ATLMEM_H

#include <atlbase.h>

namespace ATL {
class IAtlMemMgr {
public:
  virtual ~IAtlMemMgr();
  virtual void *Allocate(size_t nBytes) = 0;
  virtual void Free(void *p) = 0;
  virtual void *Reallocate(void *p, size_t nBytes) = 0;
  virtual size_t GetSize(void *p) = 0;
};

class CWin32Heap : public IAtlMemMgr {
public:
  CWin32Heap();
  CWin32Heap(HANDLE hHeap);
  void *Allocate(size_t nBytes) override;
  void Free(void *p) override;
  void *Reallocate(void *p, size_t nBytes) override;
  size_t GetSize(void *p) override;
};
} // namespace ATL

#endif

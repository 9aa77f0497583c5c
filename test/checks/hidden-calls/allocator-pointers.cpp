// RUN: %check_mapi %s
// Service providers get MAPI's allocators as pointers of MAPI's own types.
#include <mapispi.h>
#include <mapix.h>

class Pool {
public:
  HRESULT bytes(ULONG size, LPBYTE *out);
  HRESULT bytesUnlessLarge(ULONG size, LPBYTE *out);

private:
  LPALLOCATEBUFFER m_allocate;
  LPALLOCATEMORE m_more;
  LPFREEBUFFER m_free;
};

HRESULT Pool::bytes(ULONG size, LPBYTE *out) {
  LPBYTE bytes = nullptr;
  SCODE sc = m_allocate(size, (LPVOID *)&bytes);
  if (FAILED(sc))
    return sc;
  if (size > 1000) {
    m_free(bytes);
    return MAPI_E_TOO_BIG;
  }
  *out = bytes;
  return S_OK;
}

HRESULT Pool::bytesUnlessLarge(ULONG size, LPBYTE *out) {
  LPBYTE bytes = nullptr;
  SCODE sc = m_allocate(size, (LPVOID *)&bytes);
  if (FAILED(sc))
    return sc;
  if (size > 1000)
    return MAPI_E_TOO_BIG;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'bytes' is lost on this way out without being freed [mapi-buffer-leak]
  *out = bytes;
  return S_OK;
}

void partFreed(ALLOCATEMORE *more, FREEBUFFER *release, LPSPropValue root) {
  LPVOID part = nullptr;
  if (more(8, root, &part) == S_OK)
    release(part);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'part' is freed by itself, but belongs to the block that it was allocated for [mapi-wrong-deallocator]
}

void partLeft(ALLOCATEMORE *more, LPSPropValue root) {
  LPVOID part = nullptr;
  more(8, root, &part);
}

void freedTwice(LPFREEBUFFER release, LPSPropValue values) {
  release(values);
  release(values);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'values' is given back a second time [mapi-use-after-release]
}

//===- wrl/implements.h - WRL: classes --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/cppcx/wrl/runtimeclass-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WRL_IMPLEMENTS_H
#define MAPI_STANDIN_WRL_IMPLEMENTS_H

#include <wrl/client.h>

namespace Microsoft {
namespace WRL {
enum RuntimeClassType { WinRt = 1, ClassicCom = 2, WinRtClassicComMix = 3 };
template <unsigned int flags> struct RuntimeClassFlags {
  static const unsigned int value = flags;
};
template <typename... Interfaces> class RuntimeClass : public Interfaces... {
public:
  RuntimeClass();
  STDMETHOD(QueryInterface)(REFIID riid, void **ppv);
  STDMETHOD_(ULONG, AddRef)();
  STDMETHOD_(ULONG, Release)();

protected:
  virtual ~RuntimeClass();
};
template <unsigned int flags, typename... Interfaces>
class RuntimeClass<RuntimeClassFlags<flags>, Interfaces...>
    : public RuntimeClass<Interfaces...> {};
template <typename T, typename... Arguments>
ComPtr<T> Make(Arguments &&...arguments);
} // namespace WRL
} // namespace Microsoft

#endif

//===- detail/uuid.h - GUIDs of types as template arguments -----------------===//
//
// What `IDispatchImpl<IFoo, &__uuidof(IFoo)>` needs, in every C++.
// https://learn.microsoft.com/cpp/cpp/uuidof-operator
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_UUID_H
#define MAPI_STANDIN_DETAIL_UUID_H

#include <ole2.h>

#ifdef __cplusplus
namespace mapi_standin {
/// Its address is all that is wanted of it.
template <typename T> struct Uuid {
  static const IID Value;
};
template <typename T> struct Uuid<T *> : Uuid<T> {};
template <typename T> struct Uuid<const T> : Uuid<T> {};
template <typename T> struct Uuid<T &> : Uuid<T> {};
} // namespace mapi_standin

// mingw-w64's needs a specialisation for each type, and inline variables, to be
// a template argument; __declspec(uuid) gives it neither.
#undef __uuidof
#define __uuidof(...) mapi_standin::Uuid<__typeof__(__VA_ARGS__)>::Value
#endif

#endif

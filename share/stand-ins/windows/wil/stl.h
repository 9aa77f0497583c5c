//===- wil/stl.h - WIL: with the C++ library --------------------------------===//
//
// Thin.
// https://github.com/microsoft/wil/wiki
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WIL_STL_H
#define MAPI_STANDIN_WIL_STL_H

#include <memory>
#include <string>
#include <wil/resource.h>

namespace wil {
typedef unique_cotaskmem_string unique_string;
} // namespace wil

#endif

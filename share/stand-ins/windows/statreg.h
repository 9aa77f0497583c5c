//===- statreg.h - ATL: static registrar ------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/iregistrar-interface
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_STATREG_H
#define MAPI_STANDIN_STATREG_H

#include <atliface.h>

#endif

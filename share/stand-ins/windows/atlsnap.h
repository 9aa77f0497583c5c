//===- atlsnap.h - ATL: snap-ins of the Management Console ------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/atl-classes
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLSNAP_H
#define MAPI_STANDIN_ATLSNAP_H

#include <atlcom.h>

#endif

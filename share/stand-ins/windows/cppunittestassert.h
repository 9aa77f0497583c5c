//===- cppunittestassert.h - Visual Studio: native unit tests ---------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/visualstudio/test/microsoft-visualstudio-testtools-cppunittestframework-api-reference
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_CPPUNITTESTASSERT_H
#define MAPI_STANDIN_CPPUNITTESTASSERT_H

#include <cppunittest.h>

#endif

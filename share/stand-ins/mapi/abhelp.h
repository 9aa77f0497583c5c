//===- abhelp.h - Outlook: address book helpers -----------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/mapi/mapi-functions
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ABHELP_H
#define MAPI_STANDIN_ABHELP_H

#include <mapispi.h>
#include <mapix.h>

#endif

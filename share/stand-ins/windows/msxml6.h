//===- msxml6.h - Windows SDK: MSXML 6 --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/previous-versions/windows/desktop/ms763742(v=vs.85)
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_MSXML6_H
#define MAPI_STANDIN_MSXML6_H

#include <msxml2.h>

#endif

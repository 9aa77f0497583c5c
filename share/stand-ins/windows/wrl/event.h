//===- wrl/event.h - WRL: callbacks -----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/cppcx/wrl/callback-function-wrl
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_WRL_EVENT_H
#define MAPI_STANDIN_WRL_EVENT_H

#include <wrl/client.h>

#endif

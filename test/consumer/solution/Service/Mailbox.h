#pragma once

#include "session.h"

HRESULT CountMessages();
HRESULT LogOnAndCount(ULONG *count);
HRESULT LogOnAndName(ULONG entrySize, ENTRYID *entry);

#pragma once

#include <windows.h>
#include <mapix.h>

/// Logs on, prints how many folders the first store has, and logs off.
HRESULT countFolders(ULONG entrySize, LPENTRYID entry);

/// Closes \p store before its session is logged off.
void leave(LPMAPISESSION session, LPMDB store);

ULONG countFoldersOf(LPMDB store);

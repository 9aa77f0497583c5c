#pragma once

#include <mapix.h>

// Says on the debugger's console what has failed.
void Complain(HRESULT hr, const wchar_t *what);

// Opens the default store of a session; the caller releases it.
HRESULT OpenDefaultStore(IMAPISession *session, IMsgStore **store);

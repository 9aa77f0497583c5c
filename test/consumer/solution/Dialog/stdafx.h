// Included by every file of the program, before anything else.
#pragma once

#include <afxwin.h>
#include <afxcmn.h>

#include <mapix.h>
#include <mapiutil.h>

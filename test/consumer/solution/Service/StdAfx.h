// Included by every file of the service, before anything else.
#pragma once

#include <atlbase.h>
#include <atlcom.h>

#include <mapix.h>
#include <mapiutil.h>

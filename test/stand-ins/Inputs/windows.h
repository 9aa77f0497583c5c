#include "fake-windows.h"

// Excluded from the build, and no C++ any more.
#error Legacy.cpp is not compiled

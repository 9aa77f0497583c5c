// Not guarded. Hides the annotations whose names the C++ library has for
// parameters of its own; mapi-sal-shown.h brings them back.
#pragma clang system_header
#pragma push_macro("__in")
#pragma push_macro("__out")
#pragma push_macro("__valid")
#pragma push_macro("__pre")
#pragma push_macro("__post")
#undef __in
#undef __out
#undef __valid
#undef __pre
#undef __post

// Not guarded. Hides the annotations whose names the C++ library has for
// parameters of its own; mapi-sal-shown.h brings them back.
#pragma clang system_header
#pragma push_macro("__in")
#undef __in
#pragma push_macro("__out")
#undef __out
#pragma push_macro("__valid")
#undef __valid
#pragma push_macro("__pre")
#undef __pre
#pragma push_macro("__post")
#undef __post
#pragma push_macro("__allocator")
#undef __allocator
#pragma push_macro("__bound")
#undef __bound
#pragma push_macro("__callback")
#undef __callback

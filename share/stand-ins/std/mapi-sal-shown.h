// Not guarded. Brings back what mapi-sal-hidden.h hid.
#pragma clang system_header
#pragma pop_macro("__in")
#pragma pop_macro("__out")
#pragma pop_macro("__valid")
#pragma pop_macro("__pre")
#pragma pop_macro("__post")
#pragma pop_macro("__allocator")
#pragma pop_macro("__bound")
#pragma pop_macro("__callback")

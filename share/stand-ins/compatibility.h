//===- compatibility.h - Small things that Microsoft's headers have ------===//
//
// For -include, like annotations.h. What no header of its own name can bring:
// mingw-w64 has the header, but not this in it.
// https://learn.microsoft.com/cpp/c-runtime-library/secure-template-overloads
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_COMPATIBILITY_H
#define MAPI_STANDIN_COMPATIBILITY_H

#pragma clang system_header

// The macros of windef.h that mingw-w64 leaves out of C++; std::min and
// std::max, being more specialised, win over them. Not for NOMINMAX's sake
// absent: a project that says so calls neither.
#ifdef __cplusplus
template <typename A, typename B>
constexpr auto min(A a, B b) -> decltype(true ? a : b) {
  return a < b ? a : b;
}
template <typename A, typename B>
constexpr auto max(A a, B b) -> decltype(true ? a : b) {
  return a < b ? b : a;
}
#endif

#ifndef STRSAFE_NO_DEPRECATE
#define STRSAFE_NO_DEPRECATE
#endif

#ifndef RSIZE_MAX
#define RSIZE_MAX (((__SIZE_TYPE__)-1) >> 1)
#endif

// winnt.h's.
#ifndef _ENUM_FLAG_CONSTEXPR
#ifdef __cplusplus
#define _ENUM_FLAG_CONSTEXPR constexpr
template <decltype(sizeof(0)) Size> struct _ENUM_FLAG_INTEGER_FOR_SIZE;
template <> struct _ENUM_FLAG_INTEGER_FOR_SIZE<1> {
  typedef signed char type;
};
template <> struct _ENUM_FLAG_INTEGER_FOR_SIZE<2> {
  typedef short type;
};
template <> struct _ENUM_FLAG_INTEGER_FOR_SIZE<4> {
  typedef int type;
};
template <> struct _ENUM_FLAG_INTEGER_FOR_SIZE<8> {
  typedef long long type;
};
template <typename T> struct _ENUM_FLAG_SIZED_INTEGER {
  typedef typename _ENUM_FLAG_INTEGER_FOR_SIZE<sizeof(T)>::type type;
};
#else
#define _ENUM_FLAG_CONSTEXPR
#endif
#endif

// The overloads of Microsoft's C library that take the size from the array.
#ifdef __cplusplus
extern "C++" {
template <decltype(sizeof(0)) N>
int _itow_s(int value, wchar_t (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ltow_s(long value, wchar_t (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ultow_s(unsigned long value, wchar_t (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _i64tow_s(long long value, wchar_t (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ui64tow_s(unsigned long long value, wchar_t (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _itoa_s(int value, char (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ltoa_s(long value, char (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ultoa_s(unsigned long value, char (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _i64toa_s(long long value, char (&text)[N], int radix);
template <decltype(sizeof(0)) N>
int _ui64toa_s(unsigned long long value, char (&text)[N], int radix);
}
#endif

#endif

// Annotations of every generation, where the C++ library has their names too.
// RUN: %clang -x c++ -std=gnu++14 -fsyntax-only -Werror -Wno-ignored-attributes %windows_flags %s
// RUN: %clang -x c++ -std=gnu++20 -fsyntax-only -Werror -Wno-ignored-attributes %windows_flags %microsoft_flags %s
// RUN: %clang -x c++ -std=c++20 -fsyntax-only %windows_flags -Xclang -ast-dump -Xclang -ast-dump-filter=find %s | FileCheck %s

#include <windows.h>
#include <sal.h>
#include <specstrings.h>
#include <charconv>
#include <functional>
#include <istream>
#include <locale>
#include <ostream>
#include <regex>
#include <string>
#include <tuple>

// CHECK: FunctionDecl {{.*}} find
// CHECK: ParmVarDecl {{.*}} name
// CHECK-NEXT: AnnotateAttr {{.*}} "sal:_In_opt_z_"
// CHECK: ParmVarDecl {{.*}} found
// CHECK-NEXT: AnnotateAttr {{.*}} "sal:_Outptr_result_maybenull_"
_Must_inspect_result_ HRESULT find(_In_opt_z_ LPCWSTR name,
                                   _Outptr_result_maybenull_ IUnknown **found);

_Check_return_ template <typename T>
HRESULT copy(__in T source, __out_ecount(n) BYTE *bytes, __in ULONG n,
             __deref_out_opt LPVOID *result);
_Success_(return != FALSE) BOOL fill(_Out_writes_bytes_to_(n, *used) LPVOID p,
                                     ULONG n, _Inout_ ULONG *used);
_When_(flags == 0, _At_(p, _Post_null_)) void clear(_Inout_opt_ LPVOID p,
                                                    DWORD flags);
__success(return == 0) __checkReturn int old(__inout_opt LPVOID p,
                                             __reserved DWORD d);
_Ret_maybenull_ _Post_writable_byte_size_(n) void *grow(size_t n);
void none(_In_ void);
struct Fields {
  _Field_size_(count) BYTE *bytes;
  ULONG count;
  Fields(__in const Fields &other);
  virtual void set(_In_ int a, __out int &b) const;
};
std::function<void(_In_ LPVOID, __out LPVOID *)> callback;

int main() {
  std::wstring text = std::to_wstring(1);
  std::tuple<int, std::wstring> both(1, text);
  std::regex pattern("a");
  auto inner = [](_Inout_ auto &value) { return value; };
  _Analysis_assume_(text.size() > 0);
  return inner(std::get<0>(both));
}

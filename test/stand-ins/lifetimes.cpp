// The smart pointers run, against an object that counts.
// RUN: %clang -x c++ -std=c++14 -fexceptions -fms-extensions -w -I %S/Inputs -idirafter %stand-ins/windows %s -o %t.14 -lstdc++ && %t.14
// RUN: %clang -x c++ -std=c++20 -fexceptions -fms-extensions -w -I %S/Inputs -idirafter %stand-ins/windows %s -o %t.20 -lstdc++ && %t.20 | FileCheck %s
// CHECK: all right

#include <atlcomcli.h>
#include <atlalloc.h>
#include <wil/com.h>
#include <cstdio>
#include <utility>

int liveBlocks = 0;

struct IFoo : IUnknown {
  virtual int foo() = 0;
};
struct IBar : IUnknown {};

namespace mapi_standin {
template <typename T> const IID Uuid<T>::Value = {1};
template <> const IID Uuid<IBar>::Value = {2};
} // namespace mapi_standin

/// Has IUnknown, IFoo and IDispatch, but no IBar.
struct Object final : IFoo {
  int count = 0;
  HRESULT QueryInterface(REFIID id, void **result) override {
    *result = nullptr;
    if (id.value == 2)
      return E_NOINTERFACE;
    *result = this;
    ++count;
    return S_OK;
  }
  ULONG AddRef() override { return ++count; }
  ULONG Release() override { return --count; }
  int foo() override { return 42; }
};

static Object created;
HRESULT CoCreateInstance(REFCLSID, LPUNKNOWN, DWORD, REFIID id, void **result) {
  return created.QueryInterface(id, result);
}
namespace ATL {
void AtlThrowImpl(HRESULT hr) { throw hr; }
} // namespace ATL
namespace wil {
void ThrowHr(HRESULT hr) { throw hr; }
void FailFast(HRESULT) { abort(); }
} // namespace wil

static int failures = 0;
#define EXPECT(actual, expected)                                               \
  do {                                                                         \
    long long is = (long long)(actual), should = (long long)(expected);        \
    if (is != should) {                                                        \
      printf("%d: %s is %lld, not %lld\n", __LINE__, #actual, is, should);     \
      ++failures;                                                              \
    }                                                                          \
  } while (0)

static void atlPointers() {
  Object a, b;
  {
    CComPtr<IFoo> p(&a);
    EXPECT(a.count, 1);
    EXPECT(p->foo(), 42);
    CComPtr<IFoo> q = p;
    EXPECT(a.count, 2);
    q = &b;
    EXPECT(a.count, 1);
    EXPECT(b.count, 1);
    q = q;
    EXPECT(b.count, 1);
    q = p;
    EXPECT(a.count, 2);
    EXPECT(b.count, 0);
    q.Release();
    EXPECT(a.count, 1);
    q.Release();
    EXPECT(a.count, 1);
    b.AddRef();
    q.Attach(&b);
    EXPECT(b.count, 1);
    IFoo *raw = q.Detach();
    EXPECT(b.count, 1);
    EXPECT(!q, true);
    raw->Release();
    IFoo *copy = nullptr;
    EXPECT(p.CopyTo(&copy), S_OK);
    EXPECT(a.count, 2);
    EXPECT(p.CopyTo(nullptr), E_POINTER);
    copy->Release();
    a.QueryInterface(IID(), (void **)&q);
    EXPECT(a.count, 2);
    CComPtr<IFoo> moved = std::move(q);
    EXPECT(a.count, 2);
    EXPECT(!q, true);
    moved = nullptr;
    EXPECT(a.count, 1);
    IUnknown *asked = nullptr;
    EXPECT(p.QueryInterface(&asked), S_OK);
    EXPECT(a.count, 2);
    asked->Release();
    CComPtr<IFoo> made;
    EXPECT(made.CoCreateInstance(CLSID()), S_OK);
    EXPECT(created.count, 1);
  }
  EXPECT(a.count, 0);
  EXPECT(b.count, 0);
  EXPECT(created.count, 0);
  {
    CComQIPtr<IFoo> p((IUnknown *)&a);
    EXPECT(a.count, 1);
    CComQIPtr<IBar> none((IUnknown *)&a);
    EXPECT(!none, true);
    EXPECT(a.count, 1);
    CComPtr<IBar> fromOther;
    fromOther = CComPtr<IFoo>(&a);
    EXPECT(!fromOther, true);
    EXPECT(a.count, 1);
    p = (IUnknown *)&b;
    EXPECT(a.count, 0);
    EXPECT(b.count, 1);
    CComQIPtr<IUnknown> unknown(&b);
    EXPECT(b.count, 2);
    CComVariant variant((IUnknown *)&a);
    EXPECT(a.count, 1);
    CComVariant second(variant);
    EXPECT(a.count, 2);
    second.Clear();
    VARIANT plain;
    VariantInit(&plain);
    variant.Detach(&plain);
    EXPECT(a.count, 1);
    second.Attach(&plain);
    EXPECT(a.count, 1);
  }
  EXPECT(a.count, 0);
  EXPECT(b.count, 0);
}

static void atlMemory() {
  {
    CComBSTR text(L"abc");
    EXPECT(liveBlocks, 1);
    EXPECT(text.Length(), 3);
    CComBSTR other(text);
    EXPECT(liveBlocks, 2);
    other = L"d";
    EXPECT(liveBlocks, 2);
    other = text;
    EXPECT(liveBlocks, 2);
    BSTR copy = nullptr;
    text.CopyTo(&copy);
    EXPECT(liveBlocks, 3);
    other.Attach(copy);
    EXPECT(liveBlocks, 2);
    BSTR raw = other.Detach();
    EXPECT(liveBlocks, 2);
    SysFreeString(raw);
    text.Empty();
    EXPECT(liveBlocks, 0);
    *(&text) = SysAllocString(L"e");
    CComBSTR moved(std::move(text));
    EXPECT(liveBlocks, 1);
    CComHeapPtr<int> block;
    EXPECT(block.Allocate(4), true);
    EXPECT(liveBlocks, 2);
    CComHeapPtr<int> taken(block.Detach());
    EXPECT(liveBlocks, 2);
    taken.Free();
    EXPECT(liveBlocks, 1);
    block.Attach((int *)CoTaskMemAlloc(4));
    CHeapPtr<int, CComAllocator> handed(block);
    EXPECT(!(int *)block, true);
    EXPECT(liveBlocks, 2);
  }
  EXPECT(liveBlocks, 0);
}

static void wilPointers() {
  Object a, b;
  {
    wil::com_ptr<IFoo> p(&a);
    EXPECT(a.count, 1);
    wil::com_ptr<IFoo> q = p;
    EXPECT(a.count, 2);
    q = &b;
    EXPECT(a.count, 1);
    EXPECT(b.count, 1);
    q = q;
    EXPECT(b.count, 1);
    a.QueryInterface(IID(), (void **)&q);
    EXPECT(b.count, 0);
    EXPECT(a.count, 2);
    a.QueryInterface(IID(), q.put_void());
    EXPECT(a.count, 2);
    q.reset();
    EXPECT(a.count, 1);
    b.AddRef();
    q.attach(&b);
    EXPECT(b.count, 1);
    EXPECT(q.detach() == &b, true);
    EXPECT(b.count, 1);
    b.Release();
    auto asked = p.query<IUnknown>();
    EXPECT(a.count, 2);
    asked = nullptr;
    EXPECT(!p.try_query<IBar>(), true);
    bool thrown = false;
    try {
      p.query<IBar>();
    } catch (HRESULT) {
      thrown = true;
    }
    EXPECT(thrown, true);
    EXPECT(a.count, 1);
    IFoo *copy = nullptr;
    p.copy_to(&copy);
    EXPECT(a.count, 2);
    copy->Release();
    wil::com_ptr_nothrow<IFoo> other(std::move(p));
    EXPECT(a.count, 1);
    EXPECT(!p, true);
    q = other;
    EXPECT(a.count, 2);
    q.swap(p);
    EXPECT(a.count, 2);
  }
  EXPECT(a.count, 0);
  EXPECT(b.count, 0);
}

static HRESULT returns(HRESULT hr, bool &reached) {
  RETURN_IF_FAILED(hr);
  reached = true;
  return S_OK;
}

static void wilResources() {
  {
    wil::unique_bstr text(SysAllocString(L"a"));
    wil::unique_cotaskmem_string other((PWSTR)CoTaskMemAlloc(4));
    EXPECT(liveBlocks, 2);
    *(&other) = (PWSTR)CoTaskMemAlloc(4);
    EXPECT(liveBlocks, 2);
    PWSTR raw = other.release();
    EXPECT(liveBlocks, 2);
    other.reset(raw);
    wil::unique_bstr moved = std::move(text);
    EXPECT(liveBlocks, 2);
    wil::unique_cotaskmem_ptr<int> block((int *)CoTaskMemAlloc(4));
    EXPECT(liveBlocks, 3);
  }
  EXPECT(liveBlocks, 0);
  int calls = 0;
  {
    auto first = wil::scope_exit([&] { ++calls; });
    auto second = wil::scope_exit([&] { ++calls; });
    second.release();
    auto third = wil::scope_exit([&] { ++calls; });
    third.reset();
    EXPECT(calls, 1);
  }
  EXPECT(calls, 2);
  bool reached = false;
  EXPECT(returns(E_FAIL, reached), E_FAIL);
  EXPECT(reached, false);
  EXPECT(returns(S_OK, reached), S_OK);
  EXPECT(reached, true);
}

int main() {
  atlPointers();
  atlMemory();
  wilPointers();
  wilResources();
  if (!failures)
    printf("all right\n");
  return failures != 0;
}

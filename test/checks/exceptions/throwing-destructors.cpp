// RUN: %check_mapi %s
// The destructor of a scope guard may throw. The destructors of what was declared before it
// run then, too.
#include <mapix.h>
#include <mapiutil.h>

void report(HRESULT hr);

struct Failure {};
bool write(const char *text);
void respond(const char *text) {
  if (!write(text))
    throw Failure();
}

template <typename Action> struct Guard {
  explicit Guard(Action action) : action(action) {}
  ~Guard() noexcept(false) { action(); }
  Action action;
};

struct Memory {
  SPropValue *held = nullptr;
  ~Memory() { MAPIFreeBuffer(held); }
};

HRESULT freedByItsOwner(IMAPIProp *object) {
  Memory value;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_A, &value.held);
  Guard guard([&] {
    if (hr != S_OK)
      respond("no such property");
  });
  if (hr == MAPI_E_NO_ACCESS)
    return hr;
  hr = object->SaveChanges(KEEP_OPEN_READWRITE);
  if (hr != S_OK)
    return hr;
  report(hr);
  return hr;
}

HRESULT freedByNobody(IMAPIProp *object) {
  SPropValue *value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_A, &value);
  Guard guard([&] {
    if (hr != S_OK)
      respond("no such property");
  });
  if (hr == MAPI_E_NO_ACCESS)
    return hr;
  report(hr);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
}

// RUN: %check_mapi %s
// The destructor of a guard may throw. The destructors of what was declared before it run
// then, too.
#include <mapix.h>
#include <mapiutil.h>

void report(HRESULT hr);

struct Failure {};

struct Guard {
  explicit Guard(IMAPIProp *object) : object(object) {}
  ~Guard() noexcept(false) {
    if (object->SaveChanges(KEEP_OPEN_READWRITE) != S_OK)
      throw Failure();
  }
  IMAPIProp *object;
};

struct Memory {
  SPropValue *held = nullptr;
  ~Memory() { MAPIFreeBuffer(held); }
};

HRESULT freedByItsOwner(IMAPIProp *object) {
  Memory value;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_A, &value.held);
  Guard guard(object);
  if (hr == MAPI_E_NO_ACCESS)
    return hr;
  report(hr);
  return hr;
}

HRESULT freedByNobody(IMAPIProp *object) {
  SPropValue *value = nullptr;
  HRESULT hr = HrGetOneProp(object, PR_SUBJECT_A, &value);
  Guard guard(object);
  if (hr == MAPI_E_NO_ACCESS)
    return hr;
  report(hr);
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
}

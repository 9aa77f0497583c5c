// RUN: %check_mapi %s
// A helper that frees what it got where the property says that there is an error returns that
// error: its result tells callers which of the two it was.
#include <mapix.h>
#include <mapiutil.h>

HRESULT readOne(IMAPIProp *object, ULONG tag, SPropValue **value) {
  *value = nullptr;
  ULONG count = 0;
  SPropTagArray tags = {1, {tag}};
  SPropValue *read = nullptr;
  HRESULT hr = object->GetProps(&tags, 0, &count, &read);
  if (SUCCEEDED(hr)) {
    if (read && PROP_TYPE(read->ulPropTag) == PT_ERROR) {
      hr = ResultFromScode(read->Value.err);
      MAPIFreeBuffer(read);
      read = nullptr;
    }
    *value = read;
  }
  return hr;
}

SPropValue *anotherIfThereIsNone(IMAPIProp *object, SPropValue *other) {
  SPropValue *value = nullptr;
  HRESULT hr = readOne(object, PR_SUBJECT_A, &value);
  if (hr == MAPI_E_NOT_FOUND)
    hr = ScDupPropset(1, other, MAPIAllocateBuffer, &value);
  return value;
}

SPropValue *anotherIfThereIsOne(IMAPIProp *object, SPropValue *other) {
  SPropValue *value = nullptr;
  HRESULT hr = readOne(object, PR_SUBJECT_A, &value);
  if (hr == S_OK)
    hr = ScDupPropset(1, other, MAPIAllocateBuffer, &value);
  return value;
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'value' may be overwritten here without being freed, if IMAPIProp::GetProps succeeds [mapi-buffer-leak]
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: 'read' is acquired here by IMAPIProp::GetProps
}

// RUN: %check_mapi %s
// A pointer in an element of a local array of structures is followed where constants name
// the element; MAPI looks at arrays that it is given.
#include <mapix.h>

void keep(SPropValue *values);

HRESULT onlyLookedAt(LPADRBOOK book, LPMESSAGE message, LPSTR name) {
  ULONG size = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = book->CreateOneOff((LPTSTR)name, (LPTSTR) "SMTP", (LPTSTR)name, 0, &size, &id);
  if (FAILED(hr))
    return hr;
  SPropValue values[2];
  values[0].ulPropTag = PR_SENT_REPRESENTING_ENTRYID;
  values[0].Value.bin.cb = size;
  values[0].Value.bin.lpb = (LPBYTE)id;
  values[1].ulPropTag = PR_SENT_REPRESENTING_NAME_A;
  values[1].Value.lpszA = name;
  return message->SetProps(2, values, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'id' is lost on this way out without being freed [mapi-buffer-leak]
}

HRESULT freedBehind(LPADRBOOK book, LPMESSAGE message, LPSTR name) {
  ULONG size = 0;
  LPENTRYID id = nullptr;
  HRESULT hr = book->CreateOneOff((LPTSTR)name, (LPTSTR) "SMTP", (LPTSTR)name, 0, &size, &id);
  if (FAILED(hr))
    return hr;
  SPropValue values[2];
  values[0].ulPropTag = PR_SENT_REPRESENTING_ENTRYID;
  values[0].Value.bin.cb = size;
  values[0].Value.bin.lpb = (LPBYTE)id;
  values[1].ulPropTag = PR_SENT_REPRESENTING_NAME_A;
  values[1].Value.lpszA = name;
  hr = message->SetProps(2, values, nullptr);
  MAPIFreeBuffer(id);
  return hr;
}

static HRESULT fill(LPADRBOOK book, LPSTR name, SBinary &into) {
  return book->CreateOneOff((LPTSTR)name, (LPTSTR) "SMTP", (LPTSTR)name, 0, &into.cb, (LPENTRYID *)&into.lpb);
}

HRESULT inTheElement(LPADRBOOK book, LPMESSAGE message, LPSTR name) {
  SPropValue values[2] = {};
  HRESULT hr = fill(book, name, values[0].Value.bin);
  if (FAILED(hr))
    return hr;
  values[0].ulPropTag = PR_SENT_REPRESENTING_ENTRYID;
  return message->SetProps(1, values, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'values[0].Value.bin.lpb' is lost on this way out without being freed [mapi-buffer-leak]
}

HRESULT freedInTheElement(LPADRBOOK book, LPMESSAGE message, LPSTR name) {
  SPropValue values[2] = {};
  HRESULT hr = fill(book, name, values[0].Value.bin);
  if (FAILED(hr))
    return hr;
  values[0].ulPropTag = PR_SENT_REPRESENTING_ENTRYID;
  hr = message->SetProps(1, values, nullptr);
  MAPIFreeBuffer(values[0].Value.bin.lpb);
  return hr;
}

HRESULT handedOn(LPADRBOOK book, LPSTR name) {
  SPropValue values[2] = {};
  HRESULT hr = fill(book, name, values[0].Value.bin);
  if (SUCCEEDED(hr))
    keep(values);
  return hr;
}

HRESULT freedInALoop(LPADRBOOK book, LPSTR name) {
  SPropValue values[2] = {};
  HRESULT hr = fill(book, name, values[0].Value.bin);
  if (FAILED(hr))
    return hr;
  for (int i = 0; i < 2; ++i)
    MAPIFreeBuffer(values[i].Value.bin.lpb);
  return hr;
}

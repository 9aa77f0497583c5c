// RUN: %check_mapi %s
// Whether the function owns something is decided by one variable and asked of
// another: the right function first, then the same with a path forgotten.
#include <mapix.h>
#include <mapiutil.h>

// A copy of the parameter is tested, and later the parameter.
HRESULT useOrLogOn(LPMAPISESSION given) {
  LPMAPISESSION session = given;
  if (!session) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
    if (FAILED(hr))
      return hr;
  }
  HRESULT hr = session->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (!given) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  return hr;
}

HRESULT useOrLogOnWrong(LPMAPISESSION given) {
  LPMAPISESSION session = given;
  if (!session) {
    HRESULT hr = MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &session);
    if (FAILED(hr))
      return hr;
  }
  HRESULT hr = session->SetDefaultStore(MAPI_DEFAULT_STORE, 0, nullptr);
  if (given) {
    session->Logoff(0, 0, 0);
    session->Release();
  }
  // CHECK: :[[@LINE+1]]:3: warning: session 'session' (IMAPISession) may be lost here without IMAPISession::Logoff, if MAPILogonEx succeeds [mapi-missing-logoff]
  return hr;
}

HRESULT bookOfMaybe(LPMAPISESSION session, LPADRBOOK given) {
  LPADRBOOK book = given;
  HRESULT hr = S_OK;
  if (!book)
    hr = session->OpenAddressBook(0, nullptr, 0, &book);
  if (FAILED(hr))
    return hr;
  book->SetDefaultDir(0, nullptr);
  if (!given)
    book->Release();
  return hr;
}

// The answer is kept, and what it was asked of changes.
HRESULT keptAnswer(LPMAPIPROP object, LPSPropValue value) {
  const bool own = value == nullptr;
  if (!value && FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return E_FAIL;
  HRESULT hr = HrSetOneProp(object, value);
  if (own)
    MAPIFreeBuffer(value);
  return hr;
}

HRESULT keptOppositeAnswer(LPMAPIPROP object, LPSPropValue value) {
  const bool borrowed = value;
  if (!value && FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return E_FAIL;
  HRESULT hr = HrSetOneProp(object, value);
  if (!borrowed)
    MAPIFreeBuffer(value);
  return hr;
}

HRESULT keptAnswerWrong(LPMAPIPROP object, LPSPropValue value) {
  const bool borrowed = value;
  if (!value && FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return E_FAIL;
  HRESULT hr = HrSetOneProp(object, value);
  if (borrowed)
    MAPIFreeBuffer(value);
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
  return hr;
}

// The relation ends where one of the two is written.
HRESULT copyOfWhatWas(LPMAPIPROP object, LPSPropValue given) {
  LPSPropValue value = given;
  given = nullptr;
  if (!value) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
    if (FAILED(hr))
      return hr;
  }
  HrSetOneProp(object, value);
  if (given)
    MAPIFreeBuffer(value);
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
  return S_OK;
}

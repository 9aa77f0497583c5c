// RUN: %check_mapi %s
// __try and __finally: the handler runs on each way out of the guarded block.
#include <mapix.h>
#include <mapiutil.h>

HRESULT finallyReleasesAll(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = S_OK;
  __try {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      return hr;
    hr = db->AbortSubmit(cb, id, 0);
  } __finally {
    if (db)
      db->Release();
    sess->Logoff(0, 0, 0);
  }
  return hr;
}

HRESULT finallyForgetsOnReturn(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = S_OK;
  __try {
    hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
    if (FAILED(hr))
      return hr;
    if (db->AbortSubmit(cb, id, 0) == MAPI_E_NO_ACCESS)
      return E_FAIL;
    db->Release();
  } __finally {
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[mapi-live-at-logoff]
  }
  return hr;
}

HRESULT sessionLoggedOffInFinally(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &sess);
  if (FAILED(hr))
    return hr;
  __try {
    LPMAPITABLE stores = nullptr;
    hr = sess->GetMsgStoresTable(0, &stores);
    if (FAILED(hr))
      return hr;
    stores->Release();
  } __finally {
    sess->Logoff(0, 0, 0);
    sess->Release();
  }
  return S_OK;
}

HRESULT sessionForgottenAfterFinally(LPTSTR profile) {
  LPMAPISESSION sess = nullptr;
  HRESULT hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &sess);
  if (FAILED(hr))
    return hr;
  LPMAPITABLE stores = nullptr;
  __try {
    hr = sess->GetMsgStoresTable(0, &stores);
  } __finally {
    if (stores)
      stores->Release();
  }
  return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sess'{{.*}}[mapi-missing-logoff]
}

HRESULT nested(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPADRBOOK book = nullptr;
  __try {
    if (FAILED(sess->OpenAddressBook(0, nullptr, 0, &book)))
      return E_FAIL;
    __try {
      if (FAILED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
        return E_FAIL;
    } __finally {
      if (db)
        db->Release();
    }
  } __finally {
    UlRelease(book);
    sess->Logoff(0, 0, 0);
  }
  return S_OK;
}

void exceptHandler(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  __try {
    if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db)))
      db->Release();
  } __except (1) {
    sess->Release();
  }
  sess->Logoff(0, 0, 0);
}

// A parameter lives on in the handler, and ends with the function.
HRESULT parameterFreed(LPMAPIPROP object, LPSPropValue value) {
  HRESULT hr = S_OK;
  __try {
    hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
    if (FAILED(hr))
      return hr;
    hr = HrSetOneProp(object, value);
  } __finally {
    MAPIFreeBuffer(value);
  }
  return hr;
}

HRESULT parameterFreedOnSuccess(LPMAPIPROP object, LPSPropValue value) {
  HRESULT hr = S_OK;
  __try {
    hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
    if (FAILED(hr))
      return hr;
    hr = HrSetOneProp(object, value);
  } __finally {
    if (SUCCEEDED(hr))
      MAPIFreeBuffer(value);
  }
  // CHECK: :[[@LINE+1]]:3: warning: 'value' may be lost on this way out without being freed, if 'hr' is a failure [mapi-buffer-leak]
  return hr;
}

// The handler runs for an exception, too, and before what is around it dies.
struct Failure {
  explicit Failure(HRESULT) {}
};

void thrownInGuardedBlock(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = S_OK;
  __try {
    hr = message->GetRecipientTable(0, &table);
    if (FAILED(hr))
      throw Failure(hr);
    ULONG rows = 0;
    hr = table->GetRowCount(0, &rows);
    if (FAILED(hr))
      throw Failure(hr);
  } __finally {
    if (table)
      table->Release();
  }
}

void thrownAndForgotten(LPMESSAGE message) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = S_OK;
  __try {
    hr = message->GetRecipientTable(0, &table);
    if (FAILED(hr))
      throw Failure(hr);
    ULONG rows = 0;
    hr = table->GetRowCount(0, &rows);
    if (FAILED(hr))
      throw Failure(hr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'table' (IMAPITable) may be lost on this way out without being released, if 'hr' is a failure [mapi-interface-leak]
    table->Release();
    table = nullptr;
  } __finally {
    message->SaveChanges(KEEP_OPEN_READWRITE);
  }
}

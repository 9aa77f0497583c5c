// RUN: %check_mapi %s
// Nested ifs and early returns.
#include <mapix.h>
#include <mapiutil.h>

void report(const char *what, HRESULT hr);

// Both releases stand where both acquisitions have succeeded.
void nestedIfsReleaseOnlyAtTheTop(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER inbox = nullptr;
  ULONG type = 0;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    if (SUCCEEDED(db->OpenEntry(0, nullptr, nullptr, 0, &type,
                                (LPUNKNOWN *)&inbox))) {
      inbox->SaveChanges(KEEP_OPEN_READWRITE);
      inbox->Release();
      db->Release();
    } else {
      report("no inbox", E_FAIL);
    }
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
}

void nestedIfsReleaseInsideOut(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPIFOLDER inbox = nullptr;
  ULONG type = 0;
  if (SUCCEEDED(sess->OpenMsgStore(0, cb, id, nullptr, 0, &db))) {
    if (SUCCEEDED(db->OpenEntry(0, nullptr, nullptr, 0, &type,
                                (LPUNKNOWN *)&inbox))) {
      inbox->SaveChanges(KEEP_OPEN_READWRITE);
      inbox->Release();
    } else {
      report("no inbox", E_FAIL);
    }
    db->Release();
  }
  sess->Logoff(0, 0, 0);
}

// Four levels: message, attachment, stream.
HRESULT nestedDownToTheStream(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                              LPVOID buffer, ULONG size) {
  LPMESSAGE msg = nullptr;
  LPATTACH attach = nullptr;
  LPSTREAM data = nullptr;
  ULONG type = 0;
  HRESULT hr = sess->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&msg);
  if (SUCCEEDED(hr)) {
    hr = msg->OpenAttach(0, nullptr, 0, &attach);
    if (SUCCEEDED(hr)) {
      hr = attach->OpenProperty(PR_ATTACH_DATA_BIN, &IID_IStream, STGM_READ, 0,
                                (LPUNKNOWN *)&data);
      if (SUCCEEDED(hr)) {
        hr = data->Read(buffer, size, nullptr);
        data->Release();
      }
      attach->Release();
    }
    msg->Release();
  }
  sess->Logoff(0, 0, 0);
  return hr;
}

HRESULT nestedAndTheStreamIsLost(LPMAPISESSION sess, ULONG cb, LPENTRYID id,
                                 LPVOID buffer, ULONG size) {
  LPMESSAGE msg = nullptr;
  LPATTACH attach = nullptr;
  LPSTREAM data = nullptr;
  ULONG type = 0;
  HRESULT hr = sess->OpenEntry(cb, id, nullptr, 0, &type, (LPUNKNOWN *)&msg);
  if (SUCCEEDED(hr)) {
    hr = msg->OpenAttach(0, nullptr, 0, &attach);
    if (SUCCEEDED(hr)) {
      hr = attach->OpenProperty(PR_ATTACH_DATA_BIN, &IID_IStream, STGM_READ, 0,
                                (LPUNKNOWN *)&data);
      if (SUCCEEDED(hr)) {
        hr = data->Read(buffer, size, nullptr);
        if (SUCCEEDED(hr))
          data->Release();
      }
      attach->Release();
    }
    msg->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'data'.*}} [mapi-live-at-logoff]
  return hr;
}

// Each early return logs off by itself.
HRESULT earlyReturnForgetsStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    return hr;
  }
  LPMAPITABLE props = nullptr;
  hr = db->GetReceiveFolderTable(0, &props);
  if (FAILED(hr)) {
    report("receive folders", hr);
    sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
    return hr;
  }
  props->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
  return S_OK;
}

HRESULT earlyReturnsReleaseStore(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr)) {
    sess->Logoff(0, 0, 0);
    return hr;
  }
  LPMAPITABLE props = nullptr;
  hr = db->GetReceiveFolderTable(0, &props);
  if (FAILED(hr)) {
    report("receive folders", hr);
    db->Release();
    sess->Logoff(0, 0, 0);
    return hr;
  }
  props->Release();
  db->Release();
  sess->Logoff(0, 0, 0);
  return S_OK;
}

// An early return without Logoff and without Release is another check's.
HRESULT earlyReturnWithoutLogoff(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  LPMAPITABLE props = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    return hr;
  hr = db->GetReceiveFolderTable(0, &props);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-interface-leak]
  props->Release();
  db->Release();
  return sess->Logoff(0, 0, 0);
}

HRESULT logoffInTheReturn(LPMAPISESSION sess, ULONG cb, LPENTRYID id) {
  LPMDB db = nullptr;
  HRESULT hr = sess->OpenMsgStore(0, cb, id, nullptr, 0, &db);
  if (FAILED(hr))
    return hr;
  hr = db->SaveChanges(KEEP_OPEN_READONLY);
  if (FAILED(hr))
    return sess->Logoff(0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'db'.*}} [mapi-live-at-logoff]
  db->Release();
  return sess->Logoff(0, 0, 0);
}

// The inverted test: work stands in the else branches.
void invertedNestingForgetsTable(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores))) {
    report("stores", E_FAIL);
  } else if (FAILED(sess->GetStatusTable(0, &status))) {
    report("status", E_FAIL);
  } else {
    status->Release();
    stores->Release();
  }
  sess->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'stores'.*}} [mapi-live-at-logoff]
}

void invertedNestingReleasesTable(LPMAPISESSION sess) {
  LPMAPITABLE stores = nullptr;
  LPMAPITABLE status = nullptr;
  if (FAILED(sess->GetMsgStoresTable(0, &stores))) {
    report("stores", E_FAIL);
  } else if (FAILED(sess->GetStatusTable(0, &status))) {
    report("status", E_FAIL);
    stores->Release();
  } else {
    status->Release();
    stores->Release();
  }
  sess->Logoff(0, 0, 0);
}

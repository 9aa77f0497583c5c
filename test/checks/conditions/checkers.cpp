// RUN: %check_mapi %s
// A status is looked at by a function that is not seen.
#include <comdef.h>
#include <mapix.h>
#include <mapiutil.h>

void throwIfFailed(HRESULT hr);
void note(const char *text, HRESULT hr);
bool isGood(HRESULT hr);
class Guard {
public:
  static int verify(HRESULT hr, int line);
};

// What follows runs after a success.
void throwing(LPMAPISESSION session) {
  LPMAPITABLE table;
  throwIfFailed(session->GetStatusTable(0, &table));
  table->Release();
}

void throwingForgets(LPMAPISESSION session, bool all) {
  LPMAPITABLE table;
  HRESULT hr = session->GetStatusTable(0, &table);
  throwIfFailed(hr);
  if (!all)
    // CHECK: :[[@LINE+1]]:5: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
    return;
  table->Release();
}

void throwingLibrary() {
  throwIfFailed(MAPIInitialize(nullptr));
  MAPIUninitialize();
}

// A function that the status is only told looks at nothing, if the status is
// looked at here.
HRESULT noted(LPMAPISESSION session) {
  LPMAPITABLE table;
  HRESULT hr = session->GetStatusTable(0, &table);
  note("status table", hr);
  // CHECK: :[[@LINE+1]]:10: warning: 'table' is given back here, but may have no value if IMAPISession::GetStatusTable failed [mapi-uninitialized-out-param]
  table->Release();
  if (FAILED(hr))
    return hr;
  return S_OK;
}

// Nobody knows which answer means that there is a table.
bool answered(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  if (!isGood(session->GetStatusTable(0, &table)))
    return false;
  table->Release();
  return true;
}

bool answeredLater(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetStatusTable(0, &table);
  const bool good = isGood(hr);
  if (!good)
    return false;
  table->Release();
  return true;
}

bool answeredLibrary() {
  if (!isGood(MAPIInitialize(nullptr)))
    return false;
  MAPIUninitialize();
  return true;
}

void answeredByAMember(LPMAPIPROP object) {
  LPSPropValue value;
  if (Guard::verify(HrGetOneProp(object, PR_SUBJECT_W, &value), __LINE__))
    MAPIFreeBuffer(value);
}

// Windows' own checkers are known to throw.
void issued(LPMAPISESSION session) {
  LPMAPITABLE table;
  HRESULT hr = session->GetStatusTable(0, &table);
  _com_util::CheckError(hr);
  table->Release();
}

void issuedByHand(LPMAPISESSION session) {
  LPMAPITABLE table;
  HRESULT hr = session->GetStatusTable(0, &table);
  if (FAILED(hr))
    RaiseException(hr, EXCEPTION_NONCONTINUABLE, 0, nullptr);
  table->Release();
}

// The sign of a status is its severity.
void bySeverity(LPMAPISESSION session) {
  LPMAPITABLE table;
  HRESULT hr = session->GetStatusTable(0, &table);
  if (IS_ERROR(hr))
    return;
  if (HRESULT_SEVERITY(hr) == SEVERITY_SUCCESS)
    table->Release();
}

void bySeverityWrong(LPMAPISESSION session) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = session->GetStatusTable(0, &table);
  if (!IS_ERROR(hr))
    // CHECK: :[[@LINE+1]]:5: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
    return;
  if (table)
    table->Release();
}

// RUN: %check_mapi %s
// A success that is remembered as a bit, in a count, in an answer that several
// calls give together, or in an object.
#include <mapix.h>
#include <mapiutil.h>
#include <ole2.h>

enum Have : ULONG { HaveTable = 1, HaveRows = 2 };

HRESULT bit(LPMAPIFOLDER folder) {
  ULONG have = 0;
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    have |= HaveTable;
  if (have & HaveTable)
    table->Release();
  return hr;
}

HRESULT wrongBit(LPMAPIFOLDER folder) {
  ULONG have = 0;
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    have |= HaveTable;
  if (have & HaveRows)
    table->Release();
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return hr;
}

HRESULT clearedBit(LPMAPIFOLDER folder, bool early) {
  ULONG have = 0;
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  have |= HaveTable;
  if (early) {
    table->Release();
    have &= ~ULONG(HaveTable);
  }
  if (have & HaveTable)
    table->Release();
  return hr;
}

HRESULT bitThatStays(LPMAPIFOLDER folder, bool early) {
  ULONG have = 0;
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  have |= HaveTable;
  if (early) {
    table->Release();
    have |= HaveRows;
  }
  if (have & HaveTable)
    // CHECK: :[[@LINE+1]]:12: warning: 'table' (IMAPITable) may be given back a second time, if 'early' is nonzero or true [mapi-use-after-release]
    table->Release();
  return hr;
}

void bitsOfLibraries() {
  int up = 0;
  if (SUCCEEDED(MAPIInitialize(nullptr)))
    up |= 1;
  if (up && SUCCEEDED(OleInitialize(nullptr)))
    up |= 2;
  if (up & 2)
    OleUninitialize();
  if (up & 1)
    MAPIUninitialize();
}

HRESULT stages(LPMAPIFOLDER folder) {
  int stage = 0;
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr)) {
    ++stage;
    if (SUCCEEDED(hr = table->QueryRows(1, 0, &rows)))
      ++stage;
  }
  switch (stage) {
  case 2:
    FreeProws(rows);
    [[fallthrough]];
  case 1:
    table->Release();
  }
  return hr;
}

HRESULT stagesMissed(LPMAPIFOLDER folder) {
  int stage = 0;
  LPMAPITABLE table = nullptr;
  LPSRowSet rows = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr)) {
    ++stage;
    if (SUCCEEDED(hr = table->QueryRows(1, 0, &rows)))
      ++stage;
  }
  if (stage >= 3)
    FreeProws(rows);
  if (stage >= 1)
    table->Release();
  // CHECK: :[[@LINE+1]]:3: warning: 'rows' may be lost on this way out without being freed, if IMAPITable::QueryRows succeeds [mapi-buffer-leak]
  return hr;
}

bool together(LPMAPIFOLDER folder, LPMAPIPROP object) {
  LPMAPITABLE table = nullptr;
  bool good = true;
  good &= SUCCEEDED(folder->GetContentsTable(0, &table));
  if (good)
    table->Release();
  return good;
}

HRESULT anyFailed(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  int failed = 0;
  HRESULT hr = folder->GetContentsTable(0, &table);
  failed |= FAILED(hr);
  if (failed)
    return hr;
  table->Release();
  return hr;
}

bool togetherWrong(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  bool good = false;
  good |= SUCCEEDED(folder->GetContentsTable(0, &table));
  if (!good)
    table->Release();
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  return good;
}

class Status {
public:
  Status() : m_result(S_OK) {}
  Status(HRESULT result) : m_result(result) {}
  Status &operator=(HRESULT result) {
    m_result = result;
    return *this;
  }
  explicit operator bool() const { return SUCCEEDED(m_result); }
  bool operator!() const { return FAILED(m_result); }
  bool failed() const { return FAILED(m_result); }
  HRESULT result() const { return m_result; }

private:
  HRESULT m_result;
};

HRESULT statusObject(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  Status status = folder->GetContentsTable(0, &table);
  if (status.failed())
    return status.result();
  table->Release();
  return status.result();
}

HRESULT statusOperators(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  Status status;
  status = folder->GetContentsTable(0, &table);
  if (!status)
    return status.result();
  if (status)
    table->Release();
  return status.result();
}

HRESULT statusObjectWrong(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  Status status = folder->GetContentsTable(0, &table);
  if (status)
    // CHECK: :[[@LINE+1]]:5: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
    return status.result();
  return S_OK;
}

struct Report {
  bool good = true;
  void fail(const char *) { good = false; }
};

bool reported(LPMAPIFOLDER folder) {
  Report report;
  LPMAPITABLE table = nullptr;
  if (FAILED(folder->GetContentsTable(0, &table)))
    report.fail("no table");
  if (!report.good)
    return false;
  table->Release();
  return true;
}

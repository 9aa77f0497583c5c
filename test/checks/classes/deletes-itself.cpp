// RUN: %check_mapi %s
// A COM object's own Release deletes it: its destructor has run then, and does not run
// again.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

class Counted {
public:
  Counted() = default;
  Counted(const Counted &) = delete;
  ~Counted() {
    MAPIFreeBuffer(name);
    if (prop)
      prop->Release();
  }
  ULONG AddRef() { return ++references; }
  ULONG Release() {
    const ULONG left = --references;
    if (left == 0)
      delete this;
    return left;
  }
  HRESULT read(LPMAPIPROP from) { return HrGetOneProp(from, PR_SUBJECT_W, &name); }

private:
  ULONG references = 1;
  LPSPropValue name = nullptr;
  LPMAPIPROP prop = nullptr;
};

// What it does besides is looked at.
class Twice {
public:
  Twice() = default;
  Twice(const Twice &) = delete;
  ~Twice() { MAPIFreeBuffer(name); }
  HRESULT read(LPMAPIPROP from) { return HrGetOneProp(from, PR_SUBJECT_W, &name); }
  void end() {
    MAPIFreeBuffer(name);
    delete this; // CHECK: :[[@LINE]]:5: warning: 'name' is given back a second time [mapi-use-after-release]
  }

private:
  LPSPropValue name = nullptr;
};

// A pair may be empty at first.
HRESULT pair(LPMAPIFOLDER folder) {
  std::pair<HRESULT, LPMAPITABLE> opened;
  opened.first = folder->GetContentsTable(0, &opened.second);
  if (opened.second)
    opened.second->Release();
  return opened.first;
}

HRESULT pairWrong(LPMAPIFOLDER folder) {
  std::pair<HRESULT, LPMAPITABLE> opened;
  opened.first = folder->GetContentsTable(0, &opened.second);
  // CHECK: :[[@LINE+1]]:3: warning: 'opened.second' (IMAPITable) may be lost on this way out without being released, if IMAPIContainer::GetContentsTable succeeds [mapi-interface-leak]
  return opened.first;
}

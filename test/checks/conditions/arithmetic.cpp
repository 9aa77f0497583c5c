// RUN: %check_mapi %s
// A number stays known when it is calculated with constants, and an HRESULT
// that is compared with an unsigned number is what that number means.
#include <mapiutil.h>
#include <mapix.h>

// Right: each of these is zero where the value is lost.
LONG toggled(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  ULONG open = 5;
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) != S_OK)
    return 0;
  open ^= 4;
  open -= 1;
  if (open)
    return 1;
  MAPIFreeBuffer(name);
  return 2;
}

LONG fromTwo(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  int todo = 2;
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) != S_OK)
    return 0;
  todo = 2 - todo;
  int half = todo / 2;
  if (half)
    return 1;
  MAPIFreeBuffer(name);
  return 2;
}

LONG shifted(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  unsigned mask = 6;
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) != S_OK)
    return 0;
  if (mask >> 3)
    return 1;
  if (~mask == 0)
    return 1;
  MAPIFreeBuffer(name);
  return 2;
}

// Wrong: 6 % 4 is 2.
LONG remains(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  unsigned mask = 6;
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) != S_OK)
    return 0;
  mask %= 4;
  if (mask)
    // CHECK: :[[@LINE+1]]:5: warning: 'name' is lost on this way out without being freed [mapi-buffer-leak]
    return 1;
  MAPIFreeBuffer(name);
  return 2;
}

// A number that is kept is no answer: 6 & 6 is 6, and not true.
LONG keptBits(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  ULONG flags = 6;
  if (HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) != S_OK)
    return 0;
  ULONG bits = flags & 6;
  if (bits == 1)
    return 1;
  MAPIFreeBuffer(name);
  return 2;
}

// Right: each of the codes is a failure, which hands out nothing.
HRESULT byCode(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (hr == 0x80070057)
    return hr;
  switch ((ULONG)hr) {
  case 0x80040102:
    return E_NOTIMPL;
  default:
    break;
  }
  if ((ULONG)hr >= 0x80000000 || hr & 0x80000000)
    return hr;
  table->Release();
  return hr;
}

// Wrong: a warning hands it out.
HRESULT byWarning(LPMAPIPROP prop, LPSPropTagArray tags) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  HRESULT hr = prop->GetProps(tags, 0, &count, &values);
  if (hr == 0x00040380)
    // CHECK: :[[@LINE+1]]:5: warning: 'values' is lost on this way out without being freed [mapi-buffer-leak]
    return hr;
  if (FAILED(hr))
    return hr;
  MAPIFreeBuffer(values);
  return hr;
}

HRESULT inOneCondition(LPMAPIFOLDER folder) {
  LPMAPITABLE table = nullptr;
  HRESULT hr;
  if (hr = folder->GetContentsTable(0, &table), hr < 0)
    return hr;
  if ((hr = table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr)), FAILED(hr))
    // CHECK: :[[@LINE+2]]:5: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
    // CHECK: note: 'table' (IMAPITable) is acquired here by IMAPIContainer::GetContentsTable
    return hr;
  table->Release();
  return hr;
}

// The loops end: what is behind them is looked at.
HRESULT behindUnsigned(size_t left, LPMAPIFOLDER folder) {
  while (left-- > 0)
    folder->SaveChanges(KEEP_OPEN_READWRITE);
  for (ULONG i = 8; i--;)
    folder->SaveChanges(KEEP_OPEN_READWRITE);
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (FAILED(hr))
    return hr;
  // CHECK: :[[@LINE+1]]:3: warning: 'table' (IMAPITable) is lost on this way out without being released [mapi-interface-leak]
  return table->SeekRow(BOOKMARK_BEGINNING, 0, nullptr);
}

HRESULT behindUnsignedRight(size_t left, LPMAPIFOLDER folder) {
  while (left-- > 0)
    folder->SaveChanges(KEEP_OPEN_READWRITE);
  LPMAPITABLE table = nullptr;
  HRESULT hr = folder->GetContentsTable(0, &table);
  if (SUCCEEDED(hr))
    table->Release();
  return hr;
}

// More states than fingers: only the last but one frees.
enum Stage { Idle, Found, Bound, Asked, Read, Shown, Closing, Over };

void stages(LPMAPIPROP prop) {
  LPSPropValue name = nullptr;
  Stage stage = Idle;
  while (stage != Over) {
    if (stage == Idle)
      stage =
          HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) == S_OK ? Found : Over;
    else if (stage == Found)
      stage = Bound;
    else if (stage == Bound)
      stage = Asked;
    else if (stage == Asked)
      stage = Read;
    else if (stage == Read)
      stage = Shown;
    else if (stage == Shown)
      stage = Closing;
    else {
      MAPIFreeBuffer(name);
      stage = Over;
    }
  }
}

void stagesLeft(LPMAPIPROP prop, bool tired) {
  LPSPropValue name = nullptr;
  Stage stage = Idle;
  while (stage != Over) {
    if (stage == Idle)
      stage =
          HrGetOneProp(prop, PR_DISPLAY_NAME_W, &name) == S_OK ? Found : Over;
    else if (stage == Found)
      stage = Bound;
    else if (stage == Bound)
      stage = tired ? Over : Asked;
    else {
      MAPIFreeBuffer(name);
      stage = Over;
    }
  }
  // CHECK: :[[@LINE+1]]:1: warning: 'name' may be lost on this way out without being freed, if {{.*}} [mapi-buffer-leak]
}

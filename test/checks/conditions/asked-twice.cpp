// RUN: %check_mapi %s
// The same question is asked twice, and nothing in between changes the answer.
#include <mapix.h>
#include <mapiutil.h>

constexpr ULONG WithSubject = 1, WithBody = 2;

HRESULT flagTwice(LPMAPIPROP object, ULONG what) {
  LPSPropValue subject = nullptr;
  if (what & WithSubject) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
    if (FAILED(hr))
      return hr;
  }
  object->SaveChanges(KEEP_OPEN_READWRITE);
  if ((what & WithSubject) != 0)
    MAPIFreeBuffer(subject);
  return S_OK;
}

HRESULT anotherFlag(LPMAPIPROP object, ULONG what) {
  LPSPropValue subject = nullptr;
  if (what & WithSubject) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
    if (FAILED(hr))
      return hr;
  }
  if (what & WithBody)
    MAPIFreeBuffer(subject);
  // CHECK: :[[@LINE+1]]:3: warning: 'subject' may be lost on this way out without being freed, if 'what & WithBody' is false [mapi-buffer-leak]
  return S_OK;
}

HRESULT flagChanges(LPMAPIPROP object, ULONG what, ULONG more) {
  LPSPropValue subject = nullptr;
  if (what & WithSubject) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
    if (FAILED(hr))
      return hr;
  }
  what = more;
  if (what & WithSubject)
    MAPIFreeBuffer(subject);
  // CHECK: :[[@LINE+1]]:3: warning: 'subject' may be lost on this way out without being freed, if 'what & WithSubject' is false [mapi-buffer-leak]
  return S_OK;
}

struct Options {
  ULONG flags;
  int depth;
};

HRESULT behindAPointer(LPMAPIPROP object, const Options *options) {
  LPSPropValue subject = nullptr;
  if (options->flags & WithSubject) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
    if (FAILED(hr))
      return hr;
  }
  if (options->flags & WithSubject)
    MAPIFreeBuffer(subject);
  return S_OK;
}

HRESULT anotherPointer(LPMAPIPROP object, const Options *options,
                       const Options *others) {
  LPSPropValue subject = nullptr;
  if (options->flags & WithSubject) {
    HRESULT hr = HrGetOneProp(object, PR_SUBJECT_W, &subject);
    if (FAILED(hr))
      return hr;
  }
  options = others;
  if (options->flags & WithSubject)
    MAPIFreeBuffer(subject);
  // CHECK: :[[@LINE+1]]:3: warning: 'subject' may be lost on this way out without being freed, if 'options->flags & WithSubject' is false [mapi-buffer-leak]
  return S_OK;
}

void twoNumbers(LPMAPIPROP object, int depth, const Options &options) {
  LPSPropValue subject = nullptr;
  if (depth < options.depth &&
      FAILED(HrGetOneProp(object, PR_SUBJECT_W, &subject)))
    return;
  if (!(depth >= options.depth))
    MAPIFreeBuffer(subject);
}

void propertyType(LPMAPIPROP object, ULONG tag) {
  LPSPropValue value = nullptr;
  if (PROP_TYPE(tag) == PT_UNICODE && FAILED(HrGetOneProp(object, tag, &value)))
    return;
  if (PROP_TYPE(tag) == PT_UNICODE)
    MAPIFreeBuffer(value);
}

// Two bits of the same mask are two questions.
void twoBits(LPMAPIPROP object, ULONG mask) {
  LPSPropValue value = nullptr;
  if ((mask & 3) == 1 &&
      FAILED(HrGetOneProp(object, PR_SUBJECT_W, &value)))
    return;
  if ((mask & 3) == 2)
    MAPIFreeBuffer(value);
  // CHECK: :[[@LINE+1]]:1: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
}

void librariesToo(bool wanted, int level) {
  if (level > 3 && FAILED(MAPIInitialize(nullptr)))
    return;
  if (wanted)
    MessageBoxA(nullptr, "ready", "", 0);
  if (level > 3)
    MAPIUninitialize();
}

class Job {
public:
  void run(LPMAPIPROP object);

private:
  ULONG m_flags = 0;
};

void Job::run(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (m_flags & WithBody)
    HrGetOneProp(object, PR_BODY_W, &value);
  if (m_flags & WithBody)
    MAPIFreeBuffer(value);
}

// A number that is not the one asked for is not it later, either.
HRESULT twoModes(LPMAPIPROP object, int mode) {
  LPSPropValue value = nullptr;
  HRESULT hr = S_OK;
  if (mode != 2)
    hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  if (mode == 2)
    return object->SaveChanges(0);
  MAPIFreeBuffer(value);
  return S_OK;
}

HRESULT anotherMode(LPMAPIPROP object, int mode) {
  LPSPropValue value = nullptr;
  HRESULT hr = S_OK;
  if (mode != 2)
    hr = HrGetOneProp(object, PR_SUBJECT_W, &value);
  if (FAILED(hr))
    return hr;
  if (mode == 3)
    // CHECK: :[[@LINE+1]]:5: warning: 'value' may be lost on this way out without being freed, if HrGetOneProp succeeds [mapi-buffer-leak]
    return object->SaveChanges(0);
  MAPIFreeBuffer(value);
  return S_OK;
}

// RUN: %check_mapi %s
// What a function is called tells what it does with memory: a question, or the
// word of one who writes something down, leaves it where it is.
#include <mapiutil.h>
#include <mapix.h>

bool isReport(LPSPropValue subject, ULONG type);
BOOL has_subject(LPSPropValue subject);
void logProperty(const wchar_t *what, LPSPropValue value);
void Trace_dumpProperty(LPSPropValue value);
bool checkAndFree(LPSPropValue value);
bool storeIfReport(LPSPropValue value);
void arrange(LPSPropValue value);

bool asked(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (FAILED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    return false;
  const bool report = isReport(subject, PT_UNICODE);
  return report && has_subject(subject);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'subject' is lost on this way out without being freed [mapi-buffer-leak]
}

bool askedAndFreed(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (FAILED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    return false;
  const bool report = isReport(subject, PT_UNICODE);
  MAPIFreeBuffer(subject);
  return report;
}

void written(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (FAILED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    return;
  logProperty(L"subject", subject);
  Trace_dumpProperty(subject);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'subject' is lost on this way out without being freed [mapi-buffer-leak]
}

bool askedAndMore(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (FAILED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    return false;
  return checkAndFree(subject);
}

bool kept(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (FAILED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    return false;
  return storeIfReport(subject);
}

void nobodyKnows(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  if (SUCCEEDED(HrGetOneProp(message, PR_SUBJECT_W, &subject)))
    arrange(subject);
}

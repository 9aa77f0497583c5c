// RUN: %check_mapi %s
// What is tested was made of a call's status out of sight: one of its sides is
// that of success, and nobody knows which.
#include <mapix.h>
#include <mapiutil.h>
#include <functional>
#include <sstream>
#include <string>

// In another file.
class Verdict {
public:
  Verdict(HRESULT hr, const char *step);
  ~Verdict();
  bool isBad() const;
};
class Journal {
public:
  void enter(HRESULT hr);
  bool isClean() const;
};
int exitCodeFor(HRESULT hr);
std::string explain(HRESULT hr);
bool succeeded(const char *step, HRESULT hr, int line);

static Verdict openQueue(LPMDB store, LPMAPITABLE *queue) {
  return Verdict(store->GetOutgoingQueue(0, queue), "queue");
}

void releasedWhereTheVerdictIsGood(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  Verdict verdict(store->GetOutgoingQueue(0, &queue), "queue");
  if (verdict.isBad())
    return;
  queue->Release();
}


void lostOnBothSides(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  Verdict verdict(store->GetOutgoingQueue(0, &queue), "queue");
  if (verdict.isBad())
    return;

  Sleep(10);
  return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} may be {{.*}}[mapi-interface-leak]
}

// Whoever calls a method knows that the object is there.
void lostWhereItIsUsed(LPMDB store, ULONG *rows) {
  LPMAPITABLE queue = nullptr;
  Verdict verdict(store->GetOutgoingQueue(0, &queue), "queue");
  if (verdict.isBad())
    return;

  if (FAILED(queue->GetRowCount(0, rows)))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void openedByAHelper(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (openQueue(store, &queue).isBad())
    return;
  queue->Release();
}

void openedByAHelperAndLost(LPMDB store, ULONG *rows) {
  LPMAPITABLE queue = nullptr;
  if (openQueue(store, &queue).isBad())
    return;

  queue->GetRowCount(0, rows);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]

void enteredInAJournal(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  Journal journal;
  journal.enter(store->GetOutgoingQueue(0, &queue));
  if (journal.isClean())
    queue->Release();
}

void asANumber(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  switch (exitCodeFor(store->GetOutgoingQueue(0, &queue))) {
  case 0:
    break;
  default:
    return;
  }
  queue->Release();
}

void asAnAnswer(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  const bool fine = succeeded("queue", hr, __LINE__);
  if (!fine)
    return;
  queue->Release();
}

void asAText(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  std::string text = explain(store->GetOutgoingQueue(0, &queue));
  if (text.size() > 0)
    return;
  queue->Release();
}

// The text is another on one side of what is tested.
void asATextOfItsOwn(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  std::ostringstream text;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    text << "cannot open the queue";
  if (!text.str().empty())
    return;
  queue->Release();
}

// This text has to do with something else.
void asATextOfSomethingElse(LPMDB store, HRESULT other) {
  LPMAPITABLE queue = nullptr;
  std::string text = explain(other);
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  if (text.size() > 0)
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void byAFunctionObject(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  std::function<bool()> failed = [&] { return FAILED(hr); };
  if (failed())
    return;
  queue->Release();
}

// A later call has a verdict of its own.
void theVerdictOnTheSecond(LPMDB store) {
  LPMAPITABLE queue = nullptr, folders = nullptr;
  if (FAILED(store->GetOutgoingQueue(0, &queue)))
    return;
  Verdict verdict(store->GetReceiveFolderTable(0, &folders), "folders");
  if (verdict.isBad())
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  folders->Release();
  queue->Release();
}

// A status that is followed stays so, whatever is made of it besides.
void theStatusItself(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  Verdict verdict(hr, "queue");
  if (FAILED(hr))
    return;
  if (verdict.isBad())
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'queue'.*}} [mapi-interface-leak]
  queue->Release();
}

void tryAgain(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  for (int turn = 0; turn < 3; ++turn) {
    Verdict verdict(store->GetOutgoingQueue(0, &queue), "queue");
    if (!verdict.isBad())
      break;
  }
  if (queue)
    queue->Release();
}

// A session, memory, a library and a registration.
void logOn() {
  LPMAPISESSION session = nullptr;
  Verdict verdict(MAPILogonEx(0, nullptr, nullptr,
                              MAPI_EXTENDED | MAPI_NEW_SESSION, &session),
                  "logon");
  if (verdict.isBad())
    return;
  session->Logoff(0, 0, 0);
  session->Release();
}

void readSubject(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  Verdict verdict(HrGetOneProp(message, PR_SUBJECT_W, &subject), "subject");
  if (!verdict.isBad())
    MAPIFreeBuffer(subject);
}

void readSubjectAndForget(LPMESSAGE message) {
  LPSPropValue subject = nullptr;
  Verdict verdict(HrGetOneProp(message, PR_SUBJECT_W, &subject), "subject");
  if (verdict.isBad())
    return;

  if (subject->Value.lpszW[0] == 0)
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'subject'.*}} [mapi-buffer-leak]
  MAPIFreeBuffer(subject);
}

void startMapi() {
  Verdict verdict(MAPIInitialize(nullptr), "start");
  if (verdict.isBad())
    return;
  MAPIUninitialize();
}

void watchStore(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  Verdict verdict(store->Advise(0, nullptr, fnevNewMail, sink, &token), "watch");
  if (!verdict.isBad())
    store->Unadvise(token);
  store->Release();
}
// The value of a statement expression is that of its last one.
void byAStatementExpression(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(({
        HRESULT inner = store->GetOutgoingQueue(0, &queue);
        inner;
      })))
    return;
  queue->Release();
}

void byAStatementExpressionAndLost(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (FAILED(({
        HRESULT inner = store->GetOutgoingQueue(0, &queue);
        inner;
      })))
    return;

  Sleep(10);
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*'queue'.*}} is lost {{.*}}[mapi-interface-leak]

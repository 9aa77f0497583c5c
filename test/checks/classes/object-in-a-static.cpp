// RUN: %check_mapi %s
// An object that a static member or a variable at namespace scope points to is
// there when the function has returned. Whoever ends the last session before
// the next one begins leaves that up on purpose.
#include <mapix.h>

class Mailer {
public:
  Mailer() : m_session(nullptr) {}
  ~Mailer() {
    if (m_session) {
      m_session->Logoff(0, 0, 0);
      m_session->Release();
    }
  }
  bool logOn() {
    return SUCCEEDED(
        MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, &m_session));
  }

private:
  IMAPISession *m_session;
};

class Host {
public:
  static bool begin();
  static void end();

private:
  static Mailer *s_mailer;
};

Mailer *Host::s_mailer;
static Mailer *general;

bool Host::begin() {
  end();
  s_mailer = new Mailer();
  return s_mailer->logOn();
}

void Host::end() {
  if (!s_mailer)
    return;
  delete s_mailer;
  s_mailer = nullptr;
}

bool beginGeneral() {
  general = new Mailer();
  if (!general->logOn())
    return false;
  return true;
}

bool beginAnew(IMAPISession *old, IMAPISession **session) {
  old->Logoff(0, 0, 0);
  old->Release();
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  return SUCCEEDED(
      MAPILogonEx(0, nullptr, nullptr, MAPI_EXTENDED, session));
}

bool endAfterwards(IMAPISession *old) {
  if (FAILED(MAPIInitialize(nullptr)))
    return false;
  old->Logoff(0, 0, 0);
  old->Release();
  return true; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: MAPIInitialize is not undone on this way out [mapi-unmatched-init]
}

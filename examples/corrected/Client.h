// The parts of the client.
#ifndef CLIENT_H
#define CLIENT_H

#include "Support.h"

// Session.cpp: starting and ending.
class Session {
public:
  HRESULT Open(LPTSTR profile);
  void Close();
  LPMAPISESSION Get() const { return session; }

private:
  LPMAPISESSION session = nullptr;
  bool mapiUp = false;
};

HRESULT CheckProfile(LPTSTR profile);
HRESULT ProbeLogon(LPTSTR profile, ULONG attempts);
HRESULT SwitchProfile(LPTSTR from, LPTSTR to);
HRESULT ListProfiles();
void RunInOle(HRESULT (*work)(LPMAPISESSION), LPTSTR profile);

// StoreWalker.cpp: stores, folders and their contents.
HRESULT OpenDefaultStore(LPMAPISESSION session, LPMDB *store);
HRESULT CountMessages(LPMDB store, ULONG *count);
HRESULT WalkDefaultStore(LPMAPISESSION session);
HRESULT WalkAndLeave(LPMAPISESSION session);
HRESULT FindFolder(LPMAPISESSION session, LPCTSTR name);

// Notifications.cpp: watching for new mail.
class NewMailSink : public IMAPIAdviseSink {
public:
  STDMETHOD(QueryInterface)(REFIID iid, void **object) override;
  STDMETHOD_(ULONG, AddRef)() override;
  STDMETHOD_(ULONG, Release)() override;
  STDMETHOD_(ULONG, OnNotify)(ULONG count, LPNOTIFICATION events) override;

private:
  virtual ~NewMailSink() = default;
  LONG references = 1;
};

HRESULT WatchStore(LPMDB store, DWORD milliseconds);
HRESULT WatchSession(LPMAPISESSION session, DWORD milliseconds);
HRESULT WatchInbox(LPMDB store, LPMAPITABLE inbox, DWORD milliseconds);

// MailSender.cpp: writing a message and handing it over.
HRESULT SendNote(LPMAPISESSION session, LPCTSTR recipient, LPTSTR subject);
HRESULT SendAndLeave(LPTSTR profile, LPCTSTR recipient, LPTSTR subject);

// AddressBook.cpp: looking up names.
HRESULT ListContainers(LPMAPISESSION session);
HRESULT ResolveAndLeave(LPMAPISESSION session, LPTSTR name);

#endif // CLIENT_H

// The client's commands.
#include "Client.h"
#include <string.h>
#include <tchar.h>

static int Usage() {
  fprintf(stderr, "usage: client profiles | check NAME | probe NAME |\n"
                  "       walk NAME | watch NAME | send NAME TO SUBJECT\n");
  return 2;
}

// Runs one command within a session of its own.
static HRESULT InSession(LPTSTR profile, HRESULT (*work)(LPMAPISESSION)) {
  Session session;
  HRESULT hr = session.Open(profile);
  if (FAILED(hr))
    return hr;
  hr = work(session.Get());
  session.Close();
  return hr;
}

static HRESULT Watch(LPMAPISESSION session) {
  constexpr DWORD oneMinute = 60 * 1000;
  LPMDB store = nullptr;
  HRESULT hr = OpenDefaultStore(session, &store);
  if (FAILED(hr))
    return hr;
  hr = WatchStore(store, oneMinute);
  store->Release();
  return hr;
}

// Counts messages with all libraries up: some providers want the utilities.
static HRESULT CountWithUtilities(LPTSTR profile) {
  LPMAPISESSION session = nullptr;
  LPMDB store = nullptr;
  ULONG count = 0;
  HRESULT hr = MAPIInitialize(nullptr);
  if (FAILED(hr))
    return hr;
  const bool utilitiesUp = SUCCEEDED(ScInitMapiUtil(0));
  hr = MAPILogonEx(0, profile, nullptr, MAPI_EXTENDED, &session);
  if (SUCCEEDED(hr)) {
    hr = OpenDefaultStore(session, &store);
    if (SUCCEEDED(hr)) {
      hr = CountMessages(store, &count);
      store->Release();
    }
    session->Logoff(0, 0, 0);
    session->Release();
  }
  if (utilitiesUp)
    DeinitMapiUtil(); // DEFECT(mapi-teardown-order): before MAPIUninitialize
  MAPIUninitialize();
  printf("%lu messages\n", (unsigned long)count);
  return hr;
}

// Ends what a host application has started, in a hurry.
static void EndForHost(LPMAPISESSION session, LPMDB store) {
  session->Logoff(0, 0, 0);
  ULONG flags = LOGOFF_PURGE;
  store->StoreLogoff(&flags); // DEFECT(mapi-use-after-logoff): the store is dead
  OleUninitialize(); // DEFECT(mapi-teardown-order): the session is still held
  session->Release();
  MAPIUninitialize();
}

int _tmain(int count, TCHAR **arguments) {
  if (count < 2)
    return Usage();
  LPTSTR profile = count > 2 ? arguments[2] : nullptr;
  HRESULT hr = E_INVALIDARG;
  if (_tcscmp(arguments[1], TEXT("profiles")) == 0)
    hr = ListProfiles();
  else if (!profile)
    return Usage();
  else if (_tcscmp(arguments[1], TEXT("check")) == 0)
    hr = CheckProfile(profile);
  else if (_tcscmp(arguments[1], TEXT("probe")) == 0)
    hr = ProbeLogon(profile, 3);
  else if (_tcscmp(arguments[1], TEXT("walk")) == 0)
    hr = InSession(profile, WalkDefaultStore);
  else if (_tcscmp(arguments[1], TEXT("count")) == 0)
    hr = CountWithUtilities(profile);
  else if (_tcscmp(arguments[1], TEXT("watch")) == 0)
    hr = InSession(profile, Watch);
  else if (_tcscmp(arguments[1], TEXT("names")) == 0)
    hr = InSession(profile, ListContainers);
  else if (_tcscmp(arguments[1], TEXT("send")) == 0 && count == 5)
    hr = SendAndLeave(profile, arguments[3], arguments[4]);
  else
    return Usage();
  if (_tcscmp(arguments[1], TEXT("drag")) == 0)
    RunInOle(WalkDefaultStore, profile);
  if (FAILED(hr))
    ReportFailure("the command", hr);
  return SUCCEEDED(hr) ? 0 : 1;
}

// Used by the host through its table of exports.
extern "C" void ClientEnd(LPMAPISESSION session, LPMDB store) {
  EndForHost(session, store);
}

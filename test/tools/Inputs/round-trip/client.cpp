// Uses helpers whose bodies are here only if BODIES is defined.
#include <mapix.h>
#include <mapiutil.h>

struct Client {
  LPMAPISESSION session;
  LPMDB store;
};

#ifdef BODIES
#include "helpers.inc"
#else
HRESULT openClient(Client *client, ULONG cb, LPENTRYID id);
void closeClient(Client &client);
void closeInTheWrongOrder(Client &client);
void releaseIf(bool wanted, IUnknown *object);
bool startMapi();
void stopMapi();
bool isOpen(const Client &client);
LPMAPITABLE statusOf(LPMAPISESSION session);
#endif

void right(ULONG cb, LPENTRYID id) {
  Client client = {};
  if (SUCCEEDED(openClient(&client, cb, id)) && isOpen(client))
    closeClient(client);
}

void wrongOrder(ULONG cb, LPENTRYID id) {
  Client client = {};
  if (SUCCEEDED(openClient(&client, cb, id)))
    closeInTheWrongOrder(client);
}

void forgotten(ULONG cb, LPENTRYID id) {
  Client client = {};
  if (SUCCEEDED(openClient(&client, cb, id)))
    client.store->Release();
}

void released(LPMAPISESSION session) {
  LPMAPITABLE status = statusOf(session);
  releaseIf(true, status);
  session->Logoff(0, 0, 0);
}

void notReleased(LPMAPISESSION session) {
  LPMAPITABLE status = statusOf(session);
  releaseIf(false, status);
  session->Logoff(0, 0, 0);
}

bool leftUp(bool early) {
  if (!startMapi())
    return false;
  if (early)
    return false;
  stopMapi();
  return true;
}

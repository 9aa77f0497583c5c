#include <mapix.h>
#include <mapiutil.h>

void maybe_null(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = NULL;
  session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  if (store)
    store->lpVtbl->Release(store);
  store = NULL;
  session->lpVtbl->Logoff(session, 0, 0, 0);
  UlRelease(store);
  session->lpVtbl->Release(session);
}

void unadvised(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(store->lpVtbl->Advise(store, 0, NULL, fnevNewMail, sink, &token)))
    return;
  store->lpVtbl->Unadvise(store, token);
  store->lpVtbl->Release(store);
}

void uninitialised(LPMAPISESSION session) {
  LPADRBOOK book = NULL;
  session->lpVtbl->OpenAddressBook(session, 0, NULL, 0, &book);
  UlRelease(book);
}

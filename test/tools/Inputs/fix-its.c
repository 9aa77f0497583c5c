#include <mapix.h>
#include <mapiutil.h>

void maybe_null(LPMAPISESSION session, ULONG cb, LPENTRYID id) {
  LPMDB store = NULL;
  session->lpVtbl->OpenMsgStore(session, 0, cb, id, NULL, 0, &store);
  session->lpVtbl->Logoff(session, 0, MAPI_LOGOFF_SHARED, 0);
  UlRelease(store);
  session->lpVtbl->Release(session);
}

void unadvised(LPMDB store, LPMAPIADVISESINK sink) {
  ULONG token = 0;
  if (FAILED(store->lpVtbl->Advise(store, 0, NULL, fnevNewMail, sink, &token)))
    return;
  store->lpVtbl->Release(store);
}

void uninitialised(LPMAPISESSION session) {
  LPADRBOOK book;
  session->lpVtbl->OpenAddressBook(session, 0, NULL, 0, &book);
  UlRelease(book);
}

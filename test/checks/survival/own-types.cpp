// RUN: timeout 300 %check_mapi %s
// A client that has no headers of MAPI's and declares what it needs by itself,
// in its own way.
typedef struct _NOTIFICATION {
  unsigned long event;
} NOTIFICATION;

extern "C" unsigned long MAPIFreeBuffer(void *);

// Microsoft's is a function, this is a pointer to one.
typedef long (*NOTIFCALLBACK)(void *context, unsigned long count,
                              NOTIFICATION *events);

long takesLent(void *, unsigned long, NOTIFICATION *events) {
  MAPIFreeBuffer(events); // CHECK: :[[@LINE]]:3: warning: 'events' is freed, but belongs to the caller [mapi-wrong-deallocator]
  return 0;
}

long takesOwn(void *, NOTIFICATION *events, unsigned long) {
  MAPIFreeBuffer(events);
  return 0;
}

// And this is no function at all.
struct IProviderAdmin;
typedef int MSGSERVICEENTRY;

long entry(void *, void *, void *, void *, unsigned long context, void *,
           unsigned long, void *, IProviderAdmin *admin) {
  MAPIFreeBuffer(admin); // CHECK: :[[@LINE]]:3: warning: 'admin' (IProviderAdmin) is given back by MAPIFreeBuffer, but goes with Release [mapi-wrong-deallocator]
  return context;
}

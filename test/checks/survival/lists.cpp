// RUN: timeout 300 %check_mapi %s
// Pointers that come round to themselves: intrusive lists, rings, parents.
#include <mapix.h>
#include <mapiutil.h>

struct Link {
  Link *next;
  Link *previous;
};

struct Opened {
  Link link;
  LPMDB store;
};

void keep(Link *link);

// An empty ring: its head is its own neighbour.
void ringRight(LPMDB store) {
  Link head;
  head.next = head.previous = &head;
  Link *at = head.next;
  at->next = at->previous->next;
  head.next->previous = at->next;
  store->Release();
}

void ringWrong(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  Link head;
  head.next = head.previous = &head;
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  head.next->next->previous->next = &head;
} // CHECK: :[[@LINE]]:1: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]

// The head is taken for a node though it is a pointer only.
void headWrong(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  Link *head = reinterpret_cast<Link *>(&head);
  head->next = head;
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  for (Link *at = head; at; at = at->next)
    keep(at);
} // CHECK: :[[@LINE]]:1: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]

// Two that point to each other, by way of void *.
void pairRight(LPMAPISESSION session, ULONG size, LPENTRYID id) {
  void *a = nullptr, *b = nullptr;
  a = &b;
  b = &a;
  Link *link = static_cast<Link *>(a);
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  link->next = static_cast<Link *>(b);
  link->next->next = link;
  store->Release();
}

// The tail of a list, by way of the address of its last link.
void tailRight(LPMAPISESSION session, ULONG size, LPENTRYID id, Opened *other) {
  Link *first = nullptr;
  Link **tail = &first;
  *tail = &other->link;
  tail = &(*tail)->next;
  *tail = nullptr;
  LPMDB store = nullptr;
  if (SUCCEEDED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    store->Release();
}

// A function that takes a step and calls itself: each time, one member more.
// CHECK: warning: function 'releaseAll' is unknown to its callers: it calls itself, and no end is in sight
static void releaseAll(Opened *at) {
  if (!at)
    return;
  if (at->store)
    at->store->Release();
  releaseAll(reinterpret_cast<Opened *>(at->link.next));
}

static Link *last(Link *at) { return at->next ? last(at->next) : at; }

void stepsWrong(LPMAPISESSION session, ULONG size, LPENTRYID id, Opened *all) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  releaseAll(all);
  last(&all->link)->next = nullptr;
} // CHECK: :[[@LINE]]:1: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]

// Further from its variable than anything is followed.
#define NEXT4(x) x->next->next->next->next
#define NEXT16(x) NEXT4(NEXT4(NEXT4(NEXT4(x))))
void farRight(LPMAPISESSION session, ULONG size, LPENTRYID id, Opened *all) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  reinterpret_cast<Opened *>(NEXT16(NEXT16(NEXT16((&all->link)))))->store =
      store;
}

void farWrong(LPMAPISESSION session, ULONG size, LPENTRYID id, Link *all) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return;
  NEXT16(NEXT16(NEXT16(all))) = all;
} // CHECK: :[[@LINE]]:1: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]

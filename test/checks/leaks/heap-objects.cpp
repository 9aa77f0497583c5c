// RUN: %check_mapi %s
// What an object on the heap holds goes with it, if nobody else knows it.
#include <mapix.h>
#include <mapiutil.h>

struct Views {
  LPMAPITABLE contents;
  LPMAPITABLE hierarchy;
};

struct Guarded {
  LPMAPITABLE contents = nullptr;
  ~Guarded() { UlRelease(contents); }
};

struct Registered {
  Registered();
  LPMAPITABLE contents = nullptr;
};

struct SelfMade {
  LPMAPITABLE contents = nullptr;
  void run(LPMAPIFOLDER folder) {
    if (SUCCEEDED(folder->GetContentsTable(0, &contents)))
      contents->Release();
    delete this;
  }
};

void keep(Views *views);
void look(const Views *views);
void look(const Views &views);
Views *lastViews;

void deleted(LPMAPIFOLDER folder) {
  Views *views = new Views;
  folder->GetContentsTable(0, &views->contents);
  delete views;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}

void releasedAndDeleted(LPMAPIFOLDER folder) {
  Views *views = new Views;
  if (SUCCEEDED(folder->GetContentsTable(0, &views->contents)))
    views->contents->Release();
  delete views;
}

void takenOut(LPMAPIFOLDER folder) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  LPMAPITABLE contents = views->contents;
  delete views;
  UlRelease(contents);
}

void forgotten(LPMAPIFOLDER folder) {
  Views *views = new Views{};
  folder->GetContentsTable(0, &views->contents);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void forgottenByDestructor(LPMAPIFOLDER folder) {
  Guarded *views = new Guarded;
  folder->GetContentsTable(0, &views->contents);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void deletedWithDestructor(LPMAPIFOLDER folder) {
  Guarded *views = new Guarded;
  folder->GetContentsTable(0, &views->contents);
  delete views;
}

void deletedLate(LPMAPISESSION session) {
  Guarded *views = new Guarded;
  session->GetMsgStoresTable(0, &views->contents);
  session->Logoff(0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}still open when IMAPISession::Logoff is called{{.*}} [mapi-live-at-logoff]
  delete views;
  session->Release();
}

void deletedInTime(LPMAPISESSION session) {
  Guarded *views = new Guarded;
  session->GetMsgStoresTable(0, &views->contents);
  delete views;
  session->Logoff(0, 0, 0);
  session->Release();
}

// The pointer gets its object later, or on one way only.
void madeLater(LPMAPIFOLDER folder, bool show) {
  Views *views = nullptr;
  if (show) {
    views = new Views();
    folder->GetContentsTable(0, &views->contents);
  }
  delete views;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}

void deletedOnTwoWays(LPMAPIFOLDER folder, bool early) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  if (early) {
    UlRelease(views->contents);
    delete views;
    views = nullptr;
  }
  if (views) {
    UlRelease(views->contents);
    delete views;
  }
}

// Functions that are seen are followed; the others may keep what they get, but
// nobody has anything of what is deleted here.
static void fill(Views *views, LPMAPIFOLDER folder) {
  folder->GetContentsTable(0, &views->contents);
}

static void dispose(Views *views) {
  UlRelease(views->contents);
  delete views;
}

static void remember(Views *views) { lastViews = views; }

void filledAndDeleted(LPMAPIFOLDER folder) {
  Views *views = new Views();
  fill(views, folder);
  look(views);
  look(*views);
  delete views;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'views->contents' (IMAPITable) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}

void filledAndDisposedOf(LPMAPIFOLDER folder) {
  Views *views = new Views();
  fill(views, folder);
  dispose(views);
}

void filledAndRemembered(LPMAPIFOLDER folder) {
  Views *views = new Views();
  fill(views, folder);
  remember(views);
}

void kept(LPMAPIFOLDER folder) {
  Views *views = new Views();
  fill(views, folder);
  keep(views);
}

void knownToItsConstructor(LPMAPIFOLDER folder) {
  Registered *views = new Registered;
  folder->GetContentsTable(0, &views->contents);
}

void deletesItself(LPMAPIFOLDER folder) {
  SelfMade *views = new SelfMade;
  views->run(folder);
}

// So does a list that it is linked into.
struct Link {
  Link *next, *previous;
};
void append(Link *list, Link *link);
Link allListed;

struct Listed {
  Link link;
  LPMAPITABLE contents;
};

void listed(LPMAPIFOLDER folder) {
  Listed *views = new Listed();
  folder->GetContentsTable(0, &views->contents);
  append(&allListed, &views->link);
}

// Another pointer leads to it.
void stored(LPMAPIFOLDER folder) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  lastViews = views;
}

void copied(LPMAPIFOLDER folder) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  Views *same = views;
  keep(same);
}

void captured(LPMAPIFOLDER folder) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  auto later = [=] { lastViews = views; };
  later();
}

Views *returned(LPMAPIFOLDER folder) {
  Views *views = new Views();
  folder->GetContentsTable(0, &views->contents);
  return views;
}

// Each turn has an object of its own.
void eachTurn(LPMAPIFOLDER folder, ULONG turns) {
  while (turns--) {
    Views *views = new Views();
    if (SUCCEEDED(folder->GetContentsTable(0, &views->contents)))
      views->contents->Release();
    delete views;
  }
}

// RUN: %check_mapi %s
// A function without a visible body that makes an object of an interface gives the
// interface to that object; one that only looks does not.
#include <mapix.h>
#include <memory>
#include <string>

class Folder {
public:
  ~Folder();
};
template <class Of> class Counted {
public:
  Counted(Of *object = nullptr);
  Counted(const Counted &);
  ~Counted();
};
struct Handle {
  ~Handle();
  void *raw;
};

Counted<Folder> shared(LPMAPIFOLDER folder);
std::unique_ptr<Folder> unique(LPMAPIFOLDER folder);
Folder *plain(LPMAPIFOLDER folder);
Handle wrapFolder(LPMAPIFOLDER folder);
Handle lookAt(LPMAPIFOLDER folder);
std::wstring nameOf(LPMAPIFOLDER folder);
void Session_setRoot(LPMAPIFOLDER root);
void use(Folder *folder);

static LPMAPIFOLDER open(LPMDB store) {
  LPMAPIFOLDER folder = nullptr;
  ULONG type = 0;
  if (FAILED(store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)&folder)))
    return nullptr;
  return folder;
}

Counted<Folder> giveShared(LPMDB store) { return shared(open(store)); }

void give(LPMDB store) {
  if (LPMAPIFOLDER folder = open(store))
    auto made = unique(folder);
  if (LPMAPIFOLDER folder = open(store))
    use(plain(folder));
  if (LPMAPIFOLDER folder = open(store))
    Handle made = wrapFolder(folder);
  if (LPMAPIFOLDER folder = open(store))
    Session_setRoot(folder);
}

std::wstring looks(LPMDB store) {
  LPMAPIFOLDER folder = open(store);
  if (!folder)
    return L"";
  // CHECK: :[[@LINE+1]]:3: warning: 'folder' ({{.*}}) {{is|may be}} lost on this way out without being released{{.*}} [mapi-interface-leak]
  return nameOf(folder);
}

void looksOnly(LPMDB store) {
  LPMAPIFOLDER folder = open(store);
  if (!folder)
    return;
  Handle seen = lookAt(folder);
  // CHECK: :[[@LINE+1]]:1: warning: 'folder' ({{.*}}) {{is|may be}} lost on this way out without being released{{.*}} [mapi-interface-leak]
}

// An object that is initialised with an interface keeps it.
class Cache {
public:
  HRESULT Initialize(LPMDB store);
  bool isFor(LPMDB store) const;
};

void openCache(LPMAPISESSION session, ULONG size, LPENTRYID id, Cache &cache) {
  LPMDB store = nullptr;
  if (SUCCEEDED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    cache.Initialize(store);
}

bool askCache(LPMAPISESSION session, ULONG size, LPENTRYID id, Cache &cache) {
  LPMDB store = nullptr;
  if (FAILED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    return false;
  return cache.isFor(store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store' (IMsgStore) is lost on this way out without being released [mapi-interface-leak]
}

// COM's interfaces keep references of their own.
struct IWatcher : IUnknown {
  virtual HRESULT STDMETHODCALLTYPE Init(IMsgStore *store, ULONG flags) = 0;
};

void startWatcher(LPMAPISESSION session, ULONG size, LPENTRYID id,
                  IWatcher *watcher) {
  LPMDB store = nullptr;
  if (SUCCEEDED(session->OpenMsgStore(0, size, id, nullptr, 0, &store)))
    watcher->Init(store, 0);
  // CHECK: :[[@LINE+1]]:1: warning: 'store' (IMsgStore) may be lost on this way out without being released{{.*}} [mapi-interface-leak]
}

// RUN: %check_mapi %s
// A structured binding names a part of an object.
#include <mapix.h>
#include <mapiutil.h>
#include <utility>

struct Opened {
  HRESULT hr;
  LPMAPITABLE table;
};

static Opened openQueue(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  return {hr, queue};
}

void parts(LPMDB store) {
  const auto [hr, queue] = openQueue(store);
  if (hr != S_OK)
    return;
  queue->Release();
}

void partsForgotten(LPMDB store) {
  auto [hr, queue] = openQueue(store);
  if (FAILED(hr))
    return;
  queue->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: 'queue' {{.*}} [mapi-interface-leak]

void partsOfATemporary(LPMDB store) {
  auto &&[hr, queue] = openQueue(store);
  if (SUCCEEDED(hr))
    queue->Release();
}

void partsOfAVariable(LPMDB store) {
  Opened opened = openQueue(store);
  auto &[hr, queue] = opened;
  if (FAILED(hr))
    return;
  queue->Release();
  opened.table->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [mapi-use-after-release]
}

void partsInACondition(LPMDB store) {
  if (auto [hr, queue] = openQueue(store); SUCCEEDED(hr))
    queue->Release();
}

void partsForgottenHalfway(LPMDB store, ULONG *rows) {
  auto [hr, queue] = openQueue(store);
  if (FAILED(hr))
    return;
  if (FAILED(queue->GetRowCount(0, rows)))
    return;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'queue' {{.*}} [mapi-interface-leak]
  queue->Release();
}

// A std::pair is such an object, too.
static std::pair<HRESULT, LPMAPITABLE> openFolders(LPMDB store) {
  LPMAPITABLE folders = nullptr;
  HRESULT hr = store->GetReceiveFolderTable(0, &folders);
  return {hr, folders};
}

void ofAPair(LPMDB store) {
  auto [hr, folders] = openFolders(store);
  if (SUCCEEDED(hr))
    folders->Release();
}

void ofAPairForgotten(LPMDB store) {
  auto [hr, folders] = openFolders(store);
  if (SUCCEEDED(hr))
    folders->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: 'folders' {{.*}} [mapi-interface-leak]

void membersOfAPair(LPMDB store) {
  const auto opened = openFolders(store);
  if (FAILED(opened.first))
    return;
  std::get<1>(opened)->Release();
}

void membersOfAPairForgotten(LPMDB store) {
  std::pair<HRESULT, LPMAPITABLE> opened = openFolders(store);
  if (FAILED(opened.first))
    return;
  opened.second->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

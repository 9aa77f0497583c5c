// RUN: %check_mapi %s
// std::pair, tuple, optional and variant are structures of what is in them.
#include <mapix.h>
#include <mapiutil.h>
#include <atlbase.h>
#include <optional>
#include <tuple>
#include <utility>
#include <variant>

using Answer = std::variant<HRESULT, LPMAPITABLE, ULONG>;

bool work();
void keep(const std::optional<LPMAPITABLE> &queue);
void fill(std::optional<LPMAPITABLE> &queue);

static std::optional<LPMAPITABLE> queueOf(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  if (SUCCEEDED(store->GetOutgoingQueue(0, &queue)))
    return queue;
  return {};
}

static Answer answerOf(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  if (hr == MAPI_E_NO_SUPPORT)
    return 0ul;
  if (FAILED(hr))
    return hr;
  return queue;
}

static std::tuple<LPMAPITABLE, HRESULT> triedOn(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = store->GetOutgoingQueue(0, &queue);
  return {queue, hr};
}

void askedByNullopt(LPMDB store) {
  auto queue = queueOf(store);
  if (queue == std::nullopt)
    return;
  (*queue)->Release();
}

void askedByNulloptOnly(LPMDB store) {
  auto queue = queueOf(store);
  if (queue == std::nullopt)
    return;
  (*queue)->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void movedOn(LPMDB store) {
  auto queue = queueOf(store);
  auto other = std::move(queue);
  if (other)
    other.value()->Release();
}

void copiedOn(LPMDB store) {
  auto queue = queueOf(store);
  std::optional<LPMAPITABLE> other;
  other = queue;
  if (other.has_value())
    (*other)->Release();
}

void emptied(LPMDB store) {
  auto queue = queueOf(store);
  if (!queue)
    return;
  (*queue)->Release();
  queue.reset();
  work();
}

void emptiedOnly(LPMDB store) {
  auto queue = queueOf(store);
  if (!queue)
    return;
  queue.reset(); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  work();
}

void filledAgain(LPMDB store) {
  std::optional<LPMAPITABLE> queue = queueOf(store);
  queue = queueOf(store); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  if (queue)
    (*queue)->Release();
}

void filledElsewhere(LPMDB store) {
  std::optional<LPMAPITABLE> queue = queueOf(store);
  fill(queue);
  work();
}

// Of a smart pointer in one.
void heldUntilReset(LPMAPISESSION session) {
  std::optional<CComPtr<IMsgStore>> store;
  store.emplace();
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &*store);
  store.reset();
  session->Logoff(0, 0, 0);
}

void heldUntilTheEnd(LPMAPISESSION session) {
  std::optional<CComPtr<IMsgStore>> store;
  store.emplace();
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &*store);
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

void heldByPair(LPMAPISESSION session) {
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  {
    std::pair<int, CComPtr<IMsgStore>> known(1, std::move(store));
    std::pair<int, CComPtr<IMsgStore>> other;
    other = std::move(known);
  }
  session->Logoff(0, 0, 0);
}

void heldByCopy(LPMAPISESSION session) {
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  auto known = std::make_pair(1, store);
  store.Release();
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

// Of several alternatives one is there.
ULONG askedForStatus(LPMDB store) {
  Answer answer = answerOf(store);
  if (HRESULT *hr = std::get_if<HRESULT>(&answer))
    return *hr;
  if (auto *number = std::get_if<2>(&answer))
    return *number;
  std::get<LPMAPITABLE>(answer)->Release();
  return 0;
}

ULONG askedForStatusOnly(LPMDB store) {
  Answer answer = answerOf(store);
  if (HRESULT *hr = std::get_if<HRESULT>(&answer))
    return *hr;
  return 0; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
}

ULONG askedByIndex(LPMDB store) {
  Answer answer = answerOf(store);
  if (answer.index() != 1)
    return 0;
  std::get<1>(answer)->Release();
  return 1;
}

void visited(LPMDB store) {
  Answer answer = answerOf(store);
  std::visit([](auto) {}, answer);
}

// Taken apart.
void tied(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = S_OK;
  std::tie(queue, hr) = triedOn(store);
  if (SUCCEEDED(hr))
    queue->Release();
}

void tiedWithoutStatus(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  std::tie(queue, std::ignore) = triedOn(store);
  if (queue)
    queue->Release();
}

void tiedOnly(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  HRESULT hr = S_OK;
  std::tie(queue, hr) = triedOn(store);
  if (SUCCEEDED(hr))
    queue->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void bound(LPMDB store) {
  auto [queue, hr] = triedOn(store);
  if (SUCCEEDED(hr))
    queue->Release();
}

void boundOnly(LPMDB store) {
  auto [queue, hr] = triedOn(store);
  if (SUCCEEDED(hr))
    queue->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

// Another function takes it, or gives it.
class Queues {
public:
  void take(LPMDB store) { last = queueOf(store); }
  std::optional<LPMAPITABLE> last;
};

void handedOn(LPMDB store, Queues &queues) {
  auto queue = queueOf(store);
  queues.last = queue;
}

std::optional<LPMAPITABLE> handedBack(LPMDB store) {
  auto queue = queueOf(store);
  if (queue)
    (*queue)->Abort();
  return queue;
}

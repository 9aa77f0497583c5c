// RUN: %check_mapi %s
// What a function's own containers hold.
#include <mapix.h>
#include <mapiutil.h>
#include <atlbase.h>
#include <atlcoll.h>
#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <utility>
#include <vector>

bool work();
void releaseAll(std::vector<LPMAPITABLE> &tables);
void look(const std::vector<LPMAPITABLE> &tables);

static LPMAPITABLE queueOf(LPMDB store) {
  LPMAPITABLE queue = nullptr;
  return SUCCEEDED(store->GetOutgoingQueue(0, &queue)) ? queue : nullptr;
}

void releasedInRange(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  for (int i = 0; i < 3; ++i)
    if (LPMAPITABLE queue = queueOf(store))
      tables.push_back(queue);
  for (LPMAPITABLE each : tables) {
    each->Abort();
    each->Release();
  }
}

void lookedAtInRange(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (LPMAPITABLE each : tables)
    each->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: '{{queue|each|tables.*}}' (IMAPITable) {{.*}} [mapi-interface-leak]

void releasedUnlessNull(LPMDB store) {
  std::list<LPMAPITABLE> tables;
  tables.push_back(queueOf(store));
  tables.push_front(nullptr);
  for (LPMAPITABLE &each : tables) {
    if (!each)
      continue;
    each->Release();
    each = nullptr;
  }
  tables.clear();
}

void releasedUntilError(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (LPMAPITABLE each : tables) {
    if (FAILED(each->Abort()))
      break;
    each->Release();
  }
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void releasedInTwoLoops(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (LPMAPITABLE each : tables)
    each->Abort();
  for (auto *each : tables)
    each->Release();
}

// Elements that are taken in other ways may be any of them.
void releasedByIndex(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (size_t i = 0; i < tables.size(); ++i)
    tables[i]->Release();
}

void releasedByIterator(LPMDB store) {
  std::deque<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (auto it = tables.begin(); it != tables.end(); ++it)
    (*it)->Release();
}

void releasedFromTheBack(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  while (!tables.empty()) {
    tables.back()->Release();
    tables.pop_back();
  }
}

void releasedByAlgorithm(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  std::for_each(tables.begin(), tables.end(),
                [](LPMAPITABLE each) { each->Release(); });
}

// Another function may do it.
void releasedElsewhere(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  releaseAll(tables);
}

static void releaseSeen(const std::vector<LPMAPITABLE> &tables) {
  for (LPMAPITABLE each : tables)
    each->Release();
}

void releasedInSight(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  releaseSeen(tables);
}

void releasedByLambda(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  auto release = [&] {
    for (LPMAPITABLE each : tables)
      each->Release();
  };
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  release();
}

std::vector<LPMAPITABLE> handedOut(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  return tables;
}

void movedToCaller(LPMDB store, std::vector<LPMAPITABLE> &out) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  out = std::move(tables);
}

void swapped(LPMDB store) {
  std::vector<LPMAPITABLE> tables, others;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  std::swap(tables, others);
  for (LPMAPITABLE each : others)
    each->Release();
}

void movedOn(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  for (LPMAPITABLE each : tables)
    each->Abort();
  std::vector<LPMAPITABLE> others(std::move(tables));
  for (LPMAPITABLE each : others)
    each->Release();
}

void copied(LPMDB store) {
  std::vector<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.push_back(queue);
  std::vector<LPMAPITABLE> others = tables;
  for (LPMAPITABLE each : others)
    each->Release();
}

// A map's values.
void releasedByKey(LPMDB store) {
  std::map<int, LPMAPITABLE> tables;
  tables[7] = queueOf(store);
  tables.emplace(8, queueOf(store));
  for (auto &[key, each] : tables)
    if (each)
      each->Release();
}

void lookedAtByKey(LPMDB store) {
  std::map<int, LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.emplace(8, queue);
  for (const auto &each : tables)
    each.second->Abort();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

// Smart pointers end with the container, or with what is in it.
void heldToTheEnd(LPMAPISESSION session) {
  std::vector<CComPtr<IMsgStore>> stores;
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  stores.push_back(store);
  store.Release();
  session->Logoff(0, 0, 0); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-live-at-logoff]
}

void heldUntilCleared(LPMAPISESSION session) {
  std::vector<CComPtr<IMsgStore>> stores;
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  stores.push_back(std::move(store));
  stores.clear();
  session->Logoff(0, 0, 0);
}

void heldUntilReset(LPMAPISESSION session) {
  std::vector<CComPtr<IMsgStore>> stores;
  CComPtr<IMsgStore> store;
  session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
  stores.emplace_back(std::move(store));
  for (auto &each : stores)
    each.Release();
  session->Logoff(0, 0, 0);
}

void heldInScope(LPMAPISESSION session) {
  {
    std::set<CComPtr<IMsgStore>> stores;
    CComPtr<IMsgStore> store;
    session->OpenMsgStore(0, 0, nullptr, nullptr, 0, &store);
    stores.insert(store);
    for (const auto &each : stores)
      if (!each)
        break;
  }
  session->Logoff(0, 0, 0);
}

// Structures, and ATL's containers.
struct Opened {
  LPMAPITABLE table;
  ULONG number;
};

void releasedByMember(LPMDB store) {
  std::vector<Opened> all;
  Opened opened = {queueOf(store), 1};
  all.push_back(opened);
  for (const Opened &each : all)
    if (each.table)
      each.table->Release();
}

void lookedAtByMember(LPMDB store) {
  std::vector<Opened> all;
  Opened opened = {queueOf(store), 1};
  if (opened.table)
    all.push_back(opened);
  for (Opened &each : all)
    each.number = 2;
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void lostWithArray(LPMDB store) {
  CAtlArray<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.Add(queue);
  work();
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]

void releasedFromArray(LPMDB store) {
  CAtlArray<LPMAPITABLE> tables;
  if (LPMAPITABLE queue = queueOf(store))
    tables.Add(queue);
  for (size_t i = 0; i < tables.GetCount(); ++i)
    tables[i]->Release();
  tables.RemoveAll();
}

// RUN: %check_mapi %s
// How far one number is from another, while one of them is counted.
#include <mapix.h>
#include <mapiutil.h>

void show(LONG value);
bool isWanted(LONG value);

void freedInLastTurn(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG got = 0;
  LPSPropValue props = nullptr;
  if (FAILED(object->GetProps(tags, 0, &got, &props)))
    return;
  for (ULONG at = 0; at < got; ++at) {
    show(props[at].Value.l);
    if (at == got - 1)
      MAPIFreeBuffer(props);
  }
}

void freedInTurnBeforeLast(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG got = 0;
  LPSPropValue props = nullptr;
  if (FAILED(object->GetProps(tags, 0, &got, &props)))
    return;
  for (ULONG at = 0; at < got; ++at) {
    show(props[at].Value.l); // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-use-after-release]
    if (at + 2 == got)
      MAPIFreeBuffer(props);
  }
} // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]

void freedBeforeLastTurn(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG got = 0;
  LPSPropValue props = nullptr;
  if (FAILED(object->GetProps(tags, 0, &got, &props)))
    return;
  for (ULONG at = 0; got > at; at++) {
    if (!isWanted(props[at].Value.l))
      return; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-buffer-leak]
    if (got == at + 1)
      MAPIFreeBuffer(props);
  }
}

void countedDown(LPMAPIPROP object, LPSPropTagArray tags) {
  ULONG got = 0;
  LPSPropValue props = nullptr;
  if (FAILED(object->GetProps(tags, 0, &got, &props)))
    return;
  ULONG done = 0;
  while (done < got) {
    show(props->Value.l);
    if (got <= done + 1)
      MAPIFreeBuffer(props);
    ++done;
  }
}

// The same distance, asked in two ways.
void askedBothWays(LPMDB store, ULONG have, ULONG want) {
  LPMAPITABLE queue = nullptr;
  if (have >= want)
    store->GetOutgoingQueue(0, &queue);
  if (want > have)
    return;
  if (queue)
    queue->Release();
}

void askedOneOff(LPMDB store, ULONG have, ULONG want) {
  LPMAPITABLE queue = nullptr;
  if (have >= want)
    store->GetOutgoingQueue(0, &queue);
  if (want >= have)
    return; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  if (queue)
    queue->Release();
}

// What was so before the count is so no more.
void countedBetween(LPMDB store, ULONG have, ULONG want) {
  LPMAPITABLE queue = nullptr;
  if (have == want)
    store->GetOutgoingQueue(0, &queue);
  ++have;
  if (have == want)
    return;
  if (queue)
    queue->Release();
}

void countedBetweenBoth(LPMDB store, ULONG have, ULONG want) {
  LPMAPITABLE queue = nullptr;
  if (have == want)
    store->GetOutgoingQueue(0, &queue);
  ++have;
  if (have == want + 1)
    return; // CHECK: :[[@LINE]]:{{[0-9]+}}: warning: {{.*}} [mapi-interface-leak]
  if (queue)
    queue->Release();
}

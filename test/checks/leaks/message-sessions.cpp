// RUN: %check_mapi %s
// Messages on storages: each is released, then their session is closed.
#include <imessage.h>
#include <mapix.h>
#include <mapiutil.h>

extern LPMALLOC defaultAllocator;
void use(LPMESSAGE message);

#define OPEN_MESSAGE(session, storage, message)                                \
  OpenIMsgOnIStg(session, MAPIAllocateBuffer, MAPIAllocateMore,                \
                 MAPIFreeBuffer, defaultAllocator, nullptr, storage, nullptr,  \
                 0, 0, message)

// The session is closed while the message is open.
SCODE closedTooEarly(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    return sc;
  sc = OPEN_MESSAGE(messages, storage, &message);
  if (SUCCEEDED(sc))
    use(message);
  CloseIMsgSession(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
  if (message)
    message->Release();
  return sc;
}

SCODE closedLast(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    return sc;
  sc = OPEN_MESSAGE(messages, storage, &message);
  if (SUCCEEDED(sc))
    use(message);
  if (message)
    message->Release();
  CloseIMsgSession(messages);
  return sc;
}

// One of two messages is still open.
void oneStillOpen(LPMALLOC allocator, LPSTORAGE first, LPSTORAGE second) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE one = nullptr, other = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  if (SUCCEEDED(OPEN_MESSAGE(messages, first, &one)) &&
      SUCCEEDED(OPEN_MESSAGE(messages, second, &other))) {
    one->CopyTo(0, nullptr, nullptr, 0, nullptr, &IID_IMessage, other, 0,
                nullptr);
    other->Release();
  }
  CloseIMsgSession(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'one'.*}} [mapi-interface-leak]
  UlRelease(one);
}

void noneStillOpen(LPMALLOC allocator, LPSTORAGE first, LPSTORAGE second) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE one = nullptr, other = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  if (SUCCEEDED(OPEN_MESSAGE(messages, first, &one)) &&
      SUCCEEDED(OPEN_MESSAGE(messages, second, &other)))
    one->CopyTo(0, nullptr, nullptr, 0, nullptr, &IID_IMessage, other, 0,
                nullptr);
  UlRelease(other);
  UlRelease(one);
  CloseIMsgSession(messages);
}

// Each reference has to go.
void secondReferenceStays(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  if (SUCCEEDED(OPEN_MESSAGE(messages, storage, &message))) {
    message->AddRef();
    use(message);
    message->Release();
  }
  CloseIMsgSession(messages);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]
  UlRelease(message);
}

void secondReferenceGoes(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  if (SUCCEEDED(OPEN_MESSAGE(messages, storage, &message))) {
    message->AddRef();
    use(message);
    message->Release();
    message->Release();
  }
  CloseIMsgSession(messages);
}

// The session is never closed, or only where all went well.
SCODE neverClosed(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    return sc;
  sc = OPEN_MESSAGE(messages, storage, &message);
  if (SUCCEEDED(sc)) {
    use(message);
    message->Release();
  }
  return sc;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-interface-leak]
}

SCODE closedOnSuccess(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    return sc;
  sc = OPEN_MESSAGE(messages, storage, &message);
  if (FAILED(sc))
    return sc;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-interface-leak]
  use(message);
  message->Release();
  CloseIMsgSession(messages);
  return S_OK;
}

SCODE closedByALadder(LPMALLOC allocator, LPSTORAGE storage) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE message = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    goto done;
  sc = OPEN_MESSAGE(messages, storage, &message);
  if (FAILED(sc))
    goto close;
  sc = message->SaveChanges(KEEP_OPEN_READWRITE);
  if (FAILED(sc))
    goto release;
  use(message);
release:
  message->Release();
close:
  CloseIMsgSession(messages);
done:
  return sc;
}

// A session for each storage; or one for all of them.
void sessionOverwritten(LPMALLOC allocator, LPSTORAGE *storages, ULONG count) {
  LPMSGSESS messages = nullptr;
  for (ULONG i = 0; i < count; ++i) {
    LPMESSAGE message = nullptr;
    if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'messages'.*}} [mapi-interface-leak]
      break;
    if (SUCCEEDED(OPEN_MESSAGE(messages, storages[i], &message)))
      message->Release();
  }
  if (messages)
    CloseIMsgSession(messages);
}

void oneSessionForAll(LPMALLOC allocator, LPSTORAGE *storages, ULONG count) {
  LPMSGSESS messages = nullptr;
  if (FAILED(OpenIMsgSession(allocator, 0, &messages)))
    return;
  for (ULONG i = 0; i < count; ++i) {
    LPMESSAGE message = nullptr;
    if (FAILED(OPEN_MESSAGE(messages, storages[i], &message)))
      continue;
    use(message);
    message->Release();
  }
  CloseIMsgSession(messages);
}

// A message needs no session: then nothing is closed.
void withoutSession(LPSTORAGE storage) {
  LPMESSAGE message = nullptr;
  if (FAILED(OPEN_MESSAGE(nullptr, storage, &message)))
    return;
  use(message);
  message->Release();
}

void withoutSessionAndLost(LPSTORAGE storage) {
  LPMESSAGE message = nullptr;
  if (FAILED(OPEN_MESSAGE(nullptr, storage, &message)))
    return;
  use(message);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'message'.*}} [mapi-interface-leak]

// A message outside the session does not mind.
void otherMessageStaysOpen(LPMALLOC allocator, LPSTORAGE storage,
                           LPMAPIFOLDER folder) {
  LPMSGSESS messages = nullptr;
  LPMESSAGE file = nullptr, draft = nullptr;
  if (FAILED(folder->CreateMessage(nullptr, 0, &draft)))
    return;
  if (SUCCEEDED(OpenIMsgSession(allocator, 0, &messages))) {
    if (SUCCEEDED(OPEN_MESSAGE(messages, storage, &file))) {
      file->CopyTo(0, nullptr, nullptr, 0, nullptr, &IID_IMessage, draft, 0,
                   nullptr);
      file->Release();
    }
    CloseIMsgSession(messages);
  }
  draft->SaveChanges(0);
  draft->Release();
}

// Both go to the caller.
SCODE forTheCaller(LPMALLOC allocator, LPSTORAGE storage, LPMSGSESS *session,
                   LPMESSAGE *out) {
  LPMSGSESS messages = nullptr;
  SCODE sc = OpenIMsgSession(allocator, 0, &messages);
  if (FAILED(sc))
    return sc;
  sc = OPEN_MESSAGE(messages, storage, out);
  if (FAILED(sc)) {
    CloseIMsgSession(messages);
    return sc;
  }
  *session = messages;
  return S_OK;
}

// Guards are destroyed in reverse order: the message first.
struct SessionGuard {
  LPMSGSESS messages = nullptr;
  SessionGuard() = default;
  SessionGuard(const SessionGuard &) = delete;
  SessionGuard &operator=(const SessionGuard &) = delete;
  ~SessionGuard() {
    if (messages)
      CloseIMsgSession(messages);
  }
};

struct MessageGuard {
  LPMESSAGE message = nullptr;
  MessageGuard() = default;
  MessageGuard(const MessageGuard &) = delete;
  MessageGuard &operator=(const MessageGuard &) = delete;
  ~MessageGuard() { UlRelease(message); }
};

void guardedInOrder(LPMALLOC allocator, LPSTORAGE storage) {
  SessionGuard session;
  MessageGuard guard;
  if (FAILED(OpenIMsgSession(allocator, 0, &session.messages)))
    return;
  if (FAILED(OPEN_MESSAGE(session.messages, storage, &guard.message)))
    return;
  use(guard.message);
}

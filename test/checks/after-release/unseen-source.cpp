// RUN: %check_mapi %s
// A variable that a function elsewhere has filled holds one reference.
#include <mapix.h>

LPMESSAGE messageBehind(void *item);
HRESULT pick(ULONG number, LPMAPIFOLDER *folder);
void use(LPUNKNOWN object);

void twice(void *item, bool failed) {
  LPMESSAGE message = messageBehind(item);
  if (!message)
    return;
  if (failed)
    message->Release();
  message->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'message' (IMessage) may be given back a second time [mapi-use-after-release]
}

void once(void *item, bool failed) {
  LPMESSAGE message = messageBehind(item);
  if (!message)
    return;
  if (failed)
    message->Release();
  else
    message->Release();
}

void twicePicked() {
  LPMAPIFOLDER folder = nullptr;
  if (FAILED(pick(3, &folder)))
    return;
  folder->Release();
  use(folder);
  folder->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'folder' (IMAPIFolder) is given back a second time [mapi-use-after-release]
}

void another(ULONG count) {
  LPMAPIFOLDER folder = nullptr;
  for (ULONG i = 0; i < count; ++i)
    if (SUCCEEDED(pick(i, &folder)))
      folder->Release();
}

// Two references, or as many as there are.
void referenced(void *item) {
  LPMESSAGE message = messageBehind(item);
  message->AddRef();
  use(message);
  message->Release();
  message->Release();
}

void all(void *item) {
  LPMESSAGE message = messageBehind(item);
  while (message->Release() > 0) {
  }
}

// What is somebody else's may have any number.
void given(LPMESSAGE message) {
  message->Release();
  message->Release();
}

// RUN: %check_mapi %s
// What a flag has decided once it decides again: a pointer that was set if a bit is clear is
// not released where the bit is set.
#include <mapix.h>

enum { HasRow = 1, Several = 2 };
IMAPIProp *openItem(int number);
void use(IMAPIProp *object);

void inALoop(ULONG flags, int count) {
  IMAPIProp *object = nullptr;
  for (int i = 0; i < count; ++i) {
    if (!(flags & HasRow))
      object = openItem(i);
    use(object);
    if (object)
      object->Release();
    if (!(flags & Several))
      break;
  }
}

void oneBehindTheOther(ULONG flags) {
  IMAPIProp *object = nullptr;
  if (!(flags & HasRow))
    object = openItem(1);
  use(object);
  if (object)
    object->Release();
  if (!(flags & HasRow))
    object = openItem(2);
  if (object)
    object->Release();
}

void theOtherWayRound(ULONG flags) {
  IMAPIProp *object = nullptr;
  if (!(flags & HasRow))
    object = openItem(1);
  use(object);
  if (object)
    object->Release();
  if (flags & HasRow)
    object = openItem(2);
  if (object)
    object->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'object' (IMAPIProp) may be given back a second time [mapi-use-after-release]
  // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: it is given back here
}

void changedBetween(ULONG flags) {
  IMAPIProp *object = nullptr;
  if (!(flags & HasRow))
    object = openItem(1);
  use(object);
  if (object)
    object->Release();
  flags |= HasRow;
  if (!(flags & HasRow))
    object = openItem(2);
  if (object)
    object->Release();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'object' (IMAPIProp) may be given back a second time, if '!(flags & HasRow)' is false [mapi-use-after-release]
}

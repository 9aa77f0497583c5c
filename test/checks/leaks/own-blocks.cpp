// RUN: %check_mapi %s
// What a block of the function's own holds does not go with it.
#include <mapix.h>
#include <mapiutil.h>

struct Note {
  ULONG number;
  LPMESSAGE message;
  LPSPropValue value;
};

void anything();
void keep(Note *note);

void lostWithBlock(LPMAPIFOLDER folder) {
  Note *note = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note)))
    return;
  folder->CreateMessage(nullptr, 0, &note->message);
  anything();
  MAPIFreeBuffer(note);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'note->message' (IMessage) {{.*}}lost here with its block, without being released{{.*}} [mapi-interface-leak]
}

void releasedBefore(LPMAPIFOLDER folder) {
  Note *note = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note)))
    return;
  if (SUCCEEDED(folder->CreateMessage(nullptr, 0, &note->message)))
    note->message->Release();
  MAPIFreeBuffer(note);
}

void stored(LPMAPIPROP object) {
  Note *note = nullptr;
  LPSPropValue value = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note)))
    return;
  if (SUCCEEDED(HrGetOneProp(object, PR_ENTRYID, &value)))
    note->value = value;
  MAPIFreeBuffer(note);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'value' {{.*}}lost on this way out without being freed{{.*}} [mapi-buffer-leak]

// The whole goes elsewhere.
void storedAndKept(LPMAPIPROP object) {
  Note *note = nullptr;
  LPSPropValue value = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note)))
    return;
  if (SUCCEEDED(HrGetOneProp(object, PR_ENTRYID, &value)))
    note->value = value;
  keep(note);
}

HRESULT handedOut(LPMAPIPROP object, Note **out) {
  Note *note = nullptr;
  HRESULT hr = MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note);
  if (FAILED(hr))
    return hr;
  HrGetOneProp(object, PR_ENTRYID, &note->value);
  *out = note;
  return S_OK;
}

// A part of the block stays that, whatever is called.
void partFreed(ULONG size) {
  Note *note = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(Note), (LPVOID *)&note)))
    return;
  if (SUCCEEDED(MAPIAllocateMore(size, note, (LPVOID *)&note->value))) {
    anything();
    MAPIFreeBuffer(note->value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'note->value' is freed by itself, but belongs to the block that it was allocated for [mapi-wrong-deallocator]
  }
  MAPIFreeBuffer(note);
}

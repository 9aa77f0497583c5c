// RUN: %check_mapi %s
// A call reads what it is given by address, and hands out something of its own
// only for a null pointer: what was there is there afterwards.
#include <mapix.h>
#include <mapiutil.h>

class Tags {
public:
  ~Tags() {
    if (m_tags)
      MAPIFreeBuffer(m_tags);
  }
  LPSPropTagArray *operator&() { return &m_tags; }
  LPSPropTagArray release() {
    LPSPropTagArray tags = m_tags;
    m_tags = nullptr;
    return tags;
  }

private:
  LPSPropTagArray m_tags = nullptr;
};

ULONG namesOf(LPMAPIPROP object, ULONG count) {
  Tags tags;
  ULONG names = 0;
  LPMAPINAMEID *found = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewSPropTagArray(count), (LPVOID *)&tags)))
    return 0;
  if (FAILED(object->GetNamesFromIDs(&tags, nullptr, 0, &names, &found)))
    return 0;
  MAPIFreeBuffer(found);
  return names;
}

ULONG namesOfLost(LPMAPIPROP object, ULONG count) {
  Tags tags;
  ULONG names = 0;
  LPMAPINAMEID *found = nullptr;
  if (FAILED(MAPIAllocateBuffer(CbNewSPropTagArray(count), (LPVOID *)&tags)))
    return 0;
  if (FAILED(object->GetNamesFromIDs(&tags, nullptr, 0, &names, &found)))
    return 0;
  tags.release();
  MAPIFreeBuffer(found);
  return names;
}
// CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'tags.m_tags' is lost on this way out without being freed [mapi-buffer-leak]

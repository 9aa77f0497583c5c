// RUN: %check_mapi %s
// Right code in the shapes of large programs: helpers by template, macros with
// lambdas in them, structures filled by address, ownership by comparison.
#include <mapix.h>
#include <mapiutil.h>
#include <list>
#include <new>

// A macro that runs its call in a lambda.
void trace(HRESULT hr);
#define CHECKED(call)                                                          \
  [&]() {                                                                      \
    HRESULT checked = (call);                                                  \
    trace(checked);                                                            \
    return checked;                                                            \
  }()

void look(const SPropValue *value);
bool confirm();

// HrGetOneProp sets the pointer to null where it fails.
void firstThatIsThere(LPMAPIPROP object, const ULONG *tags, int count) {
  LPSPropValue value = nullptr;
  for (int i = 0; i < count; ++i) {
    CHECKED(HrGetOneProp(object, tags[i], &value));
    if (value) {
      look(value);
      MAPIFreeBuffer(value);
    }
  }
}

// A structure is given away by its address, and with it what it holds.
class ItemList {
public:
  void add(SRow *row);
  void show(const _SRestriction *restriction);
};

HRESULT copiedInto(ItemList &list, const SRow &row) {
  SRow copy = {};
  copy.cValues = row.cValues;
  HRESULT hr = ScDupPropset(row.cValues, row.lpProps, MAPIAllocateBuffer,
                            &copy.lpProps);
  list.add(&copy);
  return hr;
}

static void addTo(ItemList &list, SRow *row) {
  if (confirm())
    trace(S_OK);
  list.add(row);
}

HRESULT copiedByAHelper(ItemList &list, const SRow &row) {
  SRow copy = {};
  HRESULT hr = ScDupPropset(row.cValues, row.lpProps, MAPIAllocateBuffer,
                            &copy.lpProps);
  addTo(list, &copy);
  return hr;
}

// A method that is not seen keeps even what it may not change.
void restrictionKept(ItemList &list) {
  LPSRestriction restriction = nullptr;
  if (FAILED(MAPIAllocateBuffer(sizeof(SRestriction),
                                reinterpret_cast<LPVOID *>(&restriction))))
    return;
  restriction->rt = RES_EXIST;
  list.show(restriction);
}

// The rows go to the list one by one; what is left is the set itself.
void rowsHandedOn(ItemList &list, LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  for (;;) {
    if (rows)
      MAPIFreeBuffer(rows);
    rows = nullptr;
    if (FAILED(table->QueryRows(1, 0, &rows)) || !rows || rows->cRows != 1)
      break;
    addTo(list, &rows->aRow[0]);
  }
  if (rows)
    FreeProws(rows);
}

void rowsOnlyCounted(LPMAPITABLE table, ULONG *size) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(100, 0, &rows)))
    return;
  for (ULONG i = 0; i < rows->cRows; ++i)
    *size += rows->aRow[i].lpProps[0].Value.l;
  MAPIFreeBuffer(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'rows'.*}} [mapi-wrong-deallocator]
}

// Freed only if it is not the caller's.
static HRESULT nameCount(LPMAPIPROP object, LPSPropTagArray given,
                         ULONG *count) {
  LPSPropTagArray tags = given;
  LPMAPINAMEID *names = nullptr;
  HRESULT hr = object->GetNamesFromIDs(&tags, nullptr, 0, count, &names);
  MAPIFreeBuffer(names);
  if (tags != given)
    MAPIFreeBuffer(tags);
  return hr;
}

HRESULT nameCountOfSome(LPMAPIPROP object, ULONG tag, ULONG *count) {
  LPSPropTagArray tags = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewSPropTagArray(1),
                                  reinterpret_cast<LPVOID *>(&tags));
  if (FAILED(hr))
    return hr;
  tags->cValues = 1;
  tags->aulPropTag[0] = tag;
  hr = nameCount(object, tags, count);
  MAPIFreeBuffer(tags);
  return hr;
}

HRESULT nameCountOfAll(LPMAPIPROP object, ULONG *count) {
  return nameCount(object, nullptr, count);
}

HRESULT nameCountAndALeak(LPMAPIPROP object, ULONG tag, ULONG *count) {
  LPSPropTagArray tags = nullptr;
  HRESULT hr = MAPIAllocateBuffer(CbNewSPropTagArray(1),
                                  reinterpret_cast<LPVOID *>(&tags));
  if (FAILED(hr))
    return hr;
  tags->cValues = 1;
  tags->aulPropTag[0] = tag;
  return nameCount(object, tags, count);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'tags'.*}} [mapi-buffer-leak]
}

// Memory comes with its size.
void identity(LPMAPISESSION session) {
  ULONG size = 0;
  LPENTRYID id = nullptr;
  session->QueryIdentity(&size, &id);
  if (size && id) {
    look(nullptr);
    MAPIFreeBuffer(id);
  }
}

// Each element of a list is another one.
struct Node {
  LPSPropValue value;
};

void freeAll(std::list<Node> &nodes) {
  for (Node &node : nodes)
    MAPIFreeBuffer(node.value);
}

// Freed and set to null by a helper, which hands out null then.
static HRESULT getGoodProp(LPMAPIPROP object, ULONG tag, LPSPropValue *out) {
  *out = nullptr;
  LPSPropValue value = nullptr;
  ULONG count = 0;
  SPropTagArray tags = {1, {tag}};
  HRESULT hr = object->GetProps(&tags, 0, &count, &value);
  if (SUCCEEDED(hr)) {
    if (value && PROP_TYPE(value->ulPropTag) == PT_ERROR) {
      hr = value->Value.err;
      MAPIFreeBuffer(value);
      value = nullptr;
    }
    *out = value;
  }
  return hr;
}

void goodProp(LPMAPIPROP object) {
  LPSPropValue value = nullptr;
  if (SUCCEEDED(getGoodProp(object, PR_SUBJECT_W, &value)) && value)
    look(value);
  MAPIFreeBuffer(value);
}

// A reference more, given back by another name.
LPMAPIFOLDER openBelow(LPMAPIFOLDER parent, int index);

void walkDown(LPMAPIFOLDER root, int depth) {
  LPMAPIFOLDER parent = root;
  if (root)
    root->AddRef();
  for (int i = 0; i < depth; ++i) {
    LPMAPIFOLDER child = openBelow(parent, i);
    if (parent)
      parent->Release();
    parent = child;
  }
  if (parent)
    parent->Release();
}

// There is always memory for a new object, which gets the values.
struct Data {
  Data();
};
struct DataNode {
  static void init(Data *data, LPSPropValue values);
};

void handedToANewObject(LPMAPIPROP object) {
  ULONG count = 0;
  LPSPropValue values = nullptr;
  object->GetProps(nullptr, 0, &count, &values);
  auto data = new (std::nothrow) Data();
  if (data)
    DataNode::init(data, values);
}

// The first row has a name.
static void addNode(ItemList &list, const LPSRow row) {
  if (row)
    DataNode::init(nullptr, row->lpProps);
  trace(S_OK);
}

void firstRowHandedOn(ItemList &list, LPMAPITABLE table) {
  LPSRowSet rows = nullptr;
  if (FAILED(table->QueryRows(1, 0, &rows)))
    return;
  addNode(list, rows->aRow);
  MAPIFreeBuffer(rows);
}

// RUN: %check_mapi %s
// MAPI's structures by the tags that they have in headers that are not
// Microsoft's: what they are decides what is followed through adapters.

typedef int HRESULT;
typedef unsigned int ULONG;
struct SPropValue {
  ULONG ulPropTag;
  void *Value;
};
struct SRow {
  ULONG cValues;
  SPropValue *lpProps;
};
struct SRowSet {
  ULONG cRows;
  SRow aRow[1];
};
extern "C" HRESULT MAPIAllocateBuffer(ULONG size, void **out);
extern "C" ULONG MAPIFreeBuffer(void *block);
extern "C" void FreeProws(SRowSet *rows);

template <typename T> class Place {
public:
  explicit Place(T **at) : m_at(at) {}
  operator T **() { return m_at; }
  operator void **() { return reinterpret_cast<void **>(m_at); }

private:
  T **m_at;
};

template <typename T> class Maker {
public:
  explicit Maker(T **at) : m_at(at) {}
  Place<T> operator&() { return Place<T>(m_at); }

private:
  T **m_at;
};

template <typename T> class Block {
public:
  ~Block() { MAPIFreeBuffer(m_block); }
  Maker<T> operator~() {
    MAPIFreeBuffer(m_block);
    m_block = nullptr;
    return Maker<T>(&m_block);
  }
  T *release() {
    T *block = m_block;
    m_block = nullptr;
    return block;
  }
  T *get() const { return m_block; }

private:
  T *m_block = nullptr;
};

bool known(const SPropValue *values);

HRESULT lost(ULONG count) {
  Block<SPropValue> values;
  HRESULT hr = MAPIAllocateBuffer(count * sizeof(SPropValue), &~values);
  if (hr != 0)
    return hr;
  return known(values.release()) ? 0 : 1;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'values.m_block' is lost on this way out without being freed [mapi-buffer-leak]
}

HRESULT kept(ULONG count) {
  Block<SPropValue> values;
  HRESULT hr = MAPIAllocateBuffer(count * sizeof(SPropValue), &~values);
  if (hr != 0)
    return hr;
  return known(values.get()) ? 0 : 1;
}

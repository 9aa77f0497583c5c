// RUN: %check_mapi %s
// Smart pointers by hand that are copied: by swapping, by value, and to where
// nobody can follow them.
#include <mapix.h>
#include <map>
#include <utility>
#include <vector>

// Takes its argument by value and swaps with it.
class Message {
public:
  explicit Message(LPMESSAGE message) : m_message(message) {}
  Message(const Message &other) : m_message(other.m_message) {
    if (m_message)
      m_message->AddRef();
  }
  Message &operator=(Message other) {
    std::swap(m_message, other.m_message);
    return *this;
  }
  ~Message() {
    if (m_message)
      m_message->Release();
  }
  LPMESSAGE get() const { return m_message; }

private:
  LPMESSAGE m_message;
};

static Message create(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  folder->CreateMessage(nullptr, 0, &message);
  return Message(message);
}

void replaced(LPMAPIFOLDER folder) {
  Message message = create(folder);
  message = create(folder);
}

void copiedAndReplaced(LPMAPIFOLDER folder) {
  Message first = create(folder);
  Message second = first;
  first = create(folder);
  if (second.get())
    second.get()->SaveChanges(0);
}

void usedAfterItsLastCopy(LPMAPIFOLDER folder) {
  Message first = create(folder);
  LPMESSAGE raw = first.get();
  first = Message(nullptr);
  if (raw)
    // CHECK: :[[@LINE+1]]:10: warning: {{.*}} is used after it was given back [mapi-use-after-release]
    raw->SaveChanges(0);
}

// Adds the reference before it lets go of the other.
template <typename T> class Pointer {
public:
  Pointer() = default;
  Pointer(const Pointer &other) : m_object(other.m_object) {
    if (m_object)
      m_object->AddRef();
  }
  Pointer &operator=(const Pointer &other) {
    if (other.m_object)
      other.m_object->AddRef();
    if (m_object)
      m_object->Release();
    m_object = other.m_object;
    return *this;
  }
  ~Pointer() {
    if (m_object)
      m_object->Release();
  }
  T **put() { return &m_object; }
  T *detach() { return std::exchange(m_object, nullptr); }

private:
  T *m_object = nullptr;
};

void intoMap(LPMAPIFOLDER folder, std::map<int, Pointer<IMessage>> &cache) {
  Pointer<IMessage> message;
  if (SUCCEEDED(folder->CreateMessage(nullptr, 0, message.put())))
    cache[1] = message;
}

void intoVector(LPMAPIFOLDER folder, std::vector<Pointer<IMessage>> &cache) {
  Pointer<IMessage> message;
  folder->CreateMessage(nullptr, 0, message.put());
  cache.back() = message;
}

Pointer<IMessage> &current();

void intoReference(LPMAPIFOLDER folder) {
  Pointer<IMessage> message;
  folder->CreateMessage(nullptr, 0, message.put());
  current() = message;
}

void intoNothing(LPMAPIFOLDER folder) {
  Pointer<IMessage> message;
  if (FAILED(folder->CreateMessage(nullptr, 0, message.put())))
    return;
  LPMESSAGE raw = message.detach();
  raw->SaveChanges(KEEP_OPEN_READWRITE);
  // CHECK: :[[@LINE+1]]:1: warning: 'message.m_object' (IMessage) is lost on this way out without being released [mapi-interface-leak]
}

// A structure that refers to the variable.
struct Releaser {
  LPMESSAGE &message;
  ~Releaser() {
    if (message)
      message->Release();
  }
};

HRESULT referredTo(LPMAPIFOLDER folder) {
  LPMESSAGE message = nullptr;
  Releaser releaser{message};
  HRESULT hr = folder->CreateMessage(nullptr, 0, &message);
  if (FAILED(hr))
    return hr;
  return message->SaveChanges(KEEP_OPEN_READWRITE);
}

// An address that goes through two objects before a function gets it: what is
// known of the pointer then may be wrong, but ends no way.
template <typename T> class AddressOfOwned {
public:
  explicit AddressOfOwned(T **at) : m_at(at) {}
  operator T **() { return m_at; }
  operator void **() { return reinterpret_cast<void **>(m_at); }

private:
  T **m_at;
};

template <typename T> class ReferenceToOwned {
public:
  explicit ReferenceToOwned(T **at) : m_at(at) {}
  AddressOfOwned<T> operator&() { return AddressOfOwned<T>(m_at); }

private:
  T **m_at;
};

template <typename T> class OwnedByHand {
public:
  OwnedByHand() : m_object(nullptr) {}
  ~OwnedByHand() {
    if (m_object)
      m_object->Release();
  }
  T *operator->() const { return m_object; }
  ReferenceToOwned<T> operator~() {
    if (m_object)
      m_object->Release();
    m_object = nullptr;
    return ReferenceToOwned<T>(&m_object);
  }

private:
  T *m_object;
};

HRESULT openSomewhere(IMAPIProp **out);

HRESULT readBehindReferences(ULONG *count) {
  OwnedByHand<IMAPIProp> object;
  HRESULT hr = openSomewhere(&~object);
  if (FAILED(hr))
    return hr;
  LPSPropValue values = nullptr;
  hr = object->GetProps(nullptr, 0, count, &values);
  // CHECK: :[[@LINE+1]]:3: warning: 'values' may be lost on this way out without being freed, if IMAPIProp::GetProps succeeds [mapi-buffer-leak]
  return hr;
}

// RUN: %check_mapi %s
// A function of a class that sets a member to null without giving back what is
// in it.
#include <mapix.h>
#include <mapiutil.h>

class Wrong {
public:
  ~Wrong() { done(); }
  HRESULT load(LPMDB store, ULONG &size) {
    if (!m_property) {
      HRESULT hr = HrGetOneProp(store, PR_IPM_OUTBOX_ENTRYID, &m_property);
      if (FAILED(hr))
        return hr;
    }
    size = m_property->Value.bin.cb;
    return S_OK;
  }
  void forget() { m_property = nullptr; }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm_property' is overwritten here without being freed [mapi-buffer-leak]
  void done() {
    MAPIFreeBuffer(m_property);
    m_property = nullptr;
  }

private:
  LPSPropValue m_property = nullptr;
};

class Right {
public:
  ~Right() { forget(); }
  HRESULT load(LPMDB store, ULONG &size) {
    if (!m_property) {
      HRESULT hr = HrGetOneProp(store, PR_IPM_OUTBOX_ENTRYID, &m_property);
      if (FAILED(hr))
        return hr;
    }
    size = m_property->Value.bin.cb;
    return S_OK;
  }
  void forget() {
    MAPIFreeBuffer(m_property);
    m_property = nullptr;
  }

private:
  LPSPropValue m_property = nullptr;
};

// Whoever takes it frees it.
class HandsOut {
public:
  ~HandsOut() { MAPIFreeBuffer(m_property); }
  HRESULT load(LPMDB store) {
    MAPIFreeBuffer(m_property);
    m_property = nullptr;
    return HrGetOneProp(store, PR_IPM_OUTBOX_ENTRYID, &m_property);
  }
  LPSPropValue get() const { return m_property; }
  void forget() { m_property = nullptr; }
  LPSPropValue detach() {
    LPSPropValue property = m_property;
    m_property = nullptr;
    return property;
  }

private:
  LPSPropValue m_property = nullptr;
};

// An out-parameter that begins as null is opened anew.
class OpensAnew {
public:
  ~OpensAnew() { close(); }
  HRESULT open(LPMDB store) { return openInto(store, &m_root); }
  void close() {
    if (m_root)
      m_root->Release();
    m_root = nullptr;
  }

private:
  static HRESULT openInto(LPMDB store, LPMAPIFOLDER *root) {
    ULONG type = 0;
    *root = nullptr;
    return store->OpenEntry(0, nullptr, nullptr, 0, &type, (LPUNKNOWN *)root);
  }
  LPMAPIFOLDER m_root = nullptr;
};

// The base class adds a reference for its member, and gives it back; a class
// that has its own way to close must do so, too. Nobody can derive from it.
class Plugin {
public:
  virtual ~Plugin() {}
  virtual HRESULT open(LPMAPISESSION session) {
    m_session = session;
    m_session->AddRef();
    return S_OK;
  }
  virtual void close() {
    if (m_session)
      m_session->Release();
    m_session = nullptr;
  }

protected:
  LPMAPISESSION m_session = nullptr;
};

class WrongPlugin : public Plugin {
public:
  HRESULT open(LPMAPISESSION session) override {
    HRESULT hr = Plugin::open(session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &m_book);
    return hr;
  }
  void close() override {
    if (m_book)
      m_book->Release();
    m_book = nullptr;
    m_session = nullptr;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm_session' (IMAPISession) is overwritten here without being released [mapi-interface-leak]
  }

private:
  LPADRBOOK m_book = nullptr;
};

class RightPlugin : public Plugin {
public:
  HRESULT open(LPMAPISESSION session) override {
    HRESULT hr = Plugin::open(session);
    if (SUCCEEDED(hr))
      hr = m_session->OpenAddressBook(0, nullptr, AB_NO_DIALOG, &m_book);
    return hr;
  }
  void close() override {
    if (m_book)
      m_book->Release();
    m_book = nullptr;
    Plugin::close();
  }

private:
  LPADRBOOK m_book = nullptr;
};

// RUN: %check_mapi %s
// What COM's own calls hand out counts as MAPI's if it is asked for as that.
#include <mapiform.h>
#include <mapix.h>
#include <mapiutil.h>

extern "C" const CLSID CLSID_Form;

void use(LPUNKNOWN object);

void madeForm() {
  LPMAPIFORM form = nullptr;
  if (CoCreateInstance(CLSID_Form, nullptr, CLSCTX_ALL, IID_IMAPIForm,
                       (LPVOID *)&form) != S_OK)
    return;
  use(form);
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'form' (IMAPIForm) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]

void madeFormReleased() {
  LPMAPIFORM form = nullptr;
  if (CoCreateInstance(CLSID_Form, nullptr, CLSCTX_ALL, IID_IMAPIForm,
                       (LPVOID *)&form) != S_OK)
    return;
  use(form);
  form->Release();
}

// COM's objects are others' business.
void madeOther() {
  LPSTREAM stream = nullptr;
  if (CoCreateInstance(CLSID_Form, nullptr, CLSCTX_ALL, IID_IStream,
                       (LPVOID *)&stream) == S_OK)
    use(stream);
}

static LPMAPIFOLDER toFolder(LPUNKNOWN object) {
  void *found = nullptr;
  return SUCCEEDED(object->QueryInterface(IID_IMAPIFolder, &found))
             ? (LPMAPIFOLDER)found
             : nullptr;
}

ULONG emptyFolder(LPUNKNOWN object) {
  LPMAPIFOLDER folder = toFolder(object);
  if (!folder)
    return 0;
  return folder->EmptyFolder(0, nullptr, 0) == S_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'folder' (IMAPIFolder) {{.*}}lost on this way out without being released{{.*}} [mapi-interface-leak]
}

ULONG emptyFolderAndRelease(LPUNKNOWN object) {
  LPMAPIFOLDER folder = toFolder(object);
  if (!folder)
    return 0;
  HRESULT hr = folder->EmptyFolder(0, nullptr, 0);
  folder->Release();
  return hr == S_OK;
}

// RUN: %check_mapi %s
// SaveChanges ends the transaction of a message or attachment. What has no
// transactions is as usable as before.
#include <mapix.h>

void openProfile(LPPROFSECT profile, LPSPropValue name) {
  if (profile->SaveChanges(0) == S_OK)
    profile->SetProps(1, name, nullptr);
}

void openFolder(LPMAPIFOLDER folder, LPSPropValue name) {
  if (SUCCEEDED(folder->SetProps(1, name, nullptr)) &&
      folder->SaveChanges(0) == S_OK)
    folder->SetProps(1, name, nullptr);
}

void openStore(LPMDB store, LPSPropValue name) {
  if (store->SaveChanges(0) == S_OK)
    store->SetProps(1, name, nullptr);
}

// What it was opened as counts, however it is held.
void heldAsProperties(LPPROVIDERADMIN admin, LPMAPIUID id, LPSPropValue name) {
  LPPROFSECT section = nullptr;
  if (FAILED(admin->OpenProfileSection(id, nullptr, MAPI_MODIFY, &section)))
    return;
  LPMAPIPROP properties = section;
  if (properties->SaveChanges(0) == S_OK)
    properties->SetProps(1, name, nullptr);
  section->Release();
}

void attachment(LPATTACH attach, LPSPropValue name) {
  if (attach->SaveChanges(0) == S_OK)
    attach->SetProps(1, name, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'attach'.*}} is used after IMAPIProp::SaveChanges, which leaves only Release [mapi-use-after-release]
}

// Nobody knows what it is.
void anything(LPMAPIPROP properties, LPSPropValue name) {
  if (properties->SaveChanges(0) == S_OK)
    properties->SetProps(1, name, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*'properties'.*}} is used after IMAPIProp::SaveChanges, which leaves only Release [mapi-use-after-release]
}

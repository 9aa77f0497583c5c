//===- imscapabilities.h - MAPI: capabilities of a store --------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/mapi/mapi-interfaces
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_IMSCAPABILITIES_H
#define MAPI_STANDIN_IMSCAPABILITIES_H

#include <mapidefs.h>
#include <mapiguid.h>

typedef enum {
  MSCAP_SEL_RESERVED1 = 0,
  MSCAP_SEL_RESERVED2 = 1,
  MSCAP_SEL_FOLDER = 2,
  MSCAP_SEL_RESERVED3 = 3,
  MSCAP_SEL_RESTRICTION = 4
} MSCAP_SELECTOR;
#define MSCAP_SECURE_FOLDER_HOMEPAGES ((ULONG)0x00000001)
#define MSCAP_RES_ANNOTATION ((ULONG)0x00000001)

#undef INTERFACE
#define INTERFACE IMSCapabilities
DECLARE_MAPI_INTERFACE_(IMSCapabilities, IUnknown) {
  MAPI_IUNKNOWN_METHODS(PURE)
  STDMETHOD_(ULONG, GetCapabilities)(THIS_ MSCAP_SELECTOR mscapSelector) PURE;
};

#endif

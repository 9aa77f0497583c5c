//===- mapiaux.h - MAPI: what Outlook adds ----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/auxiliary/outlook-auxiliary-reference
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_MAPIAUX_H
#define MAPI_STANDIN_MAPIAUX_H

#include <detail/exchange-tags.h>
#include <mapidefs.h>
#include <mapiguid.h>
#include <mapitags.h>

#ifndef BEGIN_INTERFACE
#define BEGIN_INTERFACE
#endif

#ifndef MAPI_NO_CACHE
#define MAPI_NO_CACHE ((ULONG)0x00000200)
#define MAPI_CACHE_ONLY ((ULONG)0x00004000)
#define MAPI_BG_SESSION 0x00200000
#endif
#ifndef STORE_UNICODE_OK
#define STORE_UNICODE_OK ((ULONG)0x00040000)
#define STORE_ITEMPROC ((ULONG)0x00200000)
#endif
#ifndef MDB_ONLINE
#define MDB_ONLINE ((ULONG)0x00000100)
#endif
#ifndef DT_ROOM
#define DT_ROOM ((ULONG)0x00000007)
#define DT_EQUIPMENT ((ULONG)0x00000008)
#define DT_SEC_DISTLIST ((ULONG)0x00000009)
#endif
#define DTE_FLAG_REMOTE_VALID 0x80000000
#define DTE_FLAG_ACL_CAPABLE 0x40000000
#define DTE_MASK_REMOTE 0x0000ff00
#define DTE_MASK_LOCAL 0x000000ff
#define DTE_IS_REMOTE_VALID(v) (!!((v) & DTE_FLAG_REMOTE_VALID))
#define DTE_IS_ACL_CAPABLE(v) (!!((v) & DTE_FLAG_ACL_CAPABLE))
#define DTE_REMOTE(v) (((v) & DTE_MASK_REMOTE) >> 8)
#define DTE_LOCAL(v) ((v) & DTE_MASK_LOCAL)
#ifndef PR_DISPLAY_TYPE_EX
#define PR_DISPLAY_TYPE_EX PROP_TAG(PT_LONG, 0x3905)
#endif
#ifndef PR_ATTACH_CONTENT_ID
#define PR_ATTACH_CONTENT_ID PROP_TAG(PT_TSTRING, 0x3712)
#define PR_ATTACH_CONTENT_ID_A PROP_TAG(PT_STRING8, 0x3712)
#define PR_ATTACH_CONTENT_ID_W PROP_TAG(PT_UNICODE, 0x3712)
#endif

#ifdef __cplusplus
#define MAPI_STANDIN_AUXGUID extern "C"
#else
#define MAPI_STANDIN_AUXGUID extern
#endif
MAPI_STANDIN_AUXGUID const IID IID_IMsgServiceAdmin2;
MAPI_STANDIN_AUXGUID const IID IID_IMessageRaw;
MAPI_STANDIN_AUXGUID const IID IID_IMAPISecureMessage;
MAPI_STANDIN_AUXGUID const IID IID_IAttachmentSecurity;
MAPI_STANDIN_AUXGUID const IID IID_IMAPIGetSession;
MAPI_STANDIN_AUXGUID const IID IID_IMAPIClientShutdown;
MAPI_STANDIN_AUXGUID const IID IID_IMAPIProviderShutdown;
MAPI_STANDIN_AUXGUID const IID IID_IProxyStoreObject;
MAPI_STANDIN_AUXGUID const GUID PSETID_Common;
MAPI_STANDIN_AUXGUID const GUID PSETID_Appointment;
MAPI_STANDIN_AUXGUID const GUID PSETID_Task;
MAPI_STANDIN_AUXGUID const GUID PSETID_Address;
MAPI_STANDIN_AUXGUID const GUID PSETID_Meeting;
MAPI_STANDIN_AUXGUID const GUID PS_INTERNET_HEADERS;

/// Asks the providers whether the client may leave without releasing.
#ifndef MAPI_STANDIN_CLIENTSHUTDOWN
#define MAPI_STANDIN_CLIENTSHUTDOWN
#undef INTERFACE
#define INTERFACE IMAPIClientShutdown
DECLARE_MAPI_INTERFACE_(IMAPIClientShutdown, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPIMETHOD(QueryFastShutdown)(THIS) PURE;
  MAPIMETHOD(NotifyProcessShutdown)(THIS) PURE;
  MAPIMETHOD(DoFastShutdown)(THIS) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IMAPIClientShutdown, LPMAPICLIENTSHUTDOWN);
#endif

#undef INTERFACE
#define INTERFACE IAttachmentSecurity
DECLARE_MAPI_INTERFACE_(IAttachmentSecurity, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPIMETHOD(IsAttachmentBlocked)
  (THIS_ LPCWSTR pwszFileName, BOOL * pfBlocked) PURE;
};

#undef INTERFACE
#define INTERFACE IMAPIGetSession
DECLARE_MAPI_INTERFACE_(IMAPIGetSession, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPIMETHOD(GetMAPISession)(THIS_ LPUNKNOWN * lppSession) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IMAPIGetSession, LPMAPIGETSESSION);

#endif

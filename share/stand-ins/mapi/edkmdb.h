//===- edkmdb.h - Exchange: interfaces of the store provider ----------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/mapi/iexchangemanagestoreiunknown
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_EDKMDB_H
#define MAPI_STANDIN_EDKMDB_H

#include <detail/exchange-tags.h>
#include <edkguid.h>
#include <mapidefs.h>
#include <mapitags.h>
#include <mapiutil.h>

#ifndef BEGIN_INTERFACE
#define BEGIN_INTERFACE
#endif

// What the folder's GUIDs in profiles are called.
#define pbGlobalProfileSectionGuid                                             \
  "\x13\xDB\xB0\xC8\xAA\x05\x10\x1A\x9B\xB0\x00\xAA\x00\x2F\xC4\x5A"
#define pbExchangeProviderPrimaryUserGuid                                      \
  "\x54\x94\xA1\xC0\x29\x7F\x10\x1B\xA5\x87\x08\x00\x2B\x2A\x25\x17"
#define pbExchangeProviderDelegateGuid                                         \
  "\x9e\xb4\x77\x00\x74\xe4\x11\xce\x8c\x5e\x00\xaa\x00\x42\x54\xe2"
#define pbExchangeProviderPublicGuid                                           \
  "\x78\xb2\xfa\x70\xaf\xf7\x11\xcd\x9b\xc8\x00\xaa\x00\x2f\xc4\x5a"
#define pbExchangeProviderXportGuid                                            \
  "\xa9\x06\x40\xe0\xd6\x93\x11\xcd\xaf\x95\x00\xaa\x00\x4a\x35\xc3"

#define PROFILE_PRIMARY_USER ((ULONG)1)
#define PROFILE_DELEGATE ((ULONG)2)
#define PROFILE_PUBLIC_STORE ((ULONG)3)
#define OPENSTORE_USE_ADMIN_PRIVILEGE ((ULONG)1)
#define OPENSTORE_PUBLIC ((ULONG)2)
#define OPENSTORE_HOME_LOGON ((ULONG)4)
#define OPENSTORE_TAKE_OWNERSHIP ((ULONG)8)
#define OPENSTORE_OVERRIDE_HOME_MDB ((ULONG)16)
#define OPENSTORE_TRANSPORT ((ULONG)32)
#define OPENSTORE_REMOTE_TRANSPORT ((ULONG)64)
#define CONFIG_SERVICE ((ULONG)1)
#define CONFIG_SHOW_STARTUP_UI ((ULONG)2)
#define CONFIG_SHOW_CONNECT_UI ((ULONG)4)
#define CONFIG_PROMPT_FOR_CREDENTIALS ((ULONG)8)
#define CONFIG_NO_AUTO_DETECT ((ULONG)16)
#define CONFIG_OST_CACHE_ONLY ((ULONG)32)
#define CONNECT_USE_ADMIN_PRIVILEGE ((ULONG)1)
#define CONNECT_NO_RPC_ENCRYPTION ((ULONG)2)
#define CONNECT_USE_SEPARATE_CONNECTION ((ULONG)4)
#define CONNECT_NO_UNDER_COVER_CONNECTION ((ULONG)8)
#define TRANSPORT_DOWNLOAD ((ULONG)1)
#define TRANSPORT_UPLOAD ((ULONG)2)
#define EDITOR_FORMAT_DONTKNOW ((ULONG)0)
#define EDITOR_FORMAT_PLAINTEXT ((ULONG)1)
#define EDITOR_FORMAT_HTML ((ULONG)2)
#define EDITOR_FORMAT_RTF ((ULONG)3)

// Rights of an entry in a folder's list.
#define frightsReadAny 0x0000001L
#define frightsCreate 0x0000002L
#define frightsEditOwned 0x0000008L
#define frightsDeleteOwned 0x0000010L
#define frightsEditAny 0x0000020L
#define frightsDeleteAny 0x0000040L
#define frightsCreateSubfolder 0x0000080L
#define frightsOwner 0x0000100L
#define frightsContact 0x0000200L
#define frightsVisible 0x0000400L
#define rightsNone 0x00000000
#define rightsReadOnly frightsReadAny
#define rightsReadWrite (frightsReadAny | frightsEditAny)
#define rightsAll 0x00005FBL

// A security descriptor as a property has a header, which begins with its size.
#define CbSecurityDescriptorHeader(pb) (*(const USHORT *)(pb))
#define SECURITY_DESCRIPTOR_OF(pb)                                             \
  (((BYTE *)(pb)) + CbSecurityDescriptorHeader(pb))

// Tables that are changed by rows.
#define ROWLIST_REPLACE ((ULONG)1)
#define ROW_ADD ((ULONG)1)
#define ROW_MODIFY ((ULONG)2)
#define ROW_REMOVE ((ULONG)4)
#define ROW_EMPTY (ROW_ADD | ROW_REMOVE)
#ifndef MAPI_STANDIN_ROWLIST
#define MAPI_STANDIN_ROWLIST
typedef struct _ROWENTRY {
  ULONG ulRowFlags;
  ULONG cValues;
  LPSPropValue rgPropVals;
} ROWENTRY, *LPROWENTRY;
typedef struct _ROWLIST {
  ULONG cEntries;
  ROWENTRY aEntries[MAPI_DIM];
} ROWLIST, *LPROWLIST;
#endif
#ifndef PR_MEMBER_ENTRYID
#define PR_MEMBER_ENTRYID PR_ENTRYID
#endif
#ifndef RES_COUNT
#define RES_COUNT ((ULONG)0x0000000B)
#define RES_ANNOTATION ((ULONG)0x0000000C)
#endif
#define ACLTABLE_FREEBUSY ((ULONG)2)
#define CbNewROWLIST(_centries)                                                \
  (offsetof(ROWLIST, aEntries) + (_centries) * sizeof(ROWENTRY))

// Rules.
#ifndef PT_SRESTRICTION
#define PT_SRESTRICTION ((ULONG)0x00FD)
#endif
#ifndef PT_ACTIONS
#define PT_ACTIONS ((ULONG)0x00FE)
#endif
#define ST_DISABLED 0x0000
#define ST_ENABLED 0x0001
#define ST_ERROR 0x0002
#define ST_ONLY_WHEN_OOF 0x0004
#define ST_KEEP_OOF_HIST 0x0008
#define ST_EXIT_LEVEL 0x0010
typedef enum {
  OP_MOVE = 1,
  OP_COPY,
  OP_REPLY,
  OP_OOF_REPLY,
  OP_DEFER_ACTION,
  OP_BOUNCE,
  OP_FORWARD,
  OP_DELEGATE,
  OP_TAG,
  OP_DELETE,
  OP_MARK_AS_READ
} ACTTYPE;
typedef struct _action {
  ACTTYPE acttype;
  ULONG ulActionFlavor;
  LPSRestriction lpRes;
  LPSPropTagArray lpPropTagArray;
  ULONG ulFlags;
  ULONG dwAlignPad;
  union {
    struct {
      ULONG cbStoreEntryId;
      LPENTRYID lpStoreEntryId;
      ULONG cbFldEntryId;
      LPENTRYID lpFldEntryId;
    } actMoveCopy;
    struct {
      ULONG cbEntryId;
      LPENTRYID lpEntryId;
      GUID guidReplyTemplate;
    } actReply;
    struct {
      ULONG cbData;
      BYTE *pbData;
    } actDeferAction;
    SCODE scBounceCode;
    LPADRLIST lpadrlist;
    SPropValue propTag;
  };
} ACTION, *LPACTION;
typedef struct _actions {
  ULONG ulVersion;
  UINT cActions;
  LPACTION lpAction;
} ACTIONS, *LPACTIONS;

typedef struct _ReadState {
  ULONG cbSourceKey;
  BYTE *pbSourceKey;
  ULONG ulFlags;
} READSTATE, *LPREADSTATE;

#define MAPI_STANDIN_MANAGESTORE(IPURE)                                        \
  MAPIMETHOD(CreateStoreEntryID)                                               \
  (THIS_ LPSTR lpszMsgStoreDN, LPSTR lpszMailboxDN, ULONG ulFlags,             \
   ULONG * lpcbEntryID, LPENTRYID * lppEntryID) IPURE;                         \
  MAPIMETHOD(EntryIDFromSourceKey)                                             \
  (THIS_ ULONG cFolderKeySize, BYTE * lpFolderSourceKey,                       \
   ULONG cMessageKeySize, BYTE * lpMessageSourceKey, ULONG * lpcbEntryID,      \
   LPENTRYID * lppEntryID) IPURE;                                              \
  MAPIMETHOD(GetRights)                                                        \
  (THIS_ ULONG cbUserEntryID, LPENTRYID lpUserEntryID, ULONG cbEntryID,        \
   LPENTRYID lpEntryID, ULONG * lpulRights) IPURE;                             \
  MAPIMETHOD(GetMailboxTable)                                                  \
  (THIS_ LPSTR lpszServerName, LPMAPITABLE * lppTable, ULONG ulFlags) IPURE;   \
  MAPIMETHOD(GetPublicFolderTable)                                             \
  (THIS_ LPSTR lpszServerName, LPMAPITABLE * lppTable, ULONG ulFlags) IPURE;
#define MAPI_STANDIN_MANAGESTORE3(IPURE)                                       \
  MAPIMETHOD(CreateNewsgroupNameEntryID)                                       \
  (THIS_ LPSTR lpszNewsgroupName, ULONG * lpcbEntryID,                         \
   LPENTRYID * lppEntryID) IPURE;                                              \
  MAPIMETHOD(GetMailboxTableOffset)                                            \
  (THIS_ LPSTR lpszServerName, LPMAPITABLE * lppTable, ULONG ulFlags,          \
   UINT uOffset) IPURE;
#define MAPI_STANDIN_MANAGESTORE4(IPURE)                                       \
  MAPIMETHOD(GetPublicFolderTableOffset)                                       \
  (THIS_ LPSTR lpszServerName, LPMAPITABLE * lppTable, ULONG ulFlags,          \
   UINT uOffset) IPURE;
#define MAPI_STANDIN_MANAGESTORE5(IPURE)                                       \
  MAPIMETHOD(GetMailboxTableEx)                                                \
  (THIS_ LPSTR lpszServerName, LPGUID lpguidMdb, LPMAPITABLE * lppTable,       \
   ULONG ulFlags, UINT uOffset) IPURE;                                         \
  MAPIMETHOD(GetPublicFolderTableEx)                                           \
  (THIS_ LPSTR lpszServerName, LPGUID lpguidMdb, LPMAPITABLE * lppTable,       \
   ULONG ulFlags, UINT uOffset) IPURE;
#define MAPI_STANDIN_MANAGESTOREEX(IPURE)                                      \
  MAPIMETHOD(CreateStoreEntryID2)                                              \
  (THIS_ ULONG cValues, LPSPropValue lpPropArray, ULONG ulFlags,               \
   ULONG * lpcbEntryID, LPENTRYID * lppEntryID) IPURE;
#define MAPI_STANDIN_LASTERROR(IPURE)                                          \
  MAPIMETHOD(GetLastError)                                                     \
  (THIS_ HRESULT hResult, ULONG ulFlags, LPMAPIERROR * lppMAPIError) IPURE;

#undef INTERFACE
#define INTERFACE IExchangeManageStore
DECLARE_MAPI_INTERFACE_(IExchangeManageStore, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_MANAGESTORE(PURE)
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeManageStore, LPEXCHANGEMANAGESTORE);

#undef INTERFACE
#define INTERFACE IExchangeManageStore3
DECLARE_MAPI_INTERFACE_(IExchangeManageStore3, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_MANAGESTORE(PURE)
  MAPI_STANDIN_MANAGESTORE3(PURE)
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeManageStore3, LPEXCHANGEMANAGESTORE3);

#undef INTERFACE
#define INTERFACE IExchangeManageStore4
DECLARE_MAPI_INTERFACE_(IExchangeManageStore4, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_MANAGESTORE(PURE)
  MAPI_STANDIN_MANAGESTORE3(PURE)
  MAPI_STANDIN_MANAGESTORE4(PURE)
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeManageStore4, LPEXCHANGEMANAGESTORE4);

#undef INTERFACE
#define INTERFACE IExchangeManageStore5
DECLARE_MAPI_INTERFACE_(IExchangeManageStore5, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_MANAGESTORE(PURE)
  MAPI_STANDIN_MANAGESTORE3(PURE)
  MAPI_STANDIN_MANAGESTORE4(PURE)
  MAPI_STANDIN_MANAGESTORE5(PURE)
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeManageStore5, LPEXCHANGEMANAGESTORE5);

#undef INTERFACE
#define INTERFACE IExchangeManageStoreEx
DECLARE_MAPI_INTERFACE_(IExchangeManageStoreEx, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_MANAGESTORE(PURE)
  MAPI_STANDIN_MANAGESTORE3(PURE)
  MAPI_STANDIN_MANAGESTORE4(PURE)
  MAPI_STANDIN_MANAGESTOREEX(PURE)
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeManageStoreEx, LPEXCHANGEMANAGESTOREEX);

#undef INTERFACE
#define INTERFACE IExchangeModifyTable
DECLARE_MAPI_INTERFACE_(IExchangeModifyTable, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_LASTERROR(PURE)
  MAPIMETHOD(GetTable)(THIS_ ULONG ulFlags, LPMAPITABLE * lppTable) PURE;
  MAPIMETHOD(ModifyTable)(THIS_ ULONG ulFlags, LPROWLIST lpMods) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeModifyTable, LPEXCHANGEMODIFYTABLE);

#undef INTERFACE
#define INTERFACE IExchangeFavorites
DECLARE_MAPI_INTERFACE_(IExchangeFavorites, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_LASTERROR(PURE)
  MAPIMETHOD(AddFavorites)(THIS_ LPENTRYLIST lpEntryList) PURE;
  MAPIMETHOD(DelFavorites)(THIS_ LPENTRYLIST lpEntryList) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeFavorites, LPEXCHANGEFAVORITES);

#undef INTERFACE
#define INTERFACE IExchangeExportChanges
DECLARE_MAPI_INTERFACE_(IExchangeExportChanges, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_LASTERROR(PURE)
  MAPIMETHOD(Config)
  (THIS_ LPSTREAM lpStream, ULONG ulFlags, LPUNKNOWN lpUnk,
   LPSRestriction lpRestriction, LPSPropTagArray lpIncludeProps,
   LPSPropTagArray lpExcludeProps, ULONG ulBufferSize) PURE;
  MAPIMETHOD(Synchronize)(THIS_ ULONG * lpulSteps, ULONG * lpulProgress) PURE;
  MAPIMETHOD(UpdateState)(THIS_ LPSTREAM lpStream) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeExportChanges, LPEXCHANGEEXPORTCHANGES);

#undef INTERFACE
#define INTERFACE IExchangeImportContentsChanges
DECLARE_MAPI_INTERFACE_(IExchangeImportContentsChanges, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_LASTERROR(PURE)
  MAPIMETHOD(Config)(THIS_ LPSTREAM lpStream, ULONG ulFlags) PURE;
  MAPIMETHOD(UpdateState)(THIS_ LPSTREAM lpStream) PURE;
  MAPIMETHOD(ImportMessageChange)
  (THIS_ ULONG cpvalChanges, LPSPropValue ppvalChanges, ULONG ulFlags,
   LPMESSAGE * lppmessage) PURE;
  MAPIMETHOD(ImportMessageDeletion)
  (THIS_ ULONG ulFlags, LPENTRYLIST lpSrcEntryList) PURE;
  MAPIMETHOD(ImportPerUserReadStateChange)
  (THIS_ ULONG cElements, LPREADSTATE lpReadState) PURE;
  MAPIMETHOD(ImportMessageMove)
  (THIS_ ULONG cbSourceKeySrcFolder, BYTE * pbSourceKeySrcFolder,
   ULONG cbSourceKeySrcMessage, BYTE * pbSourceKeySrcMessage,
   ULONG cbPCLMessage, BYTE * pbPCLMessage, ULONG cbSourceKeyDestMessage,
   BYTE * pbSourceKeyDestMessage, ULONG cbChangeNumDestMessage,
   BYTE * pbChangeNumDestMessage) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeImportContentsChanges,
                           LPEXCHANGEIMPORTCONTENTSCHANGES);

#undef INTERFACE
#define INTERFACE IExchangeImportHierarchyChanges
DECLARE_MAPI_INTERFACE_(IExchangeImportHierarchyChanges, IUnknown) {
  BEGIN_INTERFACE
  MAPI_IUNKNOWN_METHODS(PURE)
  MAPI_STANDIN_LASTERROR(PURE)
  MAPIMETHOD(Config)(THIS_ LPSTREAM lpStream, ULONG ulFlags) PURE;
  MAPIMETHOD(UpdateState)(THIS_ LPSTREAM lpStream) PURE;
  MAPIMETHOD(ImportFolderChange)
  (THIS_ ULONG cpvalChanges, LPSPropValue ppvalChanges) PURE;
  MAPIMETHOD(ImportFolderDeletion)
  (THIS_ ULONG ulFlags, LPENTRYLIST lpSrcEntryList) PURE;
};
DECLARE_MAPI_INTERFACE_PTR(IExchangeImportHierarchyChanges,
                           LPEXCHANGEIMPORTHIERARCHYCHANGES);

#endif

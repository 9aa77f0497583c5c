//===- edkguid.h - Exchange: GUIDs ------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/mapi/mapi-interfaces
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_EDKGUID_H
#define MAPI_STANDIN_EDKGUID_H

#include <mapidefs.h>
#include <mapiguid.h>

#ifdef __cplusplus
#define MAPI_STANDIN_GUID extern "C"
#else
#define MAPI_STANDIN_GUID extern
#endif
MAPI_STANDIN_GUID const IID IID_IExchangeFavorites;
MAPI_STANDIN_GUID const IID IID_IExchangeExportChanges;
MAPI_STANDIN_GUID const IID IID_IExchangeExportManifest;
MAPI_STANDIN_GUID const IID IID_IExchangeImportHierarchyChanges;
MAPI_STANDIN_GUID const IID IID_IExchangeImportContentsChanges;
MAPI_STANDIN_GUID const IID IID_IExchangeManageStore;
MAPI_STANDIN_GUID const IID IID_IExchangeManageStore3;
MAPI_STANDIN_GUID const IID IID_IExchangeManageStore4;
MAPI_STANDIN_GUID const IID IID_IExchangeManageStore5;
MAPI_STANDIN_GUID const IID IID_IExchangeManageStoreEx;
MAPI_STANDIN_GUID const IID IID_IExchangeModifyTable;
MAPI_STANDIN_GUID const IID IID_IExchangeRuleAction;
MAPI_STANDIN_GUID const IID IID_IExchangeFolderACLs;
MAPI_STANDIN_GUID const IID IID_IExchangeMessageConversion;
MAPI_STANDIN_GUID const IID IID_IExchangeChangeAdviseSink;
MAPI_STANDIN_GUID const IID IID_IExchangeChangeAdvisor;
MAPI_STANDIN_GUID const IID IID_IExchangeFastTransfer;

#endif

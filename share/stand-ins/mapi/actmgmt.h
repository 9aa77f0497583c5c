//===- actmgmt.h - Outlook: account management ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/office/client-developer/outlook/auxiliary/account-management-api-reference
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ACTMGMT_H
#define MAPI_STANDIN_ACTMGMT_H

#include <objbase.h>
#include <oleauto.h>

#ifdef __cplusplus
#define MAPI_STANDIN_ACTGUID extern "C"
#else
#define MAPI_STANDIN_ACTGUID extern
#endif
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkAccountManager;
MAPI_STANDIN_ACTGUID const IID IID_IOlkAccountManager;
MAPI_STANDIN_ACTGUID const IID IID_IOlkAccount;
MAPI_STANDIN_ACTGUID const IID IID_IOlkEnum;
MAPI_STANDIN_ACTGUID const IID IID_IOlkErrorUnknown;
MAPI_STANDIN_ACTGUID const IID IID_IOlkAccountHelper;
MAPI_STANDIN_ACTGUID const IID IID_IOlkAccountNotify;
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkMail;
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkPOP3Account;
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkIMAP4Account;
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkMAPIAccount;
MAPI_STANDIN_ACTGUID const CLSID CLSID_OlkStore;

typedef struct {
  DWORD cb;
  BYTE *pb;
} ACCT_BIN;
typedef struct {
  DWORD dwType;
  union {
    DWORD dw;
    WCHAR *pwsz;
    ACCT_BIN bin;
  } Val;
} ACCT_VARIANT;

#define ACCT_INIT_NOSYNCH_MAPI_ACCTS 0x00000001
#define ACCT_INIT_NO_STORES_CHECK 0x00000002
#define NOTIFY_ACCT_CHANGED 1
#define NOTIFY_ACCT_CREATED 2
#define NOTIFY_ACCT_DELETED 3
#define NOTIFY_ACCT_ORDER_CHANGED 4
#define NOTIFY_ACCT_PREDELETED 5
#define OLK_ACCOUNT_NO_FLAGS 0

#undef INTERFACE
#define INTERFACE IOlkErrorUnknown
DECLARE_INTERFACE_(IOlkErrorUnknown, IUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(GetLastError)(THIS_ HRESULT hr, LPWSTR * ppwszError) PURE;
};

#undef INTERFACE
#define INTERFACE IOlkAccount
DECLARE_INTERFACE_(IOlkAccount, IOlkErrorUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(GetLastError)(THIS_ HRESULT hr, LPWSTR * ppwszError) PURE;
  STDMETHOD(GetAccountInfo)
  (THIS_ CLSID * pclsidType, DWORD * pcCategories, CLSID * *prgclsidCategory)
      PURE;
  STDMETHOD(GetProp)(THIS_ DWORD dwProp, ACCT_VARIANT * pVar) PURE;
  STDMETHOD(SetProp)(THIS_ DWORD dwProp, ACCT_VARIANT * pVar) PURE;
  STDMETHOD(FPrivateProp)(THIS_ DWORD dwProp) PURE;
  STDMETHOD(FreeMemory)(THIS_ BYTE * pv) PURE;
  STDMETHOD(SaveChanges)(THIS_ DWORD dwFlags) PURE;
};

#undef INTERFACE
#define INTERFACE IOlkEnum
DECLARE_INTERFACE_(IOlkEnum, IUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(GetCount)(THIS_ DWORD * pulCount) PURE;
  STDMETHOD(Reset)(THIS) PURE;
  STDMETHOD(GetNext)(THIS_ IUnknown * *ppunk) PURE;
  STDMETHOD(Skip)(THIS_ DWORD cSkip) PURE;
};

#undef INTERFACE
#define INTERFACE IOlkAccountNotify
DECLARE_INTERFACE_(IOlkAccountNotify, IOlkErrorUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(GetLastError)(THIS_ HRESULT hr, LPWSTR * ppwszError) PURE;
  STDMETHOD(Notify)(THIS_ DWORD dwNotify, DWORD dwAcctID, DWORD dwFlags) PURE;
};

#undef INTERFACE
#define INTERFACE IOlkAccountHelper
DECLARE_INTERFACE_(IOlkAccountHelper, IUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(PlaceHolder1)(THIS_ LPVOID pv) PURE;
  STDMETHOD(GetIdentity)(THIS_ LPWSTR pwszIdentity, DWORD * pcch) PURE;
  STDMETHOD(GetMapiSession)(THIS_ LPUNKNOWN * ppmsess) PURE;
  STDMETHOD(HandsOffSession)(THIS) PURE;
};

#undef INTERFACE
#define INTERFACE IOlkAccountManager
DECLARE_INTERFACE_(IOlkAccountManager, IOlkErrorUnknown) {
  STDMETHOD(QueryInterface)(THIS_ REFIID riid, LPVOID * ppv) PURE;
  STDMETHOD_(ULONG, AddRef)(THIS) PURE;
  STDMETHOD_(ULONG, Release)(THIS) PURE;
  STDMETHOD(GetLastError)(THIS_ HRESULT hr, LPWSTR * ppwszError) PURE;
  STDMETHOD(Init)(THIS_ IOlkAccountHelper * pAcctHelper, DWORD dwFlags) PURE;
  STDMETHOD(DisplayAccountList)
  (THIS_ HWND hwnd, DWORD dwFlags, LPCWSTR lpwszReserved, DWORD dwReserved,
   const CLSID *pclsidReserved1, const CLSID *pclsidReserved2) PURE;
  STDMETHOD(ValidateEmailAddress)(THIS_ LPWSTR pwszEmail, DWORD dwReserved) PURE;
  STDMETHOD(FindAccount)
  (THIS_ DWORD dwProp, ACCT_VARIANT * pVar, IOlkAccount * *ppAccount) PURE;
  STDMETHOD(EnumerateAccounts)
  (THIS_ const CLSID *pclsidCategory, const CLSID *pclsidType, DWORD dwFlags,
   IOlkEnum **ppEnum) PURE;
  STDMETHOD(DeleteAccount)(THIS_ DWORD dwAcctID) PURE;
  STDMETHOD(SaveChanges)(THIS_ DWORD dwAcctID, DWORD dwFlags) PURE;
  STDMETHOD(GetOrder)
  (THIS_ const CLSID *pclsidCategory, DWORD *pcAccts, DWORD *prgAccts[]) PURE;
  STDMETHOD(SetOrder)
  (THIS_ const CLSID *pclsidCategory, DWORD *pcAccts, DWORD *prgAccts[]) PURE;
  STDMETHOD(Advise)(THIS_ IOlkAccountNotify * pNotify, DWORD * pdwCookie) PURE;
  STDMETHOD(Unadvise)(THIS_ DWORD * pdwCookie) PURE;
  STDMETHOD(FreeMemory)(THIS_ BYTE * pv) PURE;
};
typedef IOlkAccountManager *LPOLKACCOUNTMANAGER;
typedef IOlkAccount *LPOLKACCOUNT;
typedef IOlkEnum *LPOLKENUM;

#endif

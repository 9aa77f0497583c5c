//===- exchext.h - Exchange client extensions -------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/previous-versions/office/developer/exchange-server-2003/aa579293(v=exchg.65)
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_EXCHEXT_H
#define MAPI_STANDIN_EXCHEXT_H

#include <windows.h>
#include <commctrl.h>
#include <mapiform.h>
#include <mapispi.h>
#include <mapix.h>
#include <prsht.h>

// Contexts of a client.
#define EECONTEXT_SESSION 0x00000001
#define EECONTEXT_VIEWER 0x00000002
#define EECONTEXT_REMOTEVIEWER 0x00000003
#define EECONTEXT_SEARCHVIEWER 0x00000004
#define EECONTEXT_ADDRBOOK 0x00000005
#define EECONTEXT_SENDNOTEMESSAGE 0x00000006
#define EECONTEXT_READNOTEMESSAGE 0x00000007
#define EECONTEXT_SENDPOSTMESSAGE 0x00000008
#define EECONTEXT_READPOSTMESSAGE 0x00000009
#define EECONTEXT_READREPORTMESSAGE 0x0000000A
#define EECONTEXT_SENDRESENDMESSAGE 0x0000000B
#define EECONTEXT_PROPERTYSHEETS 0x0000000C
#define EECONTEXT_ADVANCEDCRITERIA 0x0000000D
#define EECONTEXT_TASK 0x0000000E
#define EEME_FAILED 0x00000001
#define EEME_COMPLETE_FAILED 0x00000002

#ifdef __cplusplus
typedef struct _tagTBENTRY {
  HWND hwnd;
  ULONG tbid;
  ULONG ulFlags;
  UINT itbbBase;
} TBENTRY, *LPTBENTRY;

struct IExchExtModeless;
struct IExchExt;

struct IExchExtCallback : public IUnknown {
  STDMETHOD(GetVersion)(ULONG *lpulVersion, ULONG ulFlags) PURE;
  STDMETHOD(GetWindow)(HWND *lphwnd) PURE;
  STDMETHOD(GetMenu)(HMENU *lphmenu) PURE;
  STDMETHOD(GetToolbar)(ULONG ulFlags, HWND *lphwndtb) PURE;
  STDMETHOD(GetSession)(LPMAPISESSION *lppses, LPADRBOOK *lppab) PURE;
  STDMETHOD(GetObject)(LPMDB *lppmdb, LPMAPIPROP *lppmp) PURE;
  STDMETHOD(GetSelectionCount)(ULONG *lpceid) PURE;
  STDMETHOD(GetSelectionItem)
  (ULONG ieid, ULONG *lpcbeid, LPENTRYID *lppeid, ULONG *lpulType,
   LPSTR lpszMsgClass, ULONG cbMsgClass, ULONG *lpulMsgFlags,
   ULONG ulFlags) PURE;
  STDMETHOD(GetMenuPos)
  (ULONG cmdid, HMENU *lphmenu, ULONG *lpmposMin, ULONG *lpmposMax,
   ULONG ulFlags) PURE;
  STDMETHOD(GetSharedExtsDir)(LPSTR lpszDir, ULONG cchDir, ULONG ulFlags) PURE;
  STDMETHOD(GetRecipients)(LPADRLIST *lppal) PURE;
  STDMETHOD(SetRecipients)(LPADRLIST lpal) PURE;
  STDMETHOD(GetNewMessageSite)
  (ULONG fComposeInFolder, LPMAPIFOLDER pFolderFocus,
   LPPERSISTMESSAGE pPersistMessage, LPMESSAGE *ppMessage,
   LPMAPIMESSAGESITE *ppMessageSite, LPMAPIVIEWCONTEXT *ppViewContext) PURE;
  STDMETHOD(RegisterModeless)(IExchExtModeless *peem) PURE;
  STDMETHOD(ChooseFolder)(struct EXCHEXTCHOOSEFOLDER *peecf) PURE;
};
typedef IExchExtCallback *LPEXCHEXTCALLBACK;

struct IExchExt : public IUnknown {
  STDMETHOD(Install)(LPEXCHEXTCALLBACK lpeecb, ULONG mecontext, ULONG ulFlags)
  PURE;
};
typedef IExchExt *LPEXCHEXT;

struct IExchExtCommands : public IUnknown {
  STDMETHOD(InstallCommands)
  (LPEXCHEXTCALLBACK lpeecb, HWND hwnd, HMENU hmenu, UINT *lpcmdidBase,
   LPTBENTRY lptbeArray, UINT ctbe, ULONG ulFlags) PURE;
  STDMETHOD_(VOID, InitMenu)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD(DoCommand)(LPEXCHEXTCALLBACK lpeecb, UINT cmdid) PURE;
  STDMETHOD(Help)(LPEXCHEXTCALLBACK lpeecb, UINT cmdid) PURE;
  STDMETHOD(QueryHelpText)(UINT cmdid, ULONG ulFlags, LPTSTR lpsz, UINT cch)
  PURE;
  STDMETHOD(QueryButtonInfo)
  (ULONG tbid, UINT itbb, LPTBBUTTON ptbb, LPTSTR lpsz, UINT cch,
   ULONG ulFlags) PURE;
  STDMETHOD(ResetToolbar)(ULONG tbid, ULONG ulFlags) PURE;
};
typedef IExchExtCommands *LPEXCHEXTCOMMANDS;

struct IExchExtMessageEvents : public IUnknown {
  STDMETHOD(OnRead)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD(OnReadComplete)(LPEXCHEXTCALLBACK lpeecb, ULONG ulFlags) PURE;
  STDMETHOD(OnWrite)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD(OnWriteComplete)(LPEXCHEXTCALLBACK lpeecb, ULONG ulFlags) PURE;
  STDMETHOD(OnCheckNames)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD(OnCheckNamesComplete)(LPEXCHEXTCALLBACK lpeecb, ULONG ulFlags)
  PURE;
  STDMETHOD(OnSubmit)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD_(VOID, OnSubmitComplete)(LPEXCHEXTCALLBACK lpeecb, ULONG ulFlags)
  PURE;
};

struct IExchExtSessionEvents : public IUnknown {
  STDMETHOD(OnDelivery)(LPEXCHEXTCALLBACK lpeecb) PURE;
};

struct IExchExtUserEvents : public IUnknown {
  STDMETHOD_(VOID, OnSelectionChange)(LPEXCHEXTCALLBACK lpeecb) PURE;
  STDMETHOD_(VOID, OnObjectChange)(LPEXCHEXTCALLBACK lpeecb) PURE;
};

struct IExchExtPropertySheets : public IUnknown {
  STDMETHOD_(ULONG, GetMaxPageCount)(ULONG ulFlags) PURE;
  STDMETHOD(GetPages)
  (LPEXCHEXTCALLBACK lpeecb, ULONG ulFlags, LPPROPSHEETPAGE lppsp,
   ULONG *lpcpsp) PURE;
  STDMETHOD_(VOID, FreePages)(LPPROPSHEETPAGE lppsp, ULONG ulFlags, ULONG cpsp)
  PURE;
};

struct IExchExtAttachedFileEvents : public IUnknown {
  STDMETHOD(OnReadPattFromSzFile)
  (LPATTACH lpatt, LPTSTR lpszFile, ULONG ulFlags) PURE;
  STDMETHOD(OnWritePattToSzFile)
  (LPATTACH lpatt, LPTSTR lpszFile, ULONG ulFlags) PURE;
  STDMETHOD(QueryDisallowOpenPatt)(LPATTACH lpatt) PURE;
  STDMETHOD(OnOpenPatt)(LPATTACH lpatt) PURE;
  STDMETHOD(OnOpenSzFile)(LPTSTR lpszFile, ULONG ulFlags) PURE;
};

extern "C" const IID IID_IExchExt;
extern "C" const IID IID_IExchExtCommands;
extern "C" const IID IID_IExchExtMessageEvents;
extern "C" const IID IID_IExchExtSessionEvents;
extern "C" const IID IID_IExchExtUserEvents;
extern "C" const IID IID_IExchExtPropertySheets;
extern "C" const IID IID_IExchExtAttachedFileEvents;
extern "C" const IID IID_IOutlookExtCallback;
struct IOutlookExtCallback : public IUnknown {
  STDMETHOD(GetObject)(IUnknown **ppunk) PURE;
  STDMETHOD(GetOfficeCharacter)(void **ppmsotfc) PURE;
};
typedef LPEXCHEXT(CALLBACK *LPFNEXCHEXTENTRY)(VOID);
#endif

#endif

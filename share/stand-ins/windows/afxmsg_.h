//===- afxmsg_.h - MFC: message maps ----------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/message-maps-mfc
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXMSG__H
#define MAPI_STANDIN_AFXMSG__H

#include <afx.h>

class CCmdTarget;
typedef void (CCmdTarget::*AFX_PMSG)();
struct AFX_MSGMAP_ENTRY {
  UINT nMessage;
  UINT nCode;
  UINT nID;
  UINT nLastID;
  UINT_PTR nSig;
  AFX_PMSG pfn;
};
struct AFX_MSGMAP {
  const AFX_MSGMAP *(PASCAL *pfnGetBaseMap)();
  const AFX_MSGMAP_ENTRY *lpEntries;
};

// The entries are left out: a map ends in a table that names no handler.
#define DECLARE_MESSAGE_MAP()                                                  \
protected:                                                                     \
  static const AFX_MSGMAP *PASCAL GetThisMessageMap();                         \
  virtual const AFX_MSGMAP *GetMessageMap() const;
#define BEGIN_MESSAGE_MAP(theClass, baseClass)                                 \
  const AFX_MSGMAP *theClass::GetMessageMap() const {                          \
    return GetThisMessageMap();                                                \
  }                                                                            \
  const AFX_MSGMAP *PASCAL theClass::GetThisMessageMap() {                     \
    static const AFX_MSGMAP_ENTRY _messageEntries[] = {
#define BEGIN_TEMPLATE_MESSAGE_MAP(theClass, type_name, baseClass)             \
  template <typename type_name>                                                \
  const AFX_MSGMAP *theClass<type_name>::GetMessageMap() const {               \
    return GetThisMessageMap();                                                \
  }                                                                            \
  template <typename type_name>                                                \
  const AFX_MSGMAP *PASCAL theClass<type_name>::GetThisMessageMap() {          \
    static const AFX_MSGMAP_ENTRY _messageEntries[] = {
#define END_MESSAGE_MAP()                                                      \
  { 0, 0, 0, 0, 0, nullptr }                                                   \
  }                                                                            \
  ;                                                                            \
  static const AFX_MSGMAP messageMap = {nullptr, &_messageEntries[0]};         \
  return &messageMap;                                                          \
  }

#define ON_COMMAND(id, memberFxn)
#define ON_COMMAND_EX(id, memberFxn)
#define ON_COMMAND_RANGE(id, idLast, memberFxn)
#define ON_COMMAND_EX_RANGE(id, idLast, memberFxn)
#define ON_UPDATE_COMMAND_UI(id, memberFxn)
#define ON_UPDATE_COMMAND_UI_RANGE(id, idLast, memberFxn)
#define ON_UPDATE_COMMAND_UI_REFLECT(memberFxn)
#define ON_NOTIFY(wNotifyCode, id, memberFxn)
#define ON_NOTIFY_RANGE(wNotifyCode, id, idLast, memberFxn)
#define ON_NOTIFY_EX(wNotifyCode, id, memberFxn)
#define ON_NOTIFY_EX_RANGE(wNotifyCode, id, idLast, memberFxn)
#define ON_NOTIFY_REFLECT(wNotifyCode, memberFxn)
#define ON_NOTIFY_REFLECT_EX(wNotifyCode, memberFxn)
#define ON_CONTROL(wNotifyCode, id, memberFxn)
#define ON_CONTROL_RANGE(wNotifyCode, id, idLast, memberFxn)
#define ON_CONTROL_REFLECT(wNotifyCode, memberFxn)
#define ON_CONTROL_REFLECT_EX(wNotifyCode, memberFxn)
#define ON_MESSAGE(message, memberFxn)
#define ON_MESSAGE_VOID(message, memberFxn)
#define ON_REGISTERED_MESSAGE(nMessageVariable, memberFxn)
#define ON_THREAD_MESSAGE(message, memberFxn)
#define ON_REGISTERED_THREAD_MESSAGE(nMessageVariable, memberFxn)
#define ON_OLECMD(pguid, olecmdid, id)
#define ON_OLEVERB(idsVerbName, memberFxn)
#define ON_STDOLEVERB(iVerb, memberFxn)
#define ON_EVENT(theClass, id, dispid, memberFxn, vtsParams)
#define ON_WM_ACTIVATE()
#define ON_WM_ACTIVATEAPP()
#define ON_WM_ACTIVATETOPLEVEL()
#define ON_WM_ASKCBFORMATNAME()
#define ON_WM_CANCELMODE()
#define ON_WM_CAPTURECHANGED()
#define ON_WM_CHANGECBCHAIN()
#define ON_WM_CHANGEUISTATE()
#define ON_WM_CHAR()
#define ON_WM_CHARTOITEM()
#define ON_WM_CHILDACTIVATE()
#define ON_WM_CLIPBOARDUPDATE()
#define ON_WM_CLOSE()
#define ON_WM_COMPACTING()
#define ON_WM_COMPAREITEM()
#define ON_WM_CONTEXTMENU()
#define ON_WM_COPYDATA()
#define ON_WM_CREATE()
#define ON_WM_CTLCOLOR()
#define ON_WM_DEADCHAR()
#define ON_WM_DELETEITEM()
#define ON_WM_DESTROY()
#define ON_WM_DESTROYCLIPBOARD()
#define ON_WM_DEVICECHANGE()
#define ON_WM_DEVMODECHANGE()
#define ON_WM_DRAWCLIPBOARD()
#define ON_WM_DRAWITEM()
#define ON_WM_DROPFILES()
#define ON_WM_ENABLE()
#define ON_WM_ENDSESSION()
#define ON_WM_ENTERIDLE()
#define ON_WM_ENTERMENULOOP()
#define ON_WM_ENTERSIZEMOVE()
#define ON_WM_ERASEBKGND()
#define ON_WM_EXITMENULOOP()
#define ON_WM_EXITSIZEMOVE()
#define ON_WM_FONTCHANGE()
#define ON_WM_GETDLGCODE()
#define ON_WM_GETMINMAXINFO()
#define ON_WM_HELPINFO()
#define ON_WM_HOTKEY()
#define ON_WM_HSCROLL()
#define ON_WM_HSCROLLCLIPBOARD()
#define ON_WM_ICONERASEBKGND()
#define ON_WM_INITMENU()
#define ON_WM_INITMENUPOPUP()
#define ON_WM_INPUT()
#define ON_WM_INPUTLANGCHANGE()
#define ON_WM_INPUTLANGCHANGEREQUEST()
#define ON_WM_KEYDOWN()
#define ON_WM_KEYUP()
#define ON_WM_KILLFOCUS()
#define ON_WM_LBUTTONDBLCLK()
#define ON_WM_LBUTTONDOWN()
#define ON_WM_LBUTTONUP()
#define ON_WM_MBUTTONDBLCLK()
#define ON_WM_MBUTTONDOWN()
#define ON_WM_MBUTTONUP()
#define ON_WM_MDIACTIVATE()
#define ON_WM_MEASUREITEM()
#define ON_WM_MENUCHAR()
#define ON_WM_MENUCOMMAND()
#define ON_WM_MENUDRAG()
#define ON_WM_MENUGETOBJECT()
#define ON_WM_MENURBUTTONUP()
#define ON_WM_MENUSELECT()
#define ON_WM_MOUSEACTIVATE()
#define ON_WM_MOUSEHOVER()
#define ON_WM_MOUSEHWHEEL()
#define ON_WM_MOUSELEAVE()
#define ON_WM_MOUSEMOVE()
#define ON_WM_MOUSEWHEEL()
#define ON_WM_MOVE()
#define ON_WM_MOVING()
#define ON_WM_NCACTIVATE()
#define ON_WM_NCCALCSIZE()
#define ON_WM_NCCREATE()
#define ON_WM_NCDESTROY()
#define ON_WM_NCHITTEST()
#define ON_WM_NCLBUTTONDBLCLK()
#define ON_WM_NCLBUTTONDOWN()
#define ON_WM_NCLBUTTONUP()
#define ON_WM_NCMBUTTONDBLCLK()
#define ON_WM_NCMBUTTONDOWN()
#define ON_WM_NCMBUTTONUP()
#define ON_WM_NCMOUSEHOVER()
#define ON_WM_NCMOUSELEAVE()
#define ON_WM_NCMOUSEMOVE()
#define ON_WM_NCPAINT()
#define ON_WM_NCRBUTTONDBLCLK()
#define ON_WM_NCRBUTTONDOWN()
#define ON_WM_NCRBUTTONUP()
#define ON_WM_NEXTMENU()
#define ON_WM_NOTIFYFORMAT()
#define ON_WM_PAINT()
#define ON_WM_PAINTCLIPBOARD()
#define ON_WM_PALETTECHANGED()
#define ON_WM_PALETTEISCHANGING()
#define ON_WM_PARENTNOTIFY()
#define ON_WM_POWERBROADCAST()
#define ON_WM_QUERYDRAGICON()
#define ON_WM_QUERYENDSESSION()
#define ON_WM_QUERYNEWPALETTE()
#define ON_WM_QUERYOPEN()
#define ON_WM_QUERYUISTATE()
#define ON_WM_RBUTTONDBLCLK()
#define ON_WM_RBUTTONDOWN()
#define ON_WM_RBUTTONUP()
#define ON_WM_RENDERALLFORMATS()
#define ON_WM_RENDERFORMAT()
#define ON_WM_SESSIONCHANGE()
#define ON_WM_SETCURSOR()
#define ON_WM_SETFOCUS()
#define ON_WM_SETTINGCHANGE()
#define ON_WM_SHOWWINDOW()
#define ON_WM_SIZE()
#define ON_WM_SIZECLIPBOARD()
#define ON_WM_SIZING()
#define ON_WM_SPOOLERSTATUS()
#define ON_WM_STYLECHANGED()
#define ON_WM_STYLECHANGING()
#define ON_WM_SYSCHAR()
#define ON_WM_SYSCOLORCHANGE()
#define ON_WM_SYSCOMMAND()
#define ON_WM_SYSDEADCHAR()
#define ON_WM_SYSKEYDOWN()
#define ON_WM_SYSKEYUP()
#define ON_WM_TCARD()
#define ON_WM_THEMECHANGED()
#define ON_WM_TIMECHANGE()
#define ON_WM_TIMER()
#define ON_WM_UNICHAR()
#define ON_WM_UNINITMENUPOPUP()
#define ON_WM_UPDATEUISTATE()
#define ON_WM_USERCHANGED()
#define ON_WM_VKEYTOITEM()
#define ON_WM_VSCROLL()
#define ON_WM_VSCROLLCLIPBOARD()
#define ON_WM_WINDOWPOSCHANGED()
#define ON_WM_WINDOWPOSCHANGING()
#define ON_WM_WININICHANGE()
#define ON_WM_XBUTTONDBLCLK()
#define ON_WM_XBUTTONDOWN()
#define ON_WM_XBUTTONUP()
#define ON_WM_CTLCOLOR_REFLECT()
#define ON_WM_DRAWITEM_REFLECT()
#define ON_WM_MEASUREITEM_REFLECT()
#define ON_WM_DELETEITEM_REFLECT()
#define ON_WM_COMPAREITEM_REFLECT()
#define ON_WM_CHARTOITEM_REFLECT()
#define ON_WM_VKEYTOITEM_REFLECT()
#define ON_WM_HSCROLL_REFLECT()
#define ON_WM_VSCROLL_REFLECT()
#define ON_WM_PARENTNOTIFY_REFLECT()
#define ON_BN_CLICKED(id, memberFxn)
#define ON_BN_DOUBLECLICKED(id, memberFxn)
#define ON_BN_SETFOCUS(id, memberFxn)
#define ON_BN_KILLFOCUS(id, memberFxn)
#define ON_BN_PAINT(id, memberFxn)
#define ON_BN_HILITE(id, memberFxn)
#define ON_BN_UNHILITE(id, memberFxn)
#define ON_BN_DISABLE(id, memberFxn)
#define ON_CBN_CLOSEUP(id, memberFxn)
#define ON_CBN_DBLCLK(id, memberFxn)
#define ON_CBN_DROPDOWN(id, memberFxn)
#define ON_CBN_EDITCHANGE(id, memberFxn)
#define ON_CBN_EDITUPDATE(id, memberFxn)
#define ON_CBN_ERRSPACE(id, memberFxn)
#define ON_CBN_KILLFOCUS(id, memberFxn)
#define ON_CBN_SELCHANGE(id, memberFxn)
#define ON_CBN_SELENDCANCEL(id, memberFxn)
#define ON_CBN_SELENDOK(id, memberFxn)
#define ON_CBN_SETFOCUS(id, memberFxn)
#define ON_CLBN_CHKCHANGE(id, memberFxn)
#define ON_EN_CHANGE(id, memberFxn)
#define ON_EN_ERRSPACE(id, memberFxn)
#define ON_EN_HSCROLL(id, memberFxn)
#define ON_EN_KILLFOCUS(id, memberFxn)
#define ON_EN_MAXTEXT(id, memberFxn)
#define ON_EN_SETFOCUS(id, memberFxn)
#define ON_EN_UPDATE(id, memberFxn)
#define ON_EN_VSCROLL(id, memberFxn)
#define ON_EN_ALIGN_LTR_EC(id, memberFxn)
#define ON_EN_ALIGN_RTL_EC(id, memberFxn)
#define ON_LBN_DBLCLK(id, memberFxn)
#define ON_LBN_ERRSPACE(id, memberFxn)
#define ON_LBN_KILLFOCUS(id, memberFxn)
#define ON_LBN_SELCANCEL(id, memberFxn)
#define ON_LBN_SELCHANGE(id, memberFxn)
#define ON_LBN_SETFOCUS(id, memberFxn)
#define ON_STN_CLICKED(id, memberFxn)
#define ON_STN_DBLCLK(id, memberFxn)
#define ON_STN_ENABLE(id, memberFxn)
#define ON_STN_DISABLE(id, memberFxn)

#endif

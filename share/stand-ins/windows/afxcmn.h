//===- afxcmn.h - MFC: common controls --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/clistctrl-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXCMN_H
#define MAPI_STANDIN_AFXCMN_H

#include <afxwin.h>
#include <commctrl.h>
#include <richedit.h>
#include <richole.h>

class CHeaderCtrl;

class CToolTipCtrl : public CWnd {
public:
  CToolTipCtrl();
  virtual BOOL Create(CWnd *pParentWnd, DWORD dwStyle = 0);
  void Activate(BOOL bActivate);
  BOOL AddTool(CWnd *pWnd, UINT nIDText, LPCRECT lpRectTool = nullptr,
               UINT_PTR nIDTool = 0);
  BOOL AddTool(CWnd *pWnd, LPCTSTR lpszText = LPSTR_TEXTCALLBACK,
               LPCRECT lpRectTool = nullptr, UINT_PTR nIDTool = 0);
  void RelayEvent(LPMSG lpMsg);
  int SetMaxTipWidth(int iWidth);
};

class CListCtrl : public CWnd {
public:
  DECLARE_DYNCREATE(CListCtrl)
  CListCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  virtual BOOL CreateEx(DWORD dwExStyle, DWORD dwStyle, const RECT &rect,
                        CWnd *pParentWnd, UINT nID);
  COLORREF GetBkColor() const;
  BOOL SetBkColor(COLORREF cr);
  BOOL SetTextColor(COLORREF cr);
  BOOL SetTextBkColor(COLORREF cr);
  CImageList *GetImageList(int nImageList) const;
  CImageList *SetImageList(CImageList *pImageList, int nImageListType);
  int GetItemCount() const;
  BOOL GetItem(LVITEM *pItem) const;
  BOOL SetItem(const LVITEM *pItem);
  BOOL SetItem(int nItem, int nSubItem, UINT nMask, LPCTSTR lpszItem,
               int nImage, UINT nState, UINT nStateMask, LPARAM lParam);
  int GetNextItem(int nItem, int nFlags) const;
  BOOL GetItemPosition(int nItem, LPPOINT lpPoint) const;
  BOOL SetItemPosition(int nItem, POINT pt);
  BOOL GetItemRect(int nItem, LPRECT lpRect, UINT nCode) const;
  BOOL GetSubItemRect(int iItem, int iSubItem, int nArea, CRect &ref) const;
  UINT GetItemState(int nItem, UINT nMask) const;
  BOOL SetItemState(int nItem, UINT nState, UINT nMask);
  BOOL SetItemState(int nItem, LVITEM *pItem);
  CString GetItemText(int nItem, int nSubItem) const;
  int GetItemText(int nItem, int nSubItem, LPTSTR lpszText, int nLen) const;
  BOOL SetItemText(int nItem, int nSubItem, LPCTSTR lpszText);
  void SetItemCount(int nItems);
  BOOL SetItemCountEx(int iCount, DWORD dwFlags = LVSICF_NOINVALIDATEALL);
  DWORD_PTR GetItemData(int nItem) const;
  BOOL SetItemData(int nItem, DWORD_PTR dwData);
  UINT GetSelectedCount() const;
  POSITION GetFirstSelectedItemPosition() const;
  int GetNextSelectedItem(POSITION &pos) const;
  int GetSelectionMark() const;
  int SetSelectionMark(int iIndex);
  int GetColumnWidth(int nCol) const;
  BOOL SetColumnWidth(int nCol, int cx);
  BOOL GetColumn(int nCol, LVCOLUMN *pColumn) const;
  BOOL SetColumn(int nCol, const LVCOLUMN *pColumn);
  BOOL GetColumnOrderArray(LPINT piArray, int iCount = -1);
  BOOL SetColumnOrderArray(int iCount, LPINT piArray);
  int GetStringWidth(LPCTSTR lpsz) const;
  int GetTopIndex() const;
  int GetCountPerPage() const;
  DWORD GetExtendedStyle() const;
  DWORD SetExtendedStyle(DWORD dwNewStyle);
  CHeaderCtrl *GetHeaderCtrl() const;
  CEdit *EditLabel(int nItem);
  CEdit *GetEditControl() const;
  int InsertItem(const LVITEM *pItem);
  int InsertItem(int nItem, LPCTSTR lpszItem);
  int InsertItem(int nItem, LPCTSTR lpszItem, int nImage);
  int InsertItem(UINT nMask, int nItem, LPCTSTR lpszItem, UINT nState,
                 UINT nStateMask, int nImage, LPARAM lParam);
  BOOL DeleteItem(int nItem);
  BOOL DeleteAllItems();
  int FindItem(LVFINDINFO *pFindInfo, int nStart = -1) const;
  int HitTest(LVHITTESTINFO *pHitTestInfo) const;
  int HitTest(CPoint pt, UINT *pFlags = nullptr) const;
  int SubItemHitTest(LPLVHITTESTINFO pInfo);
  BOOL EnsureVisible(int nItem, BOOL bPartialOK);
  BOOL Scroll(CSize size);
  BOOL RedrawItems(int nFirst, int nLast);
  int InsertColumn(int nCol, const LVCOLUMN *pColumn);
  int InsertColumn(int nCol, LPCTSTR lpszColumnHeading,
                   int nFormat = LVCFMT_LEFT, int nWidth = -1,
                   int nSubItem = -1);
  BOOL DeleteColumn(int nCol);
  BOOL SortItems(PFNLVCOMPARE pfnCompare, DWORD_PTR dwData);
  BOOL Update(int nItem);
  BOOL GetCheck(int nItem) const;
  BOOL SetCheck(int nItem, BOOL fCheck = TRUE);
  virtual void DrawItem(LPDRAWITEMSTRUCT lpDrawItemStruct);
  DECLARE_MESSAGE_MAP()
};

class CTreeCtrl : public CWnd {
public:
  DECLARE_DYNAMIC(CTreeCtrl)
  CTreeCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  virtual BOOL CreateEx(DWORD dwExStyle, DWORD dwStyle, const RECT &rect,
                        CWnd *pParentWnd, UINT nID);
  UINT GetCount() const;
  UINT GetIndent() const;
  CImageList *GetImageList(UINT nImageList) const;
  CImageList *SetImageList(CImageList *pImageList, int nImageListType);
  HTREEITEM GetNextItem(HTREEITEM hItem, UINT nCode) const;
  BOOL ItemHasChildren(HTREEITEM hItem) const;
  HTREEITEM GetChildItem(HTREEITEM hItem) const;
  HTREEITEM GetNextSiblingItem(HTREEITEM hItem) const;
  HTREEITEM GetPrevSiblingItem(HTREEITEM hItem) const;
  HTREEITEM GetParentItem(HTREEITEM hItem) const;
  HTREEITEM GetFirstVisibleItem() const;
  HTREEITEM GetSelectedItem() const;
  HTREEITEM GetDropHilightItem() const;
  HTREEITEM GetRootItem() const;
  BOOL GetItem(TVITEM *pItem) const;
  BOOL SetItem(TVITEM *pItem);
  CString GetItemText(HTREEITEM hItem) const;
  BOOL SetItemText(HTREEITEM hItem, LPCTSTR lpszItem);
  BOOL GetItemImage(HTREEITEM hItem, int &nImage, int &nSelectedImage) const;
  BOOL SetItemImage(HTREEITEM hItem, int nImage, int nSelectedImage);
  UINT GetItemState(HTREEITEM hItem, UINT nStateMask) const;
  BOOL SetItemState(HTREEITEM hItem, UINT nState, UINT nStateMask);
  DWORD_PTR GetItemData(HTREEITEM hItem) const;
  BOOL SetItemData(HTREEITEM hItem, DWORD_PTR dwData);
  BOOL GetItemRect(HTREEITEM hItem, LPRECT lpRect, BOOL bTextOnly) const;
  CEdit *GetEditControl() const;
  UINT GetVisibleCount() const;
  BOOL GetCheck(HTREEITEM hItem) const;
  BOOL SetCheck(HTREEITEM hItem, BOOL fCheck = TRUE);
  HTREEITEM InsertItem(LPTVINSERTSTRUCT lpInsertStruct);
  HTREEITEM InsertItem(UINT nMask, LPCTSTR lpszItem, int nImage,
                       int nSelectedImage, UINT nState, UINT nStateMask,
                       LPARAM lParam, HTREEITEM hParent,
                       HTREEITEM hInsertAfter);
  HTREEITEM InsertItem(LPCTSTR lpszItem, HTREEITEM hParent = TVI_ROOT,
                       HTREEITEM hInsertAfter = TVI_LAST);
  HTREEITEM InsertItem(LPCTSTR lpszItem, int nImage, int nSelectedImage,
                       HTREEITEM hParent = TVI_ROOT,
                       HTREEITEM hInsertAfter = TVI_LAST);
  BOOL DeleteItem(HTREEITEM hItem);
  BOOL DeleteAllItems();
  BOOL Expand(HTREEITEM hItem, UINT nCode);
  BOOL Select(HTREEITEM hItem, UINT nCode);
  BOOL SelectItem(HTREEITEM hItem);
  BOOL SelectDropTarget(HTREEITEM hItem);
  CEdit *EditLabel(HTREEITEM hItem);
  HTREEITEM HitTest(CPoint pt, UINT *pFlags = nullptr) const;
  HTREEITEM HitTest(TVHITTESTINFO *pHitTestInfo) const;
  BOOL SortChildren(HTREEITEM hItem);
  BOOL EnsureVisible(HTREEITEM hItem);
  BOOL SortChildrenCB(LPTVSORTCB pSort);
  DECLARE_MESSAGE_MAP()
};

class CHeaderCtrl : public CWnd {
public:
  DECLARE_DYNAMIC(CHeaderCtrl)
  CHeaderCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  int GetItemCount() const;
  BOOL GetItem(int nPos, HDITEM *pHeaderItem) const;
  BOOL SetItem(int nPos, HDITEM *pHeaderItem);
  int InsertItem(int nPos, HDITEM *phdi);
  BOOL DeleteItem(int nPos);
  BOOL GetItemRect(int nIndex, LPRECT lpRect) const;
  int OrderToIndex(int nOrder) const;
  BOOL GetOrderArray(LPINT piArray, int iCount = -1);
  CImageList *SetImageList(CImageList *pImageList);
  DECLARE_MESSAGE_MAP()
};

class CProgressCtrl : public CWnd {
public:
  DECLARE_DYNCREATE(CProgressCtrl)
  CProgressCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  void SetRange(short nLower, short nUpper);
  void SetRange32(int nLower, int nUpper);
  int GetPos() const;
  int SetPos(int nPos);
  int OffsetPos(int nPos);
  int SetStep(int nStep);
  int StepIt();
  BOOL SetMarquee(BOOL fMarqueeMode, int nInterval);
};
class CSliderCtrl : public CWnd {
public:
  CSliderCtrl();
  int GetPos() const;
  void SetPos(int nPos);
  void SetRange(int nMin, int nMax, BOOL bRedraw = FALSE);
  void SetTicFreq(int nFreq);
};
class CSpinButtonCtrl : public CWnd {
public:
  CSpinButtonCtrl();
  int SetPos(int nPos);
  int GetPos() const;
  void SetRange(short nLower, short nUpper);
  CWnd *SetBuddy(CWnd *pWndBuddy);
};
class CHotKeyCtrl : public CWnd {};
class CAnimateCtrl : public CWnd {
public:
  BOOL Open(UINT nID);
  BOOL Play(UINT nFrom, UINT nTo, UINT nRep);
  BOOL Stop();
};
class CTabCtrl : public CWnd {
public:
  DECLARE_DYNAMIC(CTabCtrl)
  CTabCtrl();
  int GetItemCount() const;
  int GetCurSel() const;
  int SetCurSel(int nItem);
  BOOL GetItem(int nItem, TCITEM *pTabCtrlItem) const;
  BOOL SetItem(int nItem, TCITEM *pTabCtrlItem);
  LONG InsertItem(int nItem, TCITEM *pTabCtrlItem);
  LONG InsertItem(int nItem, LPCTSTR lpszItem);
  LONG InsertItem(int nItem, LPCTSTR lpszItem, int nImage);
  BOOL DeleteItem(int nItem);
  BOOL DeleteAllItems();
  void AdjustRect(BOOL bLarger, LPRECT lpRect);
};
class CStatusBarCtrl : public CWnd {
public:
  CStatusBarCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  BOOL SetText(LPCTSTR lpszText, int nPane, int nType);
  BOOL SetParts(int nParts, int *pWidths);
};
class CToolBarCtrl : public CWnd {
public:
  CToolBarCtrl();
  int GetButtonCount() const;
  BOOL EnableButton(int nID, BOOL bEnable = TRUE);
  BOOL CheckButton(int nID, BOOL bCheck = TRUE);
  BOOL AddButtons(int nNumButtons, LPTBBUTTON lpButtons);
};
class CReBarCtrl : public CWnd {};
class CComboBoxEx : public CComboBox {
public:
  int InsertItem(const COMBOBOXEXITEM *pCBItem);
};
class CIPAddressCtrl : public CWnd {
public:
  int GetAddress(DWORD &dwAddress) const;
  void SetAddress(DWORD dwAddress);
};
class CLinkCtrl : public CWnd {};

class CRichEditCtrl : public CWnd {
public:
  DECLARE_DYNAMIC(CRichEditCtrl)
  CRichEditCtrl();
  virtual BOOL Create(DWORD dwStyle, const RECT &rect, CWnd *pParentWnd,
                      UINT nID);
  BOOL CanUndo() const;
  BOOL GetModify() const;
  void SetModify(BOOL bModified = TRUE);
  void GetSel(CHARRANGE &cr) const;
  void GetSel(long &nStartChar, long &nEndChar) const;
  void SetSel(long nStartChar, long nEndChar);
  void SetSel(CHARRANGE &cr);
  long GetSelText(LPSTR lpBuf) const;
  CString GetSelText() const;
  void ReplaceSel(LPCTSTR lpszNewText, BOOL bCanUndo = FALSE);
  int GetLineCount() const;
  long GetTextLength() const;
  long GetLimitText() const;
  void LimitText(long nChars = 0);
  DWORD GetDefaultCharFormat(CHARFORMAT &cf) const;
  BOOL SetDefaultCharFormat(CHARFORMAT &cf);
  DWORD GetSelectionCharFormat(CHARFORMAT &cf) const;
  BOOL SetSelectionCharFormat(CHARFORMAT &cf);
  DWORD GetParaFormat(PARAFORMAT &pf) const;
  BOOL SetParaFormat(PARAFORMAT &pf);
  long GetEventMask() const;
  DWORD SetEventMask(DWORD dwEventMask);
  COLORREF SetBackgroundColor(BOOL bSysColor, COLORREF cr);
  long StreamIn(int nFormat, EDITSTREAM &es);
  long StreamOut(int nFormat, EDITSTREAM &es);
  BOOL SetReadOnly(BOOL bReadOnly = TRUE);
  BOOL SetOLECallback(IRichEditOleCallback *pCallback);
  IRichEditOle *GetIRichEditOle() const;
  void HideSelection(BOOL bHide, BOOL bPerm);
  void RequestResize();
  BOOL Undo();
  void Clear();
  void Copy();
  void Cut();
  void Paste();
};

#endif

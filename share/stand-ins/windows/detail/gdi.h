//===- detail/gdi.h - MFC: drawing ------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdc-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_GDI_H
#define MAPI_STANDIN_DETAIL_GDI_H

#include <afxmsg_.h>
#include <atltypes.h>
#include <commctrl.h>

class CWnd;
class CDC;

class CGdiObject : public CObject {
public:
  CGdiObject();
  virtual ~CGdiObject();
  operator HGDIOBJ() const;
  HGDIOBJ GetSafeHandle() const;
  BOOL Attach(HGDIOBJ hObject);
  HGDIOBJ Detach();
  BOOL DeleteObject();
  int GetObject(int nCount, LPVOID lpObject) const;
  BOOL CreateStockObject(int nIndex);
  HGDIOBJ m_hObject;
};
class CPen : public CGdiObject {
public:
  CPen();
  CPen(int nPenStyle, int nWidth, COLORREF crColor);
  BOOL CreatePen(int nPenStyle, int nWidth, COLORREF crColor);
  operator HPEN() const;
};
class CBrush : public CGdiObject {
public:
  CBrush();
  explicit CBrush(COLORREF crColor);
  BOOL CreateSolidBrush(COLORREF crColor);
  operator HBRUSH() const;
};
class CFont : public CGdiObject {
public:
  CFont();
  BOOL CreateFontIndirect(const LOGFONT *lpLogFont);
  BOOL CreatePointFont(int nPointSize, LPCTSTR lpszFaceName, CDC *pDC = nullptr);
  BOOL CreateFont(int nHeight, int nWidth, int nEscapement, int nOrientation,
                  int nWeight, BYTE bItalic, BYTE bUnderline, BYTE cStrikeOut,
                  BYTE nCharSet, BYTE nOutPrecision, BYTE nClipPrecision,
                  BYTE nQuality, BYTE nPitchAndFamily, LPCTSTR lpszFacename);
  int GetLogFont(LOGFONT *pLogFont);
  static CFont *PASCAL FromHandle(HFONT hFont);
  operator HFONT() const;
};
class CBitmap : public CGdiObject {
public:
  CBitmap();
  BOOL LoadBitmap(LPCTSTR lpszResourceName);
  BOOL LoadBitmap(UINT nIDResource);
  BOOL CreateBitmap(int nWidth, int nHeight, UINT nPlanes, UINT nBitcount,
                    const void *lpBits);
  BOOL CreateCompatibleBitmap(CDC *pDC, int nWidth, int nHeight);
  int GetBitmap(BITMAP *pBitMap);
  static CBitmap *PASCAL FromHandle(HBITMAP hBitmap);
  operator HBITMAP() const;
};
class CPalette : public CGdiObject {
public:
  operator HPALETTE() const;
};
class CRgn : public CGdiObject {
public:
  BOOL CreateRectRgn(int x1, int y1, int x2, int y2);
  operator HRGN() const;
};

class CDC : public CObject {
public:
  CDC();
  virtual ~CDC();
  HDC m_hDC;
  HDC m_hAttribDC;
  operator HDC() const;
  HDC GetSafeHdc() const;
  static CDC *PASCAL FromHandle(HDC hDC);
  BOOL Attach(HDC hDC);
  HDC Detach();
  virtual BOOL DeleteDC();
  BOOL CreateCompatibleDC(CDC *pDC);
  int SaveDC();
  BOOL RestoreDC(int nSavedDC);
  CGdiObject *SelectObject(CGdiObject *pObject);
  CPen *SelectObject(CPen *pPen);
  CBrush *SelectObject(CBrush *pBrush);
  CFont *SelectObject(CFont *pFont);
  CBitmap *SelectObject(CBitmap *pBitmap);
  CGdiObject *SelectStockObject(int nIndex);
  COLORREF SetBkColor(COLORREF crColor);
  int SetBkMode(int nBkMode);
  COLORREF SetTextColor(COLORREF crColor);
  UINT SetTextAlign(UINT nFlags);
  int SetMapMode(int nMapMode);
  CPoint MoveTo(int x, int y);
  BOOL LineTo(int x, int y);
  BOOL Rectangle(int x1, int y1, int x2, int y2);
  BOOL Rectangle(LPCRECT lpRect);
  void FillRect(LPCRECT lpRect, CBrush *pBrush);
  void FillSolidRect(LPCRECT lpRect, COLORREF clr);
  void FrameRect(LPCRECT lpRect, CBrush *pBrush);
  void Draw3dRect(LPCRECT lpRect, COLORREF clrTopLeft, COLORREF clrBottomRight);
  BOOL DrawEdge(LPRECT lpRect, UINT nEdge, UINT nFlags);
  void DrawFocusRect(LPCRECT lpRect);
  BOOL DrawIcon(int x, int y, HICON hIcon);
  int DrawText(LPCTSTR lpszString, int nCount, LPRECT lpRect, UINT nFormat);
  int DrawText(const CString &str, LPRECT lpRect, UINT nFormat);
  BOOL TextOut(int x, int y, LPCTSTR lpszString, int nCount);
  BOOL TextOut(int x, int y, const CString &str);
  CSize GetTextExtent(LPCTSTR lpszString, int nCount) const;
  CSize GetTextExtent(const CString &str) const;
  BOOL GetTextMetrics(LPTEXTMETRIC lpMetrics) const;
  int GetDeviceCaps(int nIndex) const;
  BOOL BitBlt(int x, int y, int nWidth, int nHeight, CDC *pSrcDC, int xSrc,
              int ySrc, DWORD dwRop);
  BOOL StretchBlt(int x, int y, int nWidth, int nHeight, CDC *pSrcDC, int xSrc,
                  int ySrc, int nSrcWidth, int nSrcHeight, DWORD dwRop);
  COLORREF SetPixel(int x, int y, COLORREF crColor);
  void DPtoLP(LPRECT lpRect) const;
  void LPtoDP(LPRECT lpRect) const;
  BOOL IsPrinting() const;
};
class CClientDC : public CDC {
public:
  explicit CClientDC(CWnd *pWnd);
};
class CWindowDC : public CDC {
public:
  explicit CWindowDC(CWnd *pWnd);
};
class CPaintDC : public CDC {
public:
  explicit CPaintDC(CWnd *pWnd);
  PAINTSTRUCT m_ps;
};

class CMenu : public CObject {
public:
  CMenu();
  virtual ~CMenu();
  HMENU m_hMenu;
  HMENU GetSafeHmenu() const;
  operator HMENU() const;
  static CMenu *PASCAL FromHandle(HMENU hMenu);
  BOOL Attach(HMENU hMenu);
  HMENU Detach();
  BOOL CreateMenu();
  BOOL CreatePopupMenu();
  BOOL LoadMenu(LPCTSTR lpszResourceName);
  BOOL LoadMenu(UINT nIDResource);
  BOOL DestroyMenu();
  BOOL DeleteMenu(UINT nPosition, UINT nFlags);
  BOOL RemoveMenu(UINT nPosition, UINT nFlags);
  BOOL TrackPopupMenu(UINT nFlags, int x, int y, CWnd *pWnd,
                      LPCRECT lpRect = nullptr);
  BOOL AppendMenu(UINT nFlags, UINT_PTR nIDNewItem = 0,
                  LPCTSTR lpszNewItem = nullptr);
  BOOL InsertMenu(UINT nPosition, UINT nFlags, UINT_PTR nIDNewItem = 0,
                  LPCTSTR lpszNewItem = nullptr);
  BOOL ModifyMenu(UINT nPosition, UINT nFlags, UINT_PTR nIDNewItem = 0,
                  LPCTSTR lpszNewItem = nullptr);
  UINT CheckMenuItem(UINT nIDCheckItem, UINT nCheck);
  UINT EnableMenuItem(UINT nIDEnableItem, UINT nEnable);
  BOOL SetDefaultItem(UINT uItem, BOOL fByPos = FALSE);
  UINT GetMenuItemCount() const;
  UINT GetMenuItemID(int nPos) const;
  UINT GetMenuState(UINT nID, UINT nFlags) const;
  int GetMenuString(UINT nIDItem, CString &rString, UINT nFlags) const;
  BOOL GetMenuItemInfo(UINT uItem, LPMENUITEMINFO lpMenuItemInfo,
                       BOOL fByPos = FALSE);
  CMenu *GetSubMenu(int nPos) const;
};

class CImageList : public CObject {
public:
  CImageList();
  virtual ~CImageList();
  HIMAGELIST m_hImageList;
  operator HIMAGELIST() const;
  HIMAGELIST GetSafeHandle() const;
  BOOL Attach(HIMAGELIST hImageList);
  HIMAGELIST Detach();
  BOOL Create(int cx, int cy, UINT nFlags, int nInitial, int nGrow);
  BOOL Create(UINT nBitmapID, int cx, int nGrow, COLORREF crMask);
  BOOL DeleteImageList();
  int GetImageCount() const;
  int Add(CBitmap *pbmImage, CBitmap *pbmMask);
  int Add(CBitmap *pbmImage, COLORREF crMask);
  int Add(HICON hIcon);
  COLORREF SetBkColor(COLORREF cr);
  BOOL Draw(CDC *pDC, int nImage, POINT pt, UINT nStyle);
  BOOL SetOverlayImage(int nImage, int nOverlay);
  HICON ExtractIcon(int nImage);
};

#endif

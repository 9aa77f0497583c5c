//===- afxhtml.h - MFC: HTML views ------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/chtmlview-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXHTML_H
#define MAPI_STANDIN_AFXHTML_H

#include <afxext.h>
#include <exdisp.h>
#include <mshtml.h>

class CHtmlView : public CFormView {
public:
  CHtmlView();
  void Navigate(LPCTSTR URL, DWORD dwFlags = 0);
  void Navigate2(LPCTSTR lpszURL, DWORD dwFlags = 0);
  LPDISPATCH GetHtmlDocument() const;
  CString GetLocationURL() const;
  IWebBrowser2 *m_pBrowserApp;
};
class CDHtmlDialog : public CDialog {
public:
  CDHtmlDialog();
  CDHtmlDialog(UINT nIDTemplate, UINT nHtmlResID = 0,
               CWnd *pParentWnd = nullptr);
  HRESULT GetDHtmlDocument(IHTMLDocument2 **pphtmlDoc);
  HRESULT GetElement(LPCTSTR szElementId, IHTMLElement **pphtmlElement);
};

#endif

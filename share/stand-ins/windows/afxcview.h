//===- afxcview.h - MFC: views of common controls ---------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/clistview-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXCVIEW_H
#define MAPI_STANDIN_AFXCVIEW_H

#include <afxcmn.h>

class CListView : public CCtrlView {
public:
  CListView();
  CListCtrl &GetListCtrl() const;
};
class CTreeView : public CCtrlView {
public:
  CTreeView();
  CTreeCtrl &GetTreeCtrl() const;
};

#endif

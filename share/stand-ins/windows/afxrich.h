//===- afxrich.h - MFC: rich text views -------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cricheditview-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXRICH_H
#define MAPI_STANDIN_AFXRICH_H

#include <afxcmn.h>
#include <afxole.h>

class CRichEditView : public CCtrlView {
public:
  CRichEditView();
  CRichEditCtrl &GetRichEditCtrl() const;
};
class CRichEditDoc : public COleServerDoc {};

#endif

//===- afxole.h - MFC: OLE --------------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/ole-in-mfc
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXOLE_H
#define MAPI_STANDIN_AFXOLE_H

#include <afxdisp.h>
#include <oledlg.h>

typedef DWORD DROPEFFECT;

class COleDataObject {
public:
  COleDataObject();
  ~COleDataObject();
  void Attach(LPDATAOBJECT lpDataObject, BOOL bAutoRelease = TRUE);
  LPDATAOBJECT Detach();
  void Release();
  BOOL AttachClipboard();
  BOOL IsDataAvailable(CLIPFORMAT cfFormat, LPFORMATETC lpFormatEtc = nullptr);
  BOOL GetData(CLIPFORMAT cfFormat, LPSTGMEDIUM lpStgMedium,
               LPFORMATETC lpFormatEtc = nullptr);
  HGLOBAL GetGlobalData(CLIPFORMAT cfFormat, LPFORMATETC lpFormatEtc = nullptr);
  CFile *GetFileData(CLIPFORMAT cfFormat, LPFORMATETC lpFormatEtc = nullptr);
  LPDATAOBJECT m_lpDataObject;
};
class COleDataSource : public CCmdTarget {
public:
  COleDataSource();
  void Empty();
  void CacheGlobalData(CLIPFORMAT cfFormat, HGLOBAL hGlobal,
                       LPFORMATETC lpFormatEtc = nullptr);
  void CacheData(CLIPFORMAT cfFormat, LPSTGMEDIUM lpStgMedium,
                 LPFORMATETC lpFormatEtc = nullptr);
  void DelayRenderData(CLIPFORMAT cfFormat, LPFORMATETC lpFormatEtc = nullptr);
  DROPEFFECT DoDragDrop(DWORD dwEffects = 3, LPCRECT lpRectStartDrag = nullptr,
                        void *pDropSource = nullptr);
  void SetClipboard();
};
class COleDropTarget : public CCmdTarget {
public:
  COleDropTarget();
  BOOL Register(CWnd *pWnd);
  virtual void Revoke();
  virtual DROPEFFECT OnDragEnter(CWnd *pWnd, COleDataObject *pDataObject,
                                 DWORD dwKeyState, CPoint point);
  virtual DROPEFFECT OnDragOver(CWnd *pWnd, COleDataObject *pDataObject,
                                DWORD dwKeyState, CPoint point);
  virtual BOOL OnDrop(CWnd *pWnd, COleDataObject *pDataObject,
                      DROPEFFECT dropEffect, CPoint point);
  virtual void OnDragLeave(CWnd *pWnd);
};
class COleMessageFilter : public CCmdTarget {
public:
  void EnableBusyDialog(BOOL bEnableBusy = TRUE);
  void EnableNotRespondingDialog(BOOL bEnableDialog = TRUE);
};
COleMessageFilter *AFXAPI AfxOleGetMessageFilter();
class COleStreamFile : public CFile {
public:
  COleStreamFile(LPSTREAM lpStream = nullptr);
  LPSTREAM m_lpStream;
  void Attach(LPSTREAM lpStream);
  LPSTREAM Detach();
  LPSTREAM GetStream() const;
  BOOL OpenStream(LPSTORAGE lpStorage, LPCTSTR lpszStreamName,
                  DWORD nOpenFlags = 0, CFileException *pError = nullptr);
  BOOL CreateMemoryStream(CFileException *pError = nullptr);
};
class COleDocument : public CDocument {};
class COleLinkingDoc : public COleDocument {};
class COleServerDoc : public COleLinkingDoc {};
class COleIPFrameWnd : public CFrameWnd {};

#endif

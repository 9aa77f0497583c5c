//===- afxdtctl.h - MFC: date controls --------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cdatetimectrl-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDTCTL_H
#define MAPI_STANDIN_AFXDTCTL_H

#include <afxwin.h>

class CDateTimeCtrl : public CWnd {
public:
  CDateTimeCtrl();
  BOOL SetTime(LPSYSTEMTIME pTimeNew = nullptr);
  BOOL SetTime(const COleDateTime &timeNew);
  BOOL SetTime(const CTime *pTimeNew);
  DWORD GetTime(LPSYSTEMTIME pTimeDest) const;
  BOOL GetTime(COleDateTime &timeDest) const;
  DWORD GetTime(CTime &timeDest) const;
  BOOL SetFormat(LPCTSTR pstrFormat);
  BOOL SetRange(const CTime *pMinRange, const CTime *pMaxRange);
};
class CMonthCalCtrl : public CWnd {
public:
  CMonthCalCtrl();
  BOOL GetCurSel(LPSYSTEMTIME pDateTime) const;
  BOOL GetCurSel(CTime &refDateTime) const;
  BOOL SetCurSel(const CTime &refDateTime);
};

#endif

//===- detail/time.h - ATL and MFC: dates -----------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/date-and-time
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_DETAIL_TIME_H
#define MAPI_STANDIN_DETAIL_TIME_H

#include <atlcomcli.h>
#include <detail/cstring.h>
#include <oledb.h>
#include <time.h>

namespace ATL {
class CTimeSpan {
public:
  CTimeSpan();
  CTimeSpan(__time64_t time);
  CTimeSpan(LONG lDays, int nHours, int nMins, int nSecs);
  LONGLONG GetDays() const;
  LONGLONG GetTotalHours() const;
  LONG GetHours() const;
  LONGLONG GetTotalMinutes() const;
  LONG GetMinutes() const;
  LONGLONG GetTotalSeconds() const;
  LONG GetSeconds() const;
  __time64_t GetTimeSpan() const;
  CTimeSpan operator+(CTimeSpan span) const;
  CTimeSpan operator-(CTimeSpan span) const;
  CTimeSpan &operator+=(CTimeSpan span);
  CTimeSpan &operator-=(CTimeSpan span);
  bool operator==(CTimeSpan span) const;
  bool operator!=(CTimeSpan span) const;
  bool operator<(CTimeSpan span) const;
  bool operator>(CTimeSpan span) const;
  bool operator<=(CTimeSpan span) const;
  bool operator>=(CTimeSpan span) const;
  CString Format(LPCTSTR pszFormat) const;
  CString Format(UINT nID) const;
};

class CTime {
public:
  static CTime WINAPI GetCurrentTime();
  static BOOL WINAPI IsValidFILETIME(const FILETIME &ft);
  CTime();
  CTime(__time64_t time);
  CTime(int nYear, int nMonth, int nDay, int nHour, int nMin, int nSec,
        int nDST = -1);
  CTime(WORD wDosDate, WORD wDosTime, int nDST = -1);
  CTime(const SYSTEMTIME &st, int nDST = -1);
  CTime(const FILETIME &ft, int nDST = -1);
  CTime(const DBTIMESTAMP &dbts, int nDST = -1);
  CTime &operator=(__time64_t time);
  CTime &operator+=(CTimeSpan span);
  CTime &operator-=(CTimeSpan span);
  CTimeSpan operator-(CTime time) const;
  CTime operator-(CTimeSpan span) const;
  CTime operator+(CTimeSpan span) const;
  bool operator==(CTime time) const;
  bool operator!=(CTime time) const;
  bool operator<(CTime time) const;
  bool operator>(CTime time) const;
  bool operator<=(CTime time) const;
  bool operator>=(CTime time) const;
  struct tm *GetGmtTm(struct tm *ptm) const;
  struct tm *GetLocalTm(struct tm *ptm) const;
  bool GetAsSystemTime(SYSTEMTIME &st) const;
  bool GetAsDBTIMESTAMP(DBTIMESTAMP &dbts) const;
  __time64_t GetTime() const;
  int GetYear() const;
  int GetMonth() const;
  int GetDay() const;
  int GetHour() const;
  int GetMinute() const;
  int GetSecond() const;
  int GetDayOfWeek() const;
  CString Format(LPCTSTR pszFormat) const;
  CString FormatGmt(LPCTSTR pszFormat) const;
  CString Format(UINT nFormatID) const;
  CString FormatGmt(UINT nFormatID) const;
};

class CFileTimeSpan {
public:
  CFileTimeSpan();
  CFileTimeSpan(LONGLONG nSpan);
  LONGLONG GetTimeSpan() const;
  void SetTimeSpan(LONGLONG nSpan);
};

class CFileTime : public FILETIME {
public:
  CFileTime();
  CFileTime(const FILETIME &ft);
  CFileTime(ULONGLONG nTime);
  static CFileTime GetCurrentTime();
  CFileTime &operator=(const FILETIME &ft);
  CFileTime operator+(CFileTimeSpan span) const;
  CFileTime operator-(CFileTimeSpan span) const;
  CFileTimeSpan operator-(CFileTime ft) const;
  bool operator==(CFileTime ft) const;
  bool operator!=(CFileTime ft) const;
  bool operator<(CFileTime ft) const;
  bool operator>(CFileTime ft) const;
  ULONGLONG GetTime() const;
  void SetTime(ULONGLONG nTime);
  CFileTime UTCToLocal() const;
  CFileTime LocalToUTC() const;
};

class COleDateTimeSpan {
public:
  enum DateTimeSpanStatus { valid = 0, invalid = 1, null = 2 };
  COleDateTimeSpan();
  COleDateTimeSpan(double dblSpanSrc);
  COleDateTimeSpan(LONG lDays, int nHours, int nMins, int nSecs);
  void SetStatus(DateTimeSpanStatus status);
  DateTimeSpanStatus GetStatus() const;
  double GetTotalDays() const;
  double GetTotalHours() const;
  double GetTotalMinutes() const;
  double GetTotalSeconds() const;
  LONG GetDays() const;
  LONG GetHours() const;
  LONG GetMinutes() const;
  LONG GetSeconds() const;
  operator double() const;
  COleDateTimeSpan operator+(const COleDateTimeSpan &span) const;
  COleDateTimeSpan operator-(const COleDateTimeSpan &span) const;
  bool operator==(const COleDateTimeSpan &span) const;
  bool operator!=(const COleDateTimeSpan &span) const;
  bool operator<(const COleDateTimeSpan &span) const;
  bool operator>(const COleDateTimeSpan &span) const;
  void SetDateTimeSpan(LONG lDays, int nHours, int nMins, int nSecs);
  CString Format(LPCTSTR pFormat) const;
  CString Format(UINT nID) const;
  double m_span;
  DateTimeSpanStatus m_status;
};

class COleDateTime {
public:
  enum DateTimeStatus { error = -1, valid = 0, invalid = 1, null = 2 };
  static COleDateTime WINAPI GetCurrentTime();
  COleDateTime();
  COleDateTime(const VARIANT &varSrc);
  COleDateTime(DATE dtSrc);
  COleDateTime(__time64_t timeSrc);
  COleDateTime(__time32_t timeSrc);
  COleDateTime(const SYSTEMTIME &systimeSrc);
  COleDateTime(const FILETIME &filetimeSrc);
  COleDateTime(int nYear, int nMonth, int nDay, int nHour, int nMin, int nSec);
  COleDateTime(WORD wDosDate, WORD wDosTime);
  COleDateTime(const DBTIMESTAMP &dbts);
  DateTimeStatus GetStatus() const;
  void SetStatus(DateTimeStatus status);
  bool GetAsSystemTime(SYSTEMTIME &sysTime) const;
  bool GetAsUDATE(UDATE &uDate) const;
  bool GetAsDBTIMESTAMP(DBTIMESTAMP &dbts) const;
  int GetYear() const;
  int GetMonth() const;
  int GetDay() const;
  int GetHour() const;
  int GetMinute() const;
  int GetSecond() const;
  int GetDayOfWeek() const;
  int GetDayOfYear() const;
  COleDateTime &operator=(const VARIANT &varSrc);
  COleDateTime &operator=(DATE dtSrc);
  COleDateTime &operator=(const __time64_t &timeSrc);
  COleDateTime &operator=(const SYSTEMTIME &systimeSrc);
  COleDateTime &operator=(const FILETIME &filetimeSrc);
  COleDateTime &operator=(const UDATE &uDate);
  bool operator==(const COleDateTime &date) const;
  bool operator!=(const COleDateTime &date) const;
  bool operator<(const COleDateTime &date) const;
  bool operator>(const COleDateTime &date) const;
  bool operator<=(const COleDateTime &date) const;
  bool operator>=(const COleDateTime &date) const;
  COleDateTime operator+(COleDateTimeSpan dateSpan) const;
  COleDateTime operator-(COleDateTimeSpan dateSpan) const;
  COleDateTime &operator+=(COleDateTimeSpan dateSpan);
  COleDateTime &operator-=(COleDateTimeSpan dateSpan);
  COleDateTimeSpan operator-(const COleDateTime &date) const;
  operator DATE() const;
  int SetDateTime(int nYear, int nMonth, int nDay, int nHour, int nMin,
                  int nSec);
  int SetDate(int nYear, int nMonth, int nDay);
  int SetTime(int nHour, int nMin, int nSec);
  bool ParseDateTime(LPCTSTR lpszDate, DWORD dwFlags = 0,
                     LCID lcid = LANG_USER_DEFAULT);
  CString Format(DWORD dwFlags = 0, LCID lcid = LANG_USER_DEFAULT) const;
  CString Format(LPCTSTR lpszFormat) const;
  CString Format(UINT nFormatID) const;
  DATE m_dt;
  DateTimeStatus m_status;
};
} // namespace ATL

#endif

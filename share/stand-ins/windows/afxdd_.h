//===- afxdd_.h - MFC: exchange of dialog data ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/standard-dialog-data-exchange-routines
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFXDD__H
#define MAPI_STANDIN_AFXDD__H

#include <detail/wnd.h>

class CListBox;
class CComboBox;


template <typename T> void AFXAPI DDX_Text(CDataExchange *pDX, int nIDC, T &value);
void AFXAPI DDX_Text(CDataExchange *pDX, int nIDC, LPTSTR value, int nMaxLen);
void AFXAPI DDX_Check(CDataExchange *pDX, int nIDC, int &value);
void AFXAPI DDX_Radio(CDataExchange *pDX, int nIDC, int &value);
void AFXAPI DDX_Control(CDataExchange *pDX, int nIDC, CWnd &rControl);
void AFXAPI DDX_LBString(CDataExchange *pDX, int nIDC, CString &value);
void AFXAPI DDX_LBStringExact(CDataExchange *pDX, int nIDC, CString &value);
void AFXAPI DDX_LBIndex(CDataExchange *pDX, int nIDC, int &index);
void AFXAPI DDX_CBString(CDataExchange *pDX, int nIDC, CString &value);
void AFXAPI DDX_CBStringExact(CDataExchange *pDX, int nIDC, CString &value);
void AFXAPI DDX_CBIndex(CDataExchange *pDX, int nIDC, int &index);
void AFXAPI DDX_Scroll(CDataExchange *pDX, int nIDC, int &value);
void AFXAPI DDX_Slider(CDataExchange *pDX, int nIDC, int &value);
void AFXAPI DDX_IPAddress(CDataExchange *pDX, int nIDC, DWORD &value);
template <typename T>
void AFXAPI DDX_DateTimeCtrl(CDataExchange *pDX, int nIDC, T &value);
template <typename T>
void AFXAPI DDX_MonthCalCtrl(CDataExchange *pDX, int nIDC, T &value);
void AFXAPI DDV_MinMaxByte(CDataExchange *pDX, BYTE value, BYTE minVal, BYTE maxVal);
void AFXAPI DDV_MinMaxShort(CDataExchange *pDX, short value, short minVal, short maxVal);
void AFXAPI DDV_MinMaxInt(CDataExchange *pDX, int value, int minVal, int maxVal);
void AFXAPI DDV_MinMaxLong(CDataExchange *pDX, long value, long minVal, long maxVal);
void AFXAPI DDV_MinMaxUInt(CDataExchange *pDX, UINT value, UINT minVal, UINT maxVal);
void AFXAPI DDV_MinMaxDWord(CDataExchange *pDX, DWORD const &value, DWORD minVal, DWORD maxVal);
void AFXAPI DDV_MinMaxFloat(CDataExchange *pDX, float const &value, float minVal, float maxVal);
void AFXAPI DDV_MinMaxDouble(CDataExchange *pDX, double const &value, double minVal, double maxVal);
void AFXAPI DDV_MinMaxSlider(CDataExchange *pDX, DWORD value, DWORD minVal, DWORD maxVal);
void AFXAPI DDV_MaxChars(CDataExchange *pDX, CString const &value, int nChars);

#endif

//===- atlimage.h - ATL: CImage ---------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl-mfc-shared/reference/cimage-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLIMAGE_H
#define MAPI_STANDIN_ATLIMAGE_H

#include <atlstr.h>
#include <atltypes.h>

namespace ATL {
class CImage {
public:
  static const DWORD createAlphaChannel = 0x01;
  CImage();
  ~CImage();
  operator HBITMAP() const;
  void Attach(HBITMAP hBitmap);
  HBITMAP Detach();
  BOOL Create(int nWidth, int nHeight, int nBPP, DWORD dwFlags = 0);
  void Destroy();
  BOOL Draw(HDC hDestDC, int xDest, int yDest) const;
  BOOL Draw(HDC hDestDC, const RECT &rectDest) const;
  BOOL BitBlt(HDC hDestDC, int xDest, int yDest, DWORD dwROP = SRCCOPY) const;
  const void *GetBits() const;
  void *GetBits();
  int GetBPP() const;
  HDC GetDC() const;
  void ReleaseDC() const;
  int GetHeight() const;
  int GetWidth() const;
  int GetPitch() const;
  COLORREF GetPixel(int x, int y) const;
  void SetPixel(int x, int y, COLORREF color);
  bool IsNull() const;
  HRESULT Load(LPCTSTR pszFileName);
  HRESULT Load(IStream *pStream);
  void LoadFromResource(HINSTANCE hInstance, LPCTSTR pszResourceName);
  void LoadFromResource(HINSTANCE hInstance, UINT nIDResource);
  HRESULT Save(IStream *pStream, REFGUID guidFileType) const;
  HRESULT Save(LPCTSTR pszFileName, REFGUID guidFileType = GUID_NULL) const;
};
} // namespace ATL

#endif

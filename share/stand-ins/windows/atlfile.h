//===- atlfile.h - ATL: CAtlFile --------------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/catlfile-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLFILE_H
#define MAPI_STANDIN_ATLFILE_H

#include <atlbase.h>

namespace ATL {
class CAtlFile : public CHandle {
public:
  CAtlFile();
  CAtlFile(CAtlFile &file);
  explicit CAtlFile(HANDLE hFile);
  HRESULT Create(LPCTSTR szFilename, DWORD dwDesiredAccess, DWORD dwShareMode,
                 DWORD dwCreationDisposition,
                 DWORD dwFlagsAndAttributes = FILE_ATTRIBUTE_NORMAL,
                 LPSECURITY_ATTRIBUTES lpsa = nullptr,
                 HANDLE hTemplateFile = nullptr);
  HRESULT Read(LPVOID pBuffer, DWORD nBufSize);
  HRESULT Read(LPVOID pBuffer, DWORD nBufSize, DWORD &nBytesRead);
  HRESULT Write(LPCVOID pBuffer, DWORD nBufSize,
                DWORD *pnBytesWritten = nullptr);
  HRESULT Seek(LONGLONG nOffset, DWORD dwFrom = FILE_CURRENT);
  HRESULT SetSize(ULONGLONG nNewLen);
  HRESULT GetSize(ULONGLONG &nLen) const;
  HRESULT GetPosition(ULONGLONG &nPos) const;
  HRESULT Flush();
};
class CAtlTemporaryFile {
public:
  HRESULT Create(LPCTSTR pszDir = nullptr, DWORD dwDesiredAccess = GENERIC_WRITE);
  HRESULT Close(LPCTSTR szNewName = nullptr);
  HRESULT Write(LPCVOID pBuffer, DWORD nBufSize,
                DWORD *pnBytesWritten = nullptr);
  LPCTSTR TempFileName();
};
class CAtlFileMappingBase {
public:
  HRESULT MapFile(HANDLE hFile, SIZE_T nMappingSize = 0, ULONGLONG nOffset = 0,
                  DWORD dwMappingProtection = PAGE_READONLY,
                  DWORD dwViewDesiredAccess = FILE_MAP_READ);
  HRESULT Unmap();
  void *GetData() const;
  SIZE_T GetMappingSize();
};
template <typename T = char> class CAtlFileMapping : public CAtlFileMappingBase {
public:
  operator T *() const;
};
} // namespace ATL

#endif

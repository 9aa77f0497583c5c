//===- afx.h - MFC: objects, files, exceptions, strings, time ---------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/mfc/reference/cobject-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_AFX_H
#define MAPI_STANDIN_AFX_H

#include <afxver_.h>
#include <atlexcept.h>
#include <detail/time.h>
#include <malloc.h>
#include <new>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tchar.h>

#ifdef new // DEBUG_NEW of the project
#undef new
#endif

typedef struct __POSITION *POSITION;
#define BEFORE_START_POSITION ((POSITION)-1L)

class CObject;
class CArchive;
class CDumpContext;
class CFile;
class CException;
class CDocument;

struct CRuntimeClass {
  LPCSTR m_lpszClassName;
  int m_nObjectSize;
  UINT m_wSchema;
  CRuntimeClass *m_pBaseClass;
  CObject *CreateObject();
  BOOL IsDerivedFrom(const CRuntimeClass *pBaseClass) const;
  static CRuntimeClass *PASCAL FromName(LPCSTR lpszClassName);
};

#define RUNTIME_CLASS(class_name)                                              \
  ((CRuntimeClass *)(&class_name::class##class_name))
#define DECLARE_DYNAMIC(class_name)                                            \
public:                                                                        \
  static const CRuntimeClass class##class_name;                                \
  virtual CRuntimeClass *GetRuntimeClass() const;
#define DECLARE_DYNCREATE(class_name)                                          \
  DECLARE_DYNAMIC(class_name)                                                  \
  static CObject *PASCAL CreateObject();
#define DECLARE_SERIAL(class_name)                                             \
  DECLARE_DYNCREATE(class_name)                                                \
  friend CArchive &AFXAPI operator>>(CArchive &ar, class_name *&pOb);
#define IMPLEMENT_DYNAMIC(class_name, base_class_name)                         \
  const CRuntimeClass class_name::class##class_name = {                        \
      #class_name, sizeof(class class_name), 0xFFFF, nullptr};                 \
  CRuntimeClass *class_name::GetRuntimeClass() const {                         \
    return RUNTIME_CLASS(class_name);                                          \
  }
#define IMPLEMENT_DYNCREATE(class_name, base_class_name)                       \
  CObject *PASCAL class_name::CreateObject() { return new class_name; }        \
  IMPLEMENT_DYNAMIC(class_name, base_class_name)
#define IMPLEMENT_SERIAL(class_name, base_class_name, wSchema)                 \
  IMPLEMENT_DYNCREATE(class_name, base_class_name)                             \
  CArchive &AFXAPI operator>>(CArchive &ar, class_name *&pOb) { return ar; }

class CObject {
public:
  virtual CRuntimeClass *GetRuntimeClass() const;
  virtual ~CObject() {}
  BOOL IsSerializable() const;
  BOOL IsKindOf(const CRuntimeClass *pClass) const;
  virtual void Serialize(CArchive &ar);
  virtual void AssertValid() const;
  virtual void Dump(CDumpContext &dc) const;
  static const CRuntimeClass classCObject;

protected:
  CObject() {}

private:
  CObject(const CObject &objectSrc);
  void operator=(const CObject &objectSrc);
};
#define DYNAMIC_DOWNCAST(class_name, object)                                   \
  ((class_name *)AfxDynamicDownCast(RUNTIME_CLASS(class_name), object))
#define STATIC_DOWNCAST(class_name, object) ((class_name *)object)
CObject *AFXAPI AfxDynamicDownCast(CRuntimeClass *pClass, CObject *pObject);

class CDumpContext {
public:
  CDumpContext(CFile *pFile = nullptr);
  template <typename T> CDumpContext &operator<<(const T &value);
  int GetDepth() const;
  void SetDepth(int nNewDepth);
  void Flush();
};
extern CDumpContext afxDump;
extern BOOL afxTraceEnabled;
struct CMemoryState {
  void Checkpoint();
  BOOL Difference(const CMemoryState &oldState, const CMemoryState &newState);
  void DumpStatistics() const;
  void DumpAllObjectsSince() const;
};

// Exceptions are thrown by pointer and delete themselves.
class CException : public CObject {
public:
  CException();
  explicit CException(BOOL bAutoDelete);
  virtual ~CException();
  void Delete();
  virtual BOOL GetErrorMessage(LPTSTR lpszError, UINT nMaxError,
                               UINT *pnHelpContext = nullptr) const;
  virtual int ReportError(UINT nType = MB_OK, UINT nMessageID = 0);
  BOOL m_bAutoDelete;
};
class CSimpleException : public CException {
public:
  CSimpleException();
  explicit CSimpleException(BOOL bAutoDelete);
};
class CMemoryException : public CSimpleException {};
class CNotSupportedException : public CSimpleException {};
class CInvalidArgException : public CSimpleException {};
class CResourceException : public CSimpleException {};
class CUserException : public CSimpleException {
public:
  CUserException();
  CUserException(BOOL bAutoDelete, UINT nResourceID);
};
class CArchiveException : public CException {
public:
  enum { none, genericException, readOnly, endOfFile, writeOnly, badIndex,
         badClass, badSchema, bufferFull };
  CArchiveException(int cause = CArchiveException::none,
                    LPCTSTR lpszArchiveName = nullptr);
  int m_cause;
  CString m_strFileName;
};
class CFileException : public CException {
public:
  enum { none, genericException, fileNotFound, badPath, tooManyOpenFiles,
         accessDenied, invalidFile, removeCurrentDir, directoryFull, badSeek,
         hardIO, sharingViolation, lockViolation, diskFull, endOfFile };
  CFileException(int cause = CFileException::none, LONG lOsError = -1,
                 LPCTSTR lpszArchiveName = nullptr);
  static int PASCAL OsErrorToException(LONG lOsError);
  static void PASCAL ThrowOsError(LONG lOsError,
                                  LPCTSTR lpszFileName = nullptr);
  int m_cause;
  LONG m_lOsError;
  CString m_strFileName;
};

[[noreturn]] void AFXAPI AfxThrowMemoryException();
[[noreturn]] void AFXAPI AfxThrowNotSupportedException();
[[noreturn]] void AFXAPI AfxThrowInvalidArgException();
[[noreturn]] void AFXAPI AfxThrowResourceException();
[[noreturn]] void AFXAPI AfxThrowUserException();
[[noreturn]] void AFXAPI AfxThrowArchiveException(int cause,
                                                  LPCTSTR lpszName = nullptr);
[[noreturn]] void AFXAPI AfxThrowFileException(int cause, LONG lOsError = -1,
                                               LPCTSTR lpszName = nullptr);
[[noreturn]] void AFXAPI AfxAbort();

#define TRY                                                                    \
  {                                                                            \
    try {
#define CATCH(class, e)                                                        \
  }                                                                            \
  catch (class * e) {
#define AND_CATCH(class, e)                                                    \
  }                                                                            \
  catch (class * e) {
#define END_CATCH                                                              \
  }                                                                            \
  }
#define CATCH_ALL(e)                                                           \
  }                                                                            \
  catch (CException * e) {
#define AND_CATCH_ALL(e)                                                       \
  }                                                                            \
  catch (CException * e) {
#define END_CATCH_ALL                                                          \
  }                                                                            \
  }
#define END_TRY                                                                \
  }                                                                            \
  catch (CException * e) {                                                     \
    e->Delete();                                                               \
  }                                                                            \
  }
#define THROW(e) throw e
#define THROW_LAST() throw

struct CFileStatus {
  CTime m_ctime;
  CTime m_mtime;
  CTime m_atime;
  ULONGLONG m_size;
  BYTE m_attribute;
  TCHAR m_szFullName[_MAX_PATH];
};

class CFile : public CObject {
public:
  enum OpenFlags {
    modeRead = 0,
    modeWrite = 1,
    modeReadWrite = 2,
    shareCompat = 0,
    shareExclusive = 0x10,
    shareDenyWrite = 0x20,
    shareDenyRead = 0x30,
    shareDenyNone = 0x40,
    modeNoInherit = 0x80,
    modeCreate = 0x1000,
    modeNoTruncate = 0x2000,
    typeText = 0x4000,
    typeBinary = 0x8000,
    typeUnicode = 0x10000
  };
  enum SeekPosition { begin, current, end };
  static HANDLE hFileNull;
  CFile();
  CFile(HANDLE hFile);
  CFile(LPCTSTR lpszFileName, UINT nOpenFlags);
  virtual ~CFile();
  operator HANDLE() const;
  HANDLE m_hFile;
  virtual ULONGLONG GetPosition() const;
  BOOL GetStatus(CFileStatus &rStatus) const;
  static BOOL PASCAL GetStatus(LPCTSTR lpszFileName, CFileStatus &rStatus);
  static void PASCAL SetStatus(LPCTSTR lpszFileName, const CFileStatus &status);
  virtual CString GetFileName() const;
  virtual CString GetFileTitle() const;
  virtual CString GetFilePath() const;
  virtual void SetFilePath(LPCTSTR lpszNewName);
  virtual BOOL Open(LPCTSTR lpszFileName, UINT nOpenFlags,
                    CFileException *pError = nullptr);
  static void PASCAL Rename(LPCTSTR lpszOldName, LPCTSTR lpszNewName);
  static void PASCAL Remove(LPCTSTR lpszFileName);
  ULONGLONG SeekToEnd();
  void SeekToBegin();
  virtual CFile *Duplicate() const;
  virtual ULONGLONG Seek(LONGLONG lOff, UINT nFrom);
  virtual void SetLength(ULONGLONG dwNewLen);
  virtual ULONGLONG GetLength() const;
  virtual UINT Read(void *lpBuf, UINT nCount);
  virtual void Write(const void *lpBuf, UINT nCount);
  virtual void LockRange(ULONGLONG dwPos, ULONGLONG dwCount);
  virtual void UnlockRange(ULONGLONG dwPos, ULONGLONG dwCount);
  virtual void Abort();
  virtual void Flush();
  virtual void Close();
};
class CStdioFile : public CFile {
public:
  CStdioFile();
  CStdioFile(FILE *pOpenStream);
  CStdioFile(LPCTSTR lpszFileName, UINT nOpenFlags);
  FILE *m_pStream;
  virtual void WriteString(LPCTSTR lpsz);
  virtual LPTSTR ReadString(LPTSTR lpsz, UINT nMax);
  virtual BOOL ReadString(CString &rString);
};
class CMemFile : public CFile {
public:
  explicit CMemFile(UINT nGrowBytes = 1024);
  CMemFile(BYTE *lpBuffer, UINT nBufferSize, UINT nGrowBytes = 0);
  void Attach(BYTE *lpBuffer, UINT nBufferSize, UINT nGrowBytes = 0);
  BYTE *Detach();
};
class CFileFind : public CObject {
public:
  CFileFind();
  virtual ~CFileFind();
  ULONGLONG GetLength() const;
  virtual CString GetFileName() const;
  virtual CString GetFilePath() const;
  virtual CString GetFileTitle() const;
  virtual CString GetFileURL() const;
  virtual CString GetRoot() const;
  virtual BOOL GetLastWriteTime(CTime &refTime) const;
  virtual BOOL GetLastWriteTime(FILETIME *pTimeStamp) const;
  virtual BOOL GetCreationTime(CTime &refTime) const;
  virtual BOOL IsDots() const;
  BOOL IsDirectory() const;
  BOOL IsHidden() const;
  BOOL IsReadOnly() const;
  void Close();
  virtual BOOL FindFile(LPCTSTR pstrName = nullptr, DWORD dwUnused = 0);
  virtual BOOL FindNextFile();
};

class CArchive {
public:
  enum Mode { store = 0, load = 1, bNoFlushOnDelete = 2, bNoByteSwap = 4 };
  CArchive(CFile *pFile, UINT nMode, int nBufSize = 4096, void *lpBuf = nullptr);
  ~CArchive();
  BOOL IsLoading() const;
  BOOL IsStoring() const;
  CFile *GetFile() const;
  UINT GetObjectSchema();
  UINT Read(void *lpBuf, UINT nMax);
  void Write(const void *lpBuf, UINT nMax);
  void Flush();
  void Close();
  void WriteString(LPCTSTR lpsz);
  BOOL ReadString(CString &rString);
  CObject *ReadObject(const CRuntimeClass *pClass);
  void WriteObject(const CObject *pOb);
  template <typename T> CArchive &operator<<(const T &value);
  template <typename T> CArchive &operator>>(T &value);
  CDocument *m_pDocument;
};

namespace ATL {
template <typename BaseType = char, class StringIterator = ChTraitsOS<BaseType>>
class StrTraitMFC : public StringIterator {};
template <typename BaseType = char, class StringIterator = ChTraitsOS<BaseType>>
class StrTraitMFC_DLL : public StringIterator {};
} // namespace ATL

BOOL AFXAPI AfxIsValidAddress(const void *lp, UINT_PTR nBytes,
                              BOOL bReadWrite = TRUE);
BOOL AFXAPI AfxIsValidString(LPCWSTR lpsz, int nLength = -1);
BOOL AFXAPI AfxIsMemoryBlock(const void *p, UINT nBytes);
BOOL AFXAPI AfxExtractSubString(CString &rString, LPCTSTR lpszFullString,
                                int iSubString, TCHAR chSep = '\n');
void AFXAPI AfxFormatString1(CString &rString, UINT nIDS, LPCTSTR lpsz1);
void AFXAPI AfxFormatString2(CString &rString, UINT nIDS, LPCTSTR lpsz1,
                             LPCTSTR lpsz2);
void *AFXAPI AfxAllocMemoryDebug(size_t nSize, BOOL bIsObject,
                                 LPCSTR lpszFileName, int nLine);
#define AFX_STATIC static
#define AFX_STATIC_DATA static

#endif

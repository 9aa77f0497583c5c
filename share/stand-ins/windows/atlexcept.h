//===- atlexcept.h - ATL: CAtlException -------------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/catlexception-class
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLEXCEPT_H
#define MAPI_STANDIN_ATLEXCEPT_H

#include <atldef.h>

namespace ATL {
class CAtlException {
public:
  CAtlException() : m_hr(E_FAIL) {}
  CAtlException(HRESULT hr) : m_hr(hr) {}
  operator HRESULT() const { return m_hr; }
  HRESULT m_hr;
};
} // namespace ATL

#define _ATLTRY try
#define _ATLCATCH(e) catch (ATL::CAtlException e)
#define _ATLCATCHALL() catch (...)
#define _ATLRETHROW throw

#endif

//===- atliface.h - ATL: interfaces of its own ------------------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/cpp/atl/reference/iregistrar-interface
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLIFACE_H
#define MAPI_STANDIN_ATLIFACE_H

#include <atldef.h>

struct IRegistrar : public IUnknown {
  STDMETHOD(AddReplacement)(LPCOLESTR key, LPCOLESTR item) = 0;
  STDMETHOD(ClearReplacements)() = 0;
  STDMETHOD(ResourceRegisterSz)(LPCOLESTR resFileName, LPCOLESTR szID,
                                LPCOLESTR szType) = 0;
  STDMETHOD(ResourceUnregisterSz)(LPCOLESTR resFileName, LPCOLESTR szID,
                                  LPCOLESTR szType) = 0;
  STDMETHOD(FileRegister)(LPCOLESTR fileName) = 0;
  STDMETHOD(FileUnregister)(LPCOLESTR fileName) = 0;
  STDMETHOD(StringRegister)(LPCOLESTR data) = 0;
  STDMETHOD(StringUnregister)(LPCOLESTR data) = 0;
  STDMETHOD(ResourceRegister)(LPCOLESTR resFileName, UINT nID,
                              LPCOLESTR szType) = 0;
  STDMETHOD(ResourceUnregister)(LPCOLESTR resFileName, UINT nID,
                                LPCOLESTR szType) = 0;
};

#endif

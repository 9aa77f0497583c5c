//===- atlrx.h - ATL: regular expressions of old versions -------------------===//
//
// Stands in for the header of that name, for parsing only.
// https://learn.microsoft.com/previous-versions/visualstudio/visual-studio-2008/k3zs4axe(v=vs.90)
//
//===----------------------------------------------------------------------===//

#ifndef MAPI_STANDIN_ATLRX_H
#define MAPI_STANDIN_ATLRX_H

#include <atlcoll.h>

namespace ATL {
class CAtlRECharTraitsA {
public:
  typedef char RECHARTYPE;
};
class CAtlRECharTraitsW {
public:
  typedef wchar_t RECHARTYPE;
};
#ifdef _UNICODE
typedef CAtlRECharTraitsW CAtlRECharTraits;
#else
typedef CAtlRECharTraitsA CAtlRECharTraits;
#endif
enum REParseError { REPARSE_ERROR_OK = 0 };

template <class CharTraits = CAtlRECharTraits> class CAtlREMatchContext {
public:
  typedef typename CharTraits::RECHARTYPE RECHAR;
  struct MatchGroup {
    const RECHAR *szStart;
    const RECHAR *szEnd;
  };
  UINT m_uNumGroups;
  MatchGroup m_Match;
  void GetMatch(UINT nIndex, const RECHAR **szStart, const RECHAR **szEnd);
  void GetMatch(UINT nIndex, MatchGroup *pGroup);
};

template <class CharTraits = CAtlRECharTraits> class CAtlRegExp {
public:
  typedef typename CharTraits::RECHARTYPE RECHAR;
  CAtlRegExp();
  ~CAtlRegExp();
  REParseError Parse(const RECHAR *szRE, BOOL bCaseSensitive = TRUE);
  BOOL Match(const RECHAR *szIn, CAtlREMatchContext<CharTraits> *pContext,
             const RECHAR **ppszEnd = nullptr);
};
} // namespace ATL

#endif

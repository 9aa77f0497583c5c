//===- CheckPages.cpp - What reports say of the checks --------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CheckPages.h"
#include "EmbeddedPages.h"
#include "findings/Finding.h"

using namespace llvm;

namespace mapitidy {

StringRef repositoryAddress() { return MAPI_TIDY_URL; }

std::vector<std::string> whatIsFound(StringRef Check) {
  std::vector<std::string> Result;
  for (Rule Each : allRules())
    if (ruleInfo(Each).Check == Check)
      Result.push_back(ruleInfo(Each).Finds.str());
  return Result;
}

StringRef pageOf(StringRef Check) {
  for (const EmbeddedFile &Each : embeddedPages())
    if (Each.Name == (Check + ".md").str())
      return Each.Text;
  return "";
}

std::string pageAddress(StringRef Check) {
  const StringRef Address = repositoryAddress();
  return Address.empty() ? ""
                         : (Address + "/docs/checks/" + Check + ".md").str();
}

} // namespace mapitidy

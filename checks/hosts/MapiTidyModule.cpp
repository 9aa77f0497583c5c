//===- MapiTidyModule.cpp - The clang-tidy module -------------------------===//
//
// Part of mapi-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"
#include "hosts/LLVMVersion.h"
#include "hosts/MapiCheck.h"

using namespace clang::tidy;

namespace mapitidy {

namespace {

class MapiTidyModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    auto Make = [](llvm::StringRef Name, ClangTidyContext *Context) {
      return std::make_unique<MapiCheck>(Name, Context);
    };
    // mapi-tidy that loads the plugin has the checks already.
    for (const auto &Known : Factories)
      if (Known.getKey() == UnanalysedCheck)
        return;
    for (llvm::StringRef Name : allChecks())
      Factories.registerCheckFactory(Name, Make);
    Factories.registerCheckFactory(UnanalysedCheck, Make);
  }
};

} // namespace

static ModuleRegistry::Add<MapiTidyModule>
    Registered("mapi-module", "Checks for the end of Extended-MAPI sessions.");

} // namespace mapitidy

/// Keeps the module in a static link.
volatile int MapiTidyModuleAnchor = 0;

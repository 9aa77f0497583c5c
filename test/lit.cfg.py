# Configuration of the lit tests; CMake fills in lit.site.cfg.py.
import hashlib
import os
import shutil
import subprocess
import tempfile

import lit.formats

config.name = "mapi-tidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".c", ".test"]
config.excludes = ["unit", "Inputs", "project", "solution", "fuzz"]
config.test_source_root = os.path.dirname(__file__)
# Not in the build directory: its compilation database is not the tests'.
config.test_exec_root = os.path.join(
    tempfile.gettempdir(), "mapi-tidy-tests-" +
    hashlib.sha1(config.mapi_tidy_build.encode()).hexdigest()[:12])

config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools, os.path.join(config.mapi_tidy_build, "bin"),
     os.environ["PATH"]])
# Overlays of a test run stay out of the user's cache.
config.environment["XDG_CACHE_HOME"] = os.path.join(
    config.test_exec_root, "cache")

# Of the two LLVMs one judges flow graphs as they are, the other as their text
# says: the same tests must pass.
if config.llvm_version == "19" or "read-graphs-back" in lit_config.params:
    config.environment["MAPI_TIDY_READ_GRAPHS_BACK"] = "1"

tool = os.path.join(config.mapi_tidy_build, "bin", "mapi-tidy")
check = os.path.join(config.test_source_root, "check_mapi.py")
recovery = os.path.join(config.test_source_root, "check_recovery.py")
config.substitutions += [
    ("%check_recovery", f"{config.python} {recovery} {tool}"),
    ("%check_mapi", f"{config.python} {check} {tool}"),
    ("%dump_graphs", f"{tool} --quiet --checks=-*,mapi-* "
     "'--config={CheckOptions: {mapi.DumpGraph: \"*\"}}'"),
    ("%mapi-tidy", tool),
    ("%mapi-scan", os.path.join(config.mapi_tidy_build, "bin", "mapi-scan")),
    ("%mapi-clangd", os.path.join(config.mapi_tidy_build, "bin",
                                  "mapi-clangd")),
    ("%lsp_session", f"{config.python} " + os.path.join(
        config.test_source_root, "lsp_session.py")),
    ("%clang-tidy", os.path.join(config.llvm_tools, "clang-tidy")),
    ("%plugin", os.path.join(config.mapi_tidy_build, "lib",
                             "MapiTidyModule.so")),
    ("%examples", os.path.join(config.mapi_tidy_source, "examples")),
    ("%source", config.mapi_tidy_source),
    ("%build", config.mapi_tidy_build),
    ("%packages", os.path.join(config.mapi_tidy_build, "packages")),
    ("%llvm", config.llvm_version),
    ("%path", config.environment["PATH"]),
    ("%cmake", config.cmake),
    ("%python", config.python),
]

# What the stand-ins are made for: mingw-w64's headers, then they.
stand_ins = os.path.join(config.mapi_tidy_source, "share", "stand-ins")
windows_flags = (
    "--target=x86_64-w64-mingw32 -fms-extensions -DUNICODE -D_UNICODE "
    f"-isystem {stand_ins}/std -include {stand_ins}/annotations.h "
    f"-include {stand_ins}/compatibility.h -idirafter {stand_ins}/windows "
    f"-idirafter {stand_ins}/mapi")
microsoft_flags = ("-fms-compatibility -fms-compatibility-version=19.30 "
                   "-fgnuc-version=12.1 -U_MSC_VER")
config.substitutions += [
    ("%windows_flags", windows_flags),
    ("%microsoft_flags", microsoft_flags),
    ("%stand-ins", stand_ins),
    ("%clang", os.path.join(config.llvm_tools, "clang")),
    ("%compile_alone", f"{config.python} " + os.path.join(
        config.test_source_root, "compile_alone.py")),
]

for client in "dpkg-deb", "nvim", "pre-commit", "sarif-multitool":
    if shutil.which(client):
        config.available_features.add(client)

def node_modules():
    """Where playwright-core and axe-core are: in NODE_PATH, or installed for all."""
    folders = os.environ.get("NODE_PATH", "").split(os.pathsep)
    if shutil.which("npm"):
        folders.append(subprocess.run(
            ["npm", "root", "-g"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True).stdout.strip())
    for folder in folders:
        if folder and all(os.path.isdir(os.path.join(folder, each))
                          for each in ("playwright-core", "axe-core")):
            return folder
    return None


browser = shutil.which("chromium")
modules = node_modules() if browser and shutil.which("node") else None
if modules:
    config.available_features.add("browser")
    config.environment["NODE_PATH"] = modules
    config.substitutions.append(
        ("%browse_report", "node " + os.path.join(
            config.test_source_root, "browse_report.js") + " " + browser))
if shutil.which("emacs") and subprocess.run(
        ["emacs", "-q", "--batch", "--eval", "(require 'eglot)"],
        stderr=subprocess.DEVNULL).returncode == 0:
    config.available_features.add("eglot")

other = "19" if config.llvm_version == "22" else "22"
other_tidy = shutil.which("clang-tidy-" + other)
if other_tidy:
    config.available_features.add("other-llvm")
    config.substitutions.append(("%other-tidy", other_tidy))

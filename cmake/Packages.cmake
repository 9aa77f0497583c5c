# cpack makes a .deb for Debian's LLVM of this version, and a .tar.gz with the
# same files to be unpacked anywhere.
set(CPACK_GENERATOR TGZ)
find_program(FILE_UTILITY file)
find_program(SHLIBDEPS dpkg-shlibdeps)
if(HELP2MAN AND FILE_UTILITY AND SHLIBDEPS AND
   LLVM_INSTALL_PREFIX STREQUAL "/usr/lib/llvm-${MAPI_TIDY_LLVM}")
  list(PREPEND CPACK_GENERATOR DEB)
else()
  message(STATUS "No .deb: it needs help2man, file, dpkg-shlibdeps and LLVM in "
    "/usr/lib/llvm-${MAPI_TIDY_LLVM}")
endif()
set(CPACK_PACKAGE_NAME mapi-tidy-${MAPI_TIDY_LLVM})
set(CPACK_PACKAGE_VENDOR "The mapi-tidy developers")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)

set(MAPI_TIDY_PACKAGER "The mapi-tidy developers <mapi-tidy@localhost>"
  CACHE STRING "Who answers for the .deb")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${MAPI_TIDY_PACKAGER})
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"clang-tidy ${MAPI_TIDY_LLVM} and clangd ${MAPI_TIDY_LLVM} with checks for code that uses Microsoft's
Extended MAPI: objects that are still open at IMAPISession::Logoff,
registrations that are never cancelled, memory that is never freed, and
libraries that are not undone or in the wrong order. The same checks as a
plugin for clang-tidy-${MAPI_TIDY_LLVM}, and a tool that shows findings in CI systems.")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libclang-common-${MAPI_TIDY_LLVM}-dev)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS mingw-w64-x86-64-dev)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "clang-tidy-${MAPI_TIDY_LLVM}, pre-commit")
set(CPACK_DEBIAN_PACKAGE_ENHANCES clang-tidy-${MAPI_TIDY_LLVM})

# What depends on the kind of package, and Debian's layout.
file(RELATIVE_PATH MAPI_TIDY_FROM_USR_BIN /usr/bin ${LLVM_INSTALL_PREFIX}/bin)
configure_file(cmake/PackageOptions.cmake.in PackageOptions.cmake @ONLY)
configure_file(cmake/debian/Layout.cmake.in debian/Layout.cmake @ONLY)
string(TIMESTAMP MAPI_TIDY_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/debian/changelog.in debian/changelog @ONLY)
foreach(Script postinst prerm)
  configure_file(cmake/debian/${Script}.in debian/${Script} @ONLY
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
                     GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endforeach()
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/PackageOptions.cmake)
include(CPack)

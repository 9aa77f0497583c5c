# Manual pages, made of what the programs say with --help.
find_program(HELP2MAN help2man)
if(NOT HELP2MAN)
  message(STATUS "No manual pages: help2man is not installed")
  return()
endif()

set(MAN_PAGES)
function(add_man_page Program Name)
  set(Page ${PROJECT_BINARY_DIR}/man/${Program}.1)
  add_custom_command(
    OUTPUT ${Page}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/man
    COMMAND ${HELP2MAN} --no-info "--name=${Name}"
            "--version-string=${PROJECT_VERSION}" --output=${Page}
            $<TARGET_FILE:${Program}>
    DEPENDS ${Program}
    VERBATIM)
  set(MAN_PAGES ${MAN_PAGES} ${Page} PARENT_SCOPE)
endfunction()

add_man_page(mapi-tidy "find wrong endings of Extended-MAPI sessions")
add_man_page(mapi-clangd "clangd with the MAPI checks")
add_man_page(mapi-report "show what clang-tidy exports in CI systems or as a page")
add_man_page(mapi-scan "find wrong endings of MAPI sessions in a whole project")
add_custom_target(man ALL DEPENDS ${MAN_PAGES})
install(FILES ${MAN_PAGES} DESTINATION share/man/man1)

# Writes OUTPUT, a C++ file that holds the text of the files in INPUTS.
# The header declares EmbeddedFile and the function that returns them.
# cmake -DOUTPUT=... -DINPUTS="a;b" -DHEADER=a.h -DFUNCTION=name -P EmbedFiles.cmake
set(declarations "")
set(table "")
set(index 0)
foreach(input IN LISTS INPUTS)
  get_filename_component(name ${input} NAME)
  file(READ ${input} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "((0x..,){20})" "\\1\n" bytes "${bytes}")
  string(APPEND declarations
    "static const unsigned char File${index}[] = {\n${bytes}0};\n")
  string(APPEND table
    "    {\"${name}\", {reinterpret_cast<const char *>(File${index}), "
    "sizeof(File${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()
set(body "  return {};\n")
if(table)
  set(body "  static const EmbeddedFile Files[] = {\n${table}  };
  return Files;\n")
endif()
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

${declarations}
namespace mapitidy {

llvm::ArrayRef<EmbeddedFile> ${FUNCTION}() {
${body}}

} // namespace mapitidy
")

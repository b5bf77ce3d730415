# Each folder of generator/ is a room: a static library nianbao_<room> whose includes are written from
# generator/ ("chart/spec.h"). A room names the rooms it stands on; tests/architecture keeps that true.

add_library(nianbao_options INTERFACE)
target_compile_features(nianbao_options INTERFACE cxx_std_20)
target_include_directories(nianbao_options INTERFACE ${CMAKE_CURRENT_SOURCE_DIR}/generator)
target_compile_options(nianbao_options INTERFACE -Wall -Wextra -Wpedantic)
# Warnings are errors with the compilers of Debian 12; a newer one knows warnings that nobody here has seen.
if(NIANBAO_TESTS AND ((CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
                      (CMAKE_CXX_COMPILER_ID STREQUAL Clang AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)))
  target_compile_options(nianbao_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(nianbao_options INTERFACE -Wno-restrict)   # false alarms on "x" + string (GCC bug 105651)
endif()
if(NIANBAO_SANITIZE OR NIANBAO_FUZZERS)
  # Without the checks of every single pointer: they are half of the compiling, and a null one ends in a crash anyway, which is caught.
  target_compile_options(nianbao_options INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(nianbao_options INTERFACE -fsanitize=address,undefined)
  find_program(LLD ld.lld)
  if(LLD AND CMAKE_CXX_COMPILER_ID STREQUAL Clang)   # all tests and fuzzers are linked in a fraction of the time
    target_link_options(nianbao_options INTERFACE -fuse-ld=lld)
  endif()
endif()

# nianbao_compile_whole(TARGET): all its files as one, where NIANBAO_WHOLE_ROOMS asks for it.
function(nianbao_compile_whole target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${NIANBAO_WHOLE_ROOMS} UNITY_BUILD_BATCH_SIZE 0)
endfunction()

# nianbao_room(NAME ROOMS text diagnostics LIBRARIES fmt::fmt): every *.cpp of the current folder. APART: "a.cpp b.cpp" "c.cpp",
# files that NIANBAO_WHOLE_ROOMS compiles apart from the others, because they use the same short names inside: one group, another.
function(nianbao_room name)
  cmake_parse_arguments(ARG "" "" "ROOMS;LIBRARIES;APART" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(nianbao_${name} STATIC ${sources})
  nianbao_compile_whole(nianbao_${name})
  if(NIANBAO_FUZZERS)   # what is tested is measured, the tests are not
    target_compile_options(nianbao_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(ARG_APART)
    set_target_properties(nianbao_${name} PROPERTIES UNITY_BUILD_MODE GROUP)
    set_source_files_properties(${sources} PROPERTIES UNITY_GROUP whole)
    set(number 0)
    foreach(group ${ARG_APART})
      math(EXPR number "${number} + 1")
      separate_arguments(files UNIX_COMMAND "${group}")
      list(TRANSFORM files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
      set_source_files_properties(${files} PROPERTIES UNITY_GROUP apart${number})
    endforeach()
  endif()
  target_link_libraries(nianbao_${name} PUBLIC nianbao_options ${ARG_LIBRARIES})
  foreach(room ${ARG_ROOMS})
    target_link_libraries(nianbao_${name} PUBLIC nianbao_${room})
  endforeach()
endfunction()

# nianbao_room_tests(NAME ROOMS ...): one Catch2 program of all *_test.cpp of the current folder.
function(nianbao_room_tests name)
  cmake_parse_arguments(ARG "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE nianbao_test_main ${ARG_LIBRARIES})
  foreach(room ${ARG_ROOMS})
    target_link_libraries(${name}_tests PRIVATE nianbao_${room})
  endforeach()
  target_compile_definitions(${name}_tests PRIVATE NIANBAO_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             NIANBAO_TEST_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
  if(NIANBAO_WHOLE_ROOMS)
    target_precompile_headers(${name}_tests REUSE_FROM nianbao_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${name}_tests)
  if(NIANBAO_SANITIZE)   # fontconfig never frees what it has read of the fonts
    set_tests_properties(${name} PROPERTIES ENVIRONMENT
                         "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks_of_others.txt:print_suppressions=0")
  endif()
endfunction()

# nianbao_fuzzer(NAME ROOMS ...): one libFuzzer program from NAME_fuzzer.cpp of the current folder.
function(nianbao_fuzzer name)
  cmake_parse_arguments(ARG "" "" "ROOMS" ${ARGN})
  if(NIANBAO_FUZZERS)
    add_executable(${name}_fuzzer ${name}_fuzzer.cpp)
    target_compile_options(${name}_fuzzer PRIVATE -fsanitize=fuzzer-no-link)
    target_link_options(${name}_fuzzer PRIVATE -fsanitize=fuzzer)
    foreach(room ${ARG_ROOMS})
      target_link_libraries(${name}_fuzzer PRIVATE nianbao_${room})
    endforeach()
  endif()
endfunction()

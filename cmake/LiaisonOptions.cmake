# Compiler options and the two functions every layer is declared with.
option(LIAISON_WERROR "Warnings are errors" OFF)
option(LIAISON_SANITIZE "Build with address and undefined sanitizers" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(LIAISON_CCACHE ccache)
if(LIAISON_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${LIAISON_CCACHE}")
endif()

add_library(liaison_options INTERFACE)
target_compile_options(liaison_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wnull-dereference
  $<$<BOOL:${LIAISON_WERROR}>:-Werror>)
target_compile_definitions(liaison_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(LIAISON_SANITIZE)
  target_compile_options(liaison_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(liaison_options INTERFACE -fsanitize=address,undefined)
endif()

# liaison_library(name SOURCES ... LINKS ...): a static library of one layer.
function(liaison_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE liaison_options)
endfunction()

# liaison_test(name SOURCES ... LINKS ...): one Qt Test program, run headless, told where the data is.
function(liaison_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test liaison_options)
  target_compile_definitions(${name} PRIVATE LIAISON_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
    LIAISON_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;http_proxy=;https_proxy=;HTTP_PROXY=;HTTPS_PROXY=;no_proxy=*")
endfunction()

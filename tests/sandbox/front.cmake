# The sandbox campus without the two server state machines.
foreach(name world_json world_faults front_message front_server campus)
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/tst_${name}.cpp")
    liaison_test(tst_${name} SOURCES tst_${name}.cpp LINKS liaison_sandbox_front Qt6::Network TIMEOUT 300)
  endif()
endforeach()
# A client that is only curl, on every release.
find_program(LIAISON_CURL curl)
find_program(LIAISON_BASH bash)
if(LIAISON_CURL AND LIAISON_BASH)
  foreach(version 6.8 7.10 8.8 9.0)
    add_test(NAME sandbox_curl_${version} COMMAND "${LIAISON_BASH}" "${CMAKE_CURRENT_SOURCE_DIR}/curl.sh"
      "$<TARGET_FILE:liaisonctl>" ${version})
    set_tests_properties(sandbox_curl_${version} PROPERTIES TIMEOUT 120)
  endforeach()
endif()
# The product against every fault.
liaison_test(tst_sandbox_outcomes SOURCES tst_sandbox_outcomes.cpp LINKS liaison_flowsupport TIMEOUT 900)

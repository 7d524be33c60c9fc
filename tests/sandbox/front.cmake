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
  # What the documentation shows.
  add_test(NAME sandbox_documented COMMAND "${LIAISON_BASH}" "${CMAKE_CURRENT_SOURCE_DIR}/documented.sh"
    "$<TARGET_FILE:liaisonctl>" "${CMAKE_SOURCE_DIR}/docs/sandbox.md")
  set_tests_properties(sandbox_documented PROPERTIES TIMEOUT 120)
endif()
# Answers that are kept against answers made anew.
liaison_test(tst_sandbox_kept SOURCES tst_sandbox_kept.cpp
  LINKS liaison_sandbox_front liaison_sandbox_chat liaison_sandbox_moodle Qt6::Network TIMEOUT 120)
# A world that goes through a file.
liaison_test(tst_sandbox_exported SOURCES tst_sandbox_exported.cpp
  LINKS liaison_sandbox_front liaison_sandbox_chat liaison_sandbox_moodle Qt6::Network TIMEOUT 60)
# The product against every fault.
foreach(test outcomes outcome_pairs)
  liaison_test(tst_sandbox_${test} SOURCES tst_sandbox_${test}.cpp outcomes.cpp LINKS liaison_flowsupport TIMEOUT 280)
endforeach()

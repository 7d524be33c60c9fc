# The sandbox campus without the two server state machines.
foreach(name world_json world_faults front_message front_server campus)
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/tst_${name}.cpp")
    liaison_test(tst_${name} SOURCES tst_${name}.cpp LINKS liaison_sandbox_front Qt6::Network TIMEOUT 300)
  endif()
endforeach()

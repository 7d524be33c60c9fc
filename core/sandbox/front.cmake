# JSON that is written without a tree of values.
liaison_library(liaison_sandbox_text
  SOURCES
    jsontext.cpp
    worldjson_time.cpp
  LINKS liaison_base)
# Everything of the sandbox campus but the two server state machines (moodle.cmake, chat.cmake).
liaison_library(liaison_sandbox_front
  SOURCES
    campus.cpp
    campus_builder.cpp
    campus_bulk.cpp
    campus_cases_annexe.cpp
    campus_cases_main.cpp
    campus_grid.cpp
    campus_names.cpp
    campus_rooms.cpp
    campus_scenarios.cpp
    clock.cpp
    control.cpp
    faults.cpp
    front.cpp
    front_gzip.cpp
    front_log.cpp
    front_message.cpp
    front_names.cpp
    front_socket.cpp
    sandbox.cpp
    worldjson_check.cpp
    worldjson_read.cpp
    worldjson_write.cpp
  LINKS liaison_base liaison_sandbox_text Qt6::Network)
target_link_libraries(liaison_sandbox_front PRIVATE simdjson::simdjson)

# Pictures of every component and page, for people and for the tests of clipped texts.
add_executable(liaison_shots shots/main.cpp shots/sheet.cpp)
target_link_libraries(liaison_shots PRIVATE liaison_ui_base liaison_options)

# Pictures of every component and page; exits 1 when a label is cut. The campus shown is that of the window's tests.
add_executable(liaison_shots shots/main.cpp shots/assistantshots.cpp shots/sheet.cpp shots/profiles.cpp)
target_link_libraries(liaison_shots PRIVATE liaison_ui_shell liaison_samplecampus liaison_sampleprofiles liaison_options)

# Plan review, apply, result, journal: models and pages over a scripted backend.
set(here "${CMAKE_CURRENT_LIST_DIR}")
add_library(liaison_plancampus STATIC "${here}/campus.cpp" "${here}/fakebackend.cpp")
target_link_libraries(liaison_plancampus PUBLIC liaison_ui_plan liaison_testsupport Qt6::Test PRIVATE liaison_options)
foreach(name planticks planmodel planwalk journalactions history)
  liaison_test(tst_${name} SOURCES "${here}/tst_${name}.cpp" LINKS liaison_plancampus)
endforeach()
add_executable(planshots "${here}/shots.cpp")
target_link_libraries(planshots PRIVATE liaison_plancampus liaison_options)

# Plan review, apply, result and the journal page.
set(LIAISON_UI_PLAN names.cpp outcomemodel.cpp planmodel.cpp plantree.cpp roomsmodel.cpp runsmodel.cpp tally.cpp ticks.cpp words.cpp)
list(TRANSFORM LIAISON_UI_PLAN PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
liaison_library(liaison_ui_plan SOURCES ${LIAISON_UI_PLAN} LINKS liaison_run liaison_text)

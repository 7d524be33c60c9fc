# Plan review, apply, result and the journal page.
liaison_library(liaison_ui_plan
  SOURCES plan/applyview.cpp plan/classcards.cpp plan/confirmbar.cpp plan/findingsmodel.cpp plan/findingstab.cpp plan/historychoice.cpp plan/historymodel.cpp plan/historyview.cpp plan/journalactions.cpp plan/journalpage.cpp
    plan/names.cpp plan/outcomelist.cpp plan/outcomemodel.cpp plan/plandelegate.cpp plan/planmodel.cpp plan/planmodelwords.cpp plan/planpage.cpp
    plan/planpane.cpp plan/plantree.cpp plan/plantreeview.cpp plan/resultview.cpp plan/reviewview.cpp
    plan/planroomsmodel.cpp plan/rulepanel.cpp plan/runhead.cpp plan/runsmodel.cpp plan/runstable.cpp plan/tally.cpp plan/tallybar.cpp plan/ticks.cpp
    plan/words.cpp
  LINKS liaison_ui_base)

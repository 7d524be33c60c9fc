# Overview, rooms, role mapping, retention, restores and Diagnostics.
liaison_library(liaison_ui_pages
  SOURCES pages/bundlepane.cpp pages/diagnosticspage.cpp pages/factrow.cpp pages/factspage.cpp pages/listpage.cpp pages/overviewcards.cpp pages/overviewnumbers.cpp
    pages/overviewpage.cpp pages/requestsmodel.cpp pages/requestspane.cpp pages/restorenotes.cpp pages/restorepane.cpp pages/restoresmodel.cpp pages/restorespage.cpp pages/retentionmodel.cpp
    pages/retentionpage.cpp pages/rolesmodel.cpp pages/rolespage.cpp pages/roomsmodel.cpp pages/roomspage.cpp
    pages/rowsmodel.cpp pages/servercard.cpp pages/serverchecks.cpp pages/words.cpp
  LINKS liaison_ui_base)

# The window around the pages.
liaison_library(liaison_ui_shell
  SOURCES shell/allpages.cpp shell/badges.cpp shell/focusguide.cpp shell/mainwindow.cpp shell/navigation.cpp shell/pageframe.cpp shell/plaintooltips.cpp shell/preferences.cpp shell/searchindex.cpp shell/searchpopup.cpp
    snapshot/opensnapshotpage.cpp shell/statusstrip.cpp shell/themechoice.cpp shell/training.cpp shell/windowkeys.cpp shell/windowmemory.cpp shell/windowprofiles.cpp shell/windowsearch.cpp
  LINKS liaison_ui_base Qt6::Concurrent ${liaison_ui_pages_present})

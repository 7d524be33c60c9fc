# The connection assistant: from nothing to a trusted connection.
liaison_library(liaison_ui_connect
  SOURCES connect/connector.h connect/accountsteps.cpp connect/addressstep.cpp connect/assistantpage.cpp connect/assistantwindow.cpp
    connect/entry.cpp connect/fitscroll.cpp connect/networkfold.cpp connect/placestep.cpp connect/profilestep.cpp connect/servernotes.cpp
    connect/step.cpp connect/steprail.cpp connect/summarystep.cpp connect/welcomepage.cpp
  LINKS liaison_ui_base liaison_ui_pages)

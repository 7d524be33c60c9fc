# The profiles of this computer, their tokens, and the passphrase.
liaison_library(liaison_ui_profiles
  SOURCES profiles/formfield.cpp profiles/importpane.cpp profiles/passphraseform.cpp profiles/profiledraft.cpp profiles/profileeditor.cpp
    profiles/profilefields.cpp profiles/profilelist.cpp profiles/profilepane.cpp profiles/profilerow.cpp profiles/profilespage.cpp profiles/profilewords.cpp
    profiles/tokenrow.cpp profiles/tokenscard.cpp profiles/unlockpage.cpp
    profiles/profiles.h
  LINKS liaison_ui_base)

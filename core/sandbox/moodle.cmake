liaison_library(liaison_sandbox_moodle
  SOURCES moodle.cpp moodle.h
    moodlecall.cpp moodlecall.h
    moodlecompanion.cpp
    moodlecontents.cpp
    moodlecourses.cpp
    moodleenrol.cpp
    moodleform.cpp moodleform.h
    moodlefunctions.cpp moodlefunctions.h
    moodleindex.cpp moodleindex.h
    moodlereports.cpp
    moodlerestore.cpp
    moodlerights.cpp moodlerights.h
    moodleusers.cpp
    moodlevalue.cpp moodlevalue.h
    http.h world.h
  LINKS liaison_base)

liaison_library(liaison_sandbox_moodle
  SOURCES moodle.cpp moodle.h
    moodleactivity.cpp
    moodleavailability.cpp moodleavailability.h
    moodlebackup.cpp
    moodlebin.cpp
    moodlecall.cpp moodlecall.h
    moodlecompanion.cpp moodlecompanion.h
    moodlecompanionpages.cpp
    moodlecontents.cpp
    moodlecourses.cpp
    moodledisplay.cpp moodledisplay.h
    moodleenrol.cpp
    moodleform.cpp moodleform.h
    moodlefunctions.cpp moodlefunctions.h
    moodlegroupings.cpp
    moodleindex.cpp moodleindex.h
    moodleindexpeople.cpp
    moodlemembers.cpp moodlemembers.h
    moodlepages.cpp moodlepages.h
    moodlepieces.cpp moodlepieces.h
    moodlereply.cpp moodlereply.h
    moodleahead.h
    moodlereportcells.cpp moodlereportcells.h
    moodlereportrows.cpp moodlereportrows.h
    moodlereports.cpp
    moodlerequest.cpp moodlerequest.h
    moodlerestore.cpp
    moodlerights.cpp moodlerights.h
    moodlerunner.cpp moodlerunner.h
    moodlestate.cpp moodlestate.h
    moodleusers.cpp
    moodlevalue.cpp moodlevalue.h
    moodlewriter.cpp moodlewriter.h
    http.h world.h
  LINKS liaison_base)

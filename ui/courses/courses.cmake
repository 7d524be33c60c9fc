# The Courses page: table, filter, pane. Included by ui/CMakeLists.txt.
liaison_library(liaison_ui_courses
  SOURCES courses/coursesfilter.cpp courses/courseskeys.cpp courses/coursespage.cpp courses/coursesstates.cpp courses/courseticket.cpp courses/coursewords.cpp courses/detailhead.cpp courses/detailpane.cpp
    courses/externallinks.cpp courses/factslist.cpp courses/fold.cpp courses/historytab.cpp courses/linkfacts.cpp
    courses/linkindex.cpp courses/linkquery.cpp courses/linksmodel.cpp courses/linkstable.cpp courses/linkswords.cpp courses/linktabs.cpp
    courses/memberstab.cpp courses/pagestrips.cpp courses/peopledelegate.cpp courses/peoplemodel.cpp courses/whypane.cpp courses/withheldstrip.cpp
  LINKS liaison_ui_base Qt6::Concurrent)

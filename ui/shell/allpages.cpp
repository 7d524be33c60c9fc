#include "ui/shell/allpages.h"

#include "ui/shell/mainwindow.h"

// A folder of pages that is not in the tree is not in the navigation either (ui/CMakeLists.txt).
#if __has_include("ui/courses/coursespage.h")
#include "ui/courses/coursespage.h"
#define LIAISON_HAS_COURSES
#endif
#if __has_include("ui/plan/planpage.h")
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"
#define LIAISON_HAS_PLAN
#endif
#if __has_include("ui/pages/overviewpage.h")
#include "ui/pages/diagnosticspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/restorespage.h"
#include "ui/pages/retentionpage.h"
#include "ui/pages/rolespage.h"
#include "ui/pages/roomspage.h"
#define LIAISON_HAS_PAGES
#endif

namespace liaison::ui {

namespace {

template <class P> [[maybe_unused]] MainWindow::PageFactory made()
{
    return [](const Context &context) { return new P(context); };
}

} // namespace

void addAllPages([[maybe_unused]] MainWindow &window)
{
#ifdef LIAISON_HAS_COURSES
    window.addPage(pages::Courses, made<CoursesPage>());
#endif
#ifdef LIAISON_HAS_PLAN
    window.addPage(pages::Plan, made<PlanPage>());
    window.addPage(pages::Journal, made<JournalPage>());
#endif
#ifdef LIAISON_HAS_PAGES
    window.addPage(pages::Overview, made<OverviewPage>());
    window.addPage(pages::Rooms, made<RoomsPage>());
    window.addPage(pages::Roles, made<RolesPage>());
    window.addPage(pages::Retention, made<RetentionPage>());
    window.addPage(pages::Restores, made<RestoresPage>());
    window.addPage(pages::Diagnostics, made<DiagnosticsPage>());
#endif
}

} // namespace liaison::ui

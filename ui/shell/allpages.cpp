#include "ui/shell/allpages.h"

#include "ui/courses/coursespage.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/restorespage.h"
#include "ui/pages/retentionpage.h"
#include "ui/pages/rolespage.h"
#include "ui/pages/roomspage.h"
#include "ui/plan/journalpage.h"
#include "ui/plan/planpage.h"
#include "ui/shell/mainwindow.h"

namespace liaison::ui {
namespace {

template <class P> MainWindow::PageFactory made()
{
    return [](const Context &context) { return new P(context); };
}

} // namespace

void addAllPages(MainWindow &window)
{
    window.addPage(pages::Overview, made<OverviewPage>());
    window.addPage(pages::Courses, made<CoursesPage>());
    window.addPage(pages::Rooms, made<RoomsPage>());
    window.addPage(pages::Roles, made<RolesPage>());
    window.addPage(pages::Retention, made<RetentionPage>());
    window.addPage(pages::Restores, made<RestoresPage>());
    window.addPage(pages::Journal, made<JournalPage>());
    window.addPage(pages::Diagnostics, made<DiagnosticsPage>());
    window.addPage(pages::Plan, made<PlanPage>());
}

} // namespace liaison::ui

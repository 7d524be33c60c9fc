#include "app/pages.h"

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

namespace liaison::app {
namespace {

template <class P> void add(ui::MainWindow &window, QLatin1String key)
{
    window.addPage(key, [](const ui::Context &context) -> ui::Page * { return new P(context); });
}

} // namespace

void addPages(ui::MainWindow &window)
{
    add<ui::OverviewPage>(window, ui::pages::Overview);
    add<ui::CoursesPage>(window, ui::pages::Courses);
    add<ui::RoomsPage>(window, ui::pages::Rooms);
    add<ui::RolesPage>(window, ui::pages::Roles);
    add<ui::RetentionPage>(window, ui::pages::Retention);
    add<ui::RestoresPage>(window, ui::pages::Restores);
    add<ui::JournalPage>(window, ui::pages::Journal);
    add<ui::DiagnosticsPage>(window, ui::pages::Diagnostics);
    add<ui::PlanPage>(window, ui::pages::Plan);
}

} // namespace liaison::app

#include "ui/profiles/pagekeys.h"
#include "ui/shell/mainwindow.h"

#include <QtConcurrent>

/// The search box of the window: its index, made beside the interface, and where what was chosen leads.
namespace liaison::ui {

void MainWindow::index(const Backend::View &view)
{
    m_index.reset();
    m_indexing.setFuture(QtConcurrent::run([view] { return std::make_shared<const SearchIndex>(view); }));
}

void MainWindow::indexed()
{
    m_index = m_indexing.result();
    if (m_findLater || m_popup->isVisible())
        find();
}

void MainWindow::find()
{
    if (m_search->text().trimmed().isEmpty()) {
        m_popup->hide();
        return;
    }
    m_findLater = !m_index;
    std::vector<Hit> hits = profileHits(m_search->text());
    if (!m_index && hits.empty())
        return; // what was typed is looked for when the index is there
    if (m_index) {
        std::vector<Hit> found = m_index->find(m_search->text());
        hits.insert(hits.begin(), found.begin(), found.end());
    }
    m_popup->setHits(hits, m_language.current());
}

void MainWindow::chosen(const Hit &hit)
{
    m_search->clear();
    if (hit.kind == Hit::Kind::Profile)
        showPage(pages::Profiles, hit.profile);
    else if (hit.link && hit.kind == Hit::Kind::Person) { // "this student says ...": the answer, in one step
        showPage(pages::Courses);
        if (Page *courses = page(pages::Courses))
            courses->showPerson(*hit.link, {hit.moodle, std::nullopt, hit.login}, hit.person);
    } else if (hit.link)
        showCourse(*hit.link);
    else if (!hit.roomName.isEmpty())
        showPage(pages::Rooms, hit.roomName);
}

} // namespace liaison::ui

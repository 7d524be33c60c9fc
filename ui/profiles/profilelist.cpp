#include "ui/profiles/profilelist.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QUrl>
#include <QVBoxLayout>

namespace liaison::ui {
namespace {

/// "a.example · b.example"; of a support profile the file that it reads.
QString serversOf(const Profile &profile)
{
    if (!profile.snapshot.isEmpty())
        return QFileInfo(profile.snapshot).fileName();
    QStringList hosts;
    for (const MoodleSettings &site : profile.moodle)
        hosts << QUrl(site.url).host();
    hosts << QUrl(profile.chat.url).host();
    hosts.removeDuplicates();
    return hosts.join(QStringLiteral(" · "));
}

} // namespace

ProfileList::ProfileList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setSurface(this, Surface::Surface);
    setMetrics(m_column, {}, 0);
    m_column->addStretch(1);
}

void ProfileList::fill(const Profiles::List &all, const QString &current)
{
    const size_t wanted = all ? all->size() : 0;
    while (m_rows.size() > wanted) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < wanted) {
        auto *one = new ProfileRow(this);
        m_column->insertWidget(int(m_rows.size()), one);
        one->installEventFilter(this);
        connect(one, &QAbstractButton::clicked, this, [this, at = m_rows.size()] { Q_EMIT chosen(at); });
        m_rows.push_back(one);
    }
    for (size_t i = 0; i < wanted; ++i) {
        const ProfileEntry &one = (*all)[i];
        ProfileRow::Shown shown;
        shown.name = one.name;
        shown.current = one.name == current;
        shown.broken = !one.profile;
        if (one.profile) {
            shown.name = one.profile->name;
            shown.second = serversOf(*one.profile);
            shown.environment = one.profile->production ? Environment::Production : Environment::Test;
            if (one.profile->readOnly)
                shown.badges << tr("Read-only");
        } else {
            shown.second =
                tr("Broken file: %1").arg(one.profile.error().detail.isEmpty() ? one.file : one.profile.error().detail);
        }
        if (one.machineWide)
            shown.badges << tr("Institution");
        m_rows[i]->set(shown);
    }
}

bool ProfileList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const auto at = std::find(m_rows.begin(), m_rows.end(), watched);
        if (at != m_rows.end() && step != 0) {
            const std::ptrdiff_t next = at - m_rows.begin() + step;
            if (next >= 0 && next < std::ptrdiff_t(m_rows.size())) {
                m_rows[size_t(next)]->setFocus(Qt::TabFocusReason);
                m_rows[size_t(next)]->click();
            }
            return true;
        }
        if (at != m_rows.end() && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            (*at)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace liaison::ui

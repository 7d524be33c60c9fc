// The window by keyboard: shortcuts, zones, zoom.
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QShortcut>

namespace liaison::ui {

namespace {

constexpr int zoomSteps[] = {80, 90, 100, 110, 125, 150, 175, 200};

} // namespace

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto what) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        Page *shown = page(m_current);
        if (QLineEdit *field = shown ? shown->filterField() : nullptr) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
        }
    });
    on(QKeySequence(Qt::Key_F5), [this] { refresh(); });
    on(QKeySequence(Qt::Key_F1), [this] { showPage(pages::Help); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPage(pages::Preferences); });
    on(QKeySequence(Qt::Key_F6), [this] { cycleZone(1); });
    on(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cycleZone(-1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { setZoomStep(1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { setZoomStep(1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { setZoomStep(-1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_theme.setZoom(1.0); });
    const QLatin1String numbered[] = {pages::Overview,  pages::Courses,  pages::Rooms,   pages::Roles,
                                      pages::Retention, pages::Restores, pages::Journal, pages::Diagnostics};
    for (int i = 0; i < 8; ++i)
        on(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i)),
           [this, key = QString(numbered[i])] { showPage(key); });
}

void MainWindow::setZoomStep(int step)
{
    const int now = qRound(m_theme.zoom() * 100);
    int next = now;
    if (step > 0) {
        for (const int zoom : zoomSteps) {
            if (zoom > now) {
                next = zoom;
                break;
            }
        }
    } else {
        for (const int zoom : zoomSteps) {
            if (zoom < now)
                next = zoom;
        }
    }
    m_theme.setZoom(next / 100.0);
}

void MainWindow::cycleZone(int step)
{
    QList<QWidget *> zones{m_search};
    if (Page *shown = page(m_current)) {
        QList<QWidget *> inside = shown->zones();
        if (inside.isEmpty() && shown->initialFocus())
            inside << shown->initialFocus();
        zones << inside;
    }
    zones << m_navigation->current();
    zones << m_refresh;
    zones.removeIf([](const QWidget *zone) { return !zone || !zone->isVisible() || !zone->isEnabled(); });
    const QWidget *now = QApplication::focusWidget();
    int at = -1;
    for (int i = 0; i < zones.size(); ++i) {
        if (now && (zones.at(i) == now || zones.at(i)->isAncestorOf(now) ||
                    (zones.at(i) == m_navigation->current() && m_navigation->isAncestorOf(now))))
            at = i;
    }
    for (int tries = 0; tries < zones.size(); ++tries) {
        at = (at + step + int(zones.size())) % int(zones.size());
        QWidget *target = zones.at(at);
        if (target->focusPolicy() == Qt::NoFocus) {
            // A container: its first child that takes the keyboard.
            QWidget *found = nullptr;
            const auto children = target->findChildren<QWidget *>();
            for (QWidget *child : children) {
                if (!found && (child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled())
                    found = child;
            }
            target = found;
        }
        if (target) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace liaison::ui

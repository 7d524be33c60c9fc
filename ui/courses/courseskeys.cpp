// The Courses page by keyboard: where it goes, and what Escape, Down and Enter do.
#include "ui/courses/coursespage.h"

#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/courses/pagestrips.h"

#include <QKeyEvent>
#include <QStackedWidget>

namespace liaison::ui {

QWidget *CoursesPage::initialFocus()
{
    return m_table;
}

QLineEdit *CoursesPage::filterField()
{
    return m_filter;
}

QList<QWidget *> CoursesPage::zones()
{
    QList<QWidget *> out{m_chips->chip(ChipGroup::AllId), m_filter, m_table};
    if (m_paneSide->isVisibleTo(this)) {
        if (m_paneSide->currentWidget() == m_pane)
            out << m_pane->tabs() << m_pane->tabContent() << m_pane->planButton();
        else
            out << m_selection->planButton();
    } else if (m_summary->isVisibleTo(this)) {
        out << m_summary->detailButton();
    }
    return out;
}

void CoursesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_open) {
        closePane();
        return;
    }
    Page::keyPressEvent(event);
}

bool CoursesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
            if (m_table->currentRow() < 0)
                m_table->setCurrentRow(0);
            m_table->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace liaison::ui

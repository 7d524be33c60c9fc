#include "ui/base/page.h"

#include <QEvent>

namespace liaison::ui {

Page::Page(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setSurface(this, Surface::Window);
}

void Page::setLoading(const Progress &) {}
void Page::setError(const Error &) {}
void Page::setFilter(const QString &) {}
void Page::showPerson(const LinkKey &link, const PersonKey &, const QString &)
{
    showCourse(link);
}

void Page::showCourse(const LinkKey &) {}

void Page::prepareUndo(const QString &run)
{
    context().backend.undo(run);
}

void Page::resumeRun(const QString &run, const std::vector<store::RunStep> &)
{
    context().backend.resume(run);
}

void Page::preparePlan(const std::vector<LinkKey> &links)
{
    m_context.backend.plan(links, defaultClasses());
}

QWidget *Page::initialFocus()
{
    return nullptr;
}

QLineEdit *Page::filterField()
{
    return nullptr;
}

QList<QWidget *> Page::zones()
{
    return {};
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace liaison::ui

#include "ui/connect/step.h"

#include <QAccessible>
#include <QEvent>

namespace liaison::ui {

Step::Step(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_connector(connector)
    , m_draft(draft)
    , m_language(language)
    , m_title(new Label(FontRole::PageTitle, Ink::Text, this))
    , m_lead(new Label(FontRole::Body, Ink::Secondary, this))
    , m_notice(new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Banner, this))
    , m_form(new QWidget(this))
{
    m_all = new QVBoxLayout(this);
    setMetrics(m_all, {}, 12);
    m_lead->setWordWrap(true);
    m_title->setWordWrap(true);
    m_all->addWidget(m_title);
    m_all->addWidget(m_lead);
    m_fields = new QVBoxLayout(m_form);
    setMetrics(m_fields, {0, 4, 0, 4}, 12);
    m_all->addWidget(m_form);
    m_all->addWidget(m_notice);
    m_notice->hide();
}

QString Step::continueText() const
{
    return tr("Check and go on");
}

void Step::setTitle(const QString &title, const QString &lead)
{
    m_title->setText(title);
    m_lead->setText(lead);
    setAccessibleName(title);
}

void Step::add(QWidget *widget)
{
    m_fields->addWidget(widget);
}

void Step::ask(const QString &what)
{
    clearNotice();
    m_busy = true;
    Q_EMIT asking(what);
    Q_EMIT busyChanged();
    m_form->setEnabled(false); // after: the keyboard goes to where the page puts it
}

bool Step::answered()
{
    const bool was = m_busy;
    if (was)
        stop();
    return was;
}

void Step::stop()
{
    m_busy = false;
    m_form->setEnabled(true);
    Q_EMIT busyChanged();
}

void Step::failed(const Error &error)
{
    complain(error, initialFocus());
}

void Step::clearNotice()
{
    m_error.reset();
    m_notice->clearActions();
    m_notice->hide();
}

void Step::announce(StatePanel::Kind kind)
{
    m_notice->setKind(kind);
    m_notice->show();
    QAccessibleEvent alert(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Step::complain(const Error &error, QWidget *field)
{
    clearNotice();
    m_error = error;
    m_notice->setError(error, words());
    const text::Text said = text::error(error, words());
    m_notice->setAccessibleName(QString(said.sentence + u' ' + said.remedy));
    announce(StatePanel::Kind::Error);
    if (field)
        field->setFocus(Qt::OtherFocusReason);
}

void Step::complain(const QString &sentence, const QString &remedy, QWidget *field)
{
    clearNotice();
    m_notice->setTexts(sentence, remedy);
    m_notice->setDetail({});
    m_notice->setAccessibleName(QString(sentence + u' ' + remedy));
    announce(StatePanel::Kind::Error);
    if (field)
        field->setFocus(Qt::OtherFocusReason);
}

void Step::tell(const QString &sentence, const QString &remedy)
{
    clearNotice();
    m_notice->setTexts(sentence, remedy);
    m_notice->setDetail({});
    m_notice->setAccessibleName(QString(sentence + u' ' + remedy));
    announce(StatePanel::Kind::Unknown);
}

void Step::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (!m_error)
            clearNotice(); // said in the other language; a step that can say it again does
        retranslate();
        if (m_error) {
            m_notice->setError(*m_error, words()); // its buttons stay; their words come with the next notice
            const text::Text said = text::error(*m_error, words());
            m_notice->setAccessibleName(QString(said.sentence + u' ' + said.remedy));
        }
    }
    QWidget::changeEvent(event);
}

} // namespace liaison::ui

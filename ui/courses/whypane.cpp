#include "ui/courses/whypane.h"

#include "ui/courses/factslist.h"
#include "ui/text/explained.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>

namespace liaison::ui {
namespace {

Mark markOf(ExplainStep::Verdict verdict)
{
    switch (verdict) {
    case ExplainStep::Verdict::Ok:
        return Mark::Fine;
    case ExplainStep::Verdict::NotOk:
        return Mark::Watch;
    case ExplainStep::Verdict::Unknown:
        break;
    }
    return Mark::Unknown;
}

Mark markOf(const Explanation &e)
{
    switch (e.conclusion) {
    case Conclusion::InPlace:
    case Conclusion::Kept:
    case Conclusion::Technical:
        return Mark::Fine;
    case Conclusion::NotKnown:
        return Mark::Unknown;
    default:
        return Mark::Watch;
    }
}

} // namespace

WhyPane::WhyPane(QWidget *parent) : QWidget(parent)
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);
    auto *head = new QWidget;
    setSurface(head, Surface::Window);
    auto *row = new QHBoxLayout(head);
    setMetrics(row, {8, 4, 12, 4}, 8);
    m_back = new Button(Button::Kind::Quiet);
    m_back->setIcon(Icon::ChevronLeft);
    m_name = new Label(FontRole::Strong, Ink::Text);
    m_name->setElided(true);
    m_others = new Button(Button::Kind::Quiet);
    m_others->setChevron(true);
    m_othersMenu = new QMenu(this);
    m_others->setMenu(m_othersMenu);
    row->addWidget(m_back);
    row->addWidget(m_name, 1);
    row->addWidget(m_others);
    all->addWidget(head);
    all->addWidget(new Hairline);
    m_list = new FactsList;
    all->addWidget(m_list, 1);
    connect(m_back, &QAbstractButton::clicked, this, &WhyPane::closed);
    setLanguage(m_language);
}

QWidget *WhyPane::content() const
{
    return m_list;
}

QString WhyPane::plainText() const
{
    return m_list->plainText();
}

void WhyPane::setLanguage(text::Language language)
{
    m_language = language;
    m_back->setText(tr("Members"));
    m_back->setToolTip(tr("Back to the members (Esc)"));
    m_list->setAccessibleName(tr("Why this person is or is not in the room"));
    fill();
}

void WhyPane::ask(const LinkKey &link, const PersonKey &person, const QString &name)
{
    const bool same = m_link && *m_link == link && m_person && *m_person == person;
    m_link = link;
    m_person = person;
    m_askedName = name.isEmpty() ? person.username : name;
    if (!same)
        m_why.reset();
    fill();
}

void WhyPane::setWhy(const LinkKey &link, const WhyView &why)
{
    if (!m_link || *m_link != link || !m_person || *m_person != why.asked)
        return;
    m_why = why;
    fill();
}

void WhyPane::clear()
{
    m_link.reset();
    m_person.reset();
    m_why.reset();
}

void WhyPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void WhyPane::fill()
{
    m_list->clear();
    fillOthers();
    if (!m_why) {
        m_name->setText(m_askedName.simplified());
        if (m_person)
            m_list->sentence(tr("Looking for the reason…"), Mark::Running, m_language);
        m_list->finish();
        return;
    }
    const Explanation &e = m_why->explanation;
    const QString name = e.name.isEmpty() ? m_askedName : e.name;
    m_name->setText(name == e.person.username || e.person.username.isEmpty()
                        ? name.simplified()
                        : QString(name + QStringLiteral(" (") + e.person.username + u')').simplified());
    m_list->heading(text::of(e.conclusion, m_language).name);
    m_list->sentence(text::conclusionSentence(e, m_language), markOf(e), m_language, Ink::Text);
    const QString remedy = text::remedyText(e, m_language);
    if (!remedy.isEmpty()) {
        m_list->heading(tr("What to do"));
        m_list->sentence(remedy, std::nullopt, m_language, Ink::Text);
    }
    m_list->heading(tr("What was checked"));
    for (const ExplainStep &step : e.steps) {
        const QString source = text::of(step.source, m_language).name;
        const QString read =
            step.readAt.isKnown() && step.source != WhySource::Profile
                ? QString(source + QStringLiteral(" \u00b7 ") + text::dateTime(m_language, step.readAt))
                : source;
        m_list->noted(text::factSentence(step, m_language), read, markOf(step.verdict), m_language);
    }
    m_list->finish();
}

void WhyPane::fillOthers()
{
    m_othersMenu->clear();
    const bool any = m_why && !m_why->others.empty();
    m_others->setVisible(any);
    if (!any)
        return;
    m_others->setText(tr("%n other room(s)", nullptr, static_cast<int>(m_why->others.size())));
    const Snapshot &s = *m_why->snapshot;
    for (const Explanation &other : m_why->others) {
        const Link &link = s.links[other.link.value];
        const LinkKey key{s.sites[link.site.value].id.value, link.cmid.value};
        // Courses of people: an ampersand in a title is no shortcut.
        QString words = s.courses[link.course.value].shortName.simplified() + QStringLiteral(" \u2014 ") +
                        text::of(other.conclusion, m_language).name;
        words.replace(u'&', QStringLiteral("&&"));
        m_othersMenu->addAction(words, this, [this, key, person = other.person] { Q_EMIT roomWanted(key, person); });
    }
}

} // namespace liaison::ui

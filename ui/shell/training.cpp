#include "ui/shell/training.h"

#include <QHBoxLayout>

namespace liaison::ui {
namespace {

struct Campus
{
    const char *name, *title, *sentence;
};

constexpr Campus campuses[] = {
    {"small", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "The whole campus"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "About forty courses in which every state and every difference is to be seen.")},
    {"role-lost", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "A role lost in mid-semester"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "SCI-L2-MECA: four people are leaving the room although they are still enrolled; find what to "
                       "give back in Moodle before anybody is removed.")},
    {"bin-restored", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "Taken back out of the recycle bin"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "IUT-S2-COM: the activity came back with another number; see who is missing from its room, and "
                       "which room is still waiting in the bin.")},
    {"course-reset", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "A course reset in July"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "DRT-L1-CONST: everybody was unenrolled for the next year; see the removals held back by the "
                       "thresholds.")},
    {"impostor-room", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "The impostor room"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "UTL-HISTOIRE: two rooms claim one course; tell the plugin’s room from the one that a student "
                       "made under its name.")},
    {"beyond-page-50", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "Beyond the first fifty"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "SCI-L1-ALG: six people left the course and are still in a room of more than fifty, where the "
                       "plugin never sees them.")},
    {"stuck-restores", QT_TRANSLATE_NOOP("liaison::ui::TrainingCard", "Restores that do not move"),
     QT_TRANSLATE_NOOP("liaison::ui::TrainingCard",
                       "Restores: one stays in progress for ever, another blocks the queue; find both, and why.")},
};

} // namespace

QStringList Training::names()
{
    QStringList names;
    for (const Campus &campus : campuses)
        names << QString::fromLatin1(campus.name);
    return names;
}

void Training::offer(const QString &current, bool back)
{
    m_offered = true;
    m_current = current;
    m_back = back;
    Q_EMIT changed();
}

void Training::choose(const QString &name)
{
    if (m_offered && name != m_current)
        Q_EMIT chosen(name);
}

TrainingCard::TrainingCard(Training &training, QWidget *parent)
    : Card(parent), m_training(training), m_fact(new Label(FontRole::Body, Ink::Secondary, this))
{
    m_fact->setReading(true);
    // Across, not just below: a column asks how high a text is at its own width, not at the width that the text may
    // have.
    auto *first = new QHBoxLayout;
    setMetrics(first, {}, 0);
    first->addWidget(m_fact, 1);
    first->addStretch(0);
    body()->addLayout(first);
    const QStringList names = Training::names();
    for (const QString &name : names)
        add(name);
    add(QString());
    connect(action(), &QPushButton::clicked, &m_training, &Training::connectServers);
    connect(&m_training, &Training::changed, this, &TrainingCard::showCurrent);
    retranslate();
}

void TrainingCard::add(const QString &name)
{
    Line line{name, new QWidget(this), nullptr, nullptr, nullptr};
    auto *across = new QHBoxLayout(line.row);
    setMetrics(across, {0, 4, 0, 4}, 12);
    auto *words = new QVBoxLayout;
    setMetrics(words, {}, 2);
    line.title = new Label(FontRole::Name, Ink::Text, line.row);
    line.sentence = new Label(FontRole::Body, Ink::Secondary, line.row);
    line.sentence->setReading(true);
    words->addWidget(line.title);
    words->addWidget(line.sentence);
    across->addLayout(words, 1);
    line.start = new Button(Button::Kind::Normal, line.row);
    across->addWidget(line.start, 0, Qt::AlignVCenter);
    connect(line.start, &QPushButton::clicked, this, [this, name] { m_training.choose(name); });
    minWidth(line.start, 112); // one column, whatever the buttons say
    maxWidth(line.row, 740);   // the sentence fills its part, so that all begin at the left
    auto *left = new QHBoxLayout;
    setMetrics(left, {}, 0);
    left->addWidget(line.row, 1);
    left->addStretch(0);
    body()->addLayout(left);
    m_lines << line;
}

Button *TrainingCard::button(const QString &name) const
{
    for (const Line &line : m_lines) {
        if (line.name == name)
            return line.start;
    }
    return nullptr;
}

void TrainingCard::showCurrent()
{
    setVisible(m_training.isOffered());
    for (const Line &line : std::as_const(m_lines)) {
        const bool open = line.name == m_training.current();
        line.row->setVisible(!line.name.isEmpty() || m_training.canGoBack());
        line.start->setEnabled(!open);
        line.start->setText(open ? tr("Open now") : line.name.isEmpty() ? tr("Go back") : tr("Start"));
        //: %1: button, %2: what it opens
        line.start->setAccessibleName(tr("%1: %2").arg(line.start->text(), line.title->text()));
    }
}

void TrainingCard::retranslate()
{
    setTitle(tr("Training scenarios"));
    action()->setText(tr("Connect to servers…"));
    m_fact->setText(
        tr("Invented campuses on this computer: nothing leaves it and nobody is in them. Each keeps its own "
           "state, so that you can leave and come back."));
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool back = m_lines.at(i).name.isEmpty();
        m_lines.at(i).title->setText(back ? tr("My own servers") : tr(campuses[i].title));
        m_lines.at(i).sentence->setText(back ? tr("Those that were open before.") : tr(campuses[i].sentence));
    }
    showCurrent();
}

} // namespace liaison::ui

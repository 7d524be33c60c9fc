#include "ui/plan/applyview.h"

#include "ui/text/format.h"

#include <QDateTime>

namespace liaison::ui {
namespace {

constexpr Outcome outcomes[] = {Outcome::Done, Outcome::Skipped, Outcome::Stale, Outcome::Failed};

class RoomsDelegate : public TableDelegate
{
public:
    explicit RoomsDelegate(TableView *view) : TableDelegate(view) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        using State = RoomProgress::State;
        const auto state = static_cast<State>(index.data(PlanRoomsModel::StateRole).toInt());
        const QString text = index.data().toString();
        switch (index.column()) {
        case PlanRoomsModel::StateColumn: {
            const Mark mark = state == State::Waiting   ? Mark::Pending
                              : state == State::Running ? Mark::Running
                              : state == State::Done    ? Mark::Done
                                                        : Mark::Watch;
            drawMarkWord(cell, mark, text);
            break;
        }
        case PlanRoomsModel::ProgressColumn: {
            const auto n = index.data(PlanRoomsModel::TallyRole).value<QList<int>>();
            const qreal high = cell.tokens.exact(6);
            paintTally(cell.painter,
                       QRectF(cell.inner.x(), cell.inner.center().y() - high / 2, cell.inner.width(), high),
                       {n.value(0), n.value(1), n.value(2), n.value(3), n.value(4)}, cell.tokens);
            break;
        }
        case PlanRoomsModel::StepsColumn:
            drawNumber(cell, text);
            break;
        case PlanRoomsModel::CourseColumn:
            drawText(cell, text, FontRole::Name);
            break;
        default:
            drawText(cell, text, FontRole::Body, Ink::Secondary);
        }
    }
};

} // namespace

QString durationText(qint64 ms)
{
    const qint64 s = ms / 1000;
    if (s < 60)
        return ApplyView::tr("%1 s").arg(s);
    if (s < 3600)
        return ApplyView::tr("%1 min %2 s").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
    return ApplyView::tr("%1 h %2 min").arg(s / 3600).arg(s / 60 % 60, 2, 10, QLatin1Char('0'));
}

ApplyView::ApplyView(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_tag(new EnvironmentTag(Environment::None, this))
    , m_pause(new Button(Button::Kind::Quiet, this))
    , m_stop(new Button(Button::Kind::Normal, this))
    , m_table(new TableView(32, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    m_pause->setAutoDefault(false);
    m_header->addAction(m_pause);
    m_stop->setIcon(Icon::Stop);
    m_stop->setAutoDefault(false);
    m_header->addAction(m_stop);
    auto *second = new QWidget(this);
    auto *line = new QHBoxLayout(second);
    setMetrics(line, {}, 10);
    m_fact->setWordWrap(true);
    line->addWidget(m_tag);
    line->addWidget(m_fact, 1);
    m_header->setChips(second);
    all->addWidget(m_header);

    auto *card = new Card(this);
    m_number = new Label(FontRole::Headline, Ink::Text, card);
    m_of = new Label(FontRole::CardTitle, Ink::Secondary, card);
    m_time = new Label(FontRole::Body, Ink::Secondary, card);
    m_room = new Label(FontRole::Body, Ink::Secondary, card);
    m_room->setElided(true);
    m_bar = new TallyBar(card);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 12);
    head->addWidget(m_number);
    head->addWidget(m_of, 0, Qt::AlignVCenter);
    head->addWidget(m_room, 1, Qt::AlignVCenter);
    head->addWidget(m_time, 0, Qt::AlignVCenter);
    card->body()->addLayout(head);
    card->body()->addWidget(m_bar);
    auto *counts = new QHBoxLayout;
    setMetrics(counts, {0, 6, 0, 0}, 8);
    for (int i = 0; i < 5; ++i) {
        m_marks[i] = new MarkLabel(i < 4 ? markOf(outcomes[i]) : Mark::Pending, m_language, 16, card);
        m_counts[i] = new Label(FontRole::Body, Ink::Secondary, card);
        counts->addWidget(m_marks[i]);
        counts->addWidget(m_counts[i]);
        addGap(counts, 16);
    }
    counts->addStretch(1);
    card->body()->addLayout(counts);
    auto *frame = new QVBoxLayout;
    setMetrics(frame, {16, 0, 16, 12}, 0);
    frame->addWidget(card);
    all->addLayout(frame);
    all->addWidget(new Hairline(Qt::Horizontal, this));

    m_table->setModel(&m_rooms);
    m_table->setItemDelegate(new RoomsDelegate(m_table));
    m_table->setColumn(PlanRoomsModel::StateColumn, 130);
    m_table->setColumn(PlanRoomsModel::RoomColumn, 160);
    m_table->setColumn(PlanRoomsModel::CourseColumn, 280);
    m_table->setColumn(PlanRoomsModel::ProgressColumn, 220);
    m_table->setColumn(PlanRoomsModel::StepsColumn, 96);
    m_table->setStretched(PlanRoomsModel::NoteColumn);
    all->addWidget(m_table, 1);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ApplyView::tick);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_paused = !m_paused;
        sync();
        Q_EMIT pauseWanted(m_paused);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stopping = true;
        m_paused = false;
        sync();
        Q_EMIT stopWanted();
    });
}

void ApplyView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < tokens(this).px(1040);
    m_table->setColumnHidden(PlanRoomsModel::CourseColumn, width() < tokens(this).px(780));
    m_table->setColumn(PlanRoomsModel::CourseColumn, narrow ? 180 : 280);
    m_table->setColumn(PlanRoomsModel::ProgressColumn, narrow ? 110 : 220);
}

void ApplyView::start(const std::vector<Step> &steps, Environment environment, const QString &profile, Instant at)
{
    m_rooms.start(steps);
    m_profile = profile;
    m_startedAt = at;
    m_stopping = m_paused = false;
    m_stage.clear();
    m_wait = 0;
    m_tag->setEnvironment(environment);
    m_tag->setVisible(environment != Environment::None);
    m_clock.start();
    m_lastSaid.start();
    m_second.start();
    retranslate();
    m_stop->setFocus();
}

void ApplyView::finish()
{
    m_second.stop();
}

void ApplyView::settle(const StepResult &step)
{
    if (!m_rooms.settle(step))
        return;
    sync();
    if (m_lastSaid.isValid() && m_lastSaid.elapsed() >= 5000) {
        m_lastSaid.restart();
        Q_EMIT announced(m_bar->accessibleName());
    }
}

void ApplyView::setProgress(const Progress &progress)
{
    m_stage = progress.stage;
    sync();
}

void ApplyView::setWait(int seconds)
{
    m_wait = seconds;
    sync();
}

void ApplyView::setRequestCount(int lastMinute)
{
    m_requests = lastMinute;
    tick();
}

void ApplyView::setNames(const Names &names)
{
    m_rooms.setNames(names);
}

void ApplyView::setLanguage(text::Language language)
{
    m_language = language;
    m_rooms.setLanguage(language);
    retranslate();
}

void ApplyView::tick()
{
    QStringList parts;
    if (m_clock.isValid())
        parts << tr("running for %1").arg(durationText(m_clock.elapsed()));
    if (m_requests >= 0)
        parts << tr("%n request(s)/min", nullptr, m_requests);
    m_time->setText(parts.join(QStringLiteral(" · ")));
}

void ApplyView::sync()
{
    const Tally &t = m_rooms.progress().tally();
    m_number->setText(text::number(m_language, t.settled()));
    m_of->setText(tr("of %n step(s)", nullptr, t.planned));
    QStringList said;
    for (int i = 0; i < 4; ++i) {
        const QString words = countWords(outcomes[i], t.of(outcomes[i]));
        m_counts[i]->setText(words);
        m_marks[i]->setMark(markOf(outcomes[i]), m_language);
        said << words;
    }
    m_counts[4]->setText(tr("%n to come", nullptr, t.toCome()));
    said << m_counts[4]->text();
    m_bar->setTally(t, tr("%1 of %2: %3")
                           .arg(text::number(m_language, t.settled()), text::number(m_language, t.planned),
                                said.join(QStringLiteral(", "))));
    const QString room = m_rooms.currentRoom();
    if (m_wait > 0)
        m_room->setText(tr("a server limits requests: going on in %1").arg(durationText(m_wait * 1000)));
    else if (!room.isEmpty())
        m_room->setText(tr("in the room %1").arg(room));
    else if (t.settled() == 0 && m_stage == u"connect")
        m_room->setText(tr("connecting"));
    else if (t.settled() == 0)
        m_room->setText(tr("reading the rooms again"));
    else
        m_room->clear();
    m_pause->setEnabled(!m_stopping);
    m_pause->setIcon(m_paused ? Icon::Apply : Icon::Pause);
    m_pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    m_pause->setKind(m_paused ? Button::Kind::Primary : Button::Kind::Quiet);
    showTitle();
    m_stop->setEnabled(!m_stopping);
    m_stop->setText(m_stopping ? tr("Stopping…") : tr("Stop after the current call"));
    QStringList fact;
    if (!m_profile.isEmpty())
        fact << m_profile;
    fact << tr("started at %1").arg(QDateTime::fromMSecsSinceEpoch(m_startedAt.ms).toString(QStringLiteral("HH:mm")));
    fact << (m_stopping ? tr("stop asked for: the call under way ends, the remaining steps are skipped")
             : m_paused ? tr("paused: the call under way ends, then nothing is sent until you go on")
                        : tr("each step is in the journal before it is written"));
    m_fact->setText(fact.join(QStringLiteral(" · ")));
}

void ApplyView::showTitle()
{
    m_header->setTitle(m_stopping ? tr("Stopping after the current call")
                       : m_paused ? tr("Paused: nothing is being sent")
                                  : tr("Plan being applied"));
}

void ApplyView::retranslate()
{
    showTitle();
    m_table->setAccessibleName(tr("Rooms of the run"));
    m_marks[4]->setMark(Mark::Pending, m_language);
    sync();
    tick();
}

} // namespace liaison::ui

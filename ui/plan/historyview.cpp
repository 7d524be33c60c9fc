#include "ui/plan/historyview.h"

#include "ui/base/currentstack.h"
#include "ui/base/delegate.h"
#include "ui/plan/tally.h"

#include <QVBoxLayout>

namespace liaison::ui {
namespace {

class HistoryDelegate : public TableDelegate
{
public:
    explicit HistoryDelegate(TableView *view) : TableDelegate(view) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        switch (index.column()) {
        case HistoryModel::ResultColumn: {
            const QVariant outcome = index.data(HistoryModel::OutcomeRole);
            drawMarkWord(cell, outcome.isValid() ? ui::markOf(static_cast<Outcome>(outcome.toInt())) : Mark::Unknown,
                         text);
            break;
        }
        case HistoryModel::StepColumn: {
            drawMark(cell, ui::markOf(static_cast<ChangeKind>(index.data(HistoryModel::KindRole).toInt())),
                     Qt::AlignLeft);
            QRectF rest = cell.inner;
            rest.setLeft(rest.left() + cell.tokens.px(24));
            drawText(cell, rest, text, FontRole::Body, Ink::Text, Qt::AlignLeft);
            break;
        }
        case HistoryModel::PersonColumn:
            drawText(cell, text, FontRole::Name);
            break;
        case HistoryModel::ByColumn:
        case HistoryModel::RoomColumn:
            drawText(cell, text, FontRole::Body, Ink::Secondary);
            break;
        default:
            drawText(cell, text);
        }
    }
};

} // namespace

HistoryView::HistoryView(QWidget *parent)
    : QWidget(parent)
    , m_back(new Button(Button::Kind::Quiet, this))
    , m_open(new Button(Button::Kind::Normal, this))
    , m_title(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_stack(new CurrentStack)
    , m_table(new TableView(32))
    , m_panel(new StatePanel(StatePanel::Kind::Loading))
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    auto *head = new QHBoxLayout;
    setMetrics(head, {8, 10, 16, 10}, 10);
    m_back->setIcon(Icon::ChevronLeft);
    m_title->setElided(true);
    m_title->setTextFormat(Qt::PlainText);
    m_fact->setElided(true);
    auto *words = new QVBoxLayout;
    setMetrics(words, {}, 2);
    words->addWidget(m_title);
    words->addWidget(m_fact);
    head->addWidget(m_back);
    head->addLayout(words, 1);
    head->addWidget(m_open);
    all->addLayout(head);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setColumn(HistoryModel::WhenColumn, 170);
    m_table->setColumn(HistoryModel::ByColumn, 110);
    m_table->setColumn(HistoryModel::StepColumn, 140);
    m_table->setColumn(HistoryModel::PersonColumn, 180);
    m_table->setColumn(HistoryModel::RoomColumn, 190);
    m_table->setColumn(HistoryModel::ChangeColumn, 190);
    m_table->setStretched(HistoryModel::ResultColumn);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_panel);
    all->addWidget(m_stack, 1);

    connect(m_back, &QPushButton::clicked, this, &HistoryView::closed);
    connect(m_open, &QPushButton::clicked, this, [this] { openRun(m_table->currentRow()); });
    connect(m_table, &TableView::rowActivated, this, &HistoryView::openRun);
    connect(m_table, &TableView::currentRowChanged, this, [this](int row) {
        m_open->setEnabled(row >= 0);
        if (const store::HistoryStep *step = m_model.stepAt(row)) // not while the model is being filled again
            m_shown = {step->run, step->step.id};
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistoryView::showState);
    retranslate();
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeColumns();
}

void HistoryView::arrangeColumns()
{
    const Tokens &t = tokens(this);
    m_table->setColumnHidden(HistoryModel::ByColumn, width() < t.px(1120));
    const bool person = m_of && m_of->namesPerson(), place = m_of && m_of->namesPlace();
    // What every row says is in the title; where there is little room it is not said again.
    m_table->setColumnHidden(HistoryModel::RoomColumn, (place && !person) || width() < t.px(760));
    m_table->setColumnHidden(HistoryModel::PersonColumn, person && !place);
    m_table->setColumnHidden(HistoryModel::StepColumn, width() < t.px(880));
    const bool narrow = width() < t.px(760);
    m_table->setColumn(HistoryModel::WhenColumn, narrow ? 140 : 170);
    m_table->setColumn(HistoryModel::PersonColumn, narrow ? 130 : 180);
    m_table->setColumn(HistoryModel::ChangeColumn, narrow ? 150 : 190);
}

void HistoryView::ask(const store::HistoryOf &of)
{
    const bool same = m_of == of;
    m_of = of;
    m_reading = true;
    if (!same) {
        m_shown.reset();
        m_model.setSteps({});
    }
    arrangeColumns();
    retranslate();
}

void HistoryView::clear()
{
    m_of.reset();
    m_shown.reset();
    m_reading = false;
    m_model.setSteps({});
}

void HistoryView::setSteps(std::shared_ptr<const std::vector<store::HistoryStep>> steps)
{
    m_reading = false;
    const auto shown = m_shown; // a reset moves the current row
    m_model.setSteps(std::move(steps));
    selectAgain(shown);
    showState();
}

/// The step that was being looked at, where it is still there; else the first.
void HistoryView::selectAgain(const std::optional<std::pair<QString, QString>> &shown)
{
    int row = m_model.rowCount() > 0 ? 0 : -1;
    for (int i = 0; shown && i < m_model.rowCount(); ++i) {
        if (const store::HistoryStep *step = m_model.stepAt(i); step && std::pair(step->run, step->step.id) == *shown)
            row = i;
    }
    if (row >= 0)
        m_table->setCurrentRow(row);
}

void HistoryView::setNames(const Names &names)
{
    m_names = names;
    const auto shown = m_shown;
    m_model.setNames(names);
    selectAgain(shown);
    retranslate();
}

void HistoryView::setLanguage(text::Language language)
{
    m_language = language;
    const auto shown = m_shown;
    m_model.setLanguage(language);
    selectAgain(shown);
    retranslate();
}

void HistoryView::setFilter(const QString &text)
{
    m_model.setFilter(text);
}

/// The room's or course's name, the person's, or both.
QString HistoryView::subject() const
{
    if (!m_of)
        return {};
    QString place, person;
    if (!m_of->links.empty())
        place = m_names.courseShort({m_of->links.front().site, {}, m_of->links.front().cmid, {}});
    else if (!m_of->rooms.empty())
        place = m_names.room(m_of->rooms.front());
    if (m_of->namesPerson()) {
        const std::optional<QString> chat =
            m_of->accounts.empty() ? std::nullopt : std::optional(m_of->accounts.front());
        person = m_of->people.empty() ? m_names.person({}, {}, chat)
                                      : m_names.person(m_of->people.front().site, m_of->people.front().moodle, chat);
    }
    if (place.isEmpty() || person.isEmpty())
        return place + person;
    return tr("%1 in %2").arg(person, place);
}

void HistoryView::openRun(int row)
{
    if (const store::HistoryStep *step = m_model.stepAt(row))
        Q_EMIT runWanted(step->run);
}

void HistoryView::showState()
{
    const bool nothing = m_model.rowCount() == 0;
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    if (!nothing && m_table->currentRow() < 0) // another filter or language: rows came anew
        m_table->setCurrentRow(0);
    m_open->setEnabled(m_table->currentRow() >= 0 && !nothing);
    QString fact;
    if (m_model.total() > 0) // two numbers: two sentences
        fact = tr("%n step(s)", nullptr, m_model.total()) + QStringLiteral(" · ") +
               tr("%n run(s)", nullptr, m_model.runs()) + QStringLiteral(" · ") +
               tr("newest first, names as observed last");
    m_fact->setText(fact);
    m_fact->setHidden(fact.isEmpty());
    if (!nothing)
        return;
    m_panel->clearActions();
    if (m_reading) {
        m_panel->setKind(StatePanel::Kind::Loading);
        m_panel->setTexts(tr("The journal is being read"));
    } else if (m_model.total() > 0) {
        m_panel->setKind(StatePanel::Kind::Empty);
        m_panel->setIcon(Icon::NoResult);
        m_panel->setTexts(tr("No step matches the filter"));
    } else {
        m_panel->setKind(StatePanel::Kind::Empty);
        m_panel->setIcon(Icon::Journal);
        m_panel->setTexts(m_of && m_of->namesPerson() ? tr("No run ever touched this person")
                                                      : tr("No run ever touched this room"),
                          tr("The journal holds what was applied from this store; what others did is not in it."));
    }
}

void HistoryView::retranslate()
{
    m_back->setText(tr("All runs"));
    m_open->setText(tr("Open the run"));
    m_title->setText(tr("History of %1").arg(subject()));
    m_table->setAccessibleName(m_title->text());
    showState();
}

} // namespace liaison::ui

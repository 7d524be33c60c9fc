#include "ui/plan/outcomelist.h"

#include "ui/base/currentstack.h"
#include "ui/base/delegate.h"
#include "ui/base/panesplitter.h"
#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <QScrollArea>

namespace liaison::ui {
namespace {

Mark markOf(const store::RunStep &step)
{
    return step.outcome ? ui::markOf(*step.outcome) : Mark::Unknown;
}

class OutcomeDelegate : public TableDelegate
{
public:
    explicit OutcomeDelegate(TableView *view) : TableDelegate(view) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        switch (index.column()) {
        case OutcomeModel::ResultColumn: {
            const QVariant outcome = index.data(OutcomeModel::OutcomeRole);
            drawMarkWord(cell, outcome.isValid() ? ui::markOf(static_cast<Outcome>(outcome.toInt())) : Mark::Unknown,
                         text);
            break;
        }
        case OutcomeModel::StepColumn: {
            drawMark(cell, ui::markOf(static_cast<ChangeKind>(index.data(OutcomeModel::KindRole).toInt())),
                     Qt::AlignLeft);
            if (cell.inner.width() < cell.tokens.px(80))
                break; // the mark alone
            QRectF rest = cell.inner;
            rest.setLeft(rest.left() + cell.tokens.px(24));
            drawText(cell, rest, text, FontRole::Body, Ink::Text, Qt::AlignLeft);
            break;
        }
        case OutcomeModel::PersonColumn:
            drawText(cell, text, FontRole::Name);
            break;
        case OutcomeModel::ReasonColumn:
            drawText(cell, text);
            break;
        default:
            drawText(cell, text, FontRole::Body, Ink::Secondary);
        }
    }
};

} // namespace

OutcomeList::OutcomeList(QWidget *parent)
    : QWidget(parent)
    , m_chips(new ChipGroup(this))
    , m_stack(new CurrentStack)
    , m_empty(new Label(FontRole::Body, Ink::Secondary))
    , m_pane(new QWidget)
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    m_chips->add(ToSee);
    m_chips->add(Failed, Mark::Failed);
    m_chips->add(Stale, Mark::Stale);
    m_chips->add(Skipped, Mark::Skipped);
    m_chips->add(Done, Mark::Done);
    m_chips->add(ChipGroup::AllId);
    auto *top = new QVBoxLayout;
    setMetrics(top, {16, 0, 16, 10}, 8);
    top->addWidget(m_chips);
    all->addLayout(top);
    all->addWidget(new Hairline(Qt::Horizontal, this));

    m_table = new TableView(32);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new OutcomeDelegate(m_table));
    m_table->setColumn(OutcomeModel::ResultColumn, 112);
    m_table->setColumn(OutcomeModel::StepColumn, 140);
    m_table->setColumn(OutcomeModel::PersonColumn, 168);
    m_table->setColumn(OutcomeModel::RoomColumn, 128);
    m_table->setColumn(OutcomeModel::ChangeColumn, 164);
    m_table->setStretched(OutcomeModel::ReasonColumn);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    setSurface(m_pane, Surface::Surface);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setSurface(scroll, Surface::Surface);
    scroll->setWidget(m_pane);
    auto *column = new QVBoxLayout(m_pane);
    setMetrics(column, {16, 14, 16, 14}, 8);
    m_mark = new MarkLabel(Mark::Info, m_language, 20, m_pane);
    m_title = new Label(FontRole::PaneTitle, Ink::Text, m_pane);
    m_where = new Label(FontRole::Body, Ink::Secondary, m_pane);
    m_sentence = new Label(FontRole::Body, Ink::Text, m_pane);
    m_remedyTitle = new Label(FontRole::Strong, Ink::Text, m_pane);
    m_remedy = new Label(FontRole::Body, Ink::Text, m_pane);
    for (Label *label : {m_title, m_where, m_sentence, m_remedy}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    column->addWidget(m_where);
    addGap(column, 4);
    column->addWidget(m_sentence);
    addGap(column, 4);
    column->addWidget(m_remedyTitle);
    column->addWidget(m_remedy);
    addGap(column, 8);
    column->addWidget(new Hairline(Qt::Horizontal, m_pane));
    m_change = new KeyValueRow(m_pane);
    m_room = new KeyValueRow(m_pane);
    m_at = new KeyValueRow(m_pane);
    for (KeyValueRow *row : {m_change, m_room, m_at}) {
        row->setKeyWidth(96);
        column->addWidget(row);
    }
    column->addStretch(1);
    m_splitter =
        new PaneSplitter(Qt::Horizontal, QStringLiteral("outcomes"), PaneSplitter::Keeps::Pane, {260, 456, 0.28}, this);
    m_splitter->setParts(m_stack, scroll);
    minWidth(m_stack, 320);
    all->addWidget(m_splitter, 1);

    connect(m_chips, &ChipGroup::selectionChanged, this, &OutcomeList::choose);
    connect(m_table, &TableView::currentRowChanged, this, &OutcomeList::showDetail);
}

/// Where there is little room change and room are only told beside the list.
void OutcomeList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Tokens &t = tokens(this);
    const bool narrow = width() < t.px(960);
    m_table->setColumnHidden(OutcomeModel::ChangeColumn, width() < t.px(1000));
    m_table->setColumnHidden(OutcomeModel::RoomColumn, narrow);
    m_table->setColumnHidden(OutcomeModel::StepColumn, width() < t.px(760));
    m_table->setColumn(OutcomeModel::StepColumn, narrow ? 64 : 140);
    m_table->setColumn(OutcomeModel::PersonColumn, narrow ? 130 : 168);
}

void OutcomeList::setSteps(std::vector<store::RunStep> steps)
{
    m_model.setSteps(std::move(steps));
    const Tally tally = m_model.tally();
    m_chips->setChecked(tally.toSee() > 0 || tally.toCome() > 0 ? std::set<int>{ToSee} : std::set<int>{});
    choose();
}

void OutcomeList::setNames(const Names &names)
{
    m_model.setNames(names);
    choose();
}

void OutcomeList::setLanguage(text::Language language)
{
    m_language = language;
    m_model.setLanguage(language);
    retranslate();
}

void OutcomeList::setFilter(const QString &text)
{
    m_model.setFilter(text);
    choose();
}

void OutcomeList::choose()
{
    using Show = OutcomeModel::Show;
    std::set<Show> show;
    for (const int id : m_chips->checked()) {
        constexpr Show byId[] = {Show::ToSee, Show::Failed, Show::Stale, Show::Skipped, Show::Done};
        show.insert(byId[id]);
    }
    m_model.setShow(show);
    showCounts();
    if (m_model.rowCount() > 0)
        m_table->setCurrentRow(0);
    showDetail();
}

void OutcomeList::showCounts()
{
    const Tally t = m_model.tally();
    const auto set = [this](int id, const QString &word, int n) {
        m_chips->chip(id)->setText(word);
        m_chips->chip(id)->setCount(n, m_language);
    };
    set(ToSee, tr("To look at"), t.toSee() + t.toCome());
    set(Failed, tr("Failed"), t.failed);
    set(Stale, tr("Stale"), t.stale);
    set(Skipped, tr("Skipped"), t.skipped);
    set(Done, tr("Done"), t.done);
    set(ChipGroup::AllId, tr("All"), t.planned);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    m_empty->setText(t.planned == 0 ? tr("This run holds no step") : tr("No step matches the filter"));
}

void OutcomeList::showDetail()
{
    const store::RunStep *step = m_model.stepAt(m_table->currentRow());
    for (QWidget *part : std::initializer_list<QWidget *>{m_mark, m_title, m_where, m_sentence, m_remedyTitle, m_remedy,
                                                          m_change, m_room, m_at})
        part->setVisible(step);
    m_splitter->setShown(true, step != nullptr); // an empty pane would be a hole
    if (!step)
        return;
    const text::Text reason = m_model.reason(*step);
    m_mark->setMark(markOf(*step), m_language);
    m_title->setText(reason.name);
    m_where->setText(tr("%1, %2").arg(PlanWords::kind(step->kind), m_model.subject(*step)));
    m_sentence->setText(reason.sentence);
    m_remedyTitle->setText(tr("What to do"));
    m_remedy->setText(reason.remedy);
    m_remedyTitle->setVisible(!reason.remedy.isEmpty());
    m_remedy->setVisible(!reason.remedy.isEmpty());
    m_change->setKey(tr("Change"));
    m_change->setValue(PlanWords::change(step->kind, step->before, step->after));
    m_room->setKey(tr("Room"));
    m_room->setValue(m_model.names().roomOf(step->place));
    m_at->setKey(tr("Settled"));
    m_at->setValue(text::dateTime(m_language, step->at));
    m_at->setVisible(step->at.isKnown());
}

void OutcomeList::retranslate()
{
    m_table->setAccessibleName(tr("Steps of the run"));
    m_chips->setAccessibleName(tr("Outcomes"));
    showCounts();
    showDetail();
}

} // namespace liaison::ui

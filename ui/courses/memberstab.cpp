#include "ui/courses/memberstab.h"

#include "ui/base/currentstack.h"
#include "ui/courses/coursewords.h"
#include "ui/courses/pagestrips.h"
#include "ui/courses/peopledelegate.h"
#include "ui/text/format.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

namespace liaison::ui {
namespace {

constexpr std::array kinds{ChangeKind::Add, ChangeKind::Remove, ChangeKind::Promote, ChangeKind::Demote};

} // namespace

MembersTab::MembersTab(QWidget *parent) : QWidget(parent), m_model(new PeopleModel(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);

    auto *counts = new QWidget;
    auto *countRow = new FlowLayout(counts);
    setMetrics(countRow, {16, 7, 12, 7}, 12);
    for (size_t i = 0; i < kinds.size(); ++i) {
        Count &count = m_counts[i];
        count.box = new QWidget;
        fixHeight(count.box, 22);
        auto *row = new QHBoxLayout(count.box);
        setMetrics(row, {0, 0, 0, 0}, 5);
        count.mark = new MarkLabel(markOf(kinds[i]), m_language, 14);
        count.number = new Label(FontRole::Strong);
        count.word = new Label(FontRole::Body, Ink::Secondary);
        row->addWidget(count.mark);
        row->addWidget(count.number);
        row->addWidget(count.word);
        countRow->addWidget(count.box);
    }
    m_noChange = new Label(FontRole::Body, Ink::Secondary);
    countRow->addWidget(m_noChange);
    m_toggle = new Button(Button::Kind::Link);
    countRow->addWidget(m_toggle);
    fixHeight(m_noChange, 22);
    fixHeight(m_toggle, 22);
    all->addWidget(counts);
    all->addWidget(new Hairline);

    m_heads = new QWidget;
    setSurface(m_heads, Surface::Window);
    auto *heads = new QHBoxLayout(m_heads);
    setMetrics(heads, {0, 0, 0, 0}, 0);
    fixHeight(m_heads, 28);
    m_left = new Label(FontRole::Label, Ink::Secondary);
    m_right = new Label(FontRole::Label, Ink::Secondary);
    // As the lines are divided: two halves with the gutter between them.
    const auto half = [&](const QMargins &margins, std::initializer_list<QWidget *> content) {
        auto *box = new QWidget;
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *row = new QHBoxLayout(box);
        setMetrics(row, margins, 8);
        for (QWidget *widget : content)
            row->addWidget(widget);
        row->insertStretch(1, 1);
        heads->addWidget(box, 1);
    };
    half({16, 0, 0, 0}, {m_left});
    addGap(heads, 36);
    half({8, 0, 8, 0}, {m_right});
    all->addWidget(m_heads);
    auto *line = new Hairline;
    all->addWidget(line);

    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PeopleDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    setSurface(m_list->viewport(), Surface::Surface);
    m_panel = new StatePanel;
    m_stack = new CurrentStack;
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_panel);
    minHeight(m_list, 84);
    all->addWidget(m_stack, 1);

    m_noteBox = new QWidget;
    setSurface(m_noteBox, Surface::Window);
    auto *noteAll = new QVBoxLayout(m_noteBox);
    setMetrics(noteAll, {0, 0, 0, 0}, 0);
    noteAll->addWidget(new Hairline);
    auto *noteRow = new QHBoxLayout;
    setMetrics(noteRow, {16, 8, 16, 8}, 8);
    noteRow->addWidget(new IconLabel(Icon::Info), 0, Qt::AlignTop);
    m_note = new Label(FontRole::Caption, Ink::Secondary);
    m_note->setReading(true);
    noteRow->addWidget(m_note, 1);
    m_why = new Button(Button::Kind::Link);
    noteRow->addWidget(m_why, 0, Qt::AlignTop);
    noteAll->addLayout(noteRow);
    all->addWidget(m_noteBox);

    connect(m_toggle, &QAbstractButton::clicked, this, [this] {
        m_model->setDifferencesOnly(!m_model->differencesOnly());
        retranslate();
        settle();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MembersTab::explain);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MembersTab::explain);
    connect(m_why, &QAbstractButton::clicked, this, &MembersTab::askWhy);
    connect(m_list, &QAbstractItemView::activated, this, &MembersTab::askWhy);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!currentPerson())
            return;
        QMenu menu(this);
        menu.addAction(tr("Why?"), this, &MembersTab::askWhy);
        menu.addAction(tr("History of this person"), this, [this] { Q_EMIT historyWanted(*currentPerson()); });
        menu.exec(m_list->viewport()->mapToGlobal(at));
    });
    retranslate();
    explain();
}

void MembersTab::setLanguage(text::Language language)
{
    m_language = language;
    m_model->setLanguage(language);
    retranslate();
    settle();
}

void MembersTab::setLink(ViewPtr view, quint32 position, bool sameLink)
{
    m_view = std::move(view);
    m_position = position;
    const LinkFacts facts = linkFacts(*m_view, m_position);
    m_waiting = facts.room && facts.row.state != LinkState::Unknown;
    if (!sameLink || !m_waiting)
        m_model->clear();
    if (!sameLink)
        m_model->setDifferencesOnly(true);
    retranslate();
    settle();
}

void MembersTab::setPeople(std::vector<PersonRow> people)
{
    if (!m_view)
        return;
    m_waiting = false;
    // The list is made anew; who was looked at and how far it was scrolled stays.
    const PersonRow *before = currentPerson();
    const std::optional<PersonKey> current = before ? std::optional(before->person) : std::nullopt;
    m_model->setPeople(m_view, m_position, std::move(people));
    const int row = current ? m_model->rowOf(*current) : -1;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    settle();
}

const PersonRow *MembersTab::currentPerson() const
{
    return m_model->personAt(m_list->currentIndex().row());
}

bool MembersTab::showsPeople() const
{
    return m_stack->currentWidget() == m_list;
}

void MembersTab::retranslate()
{
    m_list->setAccessibleName(tr("People in Moodle and in the chat"));
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Every step that leads to this (Enter)"));
    m_toggle->setText(m_model->differencesOnly() ? tr("See all") : tr("Differences only"));
    const QString dash(QStringLiteral(" \u2014 "));
    const auto part = [&](const QString &side, std::optional<int> n, const QString &words) {
        return QString(side + dash + (n ? words : QString(notKnown)));
    };
    const LinkRow none;
    const LinkRow &row = m_view ? linkFacts(*m_view, m_position).row : none;
    m_left->setText(part(tr("Moodle"), row.expected, tr("%Ln expected", nullptr, row.expected.value_or(0))));
    m_right->setText(part(tr("Chat"), row.members, tr("%Ln present", nullptr, row.members.value_or(0))));
    showCounts();
}

void MembersTab::showCounts()
{
    const LinkRow none;
    const LinkRow &row = m_view ? linkFacts(*m_view, m_position).row : none;
    const std::array<std::optional<int>, 4> numbers{row.add, row.remove, row.promote, row.demote};
    int total = 0;
    bool known = false;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        const int n = numbers[i].value_or(0);
        total += n;
        known = known || numbers[i];
        m_counts[i].box->setVisible(n > 0);
        m_counts[i].mark->setMark(markOf(kinds[i]), m_language);
        m_counts[i].number->setText(text::number(m_language, n));
        // The number stands apart in its own weight; translations always carry it.
        const auto only = [&](size_t kind) { return kind == i ? n : 0; };
        QString words = changesInWords(only(0), only(1), only(2), only(3));
        m_counts[i].word->setText(words.remove(QLocale().toString(n)).trimmed());
    }
    m_noChange->setVisible(total == 0);
    m_noChange->setText(!known                       ? tr("Members not compared")
                        : row.guests.value_or(0) > 0 ? tr("No change of members, %n guest(s)", nullptr, *row.guests)
                                                     : tr("No change of members"));
}

/// The list, or why there is none.
void MembersTab::settle()
{
    bool list = m_view && m_model->rowCount() > 0;
    if (m_view && !list) {
        const LinkFacts facts = linkFacts(*m_view, m_position);
        m_panel->clearActions();
        if (m_waiting) {
            m_panel->setKind(StatePanel::Kind::Loading);
            m_panel->setTexts(tr("Comparing the members"));
            m_panel->setProgress(0, 0);
        } else if (facts.row.reason && m_model->people().empty()) {
            const text::Text reason = text::of(*facts.row.reason, m_language);
            m_panel->setKind(StatePanel::Kind::Unknown);
            m_panel->setTexts(reason.name, QString(reason.sentence + u' ' + reason.remedy));
        } else if (m_model->people().empty()) {
            const text::Text state = text::of(facts.row.state, m_language);
            m_panel->setKind(StatePanel::Kind::Empty);
            m_panel->setIcon(Icon::Rooms);
            m_panel->setTexts(state.name, QString(state.sentence + u' ' + state.remedy).trimmed());
        } else {
            m_panel->setKind(StatePanel::Kind::Empty);
            m_panel->setIcon(Icon::Check);
            m_panel->setTexts(tr("Everybody is where they should be"), tr("%n member(s) expected and present", nullptr,
                                                                          static_cast<int>(m_model->people().size())));
            Button *all = m_panel->addAction(tr("See all"));
            connect(all, &QAbstractButton::clicked, m_toggle, &QAbstractButton::click);
        }
    }
    m_stack->setCurrentWidget(list ? static_cast<QWidget *>(m_list) : m_panel);
    m_heads->setVisible(list);
    m_toggle->setVisible(!m_model->people().empty());
    explain();
}

void MembersTab::askWhy()
{
    if (const PersonRow *person = currentPerson())
        Q_EMIT whyWanted(*person);
}

void MembersTab::explain()
{
    const QString text = m_model->explanation(m_list->currentIndex().row());
    m_note->setText(text);
    m_noteBox->setVisible((!text.isEmpty() || currentPerson()) && m_stack->currentWidget() == m_list);
}

} // namespace liaison::ui

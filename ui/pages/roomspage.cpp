#include "ui/pages/roomspage.h"

#include "ui/base/delegate.h"
#include "ui/base/historyfilter.h"
#include "ui/pages/roomsmodel.h"
#include "ui/pages/words.h"

#include <QMenu>

namespace liaison::ui {
namespace {

/// Notes as pills, the rest as usual.
class RoomsDelegate : public TableDelegate
{
public:
    RoomsDelegate(TableView *view, const RoomsModel &model) : TableDelegate(view), m_model(model) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        if (index.column() != RoomsModel::Notes)
            return TableDelegate::paintCell(cell, index);
        qreal x = cell.inner.x();
        for (const QString &note : m_model.notes(m_model.itemAt(index.row()))) {
            if (x + pillWidth(note, cell.tokens) > cell.inner.right())
                return void(drawText(cell, cell.inner.adjusted(x - cell.inner.x(), 0, 0, 0), QStringLiteral("\u2026"),
                                     FontRole::Label, Ink::Secondary, Qt::AlignLeft));
            x += paintPill(cell.painter, QPointF(x, cell.inner.center().y()), note, Ink::Secondary, cell.tokens) +
                 cell.tokens.px(4);
        }
    }

private:
    const RoomsModel &m_model;
};

/// What the chat server's report says stands in the way of a list of rooms.
std::optional<Error> chatTrouble(const CampusView &view)
{
    for (const ServerReport &server : view.servers) {
        if (server.kind == u"rocketchat")
            return server.error;
    }
    return std::nullopt;
}

/// The time of the chat server where it told it: its clock dates its messages.
Instant chatNow(const CampusView &view)
{
    for (const ServerReport &server : view.servers) {
        if (server.kind == u"rocketchat" && server.readAt.isKnown())
            return server.readAt;
    }
    return view.readAt;
}

} // namespace

RoomsPage::RoomsPage(const Context &context, QWidget *parent) : RoomsPage(context, new RoomsModel, parent) {}

RoomsPage::RoomsPage(const Context &context, RoomsModel *model, QWidget *parent)
    : ListPage(context, model, 32, parent), m_model(model), m_idle(new Button(Button::Kind::Normal, this))
{
    m_idle->setChevron(true);
    auto *choices = new QMenu(m_idle);
    m_idle->setMenu(choices);
    for (const int days : RoomsModel::idleChoices) {
        QAction *choice = choices->addAction(QString());
        choice->setData(days);
        choice->setCheckable(true);
        connect(choice, &QAction::triggered, this, [this, days] {
            m_model->setIdleDays(days);
            retranslate(); // the chip's word, every count and the rows
        });
    }
    header()->addAction(m_idle);
    addContentControl(m_idle);
    build(RoomsModel::State, Qt::AscendingOrder);
    table()->setItemDelegate(new RoomsDelegate(table(), *m_model));
    table()->setColumn(RoomsModel::State, 156);
    table()->setStretched(RoomsModel::Name);
    table()->setColumn(RoomsModel::Course, 180);
    table()->setColumn(RoomsModel::Notes, 168);
    table()->setColumn(RoomsModel::Owners, 92);
    table()->setColumn(RoomsModel::Members, 84);
    table()->setColumn(RoomsModel::Newest, 124);
    table()->setColumn(RoomsModel::Creator, 132);
    table()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const int row = table()->currentRow();
        if (row < 0)
            return;
        const RoomRow &room = m_model->room(m_model->itemAt(row));
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (!room.links.empty())
            menu->addAction(tr("Open the course"), this,
                            [this, link = room.links.front()] { Q_EMIT openCourse(link); });
        menu->addAction(tr("History of this room"), this,
                        [this, id = room.id] { Q_EMIT openPage(pages::Journal, roomHistory(id)); });
        menu->popup(table()->viewport()->mapToGlobal(at));
    });
    connect(table(), &TableView::rowActivated, this, [this](int row) {
        const RoomRow &room = m_model->room(m_model->itemAt(row));
        if (!room.links.empty())
            Q_EMIT openCourse(room.links.front());
    });
}

void RoomsPage::retranslate()
{
    m_idle->setText(tr("Idle after %1").arg(words::days(language(), m_model->idleDays())));
    const QList<QAction *> choices = m_idle->menu()->actions();
    for (QAction *choice : choices) {
        choice->setText(words::days(language(), choice->data().toInt()));
        choice->setChecked(choice->data().toInt() == m_model->idleDays());
    }
    ListPage::retranslate();
}

void RoomsPage::fitColumns()
{
    keepRoom(
        156 + 180 + 84 + 180,
        {{RoomsModel::Creator, 132}, {RoomsModel::Owners, 92}, {RoomsModel::Newest, 124}, {RoomsModel::Notes, 168}});
}

QString RoomsPage::title() const
{
    return tr("Rooms");
}

QString RoomsPage::fact(const CampusView &view) const
{
    return tr("%n private room(s) on the chat server, read %1", nullptr, static_cast<int>(view.rooms.size()))
        .arg(text::dateTime(language(), view.readAt));
}

std::optional<FactsPage::Instead> RoomsPage::instead(const CampusView &view) const
{
    if (!view.rooms.empty())
        return std::nullopt;
    Instead state;
    if (const auto error = chatTrouble(view)) {
        const text::Text words = text::error(*error, language());
        state.kind = StatePanel::Kind::Unknown;
        state.conclusion = tr("Which rooms there are is not known");
        state.remedy = QString(words.sentence % u' ' % words.remedy);
        state.diagnostics = true;
    } else if (view.snapshot && !view.snapshot->links.empty()) {
        state.kind = StatePanel::Kind::Unknown;
        state.conclusion = tr("Which rooms there are is not known");
        state.remedy = tr("The chat server answered, but its list of rooms could not be read. "
                          "Diagnostics lists the rights that are missing.");
        state.diagnostics = true;
    } else {
        state.icon = Icon::Rooms;
        state.conclusion = tr("There is no private room on this server");
        state.remedy = tr("A room appears here as soon as Moodle has made one for an activity.");
    }
    return state;
}

std::vector<ListPage::Kind> RoomsPage::kinds() const
{
    return {
        {RoomsModel::Orphan, Mark::Orphan, QStringLiteral("orphan"), tr("Orphans"), true},
        {RoomsModel::NotKnown, Mark::Unknown, QStringLiteral("unknown"), tr("Unknown"), true},
        {RoomsModel::Linked, Mark::Fine, QStringLiteral("linked"), tr("In a course"), true},
        {RoomsModel::Outside, Mark::Unlinked, QStringLiteral("outside"), tr("Outside courses"), true},
        {RoomsModel::Renamed, std::nullopt, QStringLiteral("renamed"), tr("Renamed"), true},
        {RoomsModel::Duplicate, std::nullopt, QStringLiteral("duplicate"), tr("Duplicates"), true},
        {RoomsModel::Ownerless, std::nullopt, QStringLiteral("ownerless"), tr("Without owner"), m_model->ownersKnown()},
        {RoomsModel::Idle, std::nullopt, QStringLiteral("idle"),
         tr("Idle for %1").arg(words::days(language(), m_model->idleDays())), true},
        {RoomsModel::Archived, Mark::Archived, QStringLiteral("archived"), tr("Archived"), true}};
}

QString RoomsPage::allWord() const
{
    return tr("All");
}

QString RoomsPage::noMatch() const
{
    return tr("No room matches");
}

QString RoomsPage::legend() const
{
    return tr("Members in grey are the server\u2019s count: the list of members of those rooms was not read. "
              "Rooms outside courses are counted, never opened.");
}

QString RoomsPage::total() const
{
    const qint64 linked = m_model->countOf(RoomsModel::Linked), orphans = m_model->countOf(RoomsModel::Orphan),
                 outside = m_model->countOf(RoomsModel::Outside), open = m_model->countOf(RoomsModel::NotKnown);
    std::vector<qint64> parts{linked, orphans, outside};
    if (open > 0)
        parts.push_back(open);
    return tr("%1 rooms").arg(words::sum(language(), parts, m_model->total()));
}

void RoomsPage::fill(const CampusView &view)
{
    m_model->setRooms(view.rooms, view, chatNow(view), language());
}

} // namespace liaison::ui

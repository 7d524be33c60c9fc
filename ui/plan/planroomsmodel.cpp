#include "ui/plan/planroomsmodel.h"

#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <algorithm>
#include <numeric>

namespace liaison::ui {

using State = RoomProgress::State;

PlanRoomsModel::PlanRoomsModel(QObject *parent) : QAbstractTableModel(parent) {}

void PlanRoomsModel::start(const std::vector<Step> &steps)
{
    beginResetModel();
    m_progress = RunProgress(steps);
    m_order.resize(m_progress.rooms().size());
    std::iota(m_order.begin(), m_order.end(), 0);
    endResetModel();
}

void PlanRoomsModel::setNames(Names names)
{
    m_names = std::move(names);
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PlanRoomsModel::setLanguage(text::Language language)
{
    m_language = language;
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

bool PlanRoomsModel::settle(const StepResult &step)
{
    const int room = m_progress.settle(step);
    if (room < 0)
        return false;
    place(room);
    const auto at = std::find(m_order.begin(), m_order.end(), room);
    const int row = static_cast<int>(at - m_order.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    return true;
}

/// Moves a room to where it belongs: running ones on top, by plan order inside both parts.
void PlanRoomsModel::place(int room)
{
    const auto rank = [this](int r) {
        const RoomProgress &p = m_progress.rooms()[static_cast<size_t>(r)];
        return std::pair(p.state() == State::Running ? 0 : 1, r);
    };
    const int from = static_cast<int>(std::find(m_order.begin(), m_order.end(), room) - m_order.begin());
    int to = 0;
    for (const int other : m_order) {
        if (other != room && rank(other) < rank(room))
            ++to;
    }
    if (to == from)
        return;
    // Qt wants the place before the move: one further where the row goes down.
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_order.erase(m_order.begin() + from);
    m_order.insert(m_order.begin() + to, room);
    endMoveRows();
}

QString PlanRoomsModel::currentRoom() const
{
    const int room = m_progress.current();
    return room < 0 ? QString() : m_names.roomOf(m_progress.rooms()[static_cast<size_t>(room)].place);
}

QString PlanRoomsModel::note(const RoomProgress &room) const
{
    QStringList parts;
    if (room.tally.failed > 0)
        parts << tr("%n failed", nullptr, room.tally.failed);
    if (room.tally.stale > 0)
        parts << tr("%n stale", nullptr, room.tally.stale);
    if (room.tally.skipped > 0)
        parts << tr("%n skipped", nullptr, room.tally.skipped);
    if (parts.isEmpty())
        return {};
    QString worst;
    int most = 0;
    for (auto it = room.details.begin(); it != room.details.end(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < worst)) {
            most = it.value();
            worst = it.key();
        }
    }
    const QString why = worst.isEmpty() ? QString() : lowered(text::detail(worst, m_language).name);
    return why.isEmpty() ? parts.join(QStringLiteral(", ")) : tr("%1: %2").arg(parts.join(QStringLiteral(", ")), why);
}

QString PlanRoomsModel::display(const RoomProgress &room, int column) const
{
    switch (column) {
    case StateColumn:
        switch (room.state()) {
        case State::Waiting:
            return tr("Waiting");
        case State::Running:
            return tr("Running");
        case State::Done:
            return tr("Done");
        case State::Partly:
            return tr("Partly done");
        }
        return {};
    case RoomColumn:
        return room.place.room || room.place.cmid ? m_names.roomOf(room.place) : tr("Chat accounts");
    case CourseColumn:
        return m_names.courseFull(room.place);
    case StepsColumn:
        return tr("%1 / %2").arg(text::number(m_language, room.tally.settled()),
                                 text::number(m_language, room.tally.planned));
    case NoteColumn:
        return note(room);
    default:
        return {};
    }
}

int PlanRoomsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int PlanRoomsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanRoomsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RoomProgress &room = m_progress.rooms()[static_cast<size_t>(m_order[static_cast<size_t>(index.row())])];
    const Tally &t = room.tally;
    switch (role) {
    case Qt::DisplayRole:
        return display(room, index.column());
    case Qt::AccessibleTextRole: {
        if (index.column() == ProgressColumn)
            return tr("%1 of %2 settled").arg(t.settled()).arg(t.planned);
        return display(room, index.column());
    }
    case Qt::TextAlignmentRole:
        return index.column() == StepsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case StateRole:
        return static_cast<int>(room.state());
    case TallyRole:
        return QVariant::fromValue(QList<int>{t.planned, t.done, t.skipped, t.stale, t.failed});
    default:
        return {};
    }
}

QVariant PlanRoomsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == StepsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case RoomColumn:
        return tr("Room");
    case CourseColumn:
        return tr("Course");
    case ProgressColumn:
        return tr("Progress");
    case StepsColumn:
        return tr("Steps");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace liaison::ui

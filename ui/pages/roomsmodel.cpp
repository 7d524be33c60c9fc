#include "ui/pages/roomsmodel.h"

#include "core/run/roomfilter.h"
#include "ui/base/delegate.h"
#include "ui/pages/words.h"

namespace liaison::ui {

void RoomsModel::setRooms(std::vector<RoomRow> rooms, const CampusView &view, Instant now, text::Language language)
{
    beginItems();
    m_rooms = std::move(rooms);
    m_now = now;
    m_language = language;
    m_courses.clear();
    for (const RoomRow &room : m_rooms) {
        QStringList courses;
        for (const LinkKey &link : room.links)
            courses << words::courseOf(view, link);
        courses.removeDuplicates();
        m_courses.push_back(courses.join(QStringLiteral(", ")));
    }
    endItems();
}

RoomsModel::Kind RoomsModel::kindOf(int item) const
{
    const RoomRow &r = room(item);
    return r.linked ? Linked : r.orphan ? Orphan : r.outside ? Outside : NotKnown;
}

bool RoomsModel::isOf(int item, int kind) const
{
    const RoomRow &r = room(item);
    switch (kind) {
    case Renamed:
        return r.renamed;
    case Duplicate:
        return r.duplicate;
    case Ownerless:
        return r.ownerless.value_or(false);
    case Idle:
        return isIdle(r, m_now, m_idleDays);
    case Archived:
        return r.archived;
    default:
        return kindOf(item) == kind;
    }
}

bool RoomsModel::ownersKnown() const
{
    return std::any_of(m_rooms.begin(), m_rooms.end(), [](const RoomRow &r) { return r.ownerless.has_value(); });
}

QString RoomsModel::word(int item) const
{
    switch (kindOf(item)) {
    case Linked:
        return tr("In a course");
    case Orphan:
        return markName(Mark::Orphan, m_language);
    case Outside:
        return tr("Outside courses");
    default:
        return markName(Mark::Unknown, m_language);
    }
}

QStringList RoomsModel::notes(int item) const
{
    const RoomRow &r = room(item);
    QStringList notes;
    if (r.archived)
        notes << tr("archived");
    if (r.renamed)
        notes << tr("renamed");
    if (r.duplicate)
        notes << tr("duplicate");
    if (r.ownerless.value_or(false))
        notes << tr("no owner");
    if (r.encrypted)
        notes << tr("encrypted");
    if (isOf(item, Idle))
        notes << tr("idle");
    return notes;
}

QString RoomsModel::heading(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return tr("Room");
    case Course:
        return tr("Course");
    case Notes:
        return tr("Notes");
    case Owners:
        return tr("Owners");
    case Members:
        return tr("Members");
    case Newest:
        return tr("Last message");
    case Creator:
        return tr("Made by");
    default:
        return {};
    }
}

QString RoomsModel::text(int item, int column) const
{
    const RoomRow &r = room(item);
    const auto count = [this](std::optional<int> n) { return n ? text::number(m_language, *n) : words::unknown(); };
    switch (column) {
    case State:
        return word(item);
    case Name:
        return words::roomName(r.name);
    case Course:
        return r.linked                   ? m_courses[static_cast<size_t>(item)]
               : kindOf(item) == NotKnown ? words::unknown()
                                          : words::none();
    case Notes:
        return notes(item).join(QStringLiteral(", "));
    case Owners:
        return count(r.owners);
    case Members:
        return count(r.members);
    case Newest:
        return words::age(m_language, m_now, r.newest);
    case Creator:
        return r.creator.isEmpty() ? words::none() : r.creator;
    default:
        return {};
    }
}

QVariant RoomsModel::value(int item, int column, int role) const
{
    const RoomRow &r = room(item);
    switch (role) {
    case Qt::DisplayRole:
        return text(item, column);
    case roles::MarkRole:
        if (column == State) {
            const Kind kind = kindOf(item);
            return int(kind == Linked    ? Mark::Fine
                       : kind == Orphan  ? Mark::Orphan
                       : kind == Outside ? Mark::Unlinked
                                         : Mark::Unknown);
        }
        return {};
    case roles::InkRole:
        if (column == Name || (column == Course && r.linked))
            return int(Ink::Text);
        // What the server counted has everybody in it: paler than what was read.
        if (column == Members && !r.owners)
            return int(Ink::Hint);
        return int(column == Owners || column == Members ? Ink::Text : Ink::Secondary);
    case roles::FontRole:
        return int(column == Course && r.linked ? FontRole::Name : FontRole::Body);
    case Qt::ToolTipRole:
        if (column == Name)
            return r.name;
        if (column == Course && r.linked)
            return text(item, column);
        if (column == Members && !r.owners && r.members)
            return tr("As the server counts them, service accounts and deactivated people included. "
                      "The list of members was not read.");
        if (column == Owners && !r.owners)
            return tr("The list of members was not read.");
        if (column == Newest)
            return r.newest.isKnown() ? text::dateTime(m_language, r.newest) : tr("No message, or no date given");
        return {};
    default:
        return {};
    }
}

QString RoomsModel::spoken(int item, int column) const
{
    return column == Name ? room(item).name : text(item, column);
}

QString RoomsModel::searched(int item) const
{
    const RoomRow &r = room(item);
    return QStringList{
        r.name, r.id, r.creator, m_courses[static_cast<size_t>(item)], word(item), notes(item).join(u' ')}
        .join(u'\n');
}

QVariant RoomsModel::sortValue(int item, int column) const
{
    const RoomRow &r = room(item);
    switch (column) {
    case State: {
        const Kind kind = kindOf(item); // what needs a look first
        return kind == Orphan ? 0 : kind == NotKnown ? 1 : kind == Linked ? 2 : 3;
    }
    case Notes:
        return -static_cast<int>(notes(item).size());
    case Owners:
        return r.owners.value_or(-1);
    case Members:
        return r.members.value_or(-1);
    case Newest:
        return double(r.newest.ms);
    case Name:
        return r.name;
    default:
        return text(item, column);
    }
}

} // namespace liaison::ui

#include "core/snapfile/facts.h"

#include "core/model/snapshotbuilder.h"

namespace liaison::snapfile {
namespace {

void writeReading(Writer &a, const Reading<Rows> &reading)
{
    a.number(reading.isKnown() ? 1 : 0);
    if (!reading.isKnown())
        return field(a, unchanged(reading.because()));
    a.number(reading.value().first);
    a.number(reading.value().count);
    Instant readAt = reading.readAt();
    Proof proof = reading.proof();
    field(a, readAt);
    choice(a, proof, Proof::Administered);
}

/// What comes with a value, or the reason why there is none.
struct ReadHow
{
    std::optional<UnknownBecause> because;
    Instant at;
    Proof proof = Proof::Uncounted;
};

ReadHow readHow(Reader &a)
{
    ReadHow how;
    field(a, how.at);
    choice(a, how.proof, Proof::Administered);
    return how;
}

UnknownBecause readBecause(Reader &a)
{
    UnknownBecause because;
    field(a, because);
    return because;
}

Reading<Rows> readReading(Reader &a, size_t rows)
{
    bool known = false;
    field(a, known);
    if (!known) {
        const UnknownBecause because = readBecause(a);
        return Reading<Rows>::unknown(because.reason, because.detail);
    }
    Rows range;
    fields(a, range.first, range.count);
    const ReadHow how = readHow(a);
    if (static_cast<quint64>(range.first) + range.count > rows)
        a.fail();
    if (!a.good())
        return Reading<Rows>::unknown(UnknownReason::ReadFailed);
    return SnapshotBuilder::restored(range, how.at, how.proof);
}

void writeGroups(Writer &a, const std::optional<Reading<QSet<quint32>>> &groups)
{
    a.number(!groups ? 0 : groups->isKnown() ? 1 : 2);
    if (!groups)
        return;
    if (!groups->isKnown())
        return field(a, unchanged(groups->because()));
    field(a, unchanged(groups->value()));
    Instant readAt = groups->readAt();
    Proof proof = groups->proof();
    field(a, readAt);
    choice(a, proof, Proof::Administered);
}

std::optional<Reading<QSet<quint32>>> readGroups(Reader &a, size_t people)
{
    const quint64 kind = a.number();
    if (kind > 2)
        a.fail();
    if (kind == 0 || !a.good())
        return std::nullopt;
    if (kind == 2) {
        const UnknownBecause because = readBecause(a);
        return Reading<QSet<quint32>>::unknown(because.reason, because.detail);
    }
    QSet<quint32> members;
    field(a, members);
    const ReadHow how = readHow(a);
    for (quint32 person : std::as_const(members)) {
        if (person >= people)
            a.fail();
    }
    if (!a.good())
        return std::nullopt;
    return SnapshotBuilder::restored(std::move(members), how.at, how.proof);
}

/// A column of positions in a table of `size` rows.
void readColumn(Reader &a, std::vector<quint32> &column, quint64 rows, size_t size)
{
    for (quint64 i = 0; i < rows && a.good(); ++i) {
        const quint64 n = a.number();
        if (n >= size)
            return a.fail();
        column.push_back(static_cast<quint32>(n));
    }
}

constexpr int suspendedFactor = 3; // two Tri in one byte

} // namespace

void writeLists(Writer &a, const Snapshot &s)
{
    const EnrolmentColumns &e = s.enrolments;
    a.reserve(static_cast<qsizetype>(e.person.size() * 7 + s.members.account.size() * 4 + 65536));
    field(a, unchanged(s.roleSets));
    a.number(e.person.size());
    for (quint32 person : e.person)
        a.number(person);
    for (quint32 set : e.roles)
        a.number(set);
    for (quint32 set : e.inherited)
        a.number(set);
    for (size_t i = 0; i < e.person.size(); ++i)
        a.number(e.active[i] + static_cast<quint64>(suspendedFactor) * e.suspended[i]);
    a.number(s.members.account.size());
    for (quint32 account : s.members.account)
        a.number(account);
    for (quint8 roles : s.members.roles)
        a.number(roles);
    for (const Course &course : s.courses) {
        writeReading(a, course.enrolments);
        a.number(course.inheritedRolesKnown ? 1 : 0);
        writeGroups(a, course.groupMembers);
    }
    for (const Room &room : s.rooms)
        writeReading(a, room.members);
}

void readLists(Reader &a, Snapshot &s)
{
    field(a, s.roleSets);
    for (const std::vector<quint32> &set : s.roleSets) {
        for (quint32 role : set) {
            if (role >= s.roles.size())
                return a.fail();
        }
    }
    if (s.roleSets.empty() || !s.roleSets.front().empty())
        return a.fail();
    EnrolmentColumns &e = s.enrolments;
    const quint64 enrolments = a.count();
    readColumn(a, e.person, enrolments, s.people.size());
    readColumn(a, e.roles, enrolments, s.roleSets.size());
    readColumn(a, e.inherited, enrolments, s.roleSets.size());
    for (quint64 i = 0; i < enrolments && a.good(); ++i) {
        const quint64 both = a.number();
        const quint64 active = both % suspendedFactor, suspended = both / suspendedFactor;
        if (suspended > static_cast<quint64>(Tri::NotKnown))
            return a.fail();
        e.active.push_back(static_cast<quint8>(active));
        e.suspended.push_back(static_cast<quint8>(suspended));
    }
    const quint64 members = a.count();
    readColumn(a, s.members.account, members, s.accounts.size());
    for (quint64 i = 0; i < members && a.good(); ++i) {
        quint8 roles = 0;
        field(a, roles);
        s.members.roles.push_back(roles);
    }
    for (Course &course : s.courses) {
        if (!a.good())
            return;
        course.enrolments = readReading(a, e.person.size());
        field(a, course.inheritedRolesKnown);
        course.groupMembers = readGroups(a, s.people.size());
    }
    for (Room &room : s.rooms) {
        if (!a.good())
            return;
        room.members = readReading(a, s.members.account.size());
    }
}

} // namespace liaison::snapfile

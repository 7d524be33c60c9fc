#include "core/reconcile/identity.h"
#include "core/reconcile/plan.h"
#include "tests/bench/campus.h"
#include "tests/bench/parts.h"

#include <unordered_set>

namespace liaison::bench {
namespace {

/// What any join of these memberships has to do at least: the pairs (room, account) of one side into a table, those of
/// the other side looked up in it. As the standard library does it.
quint64 bareJoin(const Snapshot &s, const std::vector<quint32> &accountOf)
{
    std::unordered_set<quint64> inside;
    inside.reserve(s.members.account.size());
    for (quint32 room = 0; room < s.rooms.size(); ++room) {
        const Rows rows = s.rooms[room].members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
            inside.insert(quint64(room) << 32 | s.members.account[row]);
    }
    quint64 missing = 0;
    for (const Link &link : s.links) {
        const quint32 room = std::get<RoomIx>(link.room).value;
        const Rows rows = s.courses[link.course.value].enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
            missing += inside.count(quint64(room) << 32 | accountOf[s.enrolments.person[row]]) == 0 ? 1 : 0;
    }
    return missing;
}

} // namespace

void engine(const Sizes &sizes)
{
    heading(QStringLiteral("Engine: %1 memberships in %2 rooms").arg(sizes.memberships).arg(sizes.courses));
    trimHeap();
    const qint64 before = resident();
    const std::shared_ptr<const Snapshot> facts = snapshot({sizes.courses, sizes.memberships});
    trimHeap();
    const double held = double(resident() - before);
    const auto rows = double(facts->enrolments.person.size() + facts->members.account.size());
    constexpr double columns = 4 + 4 + 4 + 1 + 1;
    report(QStringLiteral("memory of one membership, both sides"),
           QStringLiteral("%1 bytes with people, rooms and courses (%2); columns alone %3")
               .arg(held / sizes.memberships, 0, 'f', 0)
               .arg(mb(held))
               .arg((columns * double(facts->enrolments.person.size()) + 5 * double(facts->members.account.size())) /
                        sizes.memberships,
                    0, 'f', 0));
    if (rows < 1)
        return;
    std::vector<quint32> accountOf;
    const IdentityMap identity = identify(*facts, {});
    for (const PersonAccount &person : identity.byPerson)
        accountOf.push_back(person.account.value);
    quint64 missing = 0;
    Diff differences;
    // By turns, so that what warms up warms up for both.
    std::vector<double> bare, full;
    for (int i = 0; i < sizes.repeats; ++i) {
        bare.push_back(cpu([&] { missing = bareJoin(*facts, accountOf); }));
        full.push_back(cpu([&] { differences = diff(*facts, {}, {}); }));
    }
    report(QStringLiteral("join and diff / bare hash join"),
           QStringLiteral("%1 / %2, %3 absent").arg(ms(median(full)), ms(median(bare))).arg(missing),
           median(full) / median(bare), 2);
    const double names = medianCpu(sizes.repeats, [&] { (void)identify(*facts, {}); });
    report(QStringLiteral("  of it, finding everybody's account"), ms(names));
    const double planning =
        medianCpu(sizes.repeats, [&] { (void)makePlan(*facts, differences, {}, defaultClasses()); });
    report(QStringLiteral("plan of it"), ms(planning));
}

} // namespace liaison::bench

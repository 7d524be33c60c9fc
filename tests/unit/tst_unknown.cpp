#include "tests/unit/oracle.h"
#include "tests/unit/worlds.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace liaison;
using namespace liaison::tests;

/// Unknown is never empty (design rule 1), on random small worlds. R15
class TestUnknown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTakenAwayFromWhatIsNotKnown();
    void unreadRoomsAreLeftAlone();
    void knowingLessTakesNobodyMoreAway();
};

// Rule 1: each reading that is not whole leaves the people of its room where they are.
void TestUnknown::nothingIsTakenAwayFromWhatIsNotKnown()
{
    int seen = 0;
    forWorlds(3000, [&](const SmallWorld &w, const Compared &r) -> QString {
        for (const Step &step : r.plan.steps) {
            const Change &c = step.change;
            if (!takesAway(kindOf(c)))
                continue;
            ++seen;
            const SmallRoom &room = roomOf(w, *c.place.room);
            if (room.unknown || room.proof != Proof::Counted || room.access != Access::Member)
                return u"member list not whole: " + id(c);
            for (const SmallLink *l : linksTo(w, room.id)) {
                const SmallCourse &course = courseOf(w, *l);
                if (!isKnown(w, *l) || course.proof == Proof::Uncounted)
                    return u"a link is not fully known: " + id(c);
                if (!l->confirmed || mappingIsGuess(w, *l))
                    return u"a guess took somebody away: " + id(c);
                for (const SmallPerson *p : peopleOf(w, course)) {
                    const bool looked = accountOf(w, *p) || inConflict(w, *p) || w.absentLogins.contains(p->username) ||
                                        w.policy.identity.exceptions.contains(p->username);
                    if (!looked && wantOf(w, *l, course, p->id).standing >= Want::Member)
                        return u"somebody expected was not looked up: " + id(c);
                }
            }
            const SmallAccount *account = accountById(w, *personOf(c)->chat);
            if (!account->serverRoles)
                return u"server roles are not known: " + id(c);
        }
        return {};
    });
    QVERIFY(seen > 100 || qEnvironmentVariableIsSet("LIAISON_SEED"));
}

void TestUnknown::unreadRoomsAreLeftAlone()
{
    forWorlds(3000, [](const SmallWorld &w, const Compared &r) -> QString {
        for (const Step &step : r.plan.steps) {
            if (!step.change.place.room)
                continue;
            const SmallRoom &room = roomOf(w, *step.change.place.room);
            const auto links = linksTo(w, room.id);
            if (std::none_of(links.begin(), links.end(), [&](const SmallLink *l) { return isKnown(w, *l); }))
                return u"no link of the room is known: " + id(step.change);
            if (room.unknown && kindOf(step.change) != ChangeKind::Unarchive)
                return u"the members are not known: " + id(step.change);
        }
        return {};
    });
}

// Rule 1 again, the other way round: whatever is lost, nobody is taken away because of it. Thresholds apart: who counts
// less may pass below one.
void TestUnknown::knowingLessTakesNobodyMoreAway()
{
    using Loss = std::function<void(SmallWorld &, int)>;
    const auto at = [](auto &list, int n) -> auto &
    {
        return list[static_cast<size_t>(n) % list.size()];
    };
    const UnknownBecause lost{UnknownReason::ReadFailed, {}};
    const std::vector<std::pair<const char *, Loss>> losses = {
        {"link", [&](SmallWorld &w, int n) { at(w.links, n).unknown = lost; }},
        {"enrolments", [&](SmallWorld &w, int n) { at(w.courses, n).unknown = lost; }},
        {"count of enrolments", [&](SmallWorld &w, int n) { at(w.courses, n).proof = Proof::Uncounted; }},
        {"groups", [&](SmallWorld &w, int n) { at(w.courses, n).groupUnknown = lost; }},
        {"inherited roles", [&](SmallWorld &w, int n) { at(w.courses, n).inheritedRolesKnown = false; }},
        {"members", [&](SmallWorld &w, int n) { at(w.rooms, n).unknown = lost; }},
        {"count of members", [&](SmallWorld &w, int n) { at(w.rooms, n).proof = Proof::Uncounted; }},
        {"server roles", [&](SmallWorld &w, int n) { at(w.accounts, n).serverRoles.reset(); }},
        {"visibility", [&](SmallWorld &w, int n) { at(w.links, n).visibilityKnown = false; }},
        {"rights", [&](SmallWorld &w, int) { w.grants.reset(); }},
        {"mapping", [&](SmallWorld &w, int n) { at(w.links, n).roles.reset(); }},
        {"absence", [&](SmallWorld &w, int) { w.absentLogins.clear(); }},
        {"whether active",
         [&](SmallWorld &w, int n) {
             SmallCourse &c = at(w.courses, n);
             for (SmallEnrolment &e : c.enrolled)
                 e.active = Tri::NotKnown;
         }},
        {"whether suspended",
         [&](SmallWorld &w, int n) {
             SmallCourse &c = at(w.courses, n);
             for (SmallEnrolment &e : c.enrolled)
                 e.suspended = Tri::NotKnown;
         }},
    };
    forWorlds(500, [&](const SmallWorld &w, const Compared &) -> QString {
        SmallWorld world = w;
        world.policy.thresholds = {100, 1000, 1000, 1000, 1000};
        const auto taken = [](const Compared &r) {
            std::set<QString> set;
            for (const Step &s : r.plan.steps) {
                if (takesAway(kindOf(s.change)))
                    set.insert(*s.change.place.room + u' ' + *personOf(s.change)->chat);
            }
            return set;
        };
        const std::set<QString> before = taken(compare(world));
        for (const auto &[what, loss] : losses) {
            for (int n : {0, 1, 2}) {
                SmallWorld less = world;
                loss(less, n);
                for (const QString &person : taken(compare(less))) {
                    if (before.count(person) == 0)
                        return person + u" goes after losing: " + QLatin1String(what);
                }
            }
        }
        return {};
    });
}

QTEST_GUILESS_MAIN(TestUnknown)
#include "tst_unknown.moc"

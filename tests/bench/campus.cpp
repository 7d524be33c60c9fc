#include "tests/bench/campus.h"

#include "core/model/snapshotbuilder.h"

#include <algorithm>

namespace liaison::bench {
namespace {

constexpr int missingPeople = 3;

QString courseName(int i)
{
    static constexpr const char16_t *subjects[] = {u"Algèbre linéaire", u"Droit des obligations", u"Étude de Genève",
                                                   u"Génie civil", u"Littérature comparée"};
    return QString::fromUtf16(subjects[i % 5]) + QStringLiteral(" – groupe %1").arg(i);
}

} // namespace

std::shared_ptr<const Snapshot> snapshot(const Shape &shape)
{
    SnapshotBuilder b;
    const Instant now{1'795'000'000'000};
    Site main;
    main.id.value = QStringLiteral("main");
    main.url = QStringLiteral("https://moodle.example");
    main.now = now;
    main.pluginSeen = true;
    main.defaultRoles = ActivityRoles{{{3}}, {{5}}};
    const SiteIx site = b.addSite(main);
    const RoleIx teacher = b.role(site, {3}, QStringLiteral("editingteacher"));
    const RoleIx student = b.role(site, {5}, QStringLiteral("student"));

    const int perCourse = shape.memberships / std::max(1, shape.courses);
    const int people = std::max(perCourse * 4, shape.memberships / 16);
    std::vector<PersonIx> persons;
    std::vector<AccountIx> accounts;
    for (int i = 0; i < people; ++i) {
        const QString login = QStringLiteral("u%1").arg(i, 7, 10, QLatin1Char('0'));
        Person person;
        person.site = site;
        person.id.value = i + 10;
        person.username = login;
        person.fullName = QStringLiteral("Prénom Nom-de-Famille %1").arg(i);
        persons.push_back(b.person(site, person));
        Account account;
        account.id.value = QStringLiteral("a%1xxxxxxxxx").arg(i, 7, 10, QLatin1Char('0'));
        account.username = login;
        account.name = person.fullName;
        account.active = Tri::Yes;
        account.serverRoles = QStringList{QStringLiteral("user")};
        account.type = QStringLiteral("user");
        accounts.push_back(b.account(account));
    }
    std::vector<EnrolmentRow> enrolled;
    std::vector<MemberRow> members;
    for (int i = 0; i < shape.courses; ++i) {
        Course course;
        course.site = site;
        course.id.value = i + 2;
        course.category.value = i % 50 + 1;
        course.path = {{i % 50 + 1}};
        course.shortName = QStringLiteral("C%1-L%2").arg(i, 6, 10, QLatin1Char('0')).arg(i % 3 + 1);
        course.fullName = courseName(i);
        const CourseIx courseIx = b.addCourse(course);
        Room room;
        room.id.value = QStringLiteral("r%1xxxxxxxxx").arg(i, 7, 10, QLatin1Char('0'));
        room.name = QStringLiteral("0123456789_%1_%2").arg(course.shortName).arg(i + 1);
        room.creator.value = QStringLiteral("api");
        room.access = Access::Member;
        room.ownRoles = RoomOwner;
        const bool drifts = shape.drifting > 0 && i % shape.drifting == shape.from % shape.drifting;
        enrolled.clear();
        members.clear();
        for (int k = 0; k < perCourse; ++k) {
            // A stride that no course shares with its neighbours: everybody is in many courses, nobody twice in one.
            const auto who = std::size_t((qint64(i) * 7919 + qint64(k) * 3) % people);
            const bool teaches = k < 2;
            enrolled.push_back({persons[who], {teaches ? teacher : student}, {}, Tri::Yes, Tri::No});
            if (!drifts || k < perCourse - missingPeople)
                members.push_back({accounts[who], quint8(teaches ? RoomModerator : RoomMember)});
        }
        room.listed = int(members.size()) + 1;
        room.usersCount = room.listed;
        const RoomIx roomIx = b.addRoom(room);
        b.setEnrolments(courseIx, enrolled, now, Proof::Counted, true);
        b.setMembers(roomIx, members, now, Proof::Counted);
        Link link;
        link.site = site;
        link.course = courseIx;
        link.cmid.value = i + 1;
        link.room = roomIx;
        link.roles = ActivityRoles{{{3}}, {{5}}};
        link.readAt = now;
        b.addLink(link);
    }
    Snapshot &facts = b.facts();
    facts.apiAccounts = QSet<QString>{QStringLiteral("api"), QStringLiteral("liaison.api")};
    facts.grants = Grants{{}, QStringList{QStringLiteral("admin")}};
    facts.chatUrl = QStringLiteral("https://chat.example");
    return b.finish();
}

std::shared_ptr<const CampusView> view(const Shape &shape)
{
    auto view = std::make_shared<CampusView>();
    view->snapshot = snapshot(shape);
    view->diff = diff(*view->snapshot, view->policy, view->history);
    for (int i = 1; i <= 50; ++i)
        view->categories[QStringLiteral("main")].insert(i, QStringLiteral("Faculté %1").arg(i));
    view->readAt = Instant{1'795'000'000'000 + shape.from};
    view->profileName = QStringLiteral("Campus");
    return view;
}

} // namespace liaison::bench

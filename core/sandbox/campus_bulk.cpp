#include "core/sandbox/campus_builder.h"

#include <array>

namespace liaison::sandbox {

void bulkCourses(CampusBuilder &b, int count)
{
    const auto faculties = names::faculties();
    for (int i = 0; i < count; ++i) {
        Dice &dice = b.dice();
        const int faculty = dice.below(int(faculties.size()));
        const names::Faculty &f = faculties[std::size_t(faculty)];
        const char *level = dice.pick(std::array{"L1", "L2", "L3", "M1", "M2"});
        const QString number = QString::number(i + 1).rightJustified(4, u'0');
        const QString subject = QString::fromUtf8(dice.pick(f.subjects));
        const CampusBuilder::CourseSpec spec{CampusBuilder::Main,
                                             faculty,
                                             QString::fromLatin1(f.code) + u'-' + QLatin1String(level) + u'-' + number,
                                             subject + u" – " + QLatin1String(level) + u" (" + number + u')',
                                             dice.between(1, 3),
                                             dice.chance(4) ? dice.between(80, 240) : dice.between(12, 55)};
        if (dice.chance(3)) {
            b.course(spec); // no activity: no row
            continue;
        }
        Link l = b.linked(spec);
        if (!dice.chance(18))
            continue;
        Room &room = b.roomOf(l);
        switch (dice.below(8)) {
        case 0:
        case 1:
        case 2:
            for (int k = dice.between(1, 4); k > 0; --k) { // never added
                const QString user = l.students[std::size_t(k)].chat;
                CampusBuilder::take(room, user);
                std::erase_if(room.events, [&](const RoomEvent &e) { return e.user == user; });
            }
            break;
        case 3:
            CampusBuilder::memberOf(room, l.teachers[0].chat).roles.clear();
            break;
        case 4:
            b.activityOf(l).retention->maxAge = 180;
            break;
        case 5:
            for (int k = dice.between(1, 2); k > 0; --k)
                b.leaver(l);
            break;
        case 6:
            b.enrol(l, b.person(CampusBuilder::Main, true, false), {u"student"_qs});
            break;
        default: {
            const Human guest = b.person(CampusBuilder::Main, false);
            b.join(b.roomOf(l), guest.chat, l.teachers[0].chat, b.ago(dice.between(2, 60)));
        }
        }
    }
}

} // namespace liaison::sandbox

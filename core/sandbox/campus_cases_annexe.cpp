#include "core/sandbox/campus_builder.h"

/// The second site: no companion, so its links are guessed from the names of rooms.
namespace liaison::sandbox {
namespace {

const auto Annexe = CampusBuilder::Annexe;

} // namespace

void annexeCases(CampusBuilder &b)
{
    const auto subjects = names::annexeSubjects();
    const auto make = [&](std::size_t i, int students) {
        const QString subject = QString::fromUtf8(subjects[i]);
        return b.linked({Annexe, 0, u"UTL-" + subject.left(8).toUpper().remove(u' '), subject, 1, students});
    };
    make(0, 14); // guessed, in step

    Link absent = make(1, 12); // guessed, with people to add
    for (std::size_t i = 0; i < 2; ++i)
        CampusBuilder::take(b.roomOf(absent), absent.students[i].chat);

    // A room of that name existed: the plugin appended the time and made another. Which one is it?
    Link twice = make(2, 10);
    const QString name = b.roomOf(twice).name;
    Room copy = b.roomOf(twice);
    copy.id = b.dice().id();
    copy.name = name + u"_1790000000";
    copy.members.resize(1);
    copy.events.clear();
    b.world().chat.rooms.push_back(copy);

    // Nobody sees roles that come from the category: enrolled, expected or not, who knows.
    Link inherited = make(3, 11);
    const Human head = b.person(Annexe, false);
    b.enrol(inherited, head, {});
    b.moodle(Annexe).roleAssignments.push_back({head.moodle, u"editingteacher"_qs, 2});
    b.join(b.roomOf(inherited), head.chat, b.api(), b.ago(50), {u"moderator"_qs});

    // Separate groups, and the service account may not see them all: the list comes back empty.
    Link separate = make(4, 16);
    Course &course = b.courseOf(separate);
    course.groupmode = 1;
    course.groups = {{1, u"Débutants"_qs}, {2, u"Confirmés"_qs}};
    for (std::size_t i = 0; i < course.enrolments.size(); ++i)
        course.enrolments[i].groups = {course.groups[i % 2].id};

    Link renamed = make(5, 9); // not found by its name any more
    b.roomOf(renamed).name = u"club-des-etoiles"_qs;

    Link leavers = make(6, 15);
    b.leaver(leavers);

    b.course({Annexe, 0, u"UTL-ÉCRITURE"_qs, QString::fromUtf8(subjects[7]), 1, 8}); // no activity
}

} // namespace liaison::sandbox

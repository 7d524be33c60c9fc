#include "core/sandbox/campus_builder.h"

namespace liaison::sandbox {

/// N rooms of M people that are all in step: what benchmarks and limits are measured on. No events, few texts.
World gridWorld(int links, int members, quint64 seed, Instant now)
{
    World w;
    w.now = {now.ms / 1000 * 1000};
    Dice dice(seed);
    const Instant began{w.now.ms - 80 * 86'400'000LL};
    Chat &chat = w.chat;
    chat.apiUser = QStringLiteral("liaisonApiAccount");
    chat.users.push_back(
        {chat.apiUser, u"liaison.api"_qs, u"Liaison API"_qs, {}, true, {u"bot"_qs, u"user"_qs}, u"user"_qs});
    Moodle &m = w.moodle.emplace_back();
    m.plugin.account = chat.apiUser;
    m.roles = {{3, u"editingteacher"_qs, {}}, {5, u"student"_qs, {}}};
    m.categories = {{1, 0, u"Campus"_qs}};

    // Enough people that nobody is in more than a few dozen courses, and at least one room full.
    const qint64 wanted = qint64(links) * members / 20;
    const int people = static_cast<int>(std::max<qint64>(members, std::min<qint64>(wanted, 200'000)));
    const QStringList user{u"user"_qs};
    const QString kind = u"user"_qs;
    for (int i = 0; i < people; ++i) {
        const QString number = QString::number(i + 1).rightJustified(6, u'0');
        const QString firstname = QString::fromUtf8(dice.pick(names::first()));
        const QString lastname = QString::fromUtf8(dice.pick(names::last()));
        m.people.push_back(
            {i + 1, u'p' + number, firstname, lastname, u'p' + number + u"@campus.example", {}, false, false});
        chat.users.push_back({u'u' + number, u'p' + number, firstname + u' ' + lastname,
                              u'p' + number + u"@campus.example", true, user, kind});
    }
    const QStringList teacher{u"editingteacher"_qs}, student{u"student"_qs}, owner{u"owner"_qs},
        moderator{u"moderator"_qs};
    m.courses.reserve(std::size_t(links));
    chat.rooms.reserve(std::size_t(links));
    for (int i = 0; i < links; ++i) {
        const QString number = QString::number(i + 1).rightJustified(5, u'0');
        Course &c = m.courses.emplace_back();
        c.id = i + 10;
        c.category = 1;
        c.shortname = u"GRID-" + number;
        c.fullname = u"Cours " + number;
        c.created = began;
        Activity &a = c.activities.emplace_back();
        a.cmid = i + 1000;
        a.name = u"Tchat"_qs;
        a.moderatorRoles = teacher;
        a.memberRoles = student;
        a.created = began;
        Room &r = chat.rooms.emplace_back();
        r.id = u"room" + number;
        r.name = u"{moodleid:main}_"_qs + c.shortname + u'_' + QString::number(a.cmid);
        r.creator = chat.apiUser;
        r.created = began;
        a.room = r.id;
        c.enrolments.reserve(std::size_t(members));
        r.members.reserve(std::size_t(members) + 1);
        r.members.push_back({chat.apiUser, owner});
        const int first = dice.below(people);
        for (int k = 0; k < members; ++k) {
            const auto who = static_cast<std::size_t>((first + k) % people);
            Enrolment &e = c.enrolments.emplace_back();
            e.person = m.people[who].id;
            e.roles = k == 0 ? teacher : student;
            r.members.push_back({chat.users[who + 1].id, k == 0 ? moderator : QStringList()});
        }
    }
    return w;
}

} // namespace liaison::sandbox

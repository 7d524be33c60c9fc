#include "core/run/journalsubject.h"

#include "core/run/findperson.h"
#include "core/run/resolve.h"

#include <algorithm>

namespace liaison {
namespace {

/// The links as the store remembers them, so that COURSE is understood by the same rules.
Result<Survey> remembered(store::Memory &memory)
{
    const auto links = memory.links();
    if (!links)
        return fail(links.error());
    Survey survey;
    for (const store::RememberedLink &from : *links) {
        if (std::none_of(survey.sites.begin(), survey.sites.end(),
                         [&](const SiteSurvey &site) { return site.id == from.site; })) {
            SiteSurvey site;
            site.id = from.site;
            survey.sites.push_back(std::move(site));
        }
        SurveyedLink link;
        link.key = {from.site, from.cmid};
        link.course = from.course;
        link.shortName = from.shortName;
        link.fullName = from.fullName;
        link.room = from.room;
        survey.links.push_back(std::move(link));
    }
    return survey;
}

Result<store::HistoryOf> placeOf(const CourseChoice &choice, const Survey &survey, store::Journal &journal)
{
    store::HistoryOf of;
    if (!choice.named.empty()) { // one room, not its course
        for (const SurveyedLink &link : survey.links) {
            const bool named = std::find(choice.named.begin(), choice.named.end(), link.key) != choice.named.end();
            if (named && !link.room.isEmpty() &&
                std::find(of.rooms.begin(), of.rooms.end(), link.room) == of.rooms.end())
                of.rooms.push_back(link.room);
        }
        if (!of.rooms.empty())
            return of;
    }
    of.links = choice.named.empty() ? choice.links : choice.named;
    auto rooms = store::roomsOf(journal, of.links);
    if (!rooms)
        return fail(rooms.error());
    of.rooms = std::move(*rooms);
    return of;
}

Error nobody(const QString &typed)
{
    return {ErrorKind::Input, QStringLiteral("person-not-found"), typed, 0, {}, {}};
}

} // namespace

Result<store::HistoryOf> placeInStore(store::Memory &memory, store::Journal &journal, const QString &typed)
{
    const auto survey = remembered(memory);
    if (!survey)
        return fail(survey.error());
    const auto choice = chooseCourse(*survey, typed);
    if (choice)
        return placeOf(*choice, *survey, journal);
    const auto known = store::knownIds(journal);
    if (!known)
        return fail(known.error());
    const QString id = typed.trimmed();
    if (std::find(known->rooms.begin(), known->rooms.end(), id) == known->rooms.end())
        return fail(choice.error());
    store::HistoryOf of; // of a room that no activity points to any more
    of.rooms.push_back(id);
    return of;
}

Result<PersonInStore> personInStore(store::Journal &journal, const QString &typed)
{
    const auto known = store::knownIds(journal);
    if (!known)
        return fail(known.error());
    PersonInStore out;
    const QString id = typed.trimmed();
    if (std::find(known->accounts.begin(), known->accounts.end(), id) != known->accounts.end()) {
        out.of.accounts.push_back(id);
        out.sure = true;
    } else {
        const qsizetype colon = id.indexOf(u':');
        bool isNumber = false;
        const qint64 number = QStringView(id).mid(colon + 1).toLongLong(&isNumber);
        const bool hasMain = std::any_of(known->people.begin(), known->people.end(),
                                         [](const store::SitePerson &p) { return p.site == u"main"; });
        const QString site = colon >= 0 ? id.left(colon) : hasMain ? QStringLiteral("main") : QString();
        for (const store::SitePerson &person : known->people) {
            if (isNumber && person.moodle == number && (site.isEmpty() || person.site == site))
                out.of.people.push_back(person);
        }
        out.sure = colon >= 0;
    }
    if (!out.of.namesPerson())
        return fail(nobody(typed));
    auto whole = store::joined(journal, std::move(out.of));
    if (!whole)
        return fail(whole.error());
    out.of = std::move(*whole);
    return out;
}

Result<store::HistoryOf> placeOnServers(const Survey &survey, store::Journal &journal, const QString &typed)
{
    const auto choice = chooseCourse(survey, typed);
    if (!choice)
        return fail(choice.error());
    return placeOf(*choice, survey, journal);
}

Result<store::HistoryOf> personOnServers(Servers &servers, const Profile &profile, const Survey &survey,
                                         store::Journal &journal, const QString &typed, const net::CancelToken &cancel)
{
    const auto subjects = findPerson(servers, profile, survey, Snapshot{}, typed, {}, cancel);
    if (!subjects)
        return fail(subjects.error());
    store::HistoryOf of;
    for (const Subject &subject : *subjects) {
        if (subject.moodle.state == Lookup<Person>::State::Found)
            of.people.push_back({survey.sites[subject.moodle.value.site.value].id, subject.moodle.value.id.value});
        if (subject.chat.state == Lookup<Account>::State::Found)
            of.accounts.push_back(subject.chat.value.id.value);
    }
    return store::joined(journal, std::move(of));
}

} // namespace liaison

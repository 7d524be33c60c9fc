#include "core/run/restoreparties.h"

#include "core/run/survey.h"

#include <QSet>

namespace liaison {

std::vector<RestoreParty> partiesOf(const Survey &survey, const Snapshot &snapshot, const std::vector<RestoreRow> &rows,
                                    const std::vector<std::optional<moodle::Fetched<moodle::RestoreTasks>>> &tasks)
{
    std::vector<RestoreParty> parties;
    parties.reserve(survey.sites.size());
    QHash<QString, size_t> bySite;
    for (size_t i = 0; i < survey.sites.size(); ++i) {
        const SiteSurvey &site = survey.sites[i];
        RestoreParty &party = parties.emplace_back();
        bySite.insert(site.id, i);
        party.id = site.id;
        party.url = site.url;
        if (!site.down)
            party.release = site.info.release;
        party.companion = site.companion;
        party.categories = site.categories;
        party.now = site.now;
        if (i < tasks.size() && tasks[i]) {
            party.told = true;
            party.runner = tasks[i]->value.runner;
            party.now = tasks[i]->at;
        }
    }
    QSet<QString> people, courses;
    const auto key = [](const QString &site, qint64 id) { return QString(site % u':' % QString::number(id)); };
    for (const RestoreRow &row : rows) {
        people.insert(key(row.site, row.task.requester));
        if (row.task.course)
            courses.insert(key(row.site, *row.task.course));
        for (const RestoreParty &party : parties) {
            if (isSameMoodle(party.url, row.task.externalUrl))
                courses.insert(key(party.id, row.task.externalCourse));
        }
    }
    const auto of = [&](SiteIx site) -> RestoreParty * {
        const auto found = bySite.constFind(snapshot.sites[site.value].id.value);
        return found == bySite.constEnd() ? nullptr : &parties[*found];
    };
    for (const Person &person : snapshot.people) {
        RestoreParty *party = people.isEmpty() || person.fullName.isEmpty() ? nullptr : of(person.site);
        if (party && people.contains(key(party->id, person.id.value)))
            party->people.insert(person.id.value, person.fullName);
    }
    for (const Course &course : snapshot.courses) {
        RestoreParty *party = courses.isEmpty() ? nullptr : of(course.site);
        if (party && courses.contains(key(party->id, course.id.value)))
            party->courses.insert(course.id.value, course.shortName);
    }
    return parties;
}

Result<void> readRequesters(const moodle::MoodleClient &client, RestoreParty &party,
                            const std::vector<RestoreRow> &rows, const net::CancelToken &cancel)
{
    QSet<qint64> asked;
    QStringList ids;
    for (const RestoreRow &row : rows) {
        const qint64 id = row.task.requester;
        if (row.site != party.id || id <= 0 || party.people.contains(id) || asked.contains(id))
            continue;
        asked.insert(id);
        ids << QString::number(id);
    }
    if (ids.isEmpty())
        return {};
    const auto people = client.usersByField(moodle::UserField::Id, ids, cancel);
    if (!people)
        return people.error().kind == ErrorKind::Cancelled ? Result<void>(fail(people.error())) : Result<void>();
    for (const moodle::Person &person : people->value) {
        QString name = person.fullName.value_or(QString());
        if (name.isEmpty())
            name = QString(person.firstName.value_or(QString()) + u' ' + person.lastName.value_or(QString())).trimmed();
        if (!name.isEmpty())
            party.people.insert(person.id, name);
    }
    return {};
}

} // namespace liaison

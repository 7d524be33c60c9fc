#include "core/moodle/requests.h"
#include "core/run/observation.h"

#include <set>

namespace liaison {
namespace {

/// Accounts in the member lists that were read.
QSet<QString> everybodyInRooms(const Snapshot &s)
{
    QSet<QString> accounts;
    for (const Room &room : s.rooms) {
        if (!room.members.isKnown())
            continue;
        const Rows rows = room.members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
            accounts.insert(s.accounts[s.members.account[row]].id.value);
    }
    return accounts;
}

} // namespace

void readGonePeople(ObservationContext &c, const History &history)
{
    const QSet<QString> present = everybodyInRooms(c.builder.facts());
    for (size_t i = 0; i < c.sites.size(); ++i) {
        const SiteSurvey &site = c.survey.sites[i];
        if (!site.offers(moodle::functions::usersByField))
            continue;
        std::set<qint64> listed, missing;
        for (const Person &person : c.builder.facts().people) {
            if (person.site == c.sites[i])
                listed.insert(person.id.value);
        }
        for (const SurveyedLink *link : c.links) {
            const LinkHistory *past = link->key.site == site.id ? history.of(link->key, link->room) : nullptr;
            for (size_t n = 0; past && n < past->expected.size(); ++n) {
                const PastExpected &p = past->expected[n];
                if (listed.count(p.person.value) == 0 && present.contains(p.account.value))
                    missing.insert(p.person.value);
            }
        }
        if (missing.empty() || listed.empty())
            continue;
        // Without moodle/user:viewalldetails everybody is left out of the answer without a word (contract section 3):
        // somebody who is enrolled has to be in it.
        const qint64 witness = *listed.begin();
        for (auto next = missing.begin(); next != missing.end();) {
            QStringList ids{QString::number(witness)};
            const auto first = next;
            for (; next != missing.end() && ids.size() < moodle::maxUsersByField; ++next)
                ids << QString::number(*next);
            const auto people = c.servers.sites[i].usersByField(moodle::UserField::Id, ids, c.cancel);
            if (!people)
                continue; // a cause less is told, nothing else depends on it
            std::set<qint64> found;
            for (const moodle::Person &person : people->value)
                found.insert(person.id);
            if (found.count(witness) == 0)
                continue;
            for (auto it = first; it != next; ++it) {
                if (found.count(*it) != 0)
                    continue;
                Person person;
                person.id.value = *it;
                person.gone = true;
                c.builder.person(c.sites[i], std::move(person));
            }
        }
    }
}

} // namespace liaison

#pragma once

#include "core/run/survey.h"
#include "core/store/journalhistory.h"

namespace liaison {

/// Whose history a person asks for, in the forms of COURSE and PERSON (design section 8). The store alone answers where
/// it can: a history must be readable while the servers are down. It holds ids and the names of courses, never logins
/// or names of people, so these need the servers.

/// A room or a course, from the store: a short name exactly, an id or `site:id`, a room id, or a room name, chat URL or
/// error sentence that ends in the number of a known activity. Errors (Input): as resolveCourse().
[[nodiscard]] Result<store::HistoryOf> placeInStore(store::Memory &memory, store::Journal &journal,
                                                    const QString &typed);
/// A person, from the store: `site:id`, a Moodle number, a chat id. Error (Input): "person-not-found". `sure`: nothing
/// on the servers could mean somebody else; a bare number might be a login.
struct PersonInStore
{
    store::HistoryOf of;
    bool sure = false;
};
[[nodiscard]] Result<PersonInStore> personInStore(store::Journal &journal, const QString &typed);

/// The same from the servers, for what the store does not know. Errors: as resolveCourse() and findPerson().
[[nodiscard]] Result<store::HistoryOf> placeOnServers(const Survey &survey, store::Journal &journal,
                                                      const QString &typed);
[[nodiscard]] Result<store::HistoryOf> personOnServers(Servers &servers, const Profile &profile, const Survey &survey,
                                                       store::Journal &journal, const QString &typed,
                                                       const net::CancelToken &cancel);

} // namespace liaison

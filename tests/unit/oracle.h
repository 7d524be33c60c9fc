#pragma once

#include "tests/support/smallworld.h"

/// What design sections 2 to 5 say of a small world, written a second time as plainly as possible: slow, without
/// indexes, and sharing no code with the engine. Only for worlds with the identity rule *lower* and exceptions.
namespace liaison::tests {

struct Want
{
    enum Standing { No, Unsure, Keep, Member, Moderator };
    Standing standing = No;
    bool mayModerate = false;
};

/// What one link wants of one person of its course, who is enrolled there.
[[nodiscard]] Want wantOf(const SmallWorld &w, const SmallLink &link, const SmallCourse &course, qint64 person);
[[nodiscard]] bool mappingIsGuess(const SmallWorld &w, const SmallLink &link);
[[nodiscard]] const SmallCourse &courseOf(const SmallWorld &w, const SmallLink &link);
/// The Moodle side of the link could be read.
[[nodiscard]] bool isKnown(const SmallWorld &w, const SmallLink &link);
[[nodiscard]] std::vector<const SmallLink *> linksTo(const SmallWorld &w, const QString &room);
[[nodiscard]] const SmallRoom &roomOf(const SmallWorld &w, const QString &room);
[[nodiscard]] const SmallAccount *accountById(const SmallWorld &w, const QString &id);

/// Null where there is none, it is not known, or the person is in conflict with another of the same site.
[[nodiscard]] const SmallAccount *accountOf(const SmallWorld &w, const SmallPerson &person);
[[nodiscard]] bool inConflict(const SmallWorld &w, const SmallPerson &person);
/// Enrolled in the course, each once.
[[nodiscard]] std::vector<const SmallPerson *> peopleOf(const SmallWorld &w, const SmallCourse &course);

/// Over the known links of the room, for one chat account.
[[nodiscard]] Want wantedIn(const SmallWorld &w, const QString &room, const QString &account);
[[nodiscard]] bool hasEvidence(const SmallWorld &w, const QString &room, const QString &account);
[[nodiscard]] bool isApi(const SmallWorld &w, const SmallAccount &account);
/// Server roles that are not known protect from removal: `strict`.
[[nodiscard]] bool isProtected(const SmallWorld &w, const SmallAccount &account, quint8 roomRoles, bool strict);

} // namespace liaison::tests

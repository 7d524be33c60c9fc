#pragma once

#include "core/reconcile/explain.h"
#include "core/run/survey.h"

namespace liaison {

/// Lower case, without accents, single spaces: how names are compared.
[[nodiscard]] QString foldedName(const QString &name);

/// The person meant by PERSON (design section 8): an id (`site:id`, a Moodle number or a chat id), a login, an e-mail
/// address or a full name, tried in that order; first among the people of the snapshot, then by asking the servers.
/// `site`: only this Moodle is meant; empty = any. A number that is one person's id and another's login is both.
/// Who has a Moodle account and no chat account, or the reverse, is found too; what was asked is in the look-ups.
/// People with one chat account on several sites are one person.
/// Errors: Input "person-not-found", "several-people" (`detail`: one `site:id login name` a line), or what kept a
/// server from telling whether somebody is there.
[[nodiscard]] Result<std::vector<Subject>> findPerson(Servers &servers, const Profile &profile, const Survey &survey,
                                                      const Snapshot &snapshot, const QString &typed,
                                                      const QString &site, const net::CancelToken &cancel);

} // namespace liaison

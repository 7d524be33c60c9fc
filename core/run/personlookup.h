#pragma once

#include "core/reconcile/explain.h"
#include "core/run/survey.h"

namespace liaison {

using MoodleLookup = Lookup<Person>;
using ChatLookup = Lookup<Account>;

/// As a look-up told them. Id number and e-mail only where the identity rule goes by them: else nobody's business.
[[nodiscard]] Person fromMoodle(size_t site, const moodle::Person &from, const Identity &identity);

/// Asks the servers about one person at a time, beside the lists of the snapshot. Blocking.
class PersonLookup
{
public:
    PersonLookup(Servers &servers, const Identity &identity, const Survey &survey, const Snapshot &snapshot,
                 const net::CancelToken &cancel)
        : m_servers(servers), m_identity(identity), m_survey(survey), s(snapshot), m_cancel(cancel)
    {
    }

    /// Moodle leaves out in silence whom our account may not see: Absent only where somebody known to exist, asked for
    /// in the same call, was told.
    MoodleLookup askMoodle(size_t site, moodle::UserField field, const QString &value);
    /// `byId`: `value` is an account id, else a login.
    ChatLookup askChat(const QString &value, bool byId);

    /// Somebody could not be asked: not finding anybody proves nothing. The first error counts.
    void remember(const Error &trouble);
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

private:
    Servers &m_servers;
    const Identity &m_identity;
    const Survey &m_survey;
    const Snapshot &s;
    const net::CancelToken &m_cancel;
    std::optional<Error> m_trouble;
};

} // namespace liaison

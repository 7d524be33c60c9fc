#pragma once

#include "core/reconcile/explain.h"
#include "core/run/survey.h"

namespace liaison {

/// Whoever may be meant by what was typed: gathered by index where the snapshot holds them, else as look-ups.
class PersonHits
{
public:
    PersonHits(const Snapshot &snapshot, const IdentityMap &map, const Identity &identity, QString typed)
        : s(snapshot), m_map(map), m_identity(identity), m_typed(std::move(typed))
    {
    }

    void add(PersonIx person);
    void add(const Person &person, const QString &asked, Instant at);
    void add(AccountIx account);
    void add(const Account &account, Instant at);
    [[nodiscard]] bool isEmpty() const { return m_hits.empty(); }

    /// A Moodle person and a chat account that lead to the same login become one subject.
    void merge();
    /// Once merged, and some: they have one chat account, and are at most one person on each site.
    [[nodiscard]] bool areOnePerson() const;
    /// One `site:id login name` each, sorted.
    [[nodiscard]] QStringList described(const Survey &survey) const;
    [[nodiscard]] std::vector<Subject> take() { return std::move(m_hits); }

private:
    [[nodiscard]] QString accountKey(const Subject &subject) const;

    const Snapshot &s;
    const IdentityMap &m_map;
    const Identity &m_identity;
    const QString m_typed;
    std::vector<Subject> m_hits;
};

} // namespace liaison

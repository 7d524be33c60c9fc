#pragma once

#include "core/base/result.h"
#include "core/moodle/facts.h"

#include <QHash>
#include <QStringList>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

/// What custom reports say (design 12.6, contract section 5.1). Pure. Columns are found by their titles, which are
/// fixed; ids and levels come from the links and context paths of the cells, never from words. Texts are HTML.
namespace liaison::moodle {

/// The number behind `parameter` in the first link of a cell, where it leads to `script`
/// ("course/view.php", "id"); nullopt: no such link.
[[nodiscard]] std::optional<qint64> idInLink(QStringView cell, QLatin1String script, QLatin1String parameter);
/// The words of a cell.
[[nodiscard]] QString textOfCell(const QString &cell);

/// One person of one course: the rows of all enrolments and roles united.
struct ReportedPerson
{
    qint64 person = 0;
    QString username;
    QString fullName;
    QStringList roles;             ///< short names, sorted, each once
    std::optional<bool> active;    ///< one enrolment is; nullopt = no column, or a word that is not English
    std::optional<bool> suspended; ///< the account
};

/// Rows of the data source "Course participants": course x enrolment x role.
class ParticipantsTable
{
public:
    /// Every title that is needed is there, once.
    [[nodiscard]] static bool fits(const QStringList &headers);

    /// Only rows of these courses are kept.
    explicit ParticipantsTable(const std::vector<qint64> &courses);
    /// BadReply where a cell does not have the link that its title promises, or two rows contradict each other.
    /// Precondition: fits(page.headers).
    [[nodiscard]] Result<void> take(const ReportPage &page);

    /// By id; empty for a course without rows.
    [[nodiscard]] std::vector<ReportedPerson> peopleOf(qint64 course) const;
    /// Somebody in the report, of whatever course, has an enrolment that is not active: it is not one of active
    /// enrolments only.
    [[nodiscard]] bool seesInactive() const { return m_seesInactive; }

private:
    std::unordered_map<qint64, std::unordered_map<qint64, ReportedPerson>> m_courses;
    bool m_seesInactive = false;
};

/// Rows of the data source "Roles": one per role assignment of the site.
class RolesTable
{
public:
    [[nodiscard]] static bool fits(const QStringList &headers);

    [[nodiscard]] Result<void> take(const ReportPage &page);

    using RolesOf = std::unordered_map<qint64, QStringList>; ///< person -> short names, sorted, each once
    /// Roles from the categories of that course and from the site. `categories`: its category and all parents, empty =
    /// not told. nullopt: neither the report nor the caller tells in which categories the course is.
    [[nodiscard]] std::optional<RolesOf> inheritedIn(qint64 course, const std::vector<qint64> &categories) const;
    /// The assignment in the course itself is among the rows.
    [[nodiscard]] bool shows(qint64 course, qint64 person, const QString &role) const;

private:
    struct Above
    {
        qint64 category = 0; ///< 0 = the site
        QString path;        ///< of contexts: "/1/11"
        qint64 person = 0;
        QString role;
    };
    std::vector<Above> m_above;
    QHash<qint64, QString> m_coursePaths;
    std::unordered_set<std::size_t> m_inCourses; ///< hashes of (course, person, role): a site has millions
};

/// Short names whose ids nobody told yet: a negative number stands for each until one is found.
class RoleNames
{
public:
    [[nodiscard]] qint64 placeholder(const QString &shortName);
    [[nodiscard]] static bool isPlaceholder(qint64 role) { return role < 0; }
    /// Precondition: isPlaceholder(role), given by this object.
    [[nodiscard]] QString nameOf(qint64 role) const { return m_names.at(-role - 1); }
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QHash<QString, qint64> m_numbers;
};

} // namespace liaison::moodle

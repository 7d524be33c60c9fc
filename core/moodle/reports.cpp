#include "core/moodle/reports.h"

#include "core/moodle/errors.h"
#include "core/moodle/html.h"
#include "core/moodle/requests.h"

#include <algorithm>

namespace liaison::moodle {

namespace {

const QLatin1String courseScript("course/view.php");
const QLatin1String categoryScript("course/index.php");
const QLatin1String idParameter("id");

Error unreadable(const char *problem)
{
    Error e;
    e.kind = ErrorKind::BadReply;
    e.code = errors::badReply;
    e.where = functions::retrieveReport;
    e.httpStatus = 200;
    e.detail = QString::fromLatin1(problem);
    return e;
}

qsizetype column(const QStringList &headers, const char *title)
{
    return headers.indexOf(QLatin1String(title));
}

bool hasOnce(const QStringList &headers, std::initializer_list<const char *> titles)
{
    return std::all_of(titles.begin(), titles.end(),
                       [&](const char *title) { return headers.count(QLatin1String(title)) == 1; });
}

/// An optional column that comes twice is none.
qsizetype optionalColumn(const QStringList &headers, const char *title)
{
    return headers.count(QLatin1String(title)) == 1 ? column(headers, title) : -1;
}

QString cellAt(const std::vector<QString> &cells, qsizetype column)
{
    return column < 0 ? QString() : cells[std::size_t(column)];
}

std::optional<qint64> personIn(const QString &cell)
{
    const auto profile = idInLink(cell, QLatin1String("user/profile.php"), idParameter);
    return profile ? profile : idInLink(cell, QLatin1String("user/view.php"), idParameter);
}

/// The words of Moodle's English pack; they were asked for.
std::optional<bool> yesNo(const QString &word)
{
    if (word == u"Yes")
        return true;
    return word == u"No" ? std::optional(false) : std::nullopt;
}

std::optional<bool> isActive(const QString &word)
{
    if (word == u"Active")
        return true;
    return word == u"Suspended" || word == u"Not current" ? std::optional(false) : std::nullopt;
}

/// One active enrolment is enough, one that is not known may be it.
std::optional<bool> anywhere(std::optional<bool> a, std::optional<bool> b)
{
    if (a == true || b == true)
        return true;
    return a && b ? a : std::nullopt;
}

void insertSorted(QStringList &list, const QString &text)
{
    const auto at = std::lower_bound(list.begin(), list.end(), text);
    if (at == list.end() || *at != text)
        list.insert(at, text);
}

bool isContextPath(const QString &path)
{
    if (!path.startsWith(u'/') || path.size() < 2)
        return false;
    const QStringList parts = path.mid(1).split(u'/');
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    });
}

} // namespace

std::optional<qint64> idInLink(QStringView cell, QLatin1String script, QLatin1String parameter)
{
    const QLatin1String opening("href=\"");
    const qsizetype from = cell.indexOf(opening);
    if (from < 0)
        return std::nullopt;
    const qsizetype begin = from + opening.size();
    const qsizetype end = cell.indexOf(u'"', begin);
    if (end < 0)
        return std::nullopt;
    const QString url = unescapeHtml(cell.mid(begin, end - begin).toString());
    const qsizetype question = url.indexOf(u'?');
    const QString wanted = u'/' + script;
    if (question < 0 || !QStringView(url).left(question).endsWith(wanted))
        return std::nullopt;
    QStringView query = QStringView(url).mid(question + 1);
    if (const qsizetype fragment = query.indexOf(u'#'); fragment >= 0)
        query = query.left(fragment);
    for (const QStringView pair : query.split(u'&')) {
        const qsizetype equal = pair.indexOf(u'=');
        if (equal < 0 || pair.left(equal) != parameter)
            continue;
        bool ok = false;
        const qint64 id = pair.mid(equal + 1).toLongLong(&ok);
        return ok && id > 0 ? std::optional(id) : std::nullopt;
    }
    return std::nullopt;
}

QString textOfCell(const QString &cell)
{
    if (!cell.contains(u'<') && !cell.contains(u'&'))
        return cell.trimmed();
    return plainMessage(cell, 1000).trimmed();
}

// ---- participants

bool ParticipantsTable::fits(const QStringList &headers)
{
    return hasOnce(headers, {"course", "user", "username", "role"});
}

ParticipantsTable::ParticipantsTable(const std::vector<qint64> &courses)
{
    for (const qint64 course : courses)
        m_courses[course];
}

Result<void> ParticipantsTable::take(const ReportPage &page)
{
    const qsizetype course = column(page.headers, "course"), user = column(page.headers, "user"),
                    username = column(page.headers, "username"), role = column(page.headers, "role"),
                    suspended = optionalColumn(page.headers, "suspended"),
                    status = optionalColumn(page.headers, "enrolstatus");
    for (const std::vector<QString> &cells : page.rows) {
        const QString login = textOfCell(cellAt(cells, username));
        if (login.isEmpty() && textOfCell(cellAt(cells, user)).isEmpty())
            continue; // an enrolment method that nobody used: contract section 5.1
        const auto courseId = idInLink(cellAt(cells, course), courseScript, idParameter);
        const auto personId = personIn(cellAt(cells, user));
        if (!courseId || !personId)
            return fail(unreadable(courseId ? "user: is not a link to a person" : "course: is not a link to a course"));
        const auto active = isActive(textOfCell(cellAt(cells, status)));
        m_seesInactive = m_seesInactive || active == false;
        const auto known = m_courses.find(*courseId);
        if (known == m_courses.end())
            continue;
        const auto [it, isNew] = known->second.try_emplace(*personId);
        ReportedPerson &person = it->second;
        const auto locked = yesNo(textOfCell(cellAt(cells, suspended)));
        if (isNew) {
            person = {*personId, login, textOfCell(cellAt(cells, user)), {}, active, locked};
        } else if (person.username != login) {
            return fail(unreadable("username: differs for one person"));
        } else {
            person.active = anywhere(person.active, active);
            if (!person.suspended)
                person.suspended = locked;
        }
        if (const QString name = textOfCell(cellAt(cells, role)); !name.isEmpty())
            insertSorted(person.roles, name);
    }
    return {};
}

std::vector<ReportedPerson> ParticipantsTable::peopleOf(qint64 course) const
{
    std::vector<ReportedPerson> people;
    const auto known = m_courses.find(course);
    if (known == m_courses.end())
        return people;
    people.reserve(known->second.size());
    for (const auto &[id, person] : known->second)
        people.push_back(person);
    std::sort(people.begin(), people.end(),
              [](const ReportedPerson &a, const ReportedPerson &b) { return a.person < b.person; });
    return people;
}

// ---- roles

bool RolesTable::fits(const QStringList &headers)
{
    return hasOnce(headers, {"context", "path", "role", "username", "user"});
}

Result<void> RolesTable::take(const ReportPage &page)
{
    const qsizetype context = column(page.headers, "context"), path = column(page.headers, "path"),
                    role = column(page.headers, "role"), user = column(page.headers, "user");
    for (const std::vector<QString> &cells : page.rows) {
        const QString contextPath = textOfCell(cellAt(cells, path));
        const auto person = personIn(cellAt(cells, user));
        const QString name = textOfCell(cellAt(cells, role));
        if (!isContextPath(contextPath))
            return fail(unreadable("path: is not a path of contexts"));
        if (!person || name.isEmpty())
            return fail(unreadable(person ? "role: is empty" : "user: is not a link to a person"));
        const QString where = cellAt(cells, context);
        if (contextPath.count(u'/') == 1) { // the root of all contexts
            m_above.push_back({0, contextPath, *person, name});
        } else if (const auto category = idInLink(where, categoryScript, QLatin1String("categoryid"))) {
            m_above.push_back({*category, contextPath, *person, name});
        } else if (const auto course = idInLink(where, courseScript, idParameter)) {
            m_coursePaths.insert(*course, contextPath);
            m_inCourses.insert(qHashMulti(0, *course, *person, name));
        } else if (!where.contains(QLatin1String("href=\""))) {
            return fail(unreadable("context: is not a link"));
        } // an activity, a person, a block: nothing that a course inherits
    }
    return {};
}

std::optional<RolesTable::RolesOf> RolesTable::inheritedIn(qint64 course, const std::vector<qint64> &categories) const
{
    const QString path = m_coursePaths.value(course);
    if (path.isEmpty() && categories.empty())
        return std::nullopt;
    RolesOf roles;
    for (const Above &above : m_above) {
        const bool contains = above.category == 0 || (path.isEmpty() ? std::find(categories.begin(), categories.end(),
                                                                                 above.category) != categories.end()
                                                                     : path.startsWith(QString(above.path + u'/')));
        if (contains)
            insertSorted(roles[above.person], above.role);
    }
    return roles;
}

bool RolesTable::shows(qint64 course, qint64 person, const QString &role) const
{
    return m_inCourses.count(qHashMulti(0, course, person, role)) != 0;
}

qint64 RoleNames::placeholder(const QString &shortName)
{
    const auto known = m_numbers.constFind(shortName);
    if (known != m_numbers.constEnd())
        return *known;
    m_names << shortName;
    return *m_numbers.insert(shortName, -m_names.size());
}

} // namespace liaison::moodle

#include "core/run/resolve.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <functional>
#include <map>

namespace liaison {
namespace {

using Test = std::function<bool(const SurveyedLink &)>;

QString roomName(const Survey &survey, const SurveyedLink &link)
{
    const auto it = survey.roomById.constFind(link.room);
    return it == survey.roomById.constEnd() ? QString() : survey.rooms.rooms[*it].name;
}

Test byNumber(const Survey &survey, const QString &argument)
{
    const qsizetype colon = argument.indexOf(u':');
    bool isNumber = false;
    const qint64 id = QStringView(argument).mid(colon + 1).toLongLong(&isNumber);
    if (!isNumber)
        return [](const SurveyedLink &) { return false; };
    QString site = colon < 0 ? QString() : argument.left(colon);
    const bool hasMain =
        std::any_of(survey.sites.begin(), survey.sites.end(), [](const SiteSurvey &s) { return s.id == u"main"; });
    if (colon < 0 && hasMain)
        site = QStringLiteral("main");
    return [site, id](const SurveyedLink &l) { return l.course == id && (site.isEmpty() || l.key.site == site); };
}

Test byRoom(const Survey &survey, const QString &nameOrId)
{
    return [&survey, nameOrId](const SurveyedLink &l) {
        return !l.room.isEmpty() && (l.room == nameOrId || roomName(survey, l) == nameOrId);
    };
}

QString nameInUrl(const QString &argument)
{
    const QUrl url(argument);
    static const QRegularExpression path(QStringLiteral("/(?:group|channel)/([^/?]+)"));
    return url.scheme().startsWith(u"http") ? path.match(url.path()).captured(1) : QString();
}

} // namespace

QString quotedName(const QString &sentence)
{
    static const QRegularExpression quoted(QStringLiteral("[\"“”«„]\\s*([0-9A-Za-z._-]+)\\s*[\"“”»]"));
    return quoted.match(sentence).captured(1);
}

Result<std::vector<LinkKey>> resolveCourse(const Survey &survey, const QString &typed)
{
    const QString argument = typed.trimmed();
    const QString inUrl = nameInUrl(argument);
    const QString inSentence = quotedName(argument);
    const std::vector<Test> tests{
        [&](const SurveyedLink &l) { return l.shortName == argument; },
        byNumber(survey, argument),
        byRoom(survey, argument),
        [&](const SurveyedLink &l) { return !inUrl.isEmpty() && byRoom(survey, inUrl)(l); },
        [&](const SurveyedLink &l) { return !inSentence.isEmpty() && byRoom(survey, inSentence)(l); },
    };
    for (const Test &test : tests) {
        std::vector<LinkKey> keys;
        std::map<std::pair<QString, qint64>, QString> courses;
        for (const SurveyedLink &link : survey.links) {
            if (!link.inScope || !test(link))
                continue;
            keys.push_back(link.key);
            courses[{link.key.site, link.course}] = link.shortName;
        }
        if (courses.size() == 1) { // one activity was named, the course is meant
            const auto &[course, name] = *courses.begin();
            keys.clear();
            for (const SurveyedLink &link : survey.links) {
                if (link.key.site == course.first && link.course == course.second)
                    keys.push_back(link.key);
            }
            return keys;
        }
        if (courses.size() > 1) {
            QStringList list;
            for (const auto &[course, name] : courses)
                list << QStringLiteral("%1:%2 %3").arg(course.first).arg(course.second).arg(name);
            return fail(Error{ErrorKind::Input, QStringLiteral("several-courses"), argument, 0, {}, list.join(u'\n')});
        }
    }
    return fail(Error{ErrorKind::Input, QStringLiteral("course-not-found"), argument, 0, {}, {}});
}

} // namespace liaison

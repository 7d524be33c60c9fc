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
    const bool link = url.scheme().startsWith(u"http") || url.scheme() == u"rocketchat";
    return link ? path.match(url.path()).captured(1) : QString();
}

/// Letters and digits only: what every naming pattern leaves of a short name.
QString bare(const QString &text)
{
    QString out;
    for (QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            out += c.toCaseFolded();
    }
    return out;
}

Test byFormerName(const QString &roomName, bool withCourse)
{
    const qint64 cmid = activityInName(roomName);
    return [cmid, withCourse, name = bare(roomName)](const SurveyedLink &l) {
        return cmid != 0 && l.key.cmid == cmid &&
               (!withCourse || (!l.shortName.isEmpty() && name.contains(bare(l.shortName))));
    };
}

} // namespace

qint64 activityInName(const QString &roomName)
{
    // Behind the number a time, where the name was taken already.
    static const QRegularExpression trailing(QStringLiteral("_([0-9]{1,15})(?:_1[0-9]{9})?$"));
    const auto match = trailing.match(roomName);
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}

QString quotedName(const QString &sentence)
{
    static const QRegularExpression patterns[] = {
        QRegularExpression(QStringLiteral("[\"“”«„]\\s*([^\\s\"“”«»„]+)\\s*[\"“”»]")),
        QRegularExpression(QStringLiteral("[‘'`]([^\\s'’`]+)[’'`]")),
        QRegularExpression(QStringLiteral(", ([^\\s,]+), ")),
    };
    for (const QRegularExpression &pattern : patterns) {
        if (const auto match = pattern.match(sentence); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

Result<CourseChoice> chooseCourse(const Survey &survey, const QString &typed)
{
    const QString argument = typed.trimmed();
    const QString inUrl = nameInUrl(argument);
    const QString inSentence = quotedName(argument);
    struct Attempt
    {
        Test test;
        bool room = true;
    };
    std::vector<Attempt> attempts{
        {[&](const SurveyedLink &l) { return l.shortName == argument; }, false},
        {byNumber(survey, argument), false},
        {[&](const SurveyedLink &l) { return l.key.site + u':' + l.shortName == argument; },
         false}, // as tables show it
        {byRoom(survey, argument)},
        {[&](const SurveyedLink &l) { return !inUrl.isEmpty() && byRoom(survey, inUrl)(l); }},
        {[&](const SurveyedLink &l) { return !inSentence.isEmpty() && byRoom(survey, inSentence)(l); }},
    };
    for (const bool withCourse : {true, false}) {
        for (const QString &name : {argument, inUrl, inSentence}) {
            if (!name.isEmpty() && !name.contains(u' '))
                attempts.push_back({byFormerName(name, withCourse)});
        }
    }
    for (const auto &[test, room] : attempts) {
        CourseChoice choice;
        std::map<std::pair<QString, qint64>, QString> courses;
        for (const SurveyedLink &link : survey.links) {
            if (!link.inScope || !test(link))
                continue;
            if (room)
                choice.named.push_back(link.key);
            courses[{link.key.site, link.course}] = link.shortName;
        }
        if (courses.size() == 1) { // one activity was named, the course is meant
            const auto &[course, name] = *courses.begin();
            for (const SurveyedLink &link : survey.links) {
                if (link.key.site == course.first && link.course == course.second)
                    choice.links.push_back(link.key);
            }
            return choice;
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

Result<std::vector<LinkKey>> resolveCourse(const Survey &survey, const QString &typed)
{
    auto choice = chooseCourse(survey, typed);
    if (!choice)
        return fail(choice.error());
    return std::move(choice->links);
}

} // namespace liaison

#include "core/sandbox/faults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace liaison::sandbox {
namespace {

constexpr std::array actions{
    std::pair{FaultAction::Status, "status"},       std::pair{FaultAction::Delay, "delay"},
    std::pair{FaultAction::Hang, "hang"},           std::pair{FaultAction::Truncate, "truncate"},
    std::pair{FaultAction::Html, "html"},           std::pair{FaultAction::Empty, "empty"},
    std::pair{FaultAction::RateLimit, "ratelimit"}, std::pair{FaultAction::Revoke, "revoke"},
    std::pair{FaultAction::Reset, "reset"},         std::pair{FaultAction::ResetAfter, "reset-after"}};

/// Reads one rule; null counts as left out, so that a table of rules can be written with all columns.
class RuleReader
{
public:
    RuleReader(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) {}

    Result<Fault> read()
    {
        Fault f;
        for (auto it = m_object.begin(); it != m_object.end(); ++it)
            field(it.key(), it.value(), f);
        if (!m_object.contains(QLatin1String("do")))
            refuse(QStringLiteral("do"), u"missing"_qs);
        if (!m_problem.isEmpty())
            return fail({ErrorKind::Input, QStringLiteral("bad-fault"), QStringLiteral("faults"), 0, {}, m_problem});
        return f;
    }

private:
    void field(const QString &key, const QJsonValue &v, Fault &f)
    {
        if (v.isNull() && key != u"do")
            return known(key);
        if (key == u"server") {
            f.server = text(key, v);
            if (f.server != u"moodle" && f.server != u"rocketchat")
                refuse(key, u"expected moodle or rocketchat"_qs);
        } else if (key == u"site") {
            f.site = text(key, v);
        } else if (key == u"match") {
            f.match = text(key, v);
        } else if (key == u"course") {
            f.course = number(key, v, 1, std::numeric_limits<int>::max());
        } else if (key == u"room") {
            f.room = text(key, v);
        } else if (key == u"after") {
            f.after = number(key, v, 0, std::numeric_limits<int>::max());
        } else if (key == u"times") {
            f.times = number(key, v, 0, std::numeric_limits<int>::max());
        } else if (key == u"probability") {
            f.probability = v.toDouble(-1);
            if (!(f.probability >= 0 && f.probability <= 1))
                refuse(key, u"expected a number from 0 to 1"_qs);
        } else if (key == u"do") {
            action(v, f);
        } else if (key == u"status") {
            f.status = number(key, v, 200, 599);
        } else if (key == u"ms") {
            f.ms = number(key, v, 0, 3'600'000);
        } else if (key == u"seconds") {
            f.seconds = number(key, v, 0, 86'400);
        } else {
            refuse(key, u"unknown key"_qs);
        }
    }

    void known(const QString &key)
    {
        static constexpr std::array keys{"server", "site",        "match",  "course", "room",   "after",
                                         "times",  "probability", "status", "ms",     "seconds"};
        if (std::none_of(keys.begin(), keys.end(), [&](const char *k) { return key == QLatin1String(k); }))
            refuse(key, u"unknown key"_qs);
    }

    void action(const QJsonValue &v, Fault &f)
    {
        QStringList names;
        for (const auto &[act, name] : actions) {
            if (v.toString() == QLatin1String(name)) {
                f.act = act;
                return;
            }
            names.append(QString::fromLatin1(name));
        }
        refuse(QStringLiteral("do"), u"expected one of " + names.join(u' '));
    }

    QString text(const QString &key, const QJsonValue &v)
    {
        if (!v.isString())
            refuse(key, u"expected a text"_qs);
        return v.toString();
    }

    int number(const QString &key, const QJsonValue &v, int least, int most)
    {
        const double d = v.toDouble(std::nan(""));
        if (!(d >= least && d <= most) || d != std::floor(d)) {
            refuse(key, u"expected an integer from " + QString::number(least) + u" to " + QString::number(most));
            return least;
        }
        return static_cast<int>(d);
    }

    void refuse(const QString &key, const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = m_place + key + u": " + problem;
    }

    QJsonObject m_object;
    QString m_place;
    QString m_problem;
};

Error unreadable(const QString &detail)
{
    return {ErrorKind::Input, QStringLiteral("bad-fault"), QStringLiteral("faults"), 0, {}, detail};
}

bool matches(const Fault &f, const FaultSubject &s)
{
    if (!f.server.isEmpty() && f.server != s.server)
        return false;
    if (!f.site.isEmpty() && f.site != s.facts.site)
        return false;
    if (!f.match.isEmpty() && f.match != s.facts.function && !s.path.contains(f.match))
        return false;
    if (f.course && std::find(s.facts.courses.begin(), s.facts.courses.end(), *f.course) == s.facts.courses.end())
        return false;
    return f.room.isEmpty() || s.facts.rooms.contains(f.room);
}

} // namespace

Result<std::vector<Fault>> faultsFromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return fail(unreadable(u"byte " + QString::number(parse.offset) + u": " + parse.errorString()));
    const QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
    std::vector<Fault> out;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = document.isArray() ? QString(u'[' + QString::number(i) + u']') : QString();
        if (!list[i].isObject())
            return fail(unreadable(place + u": expected an object"));
        auto rule = RuleReader(list[i].toObject(), place.isEmpty() ? place : QString(place + u'.')).read();
        if (!rule)
            return fail(rule.error());
        out.push_back(std::move(*rule));
    }
    return out;
}

void Faults::add(const std::vector<Fault> &faults)
{
    for (const Fault &f : faults)
        m_rules.push_back({f, 0, std::mt19937_64(m_seed * 0x9E3779B97F4A7C15ULL + m_rules.size() + 1)});
}

std::optional<Fault> Faults::decide(const FaultSubject &subject)
{
    std::optional<Fault> acting;
    for (Rule &rule : m_rules) {
        if (!matches(rule.fault, subject))
            continue;
        const int n = ++rule.matches;
        const Fault &f = rule.fault;
        const bool due = n > f.after && (!f.times || n - f.after <= *f.times);
        const bool lucky = f.probability >= 1.0 || double(rule.dice() >> 11) * 0x1p-53 < f.probability;
        if (due && lucky && !acting)
            acting = f;
    }
    return acting;
}

} // namespace liaison::sandbox

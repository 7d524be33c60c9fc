#include "core/reconcile/planjson.h"

#include "core/base/inputerror.h"
#include "core/reconcile/planid.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace liaison {
namespace {

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject placeJson(const Place &place, bool withCourse)
{
    QJsonObject o{{QStringLiteral("site"), place.site},
                  {QStringLiteral("cmid"), orNull(place.cmid)},
                  {QStringLiteral("room"), orNull(place.room)}};
    if (withCourse)
        o.insert(QStringLiteral("course"), orNull(place.course));
    return o;
}

QJsonObject changeJson(const QString &id, const Change &change)
{
    Place place = change.place;
    if (kindOf(change) == ChangeKind::CreateAccount) {
        place.cmid.reset();
        place.room.reset();
    }
    QJsonObject o = placeJson(place, true);
    const PersonKey *person = personOf(change);
    o.insert(QStringLiteral("id"), id);
    o.insert(QStringLiteral("kind"), codeOf(kindOf(change)));
    o.insert(QStringLiteral("person"), person ? QJsonValue(personJson(*person)) : QJsonValue(QJsonValue::Null));
    o.insert(QStringLiteral("before"), beforeOf(change));
    o.insert(QStringLiteral("after"), afterOf(change));
    o.insert(QStringLiteral("reason"), codeOf(change.reason));
    o.insert(QStringLiteral("cause"), codeOf(change.cause));
    o.insert(QStringLiteral("certainty"), codeOf(change.certainty));
    return o;
}

QString digestOf(QJsonObject document)
{
    document.remove(QStringLiteral("plan"));
    const QByteArray bytes = QJsonDocument(document).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Reads an object of the document, remembering the first thing that is wrong and where.
class Reader
{
public:
    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    void refuse(const QString &place)
    {
        if (ok())
            m_problem = place;
    }

    QString text(const QJsonObject &o, const char *key, const QString &place)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (!v.isString())
            refuse(place + u'.' + QLatin1String(key));
        return v.toString();
    }
    std::optional<QString> textOrNull(const QJsonObject &o, const char *key, const QString &place)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isNull())
            return std::nullopt;
        return text(o, key, place);
    }
    std::optional<qint64> numberOrNull(const QJsonObject &o, const char *key, const QString &place)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isNull())
            return std::nullopt;
        if (!v.isDouble() || v.toDouble() != static_cast<double>(v.toInteger())) {
            refuse(place + u'.' + QLatin1String(key));
            return std::nullopt;
        }
        return v.toInteger();
    }
    QJsonArray list(const QJsonObject &o, const char *key)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (!v.isArray())
            refuse(QString::fromLatin1(key));
        return v.toArray();
    }
    QJsonObject object(const QJsonObject &o, const char *key, const QString &place)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (!v.isObject())
            refuse(place);
        return v.toObject();
    }
    QJsonObject element(const QJsonArray &array, qsizetype i, const QString &place)
    {
        if (!array[i].isObject())
            refuse(place);
        return array[i].toObject();
    }
    int integer(const QJsonValue &v, const QString &place)
    {
        if (!v.isDouble() || v.toDouble() != static_cast<double>(v.toInt()))
            refuse(place);
        return v.toInt();
    }
    template <class E> E code(const QJsonObject &o, const char *key, const QString &place)
    {
        const auto value = fromCode<E>(o.value(QLatin1String(key)).toString());
        if (!value) {
            refuse(place + u'.' + QLatin1String(key));
            return Codes<E>::all.front().first;
        }
        return *value;
    }
    Place place(const QJsonObject &o, const QString &where)
    {
        return {text(o, "site", where), numberOrNull(o, "course", where), numberOrNull(o, "cmid", where),
                textOrNull(o, "room", where)};
    }
    std::optional<PersonKey> person(const QJsonObject &o, const QString &where)
    {
        const QJsonValue v = o.value(QLatin1String("person"));
        if (v.isNull())
            return std::nullopt;
        const QJsonObject p = v.toObject();
        const QString at = where + QLatin1String(".person");
        return PersonKey{numberOrNull(p, "moodle", at), textOrNull(p, "chat", at), text(p, "username", at)};
    }
    std::optional<Retention> retention(const QJsonObject &o, const char *key, const QString &where)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isNull())
            return std::nullopt;
        const QString at = where + u'.' + QLatin1String(key);
        const QJsonObject r = v.toObject();
        const auto flag = [&](const char *name) {
            const QJsonValue f = r.value(QLatin1String(name));
            if (!f.isBool())
                refuse(at + u'.' + QLatin1String(name));
            return f.toBool();
        };
        Retention out;
        out.enabled = flag("enabled");
        out.overrideGlobal = flag("overrideGlobal");
        if (const auto days = numberOrNull(r, "maxAge", at))
            out.maxAge = static_cast<int>(*days);
        out.excludePinned = flag("excludePinned");
        out.filesOnly = flag("filesOnly");
        out.ignoreThreads = flag("ignoreThreads");
        return out;
    }
    Change change(const QJsonObject &o, const QString &where);

private:
    QString m_problem;
};

Change Reader::change(const QJsonObject &o, const QString &where)
{
    Change c{place(o, where), Archive{}, code<ChangeReason>(o, "reason", where), code<Cause>(o, "cause", where),
             code<Certainty>(o, "certainty", where)};
    const auto who = [&] {
        const auto p = person(o, where);
        if (!p)
            refuse(where + QLatin1String(".person"));
        return p.value_or(PersonKey{});
    };
    switch (code<ChangeKind>(o, "kind", where)) {
    case ChangeKind::CreateAccount:
        c.what = CreateAccount{who()};
        break;
    case ChangeKind::CreateRoom:
        c.what = CreateRoom{};
        break;
    case ChangeKind::Unarchive:
        c.what = Unarchive{};
        break;
    case ChangeKind::SetRetention: {
        const auto after = retention(o, "after", where);
        if (!after)
            refuse(where + QLatin1String(".after"));
        c.what = SetRetention{retention(o, "before", where), after.value_or(Retention{})};
        break;
    }
    case ChangeKind::Add:
        c.what = AddMember{who(), code<MemberRole>(o, "after", where)};
        break;
    case ChangeKind::Promote:
        c.what = Promote{who()};
        break;
    case ChangeKind::Demote:
        c.what = Demote{who()};
        break;
    case ChangeKind::Remove:
        c.what = RemoveMember{who(), code<MemberRole>(o, "before", where)};
        break;
    case ChangeKind::Archive:
        break;
    }
    return c;
}

QString at(const char *list, qsizetype i)
{
    return QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(i);
}

} // namespace

QJsonObject personJson(const PersonKey &p)
{
    return {{QStringLiteral("moodle"), orNull(p.moodle)},
            {QStringLiteral("chat"), orNull(p.chat)},
            {QStringLiteral("username"), p.username}};
}

QJsonObject planToObject(const Plan &plan)
{
    QJsonArray classes, steps, withheld, findings, unknown;
    for (ChangeClass c : plan.classes)
        classes.append(codeOf(c));
    for (const Step &step : plan.steps)
        steps.append(changeJson(step.id, step.change));
    for (const Withheld &w : plan.withheld) {
        QJsonObject o = changeJson(w.id, w.change);
        o.insert(QStringLiteral("rule"), codeOf(w.rule));
        if (!w.detail.isEmpty())
            o.insert(QStringLiteral("detail"), w.detail);
        withheld.append(o);
    }
    for (const Finding &f : plan.findings) {
        QJsonObject o = placeJson(f.place, true);
        o.insert(QStringLiteral("code"), codeOf(f.code));
        o.insert(QStringLiteral("person"), f.person ? QJsonValue(personJson(*f.person)) : QJsonValue(QJsonValue::Null));
        findings.append(o);
    }
    for (const Unknown &u : plan.unknown) {
        QJsonObject o = placeJson(u.place, true);
        o.insert(QStringLiteral("reason"), codeOf(u.reason));
        unknown.append(o);
    }
    QJsonObject moodle, counts, notSelected;
    for (const auto &[site, url] : plan.moodleServers)
        moodle.insert(site, url);
    for (const auto &[kind, n] : plan.counts)
        counts.insert(kind, n);
    for (const auto &[kind, n] : plan.notSelected)
        notSelected.insert(kind, n);
    counts.insert(QStringLiteral("notSelected"), notSelected);

    QJsonObject document{
        {QStringLiteral("format"), QStringLiteral("liaison-plan")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("origin"), plan.origin},
        {QStringLiteral("classes"), classes},
        {QStringLiteral("servers"),
         QJsonObject{{QStringLiteral("moodle"), moodle}, {QStringLiteral("chat"), plan.chatServer}}},
        {QStringLiteral("basedOn"), plan.basedOn},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("withheld"), withheld},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("unknown"), unknown},
        {QStringLiteral("counts"), counts},
        {QStringLiteral("noise"), QJsonObject{{QStringLiteral("messages"), plan.noise.messages},
                                              {QStringLiteral("notifications"), plan.noise.notifications}}},
    };
    document.insert(QStringLiteral("plan"), digestOf(document));
    return document;
}

QByteArray planToJson(const Plan &plan)
{
    return QJsonDocument(planToObject(plan)).toJson(QJsonDocument::Compact);
}

Result<Plan> planFromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &parsing);
    if (!parsed.isObject())
        return fail(inputError("bad-plan", parsing.error == QJsonParseError::NoError
                                               ? QStringLiteral("$")
                                               : QString::number(parsing.offset)));
    const QJsonObject o = parsed.object();
    if (o.value(QLatin1String("format")) != QLatin1String("liaison-plan"))
        return fail(inputError("bad-plan", QStringLiteral("format")));
    if (o.value(QLatin1String("version")).toInt() != 1)
        return fail(inputError("plan-version", QString::number(o.value(QLatin1String("version")).toInt())));
    if (o.value(QLatin1String("plan")).toString() != digestOf(o))
        return fail(inputError("plan-digest"));

    Reader r;
    Plan plan;
    plan.digest = o.value(QLatin1String("plan")).toString();
    plan.origin = r.text(o, "origin", QStringLiteral("$"));
    plan.basedOn = r.text(o, "basedOn", QStringLiteral("$"));
    const QJsonArray classes = r.list(o, "classes");
    for (const QJsonValue &v : classes) {
        if (const auto c = fromCode<ChangeClass>(v.toString()))
            plan.classes.push_back(*c);
        else
            r.refuse(QStringLiteral("classes"));
    }
    const QJsonObject servers = r.object(o, "servers", QStringLiteral("servers"));
    plan.chatServer = r.text(servers, "chat", QStringLiteral("servers"));
    const QJsonObject moodle = r.object(servers, "moodle", QStringLiteral("servers.moodle"));
    for (auto it = moodle.begin(); it != moodle.end(); ++it)
        plan.moodleServers[it.key()] = r.text(moodle, it.key().toUtf8().constData(), QStringLiteral("servers.moodle"));

    const QJsonArray steps = r.list(o, "steps");
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString where = at("steps", i);
        const QJsonObject step = r.element(steps, i, where);
        plan.steps.push_back({r.text(step, "id", where), r.change(step, where)});
    }
    const QJsonArray withheld = r.list(o, "withheld");
    for (qsizetype i = 0; i < withheld.size(); ++i) {
        const QString where = at("withheld", i);
        const QJsonObject w = r.element(withheld, i, where);
        plan.withheld.push_back({r.text(w, "id", where), r.change(w, where), r.code<Rule>(w, "rule", where),
                                 w.value(QLatin1String("detail")).toString()});
    }
    const QJsonArray findings = r.list(o, "findings");
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const QString where = at("findings", i);
        const QJsonObject f = r.element(findings, i, where);
        plan.findings.push_back({r.code<FindingCode>(f, "code", where),
                                 r.place(f, where),
                                 r.person(f, where),
                                 Cause::NotKnown,
                                 Certainty::None,
                                 {}});
    }
    const QJsonArray unknown = r.list(o, "unknown");
    for (qsizetype i = 0; i < unknown.size(); ++i) {
        const QString where = at("unknown", i);
        const QJsonObject u = r.element(unknown, i, where);
        plan.unknown.push_back({r.place(u, where), r.code<UnknownReason>(u, "reason", where), {}});
    }
    const QJsonObject counts = r.object(o, "counts", QStringLiteral("counts"));
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.key() != u"notSelected")
            plan.counts[it.key()] = r.integer(it.value(), u"counts." + it.key());
    }
    const QJsonObject notSelected = r.object(counts, "notSelected", QStringLiteral("counts.notSelected"));
    for (auto it = notSelected.begin(); it != notSelected.end(); ++it)
        plan.notSelected[it.key()] = r.integer(it.value(), u"counts.notSelected." + it.key());
    const QJsonObject noise = r.object(o, "noise", QStringLiteral("noise"));
    plan.noise = {r.integer(noise.value(QLatin1String("messages")), QStringLiteral("noise.messages")),
                  r.integer(noise.value(QLatin1String("notifications")), QStringLiteral("noise.notifications"))};
    if (!r.ok())
        return fail(inputError("bad-plan", r.problem()));
    return plan;
}

} // namespace liaison

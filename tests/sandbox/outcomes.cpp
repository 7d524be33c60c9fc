#include "tests/sandbox/outcomes.h"

#include "core/reconcile/planjson.h"
#include "core/rocketchat/ratelimit.h"
#include "core/run/observe.h"
#include "core/run/servers.h"
#include "core/store/memory.h"
#include "tests/flow/flow.h"

#include <QFile>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <thread>

namespace liaison::outcomes {
namespace {

constexpr auto patience = std::chrono::milliseconds(500);

/// People to add, somebody to remove who is still enrolled, a room in step, a hidden one.
flow::Campus campus()
{
    flow::Campus c;
    const QString stay = flow::many(QStringLiteral("s"), 9);
    c.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* anne bob ") + stay),
             QString(QStringLiteral("prof* ") + stay));
    c.linked(QStringLiteral("BIO2"), 8, 80, QString(QStringLiteral("prof* dora out1 ") + stay),
             QString(QStringLiteral("prof* dora* out1 ") + stay));
    for (sandbox::Enrolment &e : c.courseOf(8).enrolments) {
        if (e.person == c.person(QStringLiteral("out1")))
            e.roles = QStringList{QStringLiteral("teacher")};
    }
    c.linked(QStringLiteral("STE3"), 9, 90, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.linked(QStringLiteral("HID4"), 10, 100, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.activityOf(100).visible = false;
    return c;
}

/// One campus, one store, and a console that plans all of it again and again.
class Reader
{
public:
    Reader()
        : m_flow(campus())
        , m_database(std::move(store::Database::open(m_flow.file(QStringLiteral("store"))).value()))
        , m_classes{ChangeClass::Add,    ChangeClass::Promote,  ChangeClass::Demote,
                    ChangeClass::Remove, ChangeClass::Settings, ChangeClass::Create}
    {
        const Environment environment = [this](const QString &name) -> std::optional<QString> {
            return m_flow.env.contains(name) ? std::optional(m_flow.env.value(name)) : std::nullopt;
        };
        m_profile = profileFromEnvironment(environment).value();
        if (const auto done = addSecrets(m_profile, environment); !done)
            qFatal("no profile: %s", qPrintable(done.error().code));
        const auto whole = plan();
        if (!whole)
            qFatal("no plan: %s %s", qPrintable(whole.error().code), qPrintable(whole.error().detail));
        if (whole->plan.steps.size() != 5 || !whole->plan.unknown.empty())
            qFatal("the campus is not read as it is: %s", planToJson(whole->plan).constData());
        for (const Step &step : whole->plan.steps)
            m_whole.insert(step.id, expectedOf(step.change));
    }

    QString outcomeOf(const QByteArrayList &faults)
    {
        m_flow.sandbox().clearFaults();
        m_flow.sandbox().clearRequests();
        for (const QByteArray &f : faults)
            m_flow.fault(f.constData());
        const auto planned = plan();
        m_flow.sandbox().clearFaults();
        if (m_flow.writes() != 0)
            return QStringLiteral("WROTE");
        if (!planned)
            return planned.error().code.isEmpty() ? QStringLiteral("NO CODE")
                                                  : QString(QStringLiteral("error `") + planned.error().code + u'`');
        return judge(*planned);
    }

private:
    struct Planned
    {
        std::shared_ptr<const Snapshot> snapshot;
        Diff diff;
        Plan plan;
    };

    /// As `liaisonctl plan --all` does, in the same parts.
    Result<Planned> plan()
    {
        store::Memory memory(*m_database);
        const auto servers = makeServers(m_profile);
        net::ServerOptions options;
        options.timeout = patience;
        servers->http->addServer(QUrl(m_profile.moodle.front().url), options);
        options.retryAfter = rocketchat::retryAfter;
        options.connections = m_profile.chat.connections;
        servers->http->addServer(QUrl(m_profile.chat.url), options);
        const net::CancelToken cancel;
        const auto surveyed = survey(*servers, m_profile, memory, {}, cancel);
        if (!surveyed)
            return fail(surveyed.error());
        auto observed = observe(*servers, m_profile, *surveyed, memory, everyKey(*surveyed), {}, {}, cancel);
        if (!observed)
            return fail(observed.error());
        Planned result{observed->snapshot, {}, {}};
        result.diff = diff(*observed->snapshot, m_profile.policy, observed->history, optionsFor(m_classes));
        for (const Unknown &site : observed->sites)
            result.diff.unknown.push_back(site);
        result.plan = makePlan(*observed->snapshot, result.diff, m_profile.policy, m_classes);
        return result;
    }

    struct Expected
    {
        QString room;
        std::optional<qint64> person;
    };
    static Expected expectedOf(const Change &change)
    {
        const PersonKey *const person = personOf(change);
        return {change.place.room.value_or(QString()), person ? person->moodle : std::nullopt};
    }

    /// Nobody extra: each step is one of the whole reading's. Nobody missing in silence: each step of the whole reading
    /// is there, or held back, or its room or site is named as unknown, or the person as not understood.
    [[nodiscard]] QString judge(const Planned &planned) const
    {
        QSet<QString> ids;
        for (const Step &step : planned.plan.steps) {
            if (!m_whole.contains(step.id))
                return QString(QStringLiteral("PLANNED WHAT IS NOT SO: ") + step.id + u' ' +
                               codeOf(kindOf(step.change)));
            ids.insert(step.id);
        }
        QSet<QString> held, unknownRooms;
        bool siteUnknown = false;
        for (const Withheld &entry : planned.plan.withheld)
            held.insert(entry.id);
        for (const Unknown &entry : planned.plan.unknown) {
            unknownRooms.insert(entry.place.room.value_or(QString()));
            siteUnknown = siteUnknown || (!entry.place.cmid && !entry.place.room);
        }
        for (const LinkRow &row : planned.diff.links) {
            if (row.state != LinkState::Unknown && row.state != LinkState::PartlyKnown)
                continue;
            if (!row.reason)
                return QStringLiteral("UNKNOWN WITHOUT A REASON");
        }
        for (auto it = m_whole.begin(); it != m_whole.end(); ++it) {
            if (ids.contains(it.key()) || held.contains(it.key()) || siteUnknown || unknownRooms.contains(it->room))
                continue;
            const auto &findings = planned.plan.findings;
            const bool said = it->person && std::any_of(findings.begin(), findings.end(), [&](const Finding &f) {
                                  return f.place.room == it->room && f.person && f.person->moodle == it->person;
                              });
            if (!said)
                return QString(QStringLiteral("LEFT OUT SILENTLY: ") + it.key() + u' ' + it->room);
        }
        if (ids.size() == m_whole.size() && planned.plan.unknown.empty())
            return QStringLiteral("right");
        if (ids.size() == m_whole.size())
            return QStringLiteral("less"); // the same steps, and a room in step that is not known any more
        return ids.isEmpty() ? QStringLiteral("unknown") : QStringLiteral("less");
    }

    flow::Flow m_flow;
    std::unique_ptr<store::Database> m_database;
    std::vector<ChangeClass> m_classes;
    Profile m_profile;
    QMap<QString, Expected> m_whole; ///< step id
};

} // namespace

const std::vector<Kind> &kinds()
{
    static const std::vector<Kind> all{{"status 500", R"("do":"status","status":500)"},
                                       {"status 503", R"("do":"status","status":503)"},
                                       {"delay", R"("do":"delay","ms":100)"},
                                       {"truncate", R"("do":"truncate")"},
                                       {"html", R"("do":"html")"},
                                       {"empty", R"("do":"empty")"},
                                       {"ratelimit", R"("do":"ratelimit","seconds":1,"times":1)"},
                                       {"revoke", R"("do":"revoke")"},
                                       {"reset", R"("do":"reset")"},
                                       {"reset-after", R"("do":"reset-after")"},
                                       {"half of them reset", R"("do":"reset","probability":0.5)"},
                                       {"hang", R"("do":"hang")"}};
    return all;
}

QByteArray fault(const char *call, const Kind &kind)
{
    return QByteArray(R"({"match":")") + call + R"(",)" + kind.json + '}';
}

void run(std::vector<Case> &cases)
{
    std::vector<std::unique_ptr<Reader>> readers(16);
    for (auto &reader : readers)
        reader = std::make_unique<Reader>(); // here: Qt makes some of its own at the first use
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> threads;
    for (const auto &reader : readers) {
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < cases.size(); at = next++)
                cases[at].outcome = reader->outcomeOf(cases[at].faults);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

bool allowed(const QString &outcome)
{
    return outcome == u"right" || outcome == u"less" || outcome == u"unknown" || outcome.startsWith(u"error `");
}

QString table(const QMap<QString, QMap<QString, QString>> &rows, const QStringList &order)
{
    QString text;
    for (const Kind &k : kinds())
        text += u' ' + QLatin1String(k.name) + QLatin1String(" |");
    text += QLatin1String("\n|---|") + QStringLiteral("---|").repeated(qsizetype(kinds().size())) + u'\n';
    for (const QString &row : order) {
        text += QLatin1String("| `") + row + QLatin1String("` |");
        for (const Kind &k : kinds())
            text += u' ' + rows.value(row).value(QLatin1String(k.name)) + QLatin1String(" |");
        text += u'\n';
    }
    return text;
}

bool publish(Half half, const QString &text)
{
    qInfo().noquote() << text;
    if (!qEnvironmentVariableIsSet("LIAISON_WRITE_FAULTS"))
        return true;
    const QByteArray second("\n## Two at once");
    QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/faults-reading.md"));
    QByteArray alone, pairs;
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray all = file.readAll();
        const qsizetype at = all.indexOf(second);
        alone = all.left(at);
        pairs = at < 0 ? QByteArray() : all.mid(at);
        file.close();
    }
    (half == Half::Alone ? alone : pairs) = text.toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(alone + pairs) > 0;
}

} // namespace liaison::outcomes

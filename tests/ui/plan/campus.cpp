#include "tests/ui/plan/campus.h"

#include "core/reconcile/planid.h"
#include "core/reconcile/planjson.h"
#include "tests/support/smallworld.h"

#include <algorithm>
#include <array>

namespace liaison::tests {
namespace {

constexpr std::array givenNames = {u"Aïcha",   u"Émile",     u"Inès",   u"Hélène", u"Paul",    u"Théo",
                                   u"Clara",   u"Guillaume", u"Noémie", u"Hugo",   u"Nadia",   u"Julien",
                                   u"Camille", u"Ali",       u"Sofia",  u"Maëlle", u"Yasmine", u"Bastien",
                                   u"Anaïs",   u"Étienne",   u"Manon",  u"Oumar",  u"Léa"};
constexpr std::array familyNames = {
    u"Ben Salem", u"Chrétien", u"Le Goff", u"Faure",  u"Marchand", u"Lambert",   u"Vidal",      u"Dufour",     u"Roy",
    u"Lefèvre",   u"Haddad",   u"Moreau",  u"Besson", u"Rahmani",  u"Lindqvist", u"Kerouanton", u"El Idrissi", u"Roux",
    u"Guérin",    u"Duval",    u"Picard",  u"Diallo", u"Fontaine", u"Œrsted",    u"Ngo"};
struct Named
{
    const char16_t *shortName, *fullName, *room;
};
constexpr std::array courses = {
    Named{u"DRC-L1", u"Droit constitutionnel 1", u"drc-l1_41207"},
    Named{u"CIV-L2", u"Droit civil des obligations", u"civ-l2_41230"},
    Named{u"MÉD-P2", u"Physiologie — PASS", u"med-p2_41600"},
    Named{u"LAN-M1", u"Langues appliquées", u"lan-m1_40512"},
    Named{u"SPO-L1", u"Sport et santé", u"spo-l1_40733"},
};
constexpr std::array subjects = {
    Named{u"ANG", u"Anglais de spécialité", u"ang"},
    Named{u"ESP", u"Espagnol débutant", u"esp"},
    Named{u"PHI", u"Philosophie des sciences", u"phi"},
    Named{u"GEO", u"Géographie des villes", u"geo"},
    Named{u"SOC", u"Introduction à la sociologie", u"soc"},
    Named{u"LIT", u"Littérature comparée", u"lit"},
    Named{u"STA", u"Statistiques pour les sciences humaines", u"sta"},
    Named{u"ARC", u"Archéologie classique", u"arc"},
    Named{u"PHY", u"Optique ondulatoire", u"phy"},
    Named{u"PSY", u"Psychologie du développement", u"psy"},
    Named{u"MUS", u"Histoire de l’opéra", u"mus"},
    Named{u"HIS", u"Histoire de l’Europe moderne", u"his"},
    Named{u"CHI", u"Chimie générale", u"chi"},
};
constexpr std::array levels = {u"L1", u"L2", u"L3", u"M1", u"M2"};

constexpr int people = 400;

QString text(const char16_t *s)
{
    return QString::fromUtf16(s);
}

QString roomId(size_t i)
{
    return QStringLiteral("GRP%1").arg(i, 4, 10, QLatin1Char('0'));
}

Place placeOfCourse(size_t i)
{
    return {QStringLiteral("main"), 100 + static_cast<qint64>(i), 41000 + static_cast<qint64>(i), roomId(i)};
}

PersonKey someone(int n)
{
    const int i = n % people;
    return {5000 + i, QStringLiteral("acc%1").arg(i), QStringLiteral("login%1").arg(i)};
}

/// Collects changes, by class ticked, into a plan.
class Maker
{
public:
    explicit Maker(std::set<ChangeClass> classes) : m_classes(std::move(classes))
    {
        for (const auto &[kind, code] : Codes<ChangeKind>::all) {
            plan.counts[QString::fromLatin1(code)] = 0;
            plan.notSelected[QString::fromLatin1(code)] = 0;
        }
    }
    void put(const Place &place, ChangeWhat what, ChangeReason reason, Cause cause, Certainty certainty,
             std::optional<Rule> rule = std::nullopt, const QString &detail = {})
    {
        const Change change{place, std::move(what), reason, cause, certainty};
        const ChangeKind kind = kindOf(change);
        if (!m_classes.contains(classOf(kind))) {
            if (rule != Rule::Guest)
                ++plan.notSelected[codeOf(kind)];
            return;
        }
        const QString id = entryId(change);
        if (rule) {
            plan.withheld.push_back({id, change, *rule, detail});
            return;
        }
        ++plan.counts[codeOf(kind)];
        plan.noise.messages += noiseOf(change).messages;
        plan.noise.notifications += noiseOf(change).notifications;
        plan.steps.push_back({id, change});
    }
    void add(const Place &place, int n, Cause cause = Cause::NeverAdded, Certainty sure = Certainty::Certain,
             std::optional<Rule> rule = std::nullopt)
    {
        put(place, AddMember{someone(n), MemberRole::Member}, ChangeReason::ExpectedAbsent, cause, sure, rule);
    }
    void remove(const Place &place, int n, Cause cause, Certainty sure = Certainty::Certain,
                std::optional<Rule> rule = std::nullopt)
    {
        put(place, RemoveMember{someone(n), MemberRole::Member}, ChangeReason::NotExpected, cause, sure, rule);
    }
    Plan plan;

private:
    std::set<ChangeClass> m_classes;
};

void namedRooms(Maker &m)
{
    const Place drc = placeOfCourse(0), civ = placeOfCourse(1), med = placeOfCourse(2), lan = placeOfCourse(3),
                spo = placeOfCourse(4);
    m.add(drc, 0);
    m.add(drc, 1, Cause::BeyondFirstPage, Certainty::Likely);
    m.add(drc, 2, Cause::Left);
    m.put(drc, Promote{someone(3)}, ChangeReason::ExpectedModerator, Cause::RoleChanged, Certainty::Certain);
    m.put(drc, Demote{someone(4)}, ChangeReason::ExpectedMember, Cause::RoleChanged, Certainty::Certain);
    m.remove(drc, 5, Cause::Suspended);
    m.remove(drc, 6, Cause::NoLongerEnrolled);
    m.remove(drc, 7, Cause::ByHand, Certainty::Certain, Rule::Guest);
    m.add(drc, 8, Cause::Left, Certainty::Certain, Rule::GoneAgain);
    m.put(civ, Unarchive{}, ChangeReason::ActivityVisible, Cause::HiddenArchived, Certainty::Certain);
    for (int i = 0; i < 176; ++i)
        m.add(civ, 20 + i, Cause::BeyondFirstPage, Certainty::Likely);
    for (int i = 0; i < 19; ++i)
        m.add(med, 210 + i, Cause::BeyondFirstPage, Certainty::Likely);
    m.remove(med, 240, Cause::Suspended);
    m.remove(med, 241, Cause::Suspended);
    for (int i = 0; i < 32; ++i)
        m.remove(lan, 250 + i, Cause::CourseReset, Certainty::Likely, Rule::ThresholdRoom);
    for (int i = 0; i < 14; ++i)
        m.remove(spo, 300 + i, Cause::NoLongerEnrolled, Certainty::Certain, Rule::Emptied);
}

void otherRooms(Maker &m, size_t rooms)
{
    for (size_t r = courses.size(); r < rooms; ++r) {
        const Place place = placeOfCourse(r);
        const int n = static_cast<int>(r) * 7;
        for (int i = 0; i < 1 + static_cast<int>(r % 3); ++i)
            m.add(place, n + i, r % 2 ? Cause::NeverAdded : Cause::Left);
        if (r % 3 == 0)
            m.put(place, Promote{someone(n + 4)}, ChangeReason::ExpectedModerator, Cause::RoleChanged,
                  Certainty::Certain);
        if (r % 7 == 0)
            m.put(place, Demote{someone(n + 5)}, ChangeReason::ExpectedMember, Cause::RoleChanged, Certainty::Certain);
        if (r % 10 == 1) {
            for (int i = 0; i < 5; ++i)
                m.remove(place, n + 10 + i, Cause::NoLongerEnrolled);
        }
        if (r % 20 == 2) {
            Retention before, after;
            before.enabled = after.enabled = before.overrideGlobal = after.overrideGlobal = true;
            before.maxAge = 365;
            after.maxAge = 90;
            m.put(place, SetRetention{before, after}, ChangeReason::RetentionDiffers, Cause::NotKnown, Certainty::None);
        }
    }
}

SmallWorld world(size_t rooms)
{
    SmallWorld w;
    w.now = Instant::fromIso(QStringLiteral("2026-11-20T09:58:00Z"));
    w.sites.push_back({});
    for (int i = 0; i < people; ++i) {
        const size_t n = static_cast<size_t>(i);
        SmallPerson p;
        p.id = 5000 + i;
        p.username = QStringLiteral("login%1").arg(i);
        p.fullName = text(givenNames[(n + n / familyNames.size()) % givenNames.size()]) + u' ' +
                     text(familyNames[n % familyNames.size()]);
        w.people.push_back(p);
        SmallAccount a;
        a.id = QStringLiteral("acc%1").arg(i);
        a.username = p.username;
        w.accounts.push_back(a);
    }
    for (size_t i = 0; i < rooms; ++i) {
        SmallCourse course;
        SmallRoom room;
        course.id = 100 + static_cast<qint64>(i);
        room.id = roomId(i);
        if (i < courses.size()) {
            course.shortName = text(courses[i].shortName);
            course.fullName = text(courses[i].fullName);
            room.name = text(courses[i].room);
        } else {
            const Named &subject = subjects[i % subjects.size()];
            const QString level = text(levels[(i / subjects.size()) % levels.size()]);
            course.shortName = text(subject.shortName) + u'-' + level;
            course.fullName = text(subject.fullName);
            room.name = QStringLiteral("%1-%2_%3").arg(text(subject.room), level.toLower()).arg(41000 + i);
        }
        SmallLink link;
        link.cmid = 41000 + static_cast<qint64>(i);
        link.course = course.id;
        link.room = room.id;
        w.courses.push_back(course);
        w.rooms.push_back(room);
        w.links.push_back(link);
    }
    return w;
}

std::vector<store::RunRecord> pastRuns()
{
    struct Row
    {
        const char *id, *started, *by;
        RunState state;
        std::array<int, 5> n;
    };
    const std::array rows = {
        Row{"2026-11-20-03", "2026-11-20T10:06:00Z", "m.lefort", RunState::Partly, {575, 558, 6, 7, 4}},
        Row{"2026-11-20-02", "2026-11-20T08:31:00Z", "s.lindqvist", RunState::Done, {12, 12, 0, 0, 0}},
        Row{"2026-11-20-01", "2026-11-20T02:00:00Z", "liaison-nuit", RunState::Done, {48, 48, 0, 0, 0}},
        Row{"2026-11-19-01", "2026-11-19T02:00:00Z", "liaison-nuit", RunState::Stopped, {131, 74, 57, 0, 0}},
        Row{"2026-11-18-01", "2026-11-18T02:00:00Z", "liaison-nuit", RunState::Done, {9, 9, 0, 0, 0}},
        Row{"2026-11-14-02", "2026-11-14T17:20:00Z", "m.lefort", RunState::Interrupted, {36, 31, 5, 0, 0}},
    };
    std::vector<store::RunRecord> out;
    for (const Row &row : rows) {
        store::RunRecord run;
        run.id = QString::fromLatin1(row.id);
        run.started = Instant::fromIso(QString::fromLatin1(row.started));
        run.finished = {run.started.ms + 290000};
        run.by = QString::fromLatin1(row.by);
        run.state = row.state;
        run.origin = QStringLiteral("diff");
        run.classes = {ChangeClass::Add, ChangeClass::Promote};
        if (row.by[0] == 'm')
            run.classes.insert(run.classes.end(), {ChangeClass::Demote, ChangeClass::Remove});
        run.planned = row.n[0];
        run.done = row.n[1];
        run.skipped = row.n[2];
        run.stale = row.n[3];
        run.failed = row.n[4];
        out.push_back(run);
    }
    return out;
}

} // namespace

ui::Backend::View campusView(const CampusOptions &options)
{
    const size_t rooms = courses.size() + static_cast<size_t>(options.moreRooms);
    auto view = std::make_shared<CampusView>();
    view->snapshot = build(world(rooms));
    for (size_t i = 0; i < view->snapshot->rooms.size(); ++i) {
        RoomDiff diff;
        diff.room = RoomIx(i);
        diff.thresholdBase = 60 + static_cast<int>(i % 90);
        view->diff.rooms.push_back(diff);
    }
    ServerReport chat;
    chat.kind = QStringLiteral("rocketchat");
    for (const auto &[right, feature] :
         {std::pair("add-user-to-joined-room", "add"), std::pair("set-moderator", "promote"),
          std::pair("remove-user", "remove"), std::pair("edit-room-retention-policy", "settings")})
        chat.rights.push_back({QString::fromLatin1(right), true, QString::fromLatin1(feature)});
    view->servers.push_back(chat);
    view->runs = pastRuns();
    view->readAt = Instant::fromIso(QStringLiteral("2026-11-20T09:58:00Z"));
    const ApplyResult newest = campusResult(campusPlan(view)->steps);
    store::RunRecord &run = view->runs.front();
    run.planned = newest.planned;
    run.done = newest.done;
    run.skipped = newest.skipped;
    run.stale = newest.stale;
    run.failed = newest.failed;
    view->profileName = QStringLiteral("Université des Trois-Rives");
    view->production = options.production;
    view->readOnly = options.readOnly;
    return view;
}

ui::Backend::PlanPtr campusPlan(const ui::Backend::View &view, const std::set<ChangeClass> &classes)
{
    Maker m(classes);
    m.plan.origin = QStringLiteral("diff");
    m.plan.classes.assign(classes.begin(), classes.end());
    m.plan.moodleServers[QStringLiteral("main")] = QStringLiteral("https://moodle.example");
    m.plan.chatServer = QStringLiteral("https://chat.example");
    m.plan.basedOn = QStringLiteral("0123");
    namedRooms(m);
    otherRooms(m, view->snapshot->rooms.size());
    for (int i = 0; i < 9; ++i)
        m.plan.findings.push_back({FindingCode::NoAccount,
                                   placeOfCourse(static_cast<size_t>(i % 4)),
                                   PersonKey{5300 + i, std::nullopt, {}},
                                   Cause::NoAccount,
                                   Certainty::Certain,
                                   {}});
    m.plan.findings.push_back(
        {FindingCode::Encrypted, placeOfCourse(1), std::nullopt, Cause::NotKnown, Certainty::None, {}});
    m.plan.findings.push_back(
        {FindingCode::Protected, placeOfCourse(2), someone(12), Cause::NotKnown, Certainty::None, {}});
    m.plan.unknown.push_back({placeOfCourse(9 % view->snapshot->rooms.size()), UnknownReason::Truncated, {}});
    m.plan.unknown.push_back({placeOfCourse(8 % view->snapshot->rooms.size()), UnknownReason::ReadFailed, {}});
    m.plan.counts[QStringLiteral("withheld")] = static_cast<int>(m.plan.withheld.size());
    m.plan.counts[QStringLiteral("findings")] = static_cast<int>(m.plan.findings.size());
    m.plan.counts[QStringLiteral("unknown")] = static_cast<int>(m.plan.unknown.size());
    m.plan.digest = planToObject(m.plan)[u"plan"].toString();
    return std::make_shared<const Plan>(std::move(m.plan));
}

ui::Backend::PlanPtr campusPlan(const ui::Backend::View &view)
{
    return campusPlan(view, {ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote, ChangeClass::Remove});
}

ApplyResult campusResult(const std::vector<Step> &steps)
{
    ApplyResult result;
    result.run = QStringLiteral("2026-11-20-03");
    result.planned = static_cast<int>(steps.size());
    for (size_t i = 0; i < steps.size(); ++i) {
        StepResult step{steps[i].id, Outcome::Done, {}};
        const bool odd = i >= 3 && i < 20;
        if (odd && i < 7)
            step = {steps[i].id, Outcome::Failed,
                    i < 5 ? QStringLiteral("account-unknown") : QStringLiteral("not-in-effect")};
        else if (odd && i < 14)
            step = {steps[i].id, Outcome::Stale,
                    i % 2 ? QStringLiteral("already-so") : QStringLiteral("person-changed")};
        else if (odd)
            step = {steps[i].id, Outcome::Skipped, QStringLiteral("depends-on-failed")};
        switch (step.outcome) {
        case Outcome::Done:
            ++result.done;
            break;
        case Outcome::Stale:
            ++result.stale;
            break;
        case Outcome::Skipped:
            ++result.skipped;
            break;
        case Outcome::Failed:
            ++result.failed;
            break;
        }
        result.steps.push_back(step);
    }
    result.state = result.done == result.planned ? RunState::Done : RunState::Partly;
    return result;
}

} // namespace liaison::tests

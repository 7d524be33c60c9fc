#include "core/run/restorereview.h"

#include "core/reconcile/expected.h"

#include <QSet>

#include <algorithm>

namespace liaison {
namespace {

using Note = RestoreNote;
using State = RestoreRow::State;

/// A runner that is started by something else than Moodle's own cron ran within this time: its window opens once a day.
constexpr qint64 recentMs = 2 * 86'400'000LL;

const RestoreParty *partyOf(const std::vector<RestoreParty> &parties, const QString &id)
{
    const auto found = std::find_if(parties.begin(), parties.end(), [&](const RestoreParty &p) { return p.id == id; });
    return found == parties.end() ? nullptr : &*found;
}

const RestoreParty *partyAt(const std::vector<RestoreParty> &parties, const QString &url)
{
    const auto found =
        std::find_if(parties.begin(), parties.end(), [&](const RestoreParty &p) { return isSameMoodle(p.url, url); });
    return found == parties.end() ? nullptr : &*found;
}

RunnerState stateOf(const std::optional<moodle::RestoreRunner> &runner, Instant now)
{
    if (!runner)
        return RunnerState::NotKnown;
    if (runner->runningSince)
        return RunnerState::Running;
    if (runner->disabled) {
        const bool recent = runner->lastRun.isKnown() && now.isKnown() && now.ms - runner->lastRun.ms <= recentMs;
        return recent ? RunnerState::Elsewhere : RunnerState::Disabled;
    }
    return runner->failDelay > 0 ? RunnerState::Failing : RunnerState::Idle;
}

RestoreSite siteOf(const RestoreParty &party)
{
    RestoreSite site{party.id, party.url, majorMinor(party.release), party.now, party.runner, {}, false, false, {}, {}};
    if (party.companion) {
        if (party.companion->block)
            site.block = party.companion->block->release;
        if (const auto &settings = party.companion->restore) {
            site.settingsKnown = true;
            site.oneInstance = settings->onlyOneRemoteInstance;
            site.sources = settings->sources;
            if (!site.runner)
                site.runner = settings->runner;
        }
    }
    site.state = stateOf(site.runner, site.now);
    return site;
}

bool isSameSource(const moodle::RestoreTask &a, const moodle::RestoreTask &b)
{
    return a.externalCourse == b.externalCourse && isSameMoodle(a.externalUrl, b.externalUrl);
}

/// From the top down.
QStringList pathOf(const RestoreParty &party, const moodle::RestoreTask &task)
{
    QStringList names;
    qint64 id = task.category;
    for (int depth = 0; id != 0 && depth < 64; ++depth) { // a server could send a circle
        const auto known = party.categories.constFind(id);
        if (known == party.categories.constEnd())
            break;
        names.prepend(known->name);
        id = known->parent;
    }
    if (names.isEmpty() && task.category != 0 && task.categoryName)
        names << *task.categoryName;
    return names;
}

std::optional<qint64> secondsOf(const RestoreRow &row, Instant now)
{
    const moodle::RestoreTask &task = row.task;
    Instant from = task.created, to = now;
    switch (row.state) {
    case State::InProgress:
    case State::Stuck:
        from = task.processed;
        break;
    case State::Performed:
    case State::Error:
        to = task.processed;
        break;
    case State::Scheduled:
    case State::Blocking:
        break;
    }
    if (!from.isKnown() || !to.isKnown() || to.ms < from.ms)
        return std::nullopt;
    return (to.ms - from.ms) / 1000;
}

class Reviewer
{
public:
    Reviewer(const std::vector<RestoreRow> &rows, const std::vector<RestoreParty> &parties, const Snapshot *snapshot,
             const Policy &policy)
        : m_rows(rows), m_parties(parties), m_snapshot(snapshot), m_policy(policy)
    {
        for (const RestoreParty &party : parties) {
            if (party.told)
                m_out.sites.push_back(siteOf(party));
            if (party.blockedOutside)
                m_blocked.insert(party.id);
        }
        m_out.membersRead = snapshot != nullptr;
        for (size_t i = 0; i < rows.size(); ++i) {
            const moodle::RestoreTask &task = rows[i].task;
            if (rows[i].state == State::Blocking)
                m_blocked.insert(rows[i].site);
            m_bySource[rows[i].site % u' ' % QString::number(task.externalCourse)].push_back(i);
        }
        for (quint32 i = 0; snapshot && !rows.empty() && i < snapshot->links.size(); ++i) {
            const Link &link = snapshot->links[i];
            m_byCourse[snapshot->sites[link.site.value].id.value % u' ' %
                       QString::number(snapshot->courses[link.course.value].id.value)]
                .push_back(LinkIx(i));
        }
    }

    RestoreReview review()
    {
        m_out.about.reserve(m_rows.size());
        for (const RestoreRow &row : m_rows)
            m_out.about.push_back(about(row));
        return std::move(m_out);
    }

private:
    AboutRestore about(const RestoreRow &row)
    {
        AboutRestore out;
        out.site = row.site;
        out.task = row.task.id;
        const RestoreParty *party = partyOf(m_parties, row.site);
        if (!party)
            return out;
        out.requesterFullName = party->people.value(row.task.requester);
        out.categoryPath = pathOf(*party, row.task);
        out.seconds = secondsOf(row, party->now);
        const RestoreSite *site = m_out.site(row.site);
        const bool waits = row.state == State::Scheduled || row.state == State::Blocking;
        // While it runs Moodle keeps the time at which it began.
        if (waits && site && site->runner && !site->runner->disabled && !site->runner->runningSince)
            out.planned = site->runner->nextRun;
        if (row.task.course)
            out.newCourse = party->courses.value(*row.task.course);
        if (row.state == State::Scheduled && m_blocked.contains(row.site))
            out.notes.push_back(Note::QueueBlocked);
        others(row, out);
        source(row, *party, site, out);
        category(row, *party, site, out);
        repeated(row, site, out);
        if (row.state == State::Performed) {
            if (row.task.courseExists == false)
                out.notes.push_back(Note::CourseDeleted);
            newCourse(row, out);
        }
        if (row.task.withUserData)
            out.notes.push_back(Note::UserData);
        if (row.task.withUserData && row.task.enrolmentMode == 0)
            out.notes.push_back(Note::ManualEnrolments);
        std::sort(out.notes.begin(), out.notes.end());
        return out;
    }

    void others(const RestoreRow &row, AboutRestore &out) const
    {
        const auto same = m_bySource.constFind(row.site % u' ' % QString::number(row.task.externalCourse));
        if (same == m_bySource.constEnd())
            return;
        for (const size_t i : *same) {
            const RestoreRow &other = m_rows[i];
            if (&other == &row || other.state != State::Performed || !isSameSource(other.task, row.task))
                continue;
            const RestoreParty *party = partyOf(m_parties, other.site);
            QString name = party ? party->people.value(other.task.requester) : QString();
            if (name.isEmpty())
                name = other.task.requesterName.value_or(QString());
            out.others.push_back({other.task.id, other.task.requester, name, other.task.course, other.task.processed});
        }
        std::sort(out.others.begin(), out.others.end(), [](const OtherRestore &a, const OtherRestore &b) {
            return a.done != b.done ? a.done < b.done : a.task < b.task;
        });
    }

    void source(const RestoreRow &row, const RestoreParty &party, const RestoreSite *site, AboutRestore &out) const
    {
        const bool done = row.state == State::Performed; // whatever is set by now, it went well
        if (!done && site && site->settingsKnown &&
            std::none_of(site->sources.begin(), site->sources.end(),
                         [&](const QString &url) { return url == row.task.externalUrl; }))
            out.notes.push_back(Note::SourceNotConfigured);
        const RestoreParty *from = partyAt(m_parties, row.task.externalUrl);
        if (!from)
            return;
        out.sourceSite = from->id;
        out.sourceCourse = from->courses.value(row.task.externalCourse);
        if (done)
            return;
        const QString here = majorMinor(party.release), there = majorMinor(from->release);
        if (!here.isEmpty() && !there.isEmpty() && here != there)
            out.notes.push_back(Note::VersionDiffers);
        if (from->companion) {
            const QString block =
                party.companion && party.companion->block ? party.companion->block->release : QString();
            if (!from->companion->block)
                out.notes.push_back(Note::BlockAbsent);
            else if (!block.isEmpty() && !from->companion->block->release.isEmpty() &&
                     block != from->companion->block->release)
                out.notes.push_back(Note::BlockDiffers);
        }
    }

    static void category(const RestoreRow &row, const RestoreParty &party, const RestoreSite *site, AboutRestore &out)
    {
        const moodle::RestoreTask &task = row.task;
        if (row.state == State::Performed)
            return; // it found a place
        if (site && site->settingsKnown && party.companion->restore->categories.empty())
            out.notes.push_back(Note::NoCategory);
        if (task.category != 0 && !task.categoryName) // the companion names every category that there is
            out.notes.push_back(Note::CategoryDeleted);
        else if (task.category == 1)
            out.notes.push_back(Note::CategoryOne);
    }

    void repeated(const RestoreRow &row, const RestoreSite *site, AboutRestore &out) const
    {
        if (row.state != State::Performed || out.others.empty() || !site || !site->settingsKnown)
            return;
        out.notes.push_back(site->oneInstance ? Note::OneInstance : Note::RestoredAgain);
    }

    void newCourse(const RestoreRow &row, AboutRestore &out) const
    {
        if (!m_snapshot || !row.task.course)
            return;
        const Snapshot &s = *m_snapshot;
        const std::vector<LinkIx> links = m_byCourse.value(row.site % u' ' % QString::number(*row.task.course));
        if (links.empty())
            return; // no activity, or nobody read it: nothing can be said of its people
        for (const LinkIx link : links)
            out.rooms.push_back({row.site, s.links[link.value].cmid.value});
        const Course *course = &s.courses[s.links[links.front().value].course.value];
        out.newCourse = course->shortName;
        out.notes.push_back(Note::NewRoom);
        if (row.task.requester > 0)
            requester(row.task.requester, *course, links, out);
    }

    void requester(qint64 id, const Course &course, const std::vector<LinkIx> &links, AboutRestore &out) const
    {
        const Snapshot &s = *m_snapshot;
        if (!course.enrolments.isKnown())
            return;
        const Rows rows = course.enrolments.value();
        std::optional<quint32> enrolled;
        for (quint32 row = rows.first; row < rows.first + rows.count && !enrolled; ++row) {
            if (s.people[s.enrolments.person[row]].id.value == id)
                enrolled = row;
        }
        if (!enrolled) {
            const Proof proof = course.enrolments.proof();
            if (proof != Proof::Counted && proof != Proof::SecondCall)
                return; // the list may lack somebody
            out.requesterEnrolled = out.requesterModerator = Tri::No;
            out.notes.push_back(Note::RequesterNotEnrolled);
            return;
        }
        out.requesterEnrolled = Tri::Yes;
        std::optional<bool> everywhere = true; // nullopt: of some room nobody knows
        bool expected = true;
        for (const LinkIx link : links) {
            const Standing standing =
                judge(s, course, *enrolled, mappingOf(s, s.links[link.value], m_policy), m_policy).standing;
            if (standing == Standing::RoleNotKnown || standing == Standing::Keep)
                return;
            expected = expected && standing == Standing::Moderator;
            const std::optional<bool> here = moderates(*enrolled, link);
            everywhere = everywhere && here ? std::optional(*everywhere && *here) : std::nullopt;
        }
        if (everywhere)
            out.requesterModerator = *everywhere ? Tri::Yes : Tri::No;
        if (!expected)
            out.notes.push_back(Note::RequesterNotModerator);
        else if (everywhere == false)
            out.notes.push_back(Note::RequesterNotInRoom);
    }

    /// Is that enrolled person a moderator, or an owner, of the room of that link? An archived room is not compared.
    [[nodiscard]] std::optional<bool> moderates(quint32 row, LinkIx link) const
    {
        const Snapshot &s = *m_snapshot;
        const auto *ix = std::get_if<RoomIx>(&s.links[link.value].room);
        if (!ix || !s.rooms[ix->value].members.isKnown() || s.rooms[ix->value].archived)
            return std::nullopt;
        const std::vector<PersonRow> people = peopleOf(s, m_policy, {}, link);
        return std::any_of(people.begin(), people.end(), [&](const PersonRow &p) {
            return p.who.isValid() && p.who.value == s.enrolments.person[row] && p.observed == MemberRole::Moderator;
        });
    }

    const std::vector<RestoreRow> &m_rows;
    const std::vector<RestoreParty> &m_parties;
    const Snapshot *m_snapshot;
    const Policy &m_policy;
    QHash<QString, std::vector<size_t>> m_bySource; ///< "site course": rows
    QHash<QString, std::vector<LinkIx>> m_byCourse; ///< "site course": its links
    QSet<QString> m_blocked;                        ///< sites
    RestoreReview m_out;
};

} // namespace

bool isWarning(RestoreNote note)
{
    switch (note) {
    case Note::RestoredAgain:
    case Note::NewRoom:
    case Note::UserData:
    case Note::ManualEnrolments:
        return false;
    default:
        return true;
    }
}

const RestoreSite *RestoreReview::site(const QString &id) const
{
    const auto found = std::find_if(sites.begin(), sites.end(), [&](const RestoreSite &s) { return s.site == id; });
    return found == sites.end() ? nullptr : &*found;
}

RestoreReview reviewRestores(const std::vector<RestoreRow> &rows, const std::vector<RestoreParty> &parties,
                             const Snapshot *snapshot, const Policy &policy)
{
    return Reviewer(rows, parties, snapshot, policy).review();
}

const AboutRestore &aboutOf(const RestoreReview *review, const RestoreRow &row, size_t position)
{
    static const AboutRestore nothing;
    if (!review || position >= review->about.size())
        return nothing;
    const AboutRestore &about = review->about[position];
    return about.site == row.site && about.task == row.task.id ? about : nothing;
}

QString failureOf(const RestoreRow &row)
{
    if (row.state != State::Error && row.state != State::Stuck && row.state != State::Blocking)
        return {};
    const Instant at = row.task.processed.isKnown() ? row.task.processed : row.task.created;
    return row.site % u':' % QString::number(row.task.id) % u':' % codeOf(row.state) % u':' % QString::number(at.ms);
}

} // namespace liaison

#include "core/sandbox/moodlerunner.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

constexpr std::int64_t minuteMs = 60'000, dayMs = 86'400'000;
constexpr std::int64_t opensMs = 18 * 60 * minuteMs; ///< by default every minute of 18:00 to 18:59
constexpr std::int64_t closesMs = opensMs + 59 * minuteMs;

/// The minute after `at` in which the task runs.
Instant nextAfter(Instant at)
{
    const std::int64_t day = at.ms / dayMs * dayMs;
    const std::int64_t minute = (at.ms / minuteMs + 1) * minuteMs;
    if (minute < day + opensMs)
        return {day + opensMs};
    return {minute <= day + closesMs ? minute : day + dayMs + opensMs};
}

QString stateOf(const Moodle &site, const QString &url)
{
    for (const RestoreSource &source : site.sources) {
        if (source.url == url)
            return source.state;
    }
    return QStringLiteral("refusing"); // the block has no token for it
}

bool requesterIsGone(const Moodle &site, qint64 id)
{
    return id != 0 && std::none_of(site.people.begin(), site.people.end(),
                                   [&](const Person &p) { return p.id == id && !p.deleted; });
}

/// The whole row is written back as it was read. A row that was deleted meanwhile is not there any more, and the
/// course is restored all the same.
void writeBack(Moodle &site, const RestoreTask &row)
{
    for (RestoreTask &task : site.restoreTasks) {
        if (task.id == row.id)
            task = row;
    }
}

void makeCourse(Moodle &site, RestoreTask &row)
{
    Course course;
    for (const Course &known : site.courses)
        course.id = std::max(course.id, known.id);
    course.id = std::max<qint64>(course.id + 1, 2);
    qint64 lowest = 0;
    bool known = false;
    for (const Category &c : site.categories) {
        lowest = lowest == 0 ? c.id : std::min(lowest, c.id);
        known = known || c.id == row.category;
    }
    course.category = known ? row.category : lowest; // an unknown category falls back to the default
    course.fullname = row.externalName;
    course.shortname = row.externalName + QStringLiteral(" restored ") + QString::number(row.id);
    course.created = row.processed;
    site.courses.push_back(course);
    row.course = course.id;
}

} // namespace

bool RestoreRunner::advance(Moodle &site, Instant now)
{
    Runner &runner = site.runner;
    if (site.sources.empty())
        return false;
    bool made = false;
    if (!runner.nextRun.isKnown() && !runner.disabled && now.isKnown())
        runner.nextRun = nextAfter(now);
    if (m_rows.empty() && runner.running && !resume(site))
        return false; // the world says that a run is under way, and not of what
    // A clock that was put on by years must not replay every minute of them: nothing changes once a run moved nothing.
    for (;;) {
        if (!m_rows.empty()) {
            if (m_until > now)
                return made;
            made = finish(site, m_until) || made;
            continue;
        }
        if (runner.disabled || !runner.nextRun.isKnown() || runner.nextRun > now)
            return made;
        const auto waiting = [&](const RestoreTask &t) { return t.status == 0 && t.created <= runner.nextRun; };
        if (std::none_of(site.restoreTasks.begin(), site.restoreTasks.end(), waiting)) {
            // Idle runs: straight to the last one before now, or to the first that finds a task.
            Instant until = now;
            for (const RestoreTask &t : site.restoreTasks) {
                if (t.status == 0 && t.created < until)
                    until = t.created;
            }
            while (runner.nextRun <= until && runner.nextRun.ms + 2 * dayMs < until.ms)
                runner.nextRun.ms += dayMs;
            runner.lastRun = runner.nextRun;
            runner.nextRun = nextAfter(runner.nextRun);
            continue;
        }
        begin(site, runner.nextRun);
    }
}

/// The run of a world that was exported meanwhile: its task is at 1 since the run began.
bool RestoreRunner::resume(const Moodle &site)
{
    const Instant began = site.runner.lastRun;
    std::vector<RestoreTask> behind;
    for (const RestoreTask &task : site.restoreTasks) {
        const bool isUnderWay = task.status == 1 && task.modified >= began && task.modified == task.processed &&
                                stateOf(site, task.externalUrl) != u"refusing";
        if (isUnderWay && began.isKnown())
            m_rows.push_back(task);
        else if (task.status == 0 && task.created <= began)
            behind.push_back(task);
    }
    if (m_rows.size() != 1) {
        m_rows.clear();
        return false;
    }
    std::stable_sort(behind.begin(), behind.end(),
                     [](const RestoreTask &a, const RestoreTask &b) { return a.created < b.created; });
    m_rows.insert(m_rows.end(), behind.begin(), behind.end());
    m_next = 0;
    m_until = {m_rows.front().modified.ms + taskMs};
    return true;
}

void RestoreRunner::begin(Moodle &site, Instant at)
{
    m_rows.clear();
    for (const RestoreTask &task : site.restoreTasks) {
        if (task.status == 0 && task.created <= at)
            m_rows.push_back(task);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const RestoreTask &a, const RestoreTask &b) { return a.created < b.created; });
    m_next = 0;
    site.runner.running = true;
    site.runner.lastRun = at;
    start(site, at);
}

/// The task `m_next` begins; where its source refuses or is down the run is over.
void RestoreRunner::start(Moodle &site, Instant at)
{
    m_until = at;
    if (m_next >= m_rows.size())
        return;
    RestoreTask &row = m_rows[m_next];
    const QString state = stateOf(site, row.externalUrl);
    if (state == u"down") { // the row keeps its place at the head of every later run
        m_next = m_rows.size();
        return;
    }
    row.status = 1;
    row.modified = row.processed = at;
    writeBack(site, row);
    if (state == u"refusing") { // the error escapes: 1 for ever
        m_next = m_rows.size();
        return;
    }
    m_until = {at.ms + taskMs};
}

bool RestoreRunner::finish(Moodle &site, Instant at)
{
    bool made = false;
    if (m_next < m_rows.size()) {
        RestoreTask &row = m_rows[m_next];
        const bool failed = stateOf(site, row.externalUrl) == u"damaged" || requesterIsGone(site, row.requester);
        row.status = failed ? -1 : 2;
        row.modified = row.processed = at;
        if (!failed) {
            makeCourse(site, row);
            made = true;
        }
        writeBack(site, row);
        ++m_next;
        if (m_next < m_rows.size()) {
            start(site, at);
            return made;
        }
    }
    end(site);
    site.runner.nextRun = nextAfter(at);
    return made;
}

void RestoreRunner::end(Moodle &site)
{
    m_rows.clear();
    site.runner.running = false;
}

} // namespace liaison::sandbox::moodle

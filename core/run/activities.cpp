#include "core/run/activities.h"

#include "core/run/parallel.h"
#include "core/run/trouble.h"

#include <algorithm>
#include <mutex>

namespace liaison {
namespace {

namespace fn = moodle::functions;

/// A nightly run reads every course again; what people do in between meets what was read.
constexpr qint64 freshForMs = qint64(20) * 3600 * 1000;
/// Courses remembered together: what a run that is killed loses at most, beside the requests on their way.
constexpr size_t keptTogether = 8;
/// So many courses in a row without an answer: the site is down, and the rest of the courses would only wait too.
constexpr int failuresInARow = 12;
/// A list of one course's activities costs a little more than the site's description (Moodle contract section 10).
constexpr double ofSiteInfo = 1.3;

/// What the list of a course says of hidden activities is so; an activity shown in it may still be kept off the course
/// page: recorded as `visibleoncoursepage` 1 of one that was (core_course_get_contents__not_on_course_page). Its room
/// is archived by the plugin and must not be opened on the strength of that.
store::SeenActivity seenFrom(const moodle::CourseActivity &a)
{
    const bool hidden = a.visible == false || a.visibleOnCoursePage == false;
    return hidden ? store::SeenActivity{a.cmid, a.name, a.visible, a.visibleOnCoursePage}
                  : store::SeenActivity{a.cmid, a.name, std::nullopt, std::nullopt};
}

store::WalkedCourse walkedFrom(qint64 course, const moodle::Fetched<std::vector<moodle::CourseActivity>> &read)
{
    store::WalkedCourse walked{course, read.at, {}};
    for (const moodle::CourseActivity &a : read.value)
        walked.activities.push_back(seenFrom(a));
    return walked;
}

void keep(SiteActivities &out, const store::WalkedCourse &course, bool fresh)
{
    for (const store::SeenActivity &activity : course.activities)
        out.byCmid.insert_or_assign(activity.cmid, SiteActivities::Seen{course.course, activity, fresh});
}

/// Answers as they come in, from several threads; written in small groups.
class Walk
{
public:
    Walk(store::Memory &memory, QString site) : m_memory(memory), m_site(std::move(site)) {}

    void take(store::WalkedCourse course)
    {
        const std::lock_guard lock(m_mutex);
        m_inARow = 0;
        m_read.push_back(std::move(course));
        if (m_read.size() - m_kept >= keptTogether)
            write();
    }
    void failed(qint64 course, const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_failed.insert_or_assign(course, becauseOfMoodle(error));
        if (!isDown(error, true))
            m_inARow = 0;
        else if (++m_inARow >= failuresInARow && !m_error)
            m_error = error;
    }
    [[nodiscard]] bool stopped()
    {
        const std::lock_guard lock(m_mutex);
        return m_error.has_value();
    }
    /// To be called when all threads are done.
    Result<void> finish(SiteActivities &out)
    {
        write();
        for (const store::WalkedCourse &course : m_read)
            keep(out, course, true);
        out.unread.merge(m_failed);
        if (m_error)
            return fail(*m_error);
        return {};
    }

private:
    void write()
    {
        const std::vector<store::WalkedCourse> fresh(m_read.begin() + static_cast<std::ptrdiff_t>(m_kept),
                                                     m_read.end());
        m_kept = m_read.size();
        if (fresh.empty())
            return;
        if (const auto done = m_memory.rememberWalked(m_site, fresh); !done && !m_error)
            m_error = done.error();
    }

    store::Memory &m_memory;
    QString m_site;
    std::mutex m_mutex;
    std::vector<store::WalkedCourse> m_read;
    size_t m_kept = 0;
    std::map<qint64, UnknownBecause> m_failed;
    int m_inARow = 0;
    std::optional<Error> m_error;
};

int secondsFor(const Servers &servers, const SiteSurvey &site, size_t requests)
{
    const int atOnce = std::max(1, servers.pool.maxThreadCount());
    return static_cast<int>(double(requests) * double(site.answeredInMs) * ofSiteInfo / atOnce / 1000.0 + 0.5);
}

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}};
}

} // namespace

Result<SiteActivities> readActivities(Servers &servers, size_t site, const SiteSurvey &facts,
                                      std::vector<qint64> courses, store::Memory &memory, const ProgressSink &progress,
                                      const net::CancelToken &cancel)
{
    SiteActivities out;
    const auto remembered = memory.walked(facts.id);
    if (!remembered)
        return fail(remembered.error());
    QSet<qint64> lately;
    for (const store::WalkedCourse &course : *remembered) {
        const qint64 age = facts.now.ms - course.at.ms;
        if (age < 0 || age >= freshForMs)
            continue;
        keep(out, course, false);
        lately.insert(course.course);
    }
    if (!facts.offers(fn::contents))
        return out;
    std::erase_if(courses, [&](qint64 course) { return lately.contains(course); });
    std::sort(courses.begin(), courses.end());
    out.walked = true;
    if (courses.empty())
        return out;
    const int total = static_cast<int>(courses.size());
    if (progress)
        progress({QStringLiteral("activities"), 0, total, secondsFor(servers, facts, courses.size())});
    const moodle::MoodleClient &client = servers.sites[site];
    Walk walk(memory, facts.id);
    std::atomic_int done = 0;
    forEachParallel(servers.pool, courses.size(), [&](size_t i) {
        if (cancel.isCancelled() || walk.stopped())
            return;
        if (const auto read = client.courseActivities(courses[i], cancel))
            walk.take(walkedFrom(courses[i], *read));
        else if (read.error().kind != ErrorKind::Cancelled)
            walk.failed(courses[i], read.error());
        if (progress)
            progress({QStringLiteral("activities"), ++done, total});
    });
    const auto finished = walk.finish(out);
    for (const store::WalkedCourse &course : *remembered) { // known of old, not known now
        if (out.unread.contains(course.course))
            keep(out, course, false);
    }
    if (cancel.isCancelled())
        return fail(cancelled());
    if (!finished)
        return fail(finished.error());
    return out;
}

namespace {

/// The links of one course, or of one activity where whole courses cannot be asked.
struct Question
{
    size_t site = 0;
    qint64 course = 0;
    std::vector<size_t> links; ///< places in CheckedLinks::links
};

/// What came out for one link.
struct Finding1
{
    std::optional<SurveyedLink> changed;
    bool gone = false;
};

class Check
{
public:
    Check(Servers &servers, const Survey &survey, const net::CancelToken &cancel)
        : m_servers(servers), m_survey(survey), m_cancel(cancel)
    {
    }

    void ask(const Question &question, const std::vector<const SurveyedLink *> &links, std::vector<Finding1> &out,
             std::optional<store::WalkedCourse> &walked) const
    {
        std::optional<Error> refused;
        if (m_survey.sites[question.site].offers(fn::contents)) {
            const auto read = m_servers.sites[question.site].courseActivities(question.course, m_cancel);
            if (read)
                walked = walkedFrom(question.course, *read);
            else
                refused = read.error();
        }
        for (size_t place : question.links) {
            const SurveyedLink &link = *links[place];
            const store::SeenActivity *seen = nullptr;
            if (walked) {
                const auto it = std::find_if(walked->activities.begin(), walked->activities.end(),
                                             [&](const auto &a) { return a.cmid == link.key.cmid; });
                seen = it == walked->activities.end() ? nullptr : &*it;
            }
            if (seen)
                out[place].changed = withActivity(link, *seen);
            else
                out[place] = one(question.site, link, refused);
        }
    }

    [[nodiscard]] static SurveyedLink withActivity(SurveyedLink link, const store::SeenActivity &seen)
    {
        link.activityName = seen.name;
        if (seen.visible) {
            link.visibilityKnown = true;
            link.visible = *seen.visible;
            link.visibleOnCoursePage = seen.visibleOnCoursePage.value_or(true);
        } else if (!link.visible || !link.visibleOnCoursePage) { // it was, and is in the list now
            link.visibilityKnown = false;
        }
        return link;
    }

private:
    /// A hidden activity is left out of its course's list in silence: only this call tells hidden from gone.
    [[nodiscard]] Finding1 one(size_t site, SurveyedLink link, const std::optional<Error> &refused) const
    {
        const auto unknown = [&](UnknownBecause because) {
            link.unknown = std::move(because);
            return Finding1{link, false};
        };
        if (refused && refused->kind != ErrorKind::NotFound)
            return unknown(becauseOfMoodle(*refused));
        if (!m_survey.sites[site].offers(fn::courseModule))
            return unknown({UnknownReason::NoAccess, QString(fn::courseModule)});
        const auto module = m_servers.sites[site].courseModule(link.key.cmid, m_cancel);
        if (!module) {
            if (module.error().kind == ErrorKind::NotFound)
                return {std::nullopt, true};
            if (module.error().kind != ErrorKind::Forbidden)
                return unknown(becauseOfMoodle(module.error()));
            link.visibilityKnown = false; // it is there, and closed to us
            return {link, false};
        }
        if (module->value.module != u"rocketchat")
            return {std::nullopt, true};
        if (module->value.course != link.course) // an import of another site, or of another time
            return unknown({UnknownReason::ReadFailed, QStringLiteral("link-moved")});
        return {withActivity(link, {link.key.cmid, module->value.name, module->value.visible,
                                    module->value.visibleOnCoursePage}),
                false};
    }

    Servers &m_servers;
    const Survey &m_survey;
    const net::CancelToken &m_cancel;
};

std::vector<Question> questionsFor(const Survey &survey, const std::vector<const SurveyedLink *> &links)
{
    std::map<std::tuple<size_t, qint64, qint64>, Question> questions;
    for (size_t place = 0; place < links.size(); ++place) {
        const SurveyedLink &link = *links[place];
        if (link.source == LinkSource::Companion || link.unknown || link.activityRead)
            continue;
        for (size_t site = 0; site < survey.sites.size(); ++site) {
            const SiteSurvey &facts = survey.sites[site];
            const bool byCourse = facts.offers(fn::contents);
            if (facts.id != link.key.site || facts.down || (!byCourse && !facts.offers(fn::courseModule)))
                continue;
            Question &question = questions[{site, link.course, byCourse ? 0 : link.key.cmid}];
            question.site = site;
            question.course = link.course;
            question.links.push_back(place);
        }
    }
    std::vector<Question> out;
    for (auto &[key, question] : questions)
        out.push_back(std::move(question));
    return out;
}

} // namespace

Result<CheckedLinks> checkActivities(Servers &servers, const Survey &survey, store::Memory &memory,
                                     std::vector<const SurveyedLink *> links, const net::CancelToken &cancel)
{
    CheckedLinks out;
    const std::vector<Question> questions = questionsFor(survey, links);
    if (questions.empty()) {
        out.links = std::move(links);
        return out;
    }
    std::vector<Finding1> found(links.size());
    std::vector<std::optional<store::WalkedCourse>> walked(questions.size());
    const Check check(servers, survey, cancel);
    forEachParallel(servers.pool, questions.size(),
                    [&](size_t i) { check.ask(questions[i], links, found, walked[i]); });
    if (cancel.isCancelled())
        return fail(cancelled());
    for (size_t place = 0; place < links.size(); ++place) {
        if (found[place].gone) {
            out.gone.push_back(links[place]->key);
        } else if (found[place].changed) {
            out.changed.push_back(std::move(*found[place].changed));
            out.links.push_back(&out.changed.back());
        } else {
            out.links.push_back(links[place]);
        }
    }
    for (size_t site = 0; site < survey.sites.size(); ++site) {
        const SiteSurvey &facts = survey.sites[site];
        std::vector<store::WalkedCourse> fresh;
        for (size_t i = 0; i < questions.size(); ++i) {
            if (questions[i].site == site && walked[i])
                fresh.push_back(std::move(*walked[i]));
        }
        std::vector<LinkKey> gone;
        std::copy_if(out.gone.begin(), out.gone.end(), std::back_inserter(gone),
                     [&](const LinkKey &key) { return key.site == facts.id; });
        if (auto done = fresh.empty() ? Result<void>() : memory.rememberWalked(facts.id, fresh); !done)
            return fail(done.error());
        if (auto done = gone.empty() ? Result<void>() : memory.rememberGone(gone, facts.now); !done)
            return fail(done.error());
    }
    return out;
}

} // namespace liaison

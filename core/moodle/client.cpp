#include "core/moodle/client.h"

#include "core/base/uithread.h"
#include "core/moodle/cursor.h"
#include "core/moodle/errors.h"

#include <algorithm>
#include <unordered_set>

namespace liaison::moodle {

namespace {

constexpr qint64 siteCourse = 1; // the front page is course 1 of every Moodle: contract section 4

Error cancelledError(const QString &function)
{
    Error e;
    e.kind = ErrorKind::Cancelled;
    e.code = errors::cancelled;
    e.where = function;
    return e;
}

/// A page that is no JSON, or JSON that was cut: worth one more try. Wrong addresses (404) are not.
bool isWorthAnotherTry(const Error &e)
{
    return e.kind == ErrorKind::BadReply && e.httpStatus == 200;
}

} // namespace

MoodleClient::MoodleClient(net::HttpTransport &transport, Config config)
    : m_transport(&transport), m_config(std::move(config))
{
}

MoodleClient MoodleClient::withPriority(net::Priority priority) const
{
    MoodleClient other = *this;
    other.m_config.priority = priority;
    return other;
}

Result<MoodleClient::Decoded> MoodleClient::exchange(const Call &call, bool raw, Cancel cancel) const
{
    const int tries = call.write ? 1 : 2;
    Error last = cancelledError(call.function);
    for (int i = 0; i < tries; ++i) {
        if (cancel.isCancelled())
            return fail(cancelledError(call.function));
        net::HttpRequest request = toHttp(m_config.url, m_config.token, call, raw);
        request.priority = m_config.priority;
        QFuture<Result<net::HttpReply>> future = m_transport->send(std::move(request), cancel);
        notOnUiThread("waiting for a server");
        future.waitForFinished();
        if (future.resultCount() == 0)
            return fail(cancelledError(call.function));
        const Result<net::HttpReply> reply = future.takeResult();
        if (!reply) {
            last = reply.error();
            if (last.where.isEmpty())
                last.where = call.function;
            return fail(std::move(last));
        }
        Result<Answer> answer = decode(call.function, *reply);
        if (answer)
            return Decoded{std::move(*answer), reply->serverDate, raw ? TextMode::Raw : TextMode::Html};
        last = std::move(answer.error());
        if (!isWorthAnotherTry(last))
            break;
    }
    return fail(std::move(last));
}

Result<MoodleClient::Decoded> MoodleClient::ask(const Call &call, TextMode wanted, Cancel cancel) const
{
    if (wanted == TextMode::Html)
        return exchange(call, false, cancel);
    Result<Decoded> raw = exchange(call, true, cancel);
    if (!raw && raw.error().code == errors::invalidResponseRaw && !call.write)
        return exchange(call, false, cancel);
    return raw;
}

template <class Parse>
auto MoodleClient::read(const Call &call, TextMode wanted, Cancel cancel, Parse parse) const
    -> Result<Fetched<typename decltype(parse(std::declval<Answer>(), TextMode::Raw))::value_type>>
{
    using Value = typename decltype(parse(std::declval<Answer>(), TextMode::Raw))::value_type;
    const Result<Decoded> decoded = ask(call, wanted, cancel);
    if (!decoded)
        return fail(decoded.error());
    auto value = parse(decoded->answer, decoded->mode);
    if (!value)
        return fail(std::move(value.error()));
    return Fetched<Value>{std::move(*value), decoded->at};
}

Result<Fetched<SiteInfo>> MoodleClient::siteInfo(Cancel cancel) const
{
    return read(requests::siteInfo(), TextMode::Html, cancel, parseSiteInfo);
}

Result<Fetched<CourseList>> MoodleClient::courses(Cancel cancel) const
{
    auto list = read(requests::coursesByField(), TextMode::Raw, cancel, parseCourses);
    if (!list && (list.error().code == errors::functionMissing || list.error().code == errors::accessRefused)) {
        // Which of the six causes `accessexception` had shows in the second function: if it is refused too, the first
        // refusal stands.
        auto lean = read(requests::courses(), TextMode::Raw, cancel, parseCourses);
        if (lean || lean.error().code != errors::accessRefused)
            list = std::move(lean);
    }
    if (list) {
        auto &courses = list->value.courses;
        const auto site =
            std::find_if(courses.begin(), courses.end(), [](const Course &c) { return c.id == siteCourse; });
        if (site != courses.end()) {
            list->value.shortForms -= site->visible ? 0 : 1;
            courses.erase(site);
        }
    }
    return list;
}

Result<Fetched<std::vector<Category>>> MoodleClient::categories(Cancel cancel) const
{
    return read(requests::categories(), TextMode::Raw, cancel, parseCategories);
}

Result<Fetched<EnrolledUsers>> MoodleClient::enrolledUsers(qint64 course, const EnrolledUsersOptions &options,
                                                           Cancel cancel) const
{
    return read(requests::enrolledUsers(course, options), TextMode::Html, cancel, parseEnrolledUsers);
}

Result<Fetched<std::vector<CourseUsers>>> MoodleClient::enrolledUsersOfCourses(const std::vector<qint64> &courses,
                                                                               bool onlyActive, Cancel cancel) const
{
    return read(requests::enrolledUsersOfCourses(courses, onlyActive), TextMode::Html, cancel,
                parseEnrolledUsersOfCourses);
}

Result<Fetched<std::vector<ReportInfo>>> MoodleClient::reports(Cancel cancel) const
{
    Fetched<std::vector<ReportInfo>> out;
    for (qint64 number = 0; number < maxPages; ++number) {
        auto page = read(requests::listReports(number, reportsPerPage), TextMode::Html, cancel,
                         [](const Answer &answer, TextMode) { return parseReports(answer); });
        if (!page)
            return page;
        if (number == 0)
            out.at = page->at;
        const bool last = qint64(page->value.size()) < reportsPerPage;
        std::move(page->value.begin(), page->value.end(), std::back_inserter(out.value));
        if (last)
            break;
    }
    std::sort(out.value.begin(), out.value.end(), [](const ReportInfo &a, const ReportInfo &b) { return a.id < b.id; });
    return out;
}

Result<Fetched<ReportPage>> MoodleClient::reportPage(qint64 report, qint64 page, qint64 perPage, Cancel cancel) const
{
    auto answer = read(requests::retrieveReport(report, page, perPage), TextMode::Html, cancel,
                       [](const Answer &a, TextMode) { return parseReportPage(a); });
    if (answer && answer->value.report.id != report)
        return fail(contradiction(functions::retrieveReport, QStringLiteral("details.id is another report")));
    return answer;
}

Result<Fetched<std::vector<Person>>> MoodleClient::usersByField(UserField field, const QStringList &values,
                                                                Cancel cancel) const
{
    QStringList wanted = values;
    wanted.removeDuplicates();
    Fetched<std::vector<Person>> out;
    std::unordered_set<qint64> seen; // two spellings of one login are one person
    for (qsizetype from = 0; from < wanted.size(); from += maxUsersByField) {
        auto batch = read(requests::usersByField(field, wanted.mid(from, maxUsersByField)), TextMode::Html, cancel,
                          [](const Answer &answer, TextMode) { return parseUsersByField(answer); });
        if (!batch)
            return batch;
        if (from == 0)
            out.at = batch->at;
        for (Person &person : batch->value) {
            if (seen.insert(person.id).second)
                out.value.push_back(std::move(person));
        }
    }
    return out;
}

Result<Fetched<std::vector<UserCourse>>> MoodleClient::usersCourses(qint64 person, Cancel cancel) const
{
    return read(requests::usersCourses(person), TextMode::Html, cancel,
                [](const Answer &answer, TextMode) { return parseUsersCourses(answer); });
}

Result<Fetched<std::vector<GroupMembers>>> MoodleClient::groupMembers(const std::vector<qint64> &groups,
                                                                      Cancel cancel) const
{
    Fetched<std::vector<GroupMembers>> out;
    for (const auto &batch : batchesOf(groups, maxIdsInOneCall)) {
        auto part = read(requests::groupMembers(batch), TextMode::Html, cancel,
                         [](const Answer &answer, TextMode) { return parseGroupMembers(answer); });
        if (!part)
            return part;
        if (!out.at.isKnown())
            out.at = part->at;
        std::move(part->value.begin(), part->value.end(), std::back_inserter(out.value));
    }
    return out;
}

Result<Fetched<CourseModule>> MoodleClient::courseModule(qint64 cmid, Cancel cancel) const
{
    auto module = read(requests::courseModule(cmid), TextMode::Raw, cancel, parseCourseModule);
    if (module && module->value.cmid != cmid)
        return fail(contradiction(functions::courseModule, QStringLiteral("cm.id is another activity")));
    return module;
}

Result<Fetched<std::vector<CourseActivity>>> MoodleClient::courseActivities(qint64 course, Cancel cancel) const
{
    return read(requests::courseContents(course), TextMode::Raw, cancel, parseContents);
}

Result<Fetched<CompanionInfo>> MoodleClient::companionInfo(Cancel cancel) const
{
    return read(requests::companionInfo(), TextMode::Raw, cancel, parseCompanionInfo);
}

Result<Fetched<LinkPage>> MoodleClient::companionLinks(qint64 after, qint64 limit, Cancel cancel) const
{
    return read(requests::companionLinks(after, limit), TextMode::Raw, cancel, parseCompanionLinks);
}

Result<Fetched<std::vector<CompanionLink>>> MoodleClient::allCompanionLinks(std::optional<Instant> modifiedSince,
                                                                            Cancel cancel) const
{
    return followCursor(functions::companionLinks, [&](qint64 after) {
        return read(requests::companionLinks(after, linksPerPage, modifiedSince), TextMode::Raw, cancel,
                    parseCompanionLinks);
    });
}

Result<Fetched<std::optional<CompanionLink>>> MoodleClient::companionLink(qint64 cmid, Cancel cancel) const
{
    auto page = companionLinks(cmid - 1, 1, cancel);
    if (!page)
        return fail(std::move(page.error()));
    Fetched<std::optional<CompanionLink>> out;
    out.at = page->at;
    auto &links = page->value.items;
    if (!links.empty() && links.front().cmid < cmid)
        return fail(contradiction(functions::companionLinks, QStringLiteral("links[0].cmid is before the cursor")));
    if (!links.empty() && links.front().cmid == cmid)
        out.value = std::move(links.front());
    return out;
}

Result<Fetched<std::vector<Person>>> MoodleClient::people(const std::vector<qint64> &ids, Cancel cancel) const
{
    Fetched<std::vector<Person>> out;
    for (const auto &batch : batchesOf(ids, maxIdsInOneCall)) {
        auto part = followCursor(functions::companionPeople, [&](qint64 after) {
            return read(requests::companionPeople(batch, after, maxIdsInOneCall), TextMode::Raw, cancel,
                        [](const Answer &answer, TextMode) { return parseCompanionPeople(answer); });
        });
        if (!part)
            return part;
        if (!out.at.isKnown())
            out.at = part->at;
        std::move(part->value.begin(), part->value.end(), std::back_inserter(out.value));
    }
    return out;
}

Result<Fetched<std::vector<Person>>> MoodleClient::allPeople(Cancel cancel) const
{
    return followCursor(functions::companionPeople, [&](qint64 after) {
        return read(requests::companionPeople({}, after, linksPerPage), TextMode::Raw, cancel,
                    [](const Answer &answer, TextMode) { return parseCompanionPeople(answer); });
    });
}

Result<Fetched<RestoreTasks>> MoodleClient::restoreTasks(std::optional<int> status, std::optional<Instant> since,
                                                         Cancel cancel) const
{
    std::optional<RestoreRunner> runner;
    auto tasks = followCursor(functions::companionRestoreTasks, [&](qint64 after) {
        auto page = read(requests::companionRestoreTasks(after, linksPerPage, status, since), TextMode::Raw, cancel,
                         parseCompanionRestoreTasks);
        if (page && page->value.runner)
            runner = page->value.runner;
        return page;
    });
    if (!tasks)
        return fail(std::move(tasks.error()));
    return Fetched<RestoreTasks>{{std::move(tasks->value), runner}, tasks->at};
}

Result<Fetched<std::vector<RecycleBinRow>>> MoodleClient::recycleBin(Cancel cancel) const
{
    return followCursor(functions::companionRecycleBin, [&](qint64 after) {
        return read(requests::companionRecycleBin(after, linksPerPage), TextMode::Raw, cancel,
                    parseCompanionRecycleBin);
    });
}

std::vector<ForCourse<CourseMemberships>> MoodleClient::memberships(const std::vector<qint64> &courses,
                                                                    Cancel cancel) const
{
    std::vector<ForCourse<CourseMemberships>> out;
    out.reserve(courses.size());
    for (const auto &batch : batchesOf(courses, maxIdsInOneCall))
        readMemberships(batch, cancel, out);
    return out;
}

void MoodleClient::readMemberships(const std::vector<qint64> &courses, Cancel cancel,
                                   std::vector<ForCourse<CourseMemberships>> &out) const
{
    MembershipCollector collector(courses);
    MembershipCursor after;
    for (int pages = 0;; ++pages) {
        const auto page =
            read(requests::companionMemberships(courses, after.course, after.person, rowsPerPage), TextMode::Html,
                 cancel, [](const Answer &answer, TextMode) { return parseCompanionMemberships(answer); });
        if (!page) {
            collector.stop(page.error());
            break;
        }
        collector.take(*page);
        const auto &next = page->value.next;
        if (!next)
            break;
        if (*next <= after || page->value.rows.empty() || pages + 1 >= maxPages) {
            collector.stop(contradiction(functions::companionMemberships,
                                         QStringLiteral("nextcourse, nextuser do not lead to the end")));
            break;
        }
        after = *next;
    }
    collector.finish(out);
}

} // namespace liaison::moodle

#include "core/snapfile/campusfile.h"

#include "core/reconcile/diff.h"
#include "core/reconcile/timelinecause.h"
#include "core/reconcile/timelineverdicts.h"
#include "core/snapfile/facts.h"
#include "core/snapfile/restores.h"

namespace liaison::snapfile {
namespace {

// Numbers of sections. What the table of links needs comes first; the others are read when somebody looks further.
enum : quint32 {
    TableSection = 1,
    PeopleSection = 2,
    ListsSection = 3,
    RowsSection = 4,
    HistorySection = 5,
    RestoresSection = 6,
    FactsSection = 7
};

/// Inside the seal: what the sections hold. 2: with whom the timelines prove to be added by an API account. 3: with the
/// causes that they prove, what is said of the restores, those outside the scope, and the ways to an account.
constexpr quint32 contentVersion = 3, withEvidence = 2, oldest = 1;

tl::unexpected<Error> damaged(const QString &path)
{
    return fail(Error{ErrorKind::Input, QStringLiteral("snapshot-damaged"), path, 0, {}, {}});
}

template <class A> void describeRows(A &a, CampusView &v)
{
    fields(a, v.rooms, v.retention, v.restores, v.restoresKnown, v.servers);
}

/// Who is there, so that a course or a room that somebody names can be found. Nothing can be asked.
std::shared_ptr<const Survey> surveyOf(const CampusView &view, const CampusExtras &extras)
{
    const Snapshot &s = *view.snapshot;
    const Error closed{ErrorKind::Input, QStringLiteral("published-only"), {}, 0, {}, {}};
    auto survey = std::make_shared<Survey>();
    for (const Site &site : s.sites) {
        SiteSurvey &known = survey->sites.emplace_back();
        known.id = site.id.value;
        known.url = site.url;
        known.down = closed;
        known.now = site.now;
    }
    survey->chatDown = closed;
    survey->apiAccounts = s.apiAccounts;
    survey->rooms.wholeServer = extras.wholeServer;
    survey->rooms.readAt = extras.chatReadAt;
    for (const Room &room : s.rooms) {
        chat::RoomInfo info;
        info.id = room.id.value;
        info.name = room.name;
        survey->roomById.insert(info.id, survey->rooms.rooms.size());
        survey->rooms.rooms.push_back(std::move(info));
    }
    for (const Link &link : s.links) {
        SurveyedLink &known = survey->links.emplace_back();
        const Course &course = s.courses[link.course.value];
        known.key = {s.sites[link.site.value].id.value, link.cmid.value};
        known.course = course.id.value;
        known.shortName = course.shortName;
        known.fullName = course.fullName;
        known.activityName = link.activityName;
        if (const auto *room = std::get_if<RoomIx>(&link.room))
            known.room = s.rooms[room->value].id.value;
        else if (const auto *missing = std::get_if<MissingRoom>(&link.room))
            known.room = missing->id.value;
        else if (const auto *unknown = std::get_if<UnknownRoom>(&link.room))
            known.room = unknown->id.value;
        known.source = link.source;
        known.confirmed = link.confirmed;
        known.unknown = link.unknown;
        known.inScope = course.inScope;
        known.at = link.readAt;
    }
    return survey;
}

} // namespace

bool isTooOld(Instant readAt, Instant now)
{
    return readAt.ms < now.ms - qint64(keepDays) * 86'400'000; // readAt may be anything: it was read from a file
}

Result<void> writeCampus(const QString &path, const SnapshotKey &key, const CampusReading &campus, Instant now,
                         Readers readers)
{
    const CampusView &view = *campus.view;
    Writer table, people, lists, rows, history;
    table.number(contentVersion);
    fields(table, unchanged(view.readAt), unchanged(view.profileName), unchanged(view.production),
           unchanged(view.readOnly), unchanged(view.policy), unchanged(view.categories), unchanged(campus.extras));
    describeTable(table, unchanged(*view.snapshot));
    listOf(table, unchanged(view.diff.links), [&](LinkRow &row) { describeLinkRow(table, row, *view.snapshot); });
    describePeople(people, unchanged(*view.snapshot));
    Writer facts;
    describeNewFacts(facts, unchanged(*view.snapshot));
    writeLists(lists, *view.snapshot);
    describeRows(rows, unchanged(view));
    field(rows, unchanged(view.restoresOutside));
    field(history, unchanged(view.history));
    QHash<QString, QSet<QString>> evidence = evidenceOf(view.history, *view.snapshot);
    field(history, evidence);
    QHash<QString, QHash<QString, TimelineVerdict>> verdicts = verdictsOf(view.history, *view.snapshot, view.diff);
    field(history, verdicts);
    Writer restores;
    bool hasReview = view.restoreReview != nullptr;
    field(restores, hasReview);
    if (hasReview)
        describe(restores, unchanged(*view.restoreReview));
    return writeSealed(path, key, now,
                       {{TableSection, table.bytes()},
                        {PeopleSection, people.bytes()},
                        {ListsSection, lists.bytes()},
                        {RowsSection, rows.bytes()},
                        {HistorySection, history.bytes()},
                        {RestoresSection, restores.bytes()},
                        {FactsSection, facts.bytes()}},
                       readers);
}

Result<CampusFile> CampusFile::open(const QString &path, const SnapshotKey &key)
{
    auto sealed = SealedFile::open(path, key);
    if (!sealed)
        return fail(sealed.error());
    auto bytes = (*sealed)->section(TableSection);
    if (!bytes)
        return fail(bytes.error());
    Reader a(std::move(*bytes));
    const quint64 content = a.number();
    if (content > contentVersion)
        return fail(Error{ErrorKind::Input, QStringLiteral("snapshot-newer"), path, 0, {}, {}});
    CampusFile out;
    out.m_path = path;
    out.m_content = content;
    auto view = std::make_shared<CampusView>();
    fields(a, view->readAt, view->profileName, view->production, view->readOnly, view->policy, view->categories,
           out.m_extras);
    auto snapshot = std::make_shared<Snapshot>();
    describeTable(a, *snapshot);
    listOf(a, view->diff.links, [&](LinkRow &row) { describeLinkRow(a, row, *snapshot); });
    if (content < oldest || !a.atEnd() || view->diff.links.size() != snapshot->links.size())
        return damaged(path);
    view->snapshot = std::move(snapshot);
    view->source = ViewSource::LastReading;
    out.m_links = std::move(view);
    out.m_file = std::move(*sealed);
    return out;
}

Result<CampusReading> CampusFile::whole()
{
    auto view = std::make_shared<CampusView>(*m_links);
    auto snapshot = std::make_shared<Snapshot>(*m_links->snapshot);
    Error trouble;
    const auto read = [&](quint32 number, const auto &into) {
        auto bytes = m_file->section(number);
        if (!bytes) {
            trouble = bytes.error();
            return false;
        }
        Reader a(std::move(*bytes));
        into(a);
        if (!a.atEnd())
            trouble = damaged(m_path).value();
        return a.atEnd();
    };
    if (!read(PeopleSection, [&](Reader &a) { describePeople(a, *snapshot); }) ||
        !read(ListsSection, [&](Reader &a) { readLists(a, *snapshot); }) ||
        !read(RowsSection,
              [&](Reader &a) {
                  describeRows(a, *view);
                  if (m_content >= contentVersion)
                      field(a, view->restoresOutside);
              }) ||
        !read(HistorySection,
              [&](Reader &a) {
                  field(a, view->history);
                  if (m_content >= withEvidence)
                      field(a, view->history.addedByApi);
                  if (m_content >= contentVersion)
                      field(a, view->history.verdicts);
              }) ||
        (m_content >= contentVersion && (!read(FactsSection, [&](Reader &a) { describeNewFacts(a, *snapshot); }) ||
                                         !read(RestoresSection, [&](Reader &a) {
                                             bool hasReview = false;
                                             field(a, hasReview);
                                             if (!hasReview)
                                                 return; // nobody told
                                             auto review = std::make_shared<RestoreReview>();
                                             describe(a, *review);
                                             if (review->about.size() == view->restores.size())
                                                 view->restoreReview = std::move(review);
                                             else
                                                 a.fail();
                                         }))))
        return fail(trouble);
    for (quint32 i = 0; i < snapshot->accounts.size(); ++i) {
        const Account &account = snapshot->accounts[i];
        snapshot->accountById.insert(account.id.value, AccountIx(i));
        if (!account.username.isEmpty())
            snapshot->accountByLogin.insert(account.username.toLower(), AccountIx(i));
    }
    view->snapshot = std::move(snapshot);
    view->diff = diff(*view->snapshot, view->policy, view->history);
    view->diff.unknown.insert(view->diff.unknown.end(), m_extras.unread.begin(), m_extras.unread.end());
    view->roles = roleRows(*view->snapshot, view->policy);
    CampusReading out;
    out.survey = surveyOf(*view, m_extras);
    out.extras = m_extras;
    out.view = std::move(view);
    return out;
}

} // namespace liaison::snapfile

#pragma once

#include "core/moodle/client.h"

#include <QLatin1String>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// How the client follows lists that come in pages. For client.cpp.
namespace liaison::moodle {

/// An answer that can be decoded and still cannot be true.
[[nodiscard]] Error contradiction(QLatin1String function, const QString &detail);

/// Each id once, in the order given, in lists of at most `size`.
[[nodiscard]] std::vector<std::vector<qint64>> batchesOf(const std::vector<qint64> &ids, int size);

[[nodiscard]] inline qint64 keyOf(const CompanionLink &link)
{
    return link.cmid;
}
template <class T> [[nodiscard]] qint64 keyOf(const T &item)
{
    return item.id;
}

/// Reads pages until the cursor ends. A cursor that stands still or goes back, a page that brings nothing and still
/// points on, and an item that came before are contradictions: an endless or doubled list is never half believed.
template <class ReadPage> auto followCursor(QLatin1String function, ReadPage readPage)
{
    using Page = decltype(readPage(qint64{})->value);
    using Items = decltype(Page::items);
    using Outcome = Result<Fetched<Items>>;
    Fetched<Items> out;
    std::unordered_set<qint64> seen;
    qint64 after = 0;
    for (int pages = 0; pages < MoodleClient::maxPages; ++pages) {
        auto page = readPage(after);
        if (!page)
            return Outcome(fail(std::move(page.error())));
        if (pages == 0)
            out.at = page->at;
        auto &items = page->value.items;
        const std::optional<qint64> next = page->value.next;
        if (next && (*next <= after || items.empty()))
            return Outcome(fail(contradiction(function, QStringLiteral("next does not advance"))));
        for (auto &item : items) {
            if (!seen.insert(keyOf(item)).second)
                return Outcome(fail(contradiction(function, QStringLiteral("an item came in two pages"))));
            out.value.push_back(std::move(item));
        }
        if (!next)
            return Outcome(std::move(out));
        after = *next;
    }
    return Outcome(fail(contradiction(function, QStringLiteral("more pages than any site has"))));
}

/// Gathers the pages of get_memberships and judges each course by the companion's own count.
class MembershipCollector
{
public:
    explicit MembershipCollector(const std::vector<qint64> &courses);

    void take(const Fetched<MembershipPage> &page);
    /// Pages after the last one taken did not come: courses that are not whole get this error.
    void stop(const Error &error) { m_stopped = error; }
    void finish(std::vector<ForCourse<CourseMemberships>> &out);

private:
    std::vector<CourseMemberships> m_courses;
    std::unordered_map<qint64, std::size_t> m_index;
    std::optional<Error> m_stopped;
};

} // namespace liaison::moodle

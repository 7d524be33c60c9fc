#pragma once

#include "core/sandbox/moodleindex.h"
#include "core/sandbox/moodlewriter.h"

#include <array>
#include <functional>
#include <map>

/// Parts of answers that are the same in thousands of them, written once in one format: the entry of a course in a
/// person's list, the roles of a member, what is said of a person. They are made of nothing but what an index points
/// to, and are thrown away with it; those of activities already when something was written, since some calls change
/// an activity and leave the index.
namespace liaison::sandbox::moodle {

/// Texts by number, one behind the other; what does not fit any more makes room for all.
class Texts
{
public:
    [[nodiscard]] QByteArrayView find(std::size_t number) const
    {
        if (number >= m_spans.size() || m_spans[number].size == 0)
            return {};
        return {m_text.constData() + m_spans[number].begin, qsizetype(m_spans[number].size)};
    }
    QByteArrayView keep(std::size_t number, QByteArrayView text);
    void fetch([[maybe_unused]] std::size_t number) const
    {
#ifdef __GNUC__
        if (number < m_spans.size())
            __builtin_prefetch(m_text.constData() + m_spans[number].begin);
#endif
    }

private:
    struct Span
    {
        std::uint32_t begin = 0, size = 0;
    };

    static constexpr qsizetype most = 32 * 1024 * 1024;

    QByteArray m_text;
    std::vector<Span> m_spans;
};

class Pieces
{
public:
    using Write = std::function<void(Writer &)>;

    /// Whose number it is by: a course's in Index::courses, somebody's in Index::people, or as the caller counts.
    enum class Kind {
        EnrolledCourse, ///< course: in a person's list
        Login,          ///< person: in a list of memberships
        State,          ///< roles and states in a list of memberships
        Roles,          ///< list of roles: of a member
        Link,           ///< activity, by its instance: as the companion tells it
        Person          ///< person: likewise
    };
    static constexpr std::size_t kinds = 6;

    explicit Pieces(Format format) : m_format(format) {}
    Pieces(const Pieces &) = delete;
    Pieces &operator=(const Pieces &) = delete;

    /// A value, or fields; good until the next call. `write` gets a Writer where the piece is not there yet.
    template <class F> [[nodiscard]] QByteArrayView value(Kind kind, std::size_t number, const F &write)
    {
        const QByteArrayView found = m_texts[std::size_t(kind)].find(number);
        return !found.isEmpty() ? found : keep(m_texts[std::size_t(kind)], number, Writer::Inside::List, write);
    }
    /// Asks the memory for a piece that is needed soon.
    void fetch(Kind kind, std::size_t number) const { m_texts[std::size_t(kind)].fetch(number); }
    template <class F> [[nodiscard]] QByteArrayView fields(Kind kind, std::size_t number, const F &write)
    {
        const QByteArrayView found = m_texts[std::size_t(kind)].find(number);
        return !found.isEmpty() ? found : keep(m_texts[std::size_t(kind)], number, Writer::Inside::Object, write);
    }
    /// The fields of a person, in one of the few choices of fields that a console has; of others nothing is kept, and
    /// the view is empty.
    template <class F> [[nodiscard]] QByteArrayView person(Texts *choice, std::size_t who, const F &write)
    {
        const QByteArrayView found = choice->find(who);
        return !found.isEmpty() ? found : keep(*choice, who, Writer::Inside::Object, write);
    }
    /// The same for values of a list: cells of a report.
    template <class F> [[nodiscard]] QByteArrayView cells(Texts *choice, std::size_t who, const F &write)
    {
        const QByteArrayView found = choice->find(who);
        return !found.isEmpty() ? found : keep(*choice, who, Writer::Inside::List, write);
    }
    /// nullptr: too many were asked for.
    [[nodiscard]] Texts *choice(unsigned fields);

    /// What `write` writes in this format, and nobody keeps: fields of an object that another writer began, or a value.
    [[nodiscard]] QByteArray fields(const Write &write);
    [[nodiscard]] QByteArray value(const Write &write);

    /// World::moodleChanges at each call.
    void setChanges(quint64 changes)
    {
        if (std::exchange(m_changes, changes) != changes)
            m_texts[std::size_t(Kind::Link)] = {};
    }
    /// Of the answer that is written now.
    [[nodiscard]] Buffer &buffer() { return m_buffer; }

private:
    [[nodiscard]] QByteArrayView keep(Texts &texts, std::size_t number, Writer::Inside inside, const Write &write);

    Format m_format;
    Buffer m_buffer, m_part;
    std::array<Texts, kinds> m_texts;
    std::map<unsigned, Texts> m_choices;
    quint64 m_changes = 0;
};

} // namespace liaison::sandbox::moodle

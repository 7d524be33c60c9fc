#pragma once

#include "core/sandbox/moodleindex.h"
#include "core/sandbox/moodlewriter.h"

#include <functional>

/// Parts of answers that are the same in thousands of them, written once in one format: the entry of a course in a
/// person's list, the roles of a member. They are made of nothing but what an index points to, and are thrown away with
/// it.
namespace liaison::sandbox::moodle {

class Pieces
{
public:
    using Write = std::function<void(Writer &)>;

    explicit Pieces(Format format) : m_format(format) {}
    Pieces(const Pieces &) = delete;
    Pieces &operator=(const Pieces &) = delete;

    void forget();

    /// Views are good until the next call. `write` is called with a Writer where the piece is not there yet.
    template <class F> [[nodiscard]] QByteArrayView course(const CourseEntry &entry, const F &write)
    {
        const std::size_t at = std::size_t(entry.number);
        if (at < m_courses.size() && m_courses[at].size > 0)
            return {m_text.constData() + m_courses[at].begin, m_courses[at].size};
        return keepCourse(at, write);
    }
    template <class F> [[nodiscard]] QByteArrayView roles(const Membership &member, const F &write)
    {
        return kept(m_roles, std::size_t(member.roleSet), write);
    }
    template <class F> [[nodiscard]] QByteArrayView roleNumbers(const Membership &member, const F &write)
    {
        return kept(m_roleNumbers, std::size_t(member.roleSet), write);
    }

    /// Of the answer that is written now.
    [[nodiscard]] Buffer &buffer() { return m_buffer; }
    /// What `write` writes, in this format: fields of an object that another writer began.
    [[nodiscard]] QByteArray fields(const Write &write) { return text(Writer::Inside::Object, write); }
    /// The same for a whole value.
    [[nodiscard]] QByteArray value(const Write &write) { return text(Writer::Inside::List, write); }

private:
    struct Span
    {
        qsizetype begin = 0, size = 0;
    };

    static constexpr qsizetype mostText = 32 * 1024 * 1024;

    [[nodiscard]] QByteArray text(Writer::Inside inside, const Write &write);
    [[nodiscard]] QByteArrayView keepCourse(std::size_t at, const Write &write);
    template <class F> [[nodiscard]] QByteArrayView kept(std::vector<QByteArray> &list, std::size_t at, const F &write)
    {
        if (list.size() <= at)
            list.resize(at + 1);
        if (list[at].isEmpty()) // no value is written as nothing
            list[at] = text(Writer::Inside::List, write);
        return list[at];
    }

    Format m_format;
    Buffer m_buffer, m_part;
    QByteArray m_text;
    std::vector<Span> m_courses; ///< in m_text
    std::vector<QByteArray> m_roles, m_roleNumbers;
};

} // namespace liaison::sandbox::moodle

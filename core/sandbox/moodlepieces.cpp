#include "core/sandbox/moodlepieces.h"

namespace liaison::sandbox::moodle {

void Pieces::forget()
{
    m_text.clear();
    m_courses.clear();
    m_roles.clear();
    m_roleNumbers.clear();
}

QByteArray Pieces::text(Writer::Inside inside, const Write &write)
{
    Writer writer(m_format, m_part, inside);
    write(writer);
    return m_part.take();
}

QByteArrayView Pieces::keepCourse(std::size_t at, const Write &write)
{
    const QByteArray one = text(Writer::Inside::List, write);
    if (m_text.size() + one.size() > mostText) {
        m_text.clear();
        m_courses.clear();
    }
    if (m_courses.size() <= at)
        m_courses.resize(at + 1);
    m_courses[at] = {m_text.size(), one.size()};
    m_text += one;
    return {m_text.constData() + m_courses[at].begin, one.size()};
}

} // namespace liaison::sandbox::moodle

#include "core/sandbox/moodlepieces.h"

namespace liaison::sandbox::moodle {

QByteArrayView Texts::keep(std::size_t number, QByteArrayView text)
{
    if (m_text.size() + text.size() > most) {
        m_text.clear();
        m_spans.clear();
    }
    if (m_spans.size() <= number)
        m_spans.resize(std::max(number + 1, 2 * m_spans.size()));
    m_spans[number] = {std::uint32_t(m_text.size()), std::uint32_t(text.size())};
    m_text.append(text);
    return find(number);
}

Texts *Pieces::choice(unsigned fields)
{
    constexpr std::size_t most = 12;
    if (m_choices.size() >= most && !m_choices.contains(fields))
        return nullptr;
    return &m_choices[fields];
}

QByteArray Pieces::fields(const Write &write)
{
    Writer writer(m_format, m_part, Writer::Inside::Object);
    write(writer);
    return m_part.take();
}

QByteArray Pieces::value(const Write &write)
{
    Writer writer(m_format, m_part);
    write(writer);
    return m_part.take();
}

QByteArrayView Pieces::keep(Texts &texts, std::size_t number, Writer::Inside inside, const Write &write)
{
    Buffer part; // its own: what is written may ask for other pieces
    Writer writer(m_format, part, inside);
    write(writer);
    return texts.keep(number, part.view());
}

} // namespace liaison::sandbox::moodle

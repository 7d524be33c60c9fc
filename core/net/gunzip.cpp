#include "core/net/gunzip.h"

#include <array>
#include <limits>
#include <zlib.h>

namespace liaison::net {

struct Gunzip::Stream
{
    z_stream z{};
};

Gunzip::Gunzip() : m_stream(std::make_unique<Stream>())
{
    constexpr int gzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&m_stream->z, gzipOnly) != Z_OK)
        m_state = State::Broken;
}

Gunzip::~Gunzip()
{
    inflateEnd(&m_stream->z);
}

Gunzip::State Gunzip::feed(const char *data, qsizetype size, QByteArray &out, qint64 maxBytes)
{
    std::array<char, 64 * 1024> chunk;
    z_stream &z = m_stream->z;
    Q_ASSERT(size <= std::numeric_limits<int>::max());
    // zlib only reads through next_in; its type predates const.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data));
    z.avail_in = static_cast<uInt>(size);
    while (m_state == State::More || (m_state == State::Done && z.avail_in > 0)) {
        if (m_state == State::Done) { // a gzip body may be several members, one after the other
            inflateReset(&z);
            m_state = State::More;
        }
        z.next_out = reinterpret_cast<Bytef *>(chunk.data());
        z.avail_out = static_cast<uInt>(chunk.size());
        const int rc = inflate(&z, Z_NO_FLUSH);
        const auto got = static_cast<qsizetype>(chunk.size() - z.avail_out);
        if (out.size() + got > maxBytes)
            return m_state = State::TooLarge;
        out.append(chunk.data(), got);
        if (rc == Z_STREAM_END)
            m_state = State::Done;
        else if (rc == Z_BUF_ERROR || (rc == Z_OK && z.avail_in == 0 && z.avail_out > 0))
            break; // all input used
        else if (rc != Z_OK)
            return m_state = State::Broken;
    }
    return m_state;
}

} // namespace liaison::net

#include "core/sandbox/front_message.h"

#include <array>

namespace liaison::sandbox {
namespace {

constexpr std::array<std::uint32_t, 256> crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = (c & 1U) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    return table;
}();

std::uint32_t crc32(const QByteArray &bytes)
{
    std::uint32_t c = 0xFFFFFFFFU;
    for (const char b : bytes)
        c = crcTable[(c ^ static_cast<unsigned char>(b)) & 0xFFU] ^ (c >> 8);
    return c ^ 0xFFFFFFFFU;
}

void appendLittle(QByteArray &out, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((value >> shift) & 0xFFU);
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress: 4 bytes of length, 2 bytes zlib header, the deflate stream, 4 bytes Adler-32. Level 1: the sandbox
    // shares the processor with the program it is tested with.
    const QByteArray zlib = qCompress(bytes, 1);
    static constexpr char header[] = {0x1f, char(0x8b), 8, 0, 0, 0, 0, 0, 0, char(0xff)};
    QByteArray out;
    out.reserve(zlib.size() + 16);
    out.append(header, sizeof header);
    out.append(QByteArrayView(zlib).sliced(6, zlib.size() - 10));
    appendLittle(out, crc32(bytes));
    appendLittle(out, static_cast<std::uint32_t>(bytes.size()));
    return out;
}

} // namespace liaison::sandbox

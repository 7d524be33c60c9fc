#pragma once

#include <QByteArray>
#include <memory>

namespace liaison::net {

/// Inflates a gzip body as it arrives and knows whether it is whole (length and checksum of the trailer).
/// Qt's own decompression does neither: an answer cut in the middle ends there like a short one (tried with 6.4.2), and
/// a short member list must never look like a complete one (design rule 1).
class Gunzip
{
public:
    enum class State { More, Done, Broken, TooLarge };

    Gunzip();
    ~Gunzip();
    Gunzip(const Gunzip &) = delete;
    Gunzip &operator=(const Gunzip &) = delete;

    /// Appends what comes out to `out`, which never grows beyond `maxBytes`. Broken and TooLarge are final.
    State feed(const char *data, qsizetype size, QByteArray &out, qint64 maxBytes);
    [[nodiscard]] State state() const { return m_state; }

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
    State m_state = State::More;
};

} // namespace liaison::net

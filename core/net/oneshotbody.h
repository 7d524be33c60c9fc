#pragma once

#include <QByteArray>
#include <QIODevice>
#include <algorithm>
#include <utility>

namespace liaison::net {

/// The body of one attempt, which can be read once.
/// QNetworkAccessManager re-sends a request up to three times, POST included, on fresh connections too, when the
/// connection ends before the first byte of the answer (Qt 6.4.2, QHttpNetworkConnectionChannel::_q_error and
/// handleUnexpectedEOF). The one thing it asks before is whether the body can be rewound: refusing that makes it give
/// up with ContentReSendError, so that whether something is sent twice is decided in one place, ours.
/// (Not a QBuffer: Qt takes the bytes out of those and rewinds without asking.)
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray body) : m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    /// Nothing was handed out yet: the request did not leave either (headers go out with the first part of the body).
    bool reset() override { return size() > 0 && pos() == 0; }
    bool seek(qint64 offset) override { return offset == pos(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 n = std::min<qint64>(maxSize, m_body.size() - pos());
        std::copy_n(m_body.constData() + pos(), n, data);
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_body;
};

} // namespace liaison::net

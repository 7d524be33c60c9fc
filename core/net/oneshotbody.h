#pragma once

#include <QBuffer>

namespace liaison::net {

/// The body of one attempt, which can be read once.
/// QNetworkAccessManager re-sends a request up to three times, POST included, on fresh connections too, when the
/// connection ends before the first byte of the answer (Qt 6.4.2, QHttpNetworkConnectionChannel::_q_error and
/// handleUnexpectedEOF). The one thing it asks before is whether the body can be rewound: refusing that makes it give
/// up with ContentReSendError, so that whether something is sent twice is decided in one place, ours.
class OneShotBody final : public QBuffer
{
    Q_OBJECT

public:
    explicit OneShotBody(const QByteArray &body)
    {
        setData(body);
        open(QIODevice::ReadOnly);
    }

    /// Nothing was handed out yet: the request did not leave either (headers go out with the first part of the body).
    bool reset() override { return size() > 0 && pos() == 0; }
    bool seek(qint64 offset) override { return offset == pos(); }
};

} // namespace liaison::net

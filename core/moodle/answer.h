#pragma once

#include "core/base/result.h"
#include "core/net/httpclient.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <memory>

namespace liaison::moodle {

/// A decoded answer that is data: parsed JSON, owned. Copies share it. Its content is read by parser.h only.
class Answer
{
public:
    struct Document;

    Answer(QString function, std::shared_ptr<const Document> document)
        : m_function(std::move(function)), m_document(std::move(document))
    {
    }
    [[nodiscard]] const QString &function() const { return m_function; }
    [[nodiscard]] const Document &document() const { return *m_document; }

private:
    QString m_function;
    std::shared_ptr<const Document> m_document;
};

/// Tells data from the four shapes of errors of contract section 2, in the order given there: status other than 200,
/// not JSON, object with `exception` or `error`, data. `function` becomes `Error::where`. Messages in `detail` are
/// plain text, cut short; a body is never copied. A reply that is no JSON is BadReply (`not-moodle`, or `bad-reply`
/// where it begins like JSON: cut, broken UTF-8, nested too deep, numbers past 64 bits).
[[nodiscard]] Result<Answer> decode(const QString &function, int status,
                                    const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &body);
[[nodiscard]] Result<Answer> decode(const QString &function, const net::HttpReply &reply);

} // namespace liaison::moodle

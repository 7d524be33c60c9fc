#include "core/sandbox/moodlevalue.h"

#include <QRegularExpression>

namespace liaison::sandbox::moodle {

QByteArray toJson(const Value &value)
{
    Buffer buffer;
    Writer(Format::Json, buffer).value(value);
    return buffer.take();
}

QString stripTags(const QString &text)
{
    if (!text.contains(u'<'))
        return text;
    QString out;
    out.reserve(text.size());
    bool inTag = false;
    QChar quote;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (inTag) {
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                inTag = false;
            }
        } else if (c == u'<' && i + 1 < text.size() && !text.at(i + 1).isSpace()) {
            inTag = true;
        } else {
            out += c;
        }
    }
    return out;
}

QString formatString(const QString &text)
{
    static const QRegularExpression bareAmpersand(QStringLiteral("&(?![a-zA-Z0-9#]{1,8};)"));
    QString out = text;
    if (out.contains(u'&'))
        out.replace(bareAmpersand, QStringLiteral("&amp;"));
    if (out.contains(u'<') || out.contains(u'>')) {
        out = stripTags(out);
        out.replace(u'<', QStringLiteral("&lt;"));
        out.replace(u'>', QStringLiteral("&gt;"));
    }
    return out;
}

} // namespace liaison::sandbox::moodle

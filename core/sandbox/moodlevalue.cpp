#include "core/sandbox/moodlevalue.h"

#include <QRegularExpression>
#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

void writeJsonText(QByteArray &out, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const auto isPlain = [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\' && c != u'/'; };
    out += '"';
    for (qsizetype at = 0; at < text.size(); ++at) {
        qsizetype end = at;
        while (end < text.size() && isPlain(text[end]))
            ++end;
        if (end > at) { // nearly everything, and much faster at once than one by one
            const qsizetype size = out.size();
            out.resize(size + end - at);
            std::transform(text.cbegin() + at, text.cbegin() + end, out.data() + size,
                           [](QChar c) { return static_cast<char>(c.unicode()); });
            at = end;
            if (at == text.size())
                break;
        }
        const char16_t u = text[at].unicode();
        switch (u) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '/':
            out += "\\/";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (u >= 0x20 && u < 0x80) {
                out += static_cast<char>(u);
            } else {
                out += "\\u";
                for (int shift = 12; shift >= 0; shift -= 4)
                    out += hex[(u >> shift) & 0xf];
            }
        }
    }
    out += '"';
}

struct JsonWriter
{
    QByteArray &out;

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool v) const { out += v ? "true" : "false"; }
    void operator()(qint64 v) const { out += QByteArray::number(v); }
    void operator()(const QString &v) const { writeJsonText(out, v); }
    void operator()(const List &v) const
    {
        out += '[';
        for (std::size_t i = 0; i < v.size(); ++i) {
            if (i != 0)
                out += ',';
            std::visit(*this, v[i].data());
        }
        out += ']';
    }
    void operator()(const Object &v) const
    {
        out += '{';
        bool first = true;
        for (const Field &f : v.fields()) {
            if (!first)
                out += ',';
            first = false;
            out += '"';
            out += f.key;
            out += "\":";
            std::visit(*this, f.value.data());
        }
        out += '}';
    }
};

struct XmlWriter
{
    QByteArray &out;

    void operator()(std::nullptr_t) const { out += "<VALUE null=\"null\"/>\n"; }
    void operator()(bool v) const { out += v ? "<VALUE>1</VALUE>\n" : "<VALUE>0</VALUE>\n"; }
    void operator()(qint64 v) const { out += "<VALUE>" + QByteArray::number(v) + "</VALUE>\n"; }
    void operator()(const QString &v) const { out += "<VALUE>" + xmlText(v) + "</VALUE>\n"; }
    void operator()(const List &v) const
    {
        out += "<MULTIPLE>\n";
        for (const Value &item : v)
            std::visit(*this, item.data());
        out += "</MULTIPLE>\n";
    }
    void operator()(const Object &v) const
    {
        out += "<SINGLE>\n";
        for (const Field &f : v.fields()) {
            out += "<KEY name=\"";
            out += f.key;
            out += "\">";
            std::visit(*this, f.value.data());
            out += "</KEY>\n";
        }
        out += "</SINGLE>\n";
    }
};

} // namespace

QByteArray toJson(const Value &value)
{
    QByteArray out;
    std::visit(JsonWriter{out}, value.data());
    return out;
}

QByteArray xmlText(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray toXml(const Value &value)
{
    QByteArray out("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<RESPONSE>\n");
    std::visit(XmlWriter{out}, value.data());
    out += "</RESPONSE>\n";
    return out;
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

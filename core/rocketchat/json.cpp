#include "core/rocketchat/json.h"

#include <cmath>

namespace liaison::rocketchat::json {

namespace {

constexpr double countLimit = 100'000'000;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// The code unit of the escape \uXXXX at `at`, or -1.
int escapedUnit(const QByteArray &body, qsizetype at)
{
    if (at + 6 > body.size() || body.at(at) != '\\' || body.at(at + 1) != 'u')
        return -1;
    int unit = 0;
    for (qsizetype i = at + 2; i < at + 6; ++i) {
        const int digit = hexValue(body.at(i));
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/// Lone halves of surrogate pairs become U+FFFD.
QByteArray withoutLoneSurrogates(QByteArray body)
{
    for (qsizetype i = body.indexOf('\\'); i >= 0 && i + 1 < body.size(); i = body.indexOf('\\', i)) {
        const int unit = escapedUnit(body, i);
        if (unit < 0) {
            i += 2; // another escape: its second character is never the start of one
            continue;
        }
        if (unit >= 0xD800 && unit < 0xDC00) {
            const int low = escapedUnit(body, i + 6);
            if (low >= 0xDC00 && low < 0xE000) {
                i += 12;
                continue;
            }
        }
        if (unit >= 0xD800 && unit < 0xE000)
            body.replace(i + 2, 4, QByteArrayLiteral("fffd"));
        i += 6;
    }
    return body;
}

simdjson::error_code read(simdjson::dom::parser &parser, const QByteArray &body, Element &top)
{
    const bool padded = body.capacity() - body.size() >= qsizetype(simdjson::SIMDJSON_PADDING);
    return parser.parse(body.constData(), std::size_t(body.size()), !padded).get(top);
}

} // namespace

QString toQString(std::string_view text)
{
    if (text == "user") // role and type of nearly every account: one allocation less for each of many thousands
        return QStringLiteral("user");
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::optional<Document> Document::parse(const QByteArray &body)
{
    Document document;
    document.m_parser = std::make_unique<simdjson::dom::parser>();
    Element top;
    auto error = read(*document.m_parser, body, top);
    if (error == simdjson::STRING_ERROR)
        error = read(*document.m_parser, withoutLoneSurrogates(body), top);
    if (error != simdjson::SUCCESS || top.get_object().get(document.m_root) != simdjson::SUCCESS)
        return std::nullopt;
    return document;
}

std::optional<Element> Fields::element(const char *key) const
{
    Element e;
    if (m_object.at_key(key).get(e) != simdjson::SUCCESS || e.is_null())
        return std::nullopt;
    return e;
}

bool Fields::has(const char *key) const
{
    return element(key).has_value();
}

std::optional<QString> Fields::maybeText(const char *key) const
{
    const auto e = element(key);
    if (!e)
        return std::nullopt;
    std::string_view text;
    if (e->get_string().get(text) != simdjson::SUCCESS) {
        refuse();
        return std::nullopt;
    }
    return toQString(text);
}

QString Fields::text(const char *key) const
{
    return maybeText(key).value_or(QString());
}

QString Fields::id(const char *key) const
{
    const QString value = text(key);
    if (value.isEmpty())
        refuse();
    return value;
}

QString Fields::label(const char *key) const
{
    const auto e = element(key);
    std::string_view text;
    return e && e->get_string().get(text) == simdjson::SUCCESS ? toQString(text) : QString();
}

std::optional<bool> Fields::maybeFlag(const char *key) const
{
    const auto e = element(key);
    if (!e)
        return std::nullopt;
    bool value = false;
    if (e->get_bool().get(value) != simdjson::SUCCESS) {
        refuse();
        return std::nullopt;
    }
    return value;
}

bool Fields::flag(const char *key) const
{
    return maybeFlag(key).value_or(false);
}

std::optional<double> Fields::maybeNumber(const char *key) const
{
    const auto e = element(key);
    if (!e)
        return std::nullopt;
    double value = 0;
    if (e->get_double().get(value) != simdjson::SUCCESS) {
        refuse();
        return std::nullopt;
    }
    return value;
}

int Fields::count(const char *key) const
{
    const auto value = maybeNumber(key);
    if (!value || !(*value >= 0) || *value > countLimit || std::floor(*value) != *value) {
        refuse();
        return 0;
    }
    return int(*value);
}

Instant Fields::date(const char *key) const
{
    const QString text = label(key);
    return text.isEmpty() ? Instant{} : Instant::fromIso(text);
}

std::optional<Array> Fields::maybeArray(const char *key) const
{
    const auto e = element(key);
    if (!e)
        return std::nullopt;
    Array array;
    if (e->get_array().get(array) != simdjson::SUCCESS) {
        refuse();
        return std::nullopt;
    }
    return array;
}

std::optional<Array> Fields::array(const char *key) const
{
    auto array = maybeArray(key);
    if (!array)
        refuse();
    return array;
}

std::optional<QStringList> Fields::maybeTexts(const char *key) const
{
    const auto array = maybeArray(key);
    if (!array)
        return std::nullopt;
    QStringList texts;
    for (const Element e : *array) {
        std::string_view text;
        if (e.get_string().get(text) != simdjson::SUCCESS) {
            refuse();
            return std::nullopt;
        }
        texts << toQString(text);
    }
    return texts;
}

std::optional<Fields> Fields::maybeObject(const char *key) const
{
    const auto e = element(key);
    if (!e)
        return std::nullopt;
    Object object;
    if (e->get_object().get(object) != simdjson::SUCCESS) {
        refuse();
        return std::nullopt;
    }
    return Fields(object, *m_ok);
}

} // namespace liaison::rocketchat::json

#include "core/moodle/reader.h"

#include "core/moodle/html.h"

#include <algorithm>

namespace liaison::moodle {

namespace {

namespace dom = simdjson::dom;

constexpr qint64 lastSecond = 253402300799; // 9999-12-31: Instant::iso has four digits for the year

QString fromJson(std::string_view value)
{
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

bool hasControl(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

bool isTime(qint64 seconds)
{
    return seconds >= 0 && seconds <= lastSecond;
}

/// Empty arrays are how PHP writes an empty object.
bool isEmptyArray(dom::element element)
{
    dom::array array;
    return element.get(array) == simdjson::SUCCESS && array.size() == 0;
}

} // namespace

std::optional<bool> asFlag(dom::element element)
{
    bool value = false;
    std::int64_t digit = -1;
    if (element.get(value) == simdjson::SUCCESS)
        return value;
    if (element.get(digit) == simdjson::SUCCESS && (digit == 0 || digit == 1))
        return digit == 1;
    return std::nullopt;
}

QString Path::text() const
{
    QString out = up ? up->text() : QString();
    if (!key.empty()) {
        if (!out.isEmpty())
            out += u'.';
        out += fromJson(key);
    }
    if (index)
        out += QLatin1Char('[') + QString::number(*index) + QLatin1Char(']');
    return out;
}

void Reader::fail(const Path &path, std::string_view key, const char *problem)
{
    if (m_error)
        return;
    Error e;
    e.kind = ErrorKind::BadReply;
    e.code = errors::badReply;
    e.where = m_function;
    e.httpStatus = 200;
    const QString field = Path{&path, key, {}}.text();
    e.detail = (field.isEmpty() ? QStringLiteral("answer") : field) + QLatin1Char(' ') + QString::fromLatin1(problem);
    m_error = std::move(e);
}

void Object::fail(std::string_view key, const char *problem)
{
    m_reader->fail(m_path, key, problem);
}

std::optional<dom::element> Object::find(std::string_view key) const
{
    dom::element element;
    if (!m_object || m_object->at_key(key).get(element) != simdjson::SUCCESS)
        return std::nullopt;
    return element;
}

bool Object::names(std::string_view key) const
{
    return find(key).has_value();
}

bool Object::has(std::string_view key) const
{
    const auto element = find(key);
    return element && !element->is_null();
}

void Object::require(std::string_view key)
{
    if (!names(key))
        fail(key, "is missing");
}

qint64 Object::number(std::string_view key)
{
    return get<std::int64_t>(key, "is not a number").value_or(0);
}

qint64 Object::id(std::string_view key)
{
    const qint64 value = number(key);
    if (value <= 0)
        fail(key, "is not an id");
    return value;
}

qint64 Object::count(std::string_view key)
{
    const qint64 value = number(key);
    if (value < 0)
        fail(key, "is negative");
    return value;
}

bool Object::flag(std::string_view key)
{
    const auto element = find(key);
    const auto value = element ? asFlag(*element) : std::nullopt;
    if (!value)
        fail(key, element ? "is not 0 or 1" : "is missing");
    return value.value_or(false);
}

Instant Object::time(std::string_view key)
{
    const qint64 seconds = number(key);
    if (!isTime(seconds)) {
        fail(key, "is not a time");
        return {};
    }
    return Instant::fromSeconds(seconds);
}

QString Object::exact(std::string_view key)
{
    QString text = fromJson(get<std::string_view>(key, "is not a text").value_or(std::string_view{}));
    if (hasControl(text))
        fail(key, "has control characters");
    return text;
}

QString Object::shown(std::string_view key)
{
    QString text = fromJson(get<std::string_view>(key, "is not a text").value_or(std::string_view{}));
    if (m_reader->mode() == TextMode::Html)
        text = unescapeHtml(text);
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return text;
}

QString Object::versionText(std::string_view key)
{
    const auto element = find(key);
    std::int64_t value = 0;
    if (element && element->get(value) == simdjson::SUCCESS)
        return QString::number(value);
    return exact(key);
}

std::vector<qint64> Object::ids(std::string_view key)
{
    std::vector<qint64> out;
    eachElement(key, [&](dom::element element) {
        std::int64_t value = 0;
        if (element.get(value) != simdjson::SUCCESS || value <= 0)
            fail(key, "holds something that is no id");
        out.push_back(value);
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Object Object::object(std::string_view key)
{
    const Path path{&m_path, key, {}};
    const auto element = find(key);
    dom::object object;
    if (element && element->get(object) == simdjson::SUCCESS)
        return {*m_reader, object, path};
    if (!element || !isEmptyArray(*element))
        fail(key, element ? "is not an object" : "is missing");
    return {*m_reader, std::nullopt, path};
}

std::optional<qint64> Object::optId(std::string_view key)
{
    return has(key) ? std::optional(id(key)) : std::nullopt;
}

std::optional<qint64> Object::optCount(std::string_view key)
{
    return has(key) ? std::optional(count(key)) : std::nullopt;
}

std::optional<bool> Object::optFlag(std::string_view key)
{
    return has(key) ? std::optional(flag(key)) : std::nullopt;
}

std::optional<Instant> Object::optTime(std::string_view key)
{
    if (!has(key))
        return std::nullopt;
    const qint64 seconds = number(key);
    return isTime(seconds) ? std::optional(Instant::fromSeconds(seconds)) : std::nullopt;
}

std::optional<QString> Object::optShown(std::string_view key)
{
    return has(key) ? std::optional(shown(key)) : std::nullopt;
}

std::optional<QString> Object::optExact(std::string_view key)
{
    if (!has(key))
        return std::nullopt;
    QString text = fromJson(get<std::string_view>(key, "is not a text").value_or(std::string_view{}));
    return hasControl(text) ? std::nullopt : std::optional(std::move(text));
}

std::optional<Object> Object::optObject(std::string_view key)
{
    return has(key) ? std::optional(object(key)) : std::nullopt;
}

} // namespace liaison::moodle

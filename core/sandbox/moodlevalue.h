#pragma once

#include "core/sandbox/moodlewriter.h"

#include <variant>
#include <vector>

/// Small answers of Moodle's functions as a tree. Own type and not QJsonObject because Moodle keeps the order of its
/// fields. Writer says how they look on the wire.
namespace liaison::sandbox::moodle {

struct Field;
class Value;
using List = std::vector<Value>;

/// Keys are literals: they live as long as the program.
class Object
{
public:
    Object &add(const char *key, Value value) &;
    Object &&add(const char *key, Value value) &&;
    [[nodiscard]] const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

class Value
{
public:
    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool v) : m_data(v) {}
    Value(int v) : m_data(qint64{v}) {}
    Value(qint64 v) : m_data(v) {}
    Value(QString v) : m_data(std::move(v)) {}
    Value(const char *v) : m_data(QString::fromUtf8(v)) {}
    Value(List v) : m_data(std::move(v)) {}
    Value(Object v) : m_data(std::move(v)) {}

    using Data = std::variant<std::nullptr_t, bool, qint64, QString, List, Object>;
    [[nodiscard]] const Data &data() const { return m_data; }

private:
    Data m_data = nullptr;
};

struct Field
{
    const char *key = "";
    Value value;
};

inline Object &Object::add(const char *key, Value value) &
{
    if (m_fields.empty())
        m_fields.reserve(8); // rows are many and small
    m_fields.push_back({key, std::move(value)});
    return *this;
}

inline Object &&Object::add(const char *key, Value value) &&
{
    add(key, std::move(value));
    return std::move(*this);
}

[[nodiscard]] QByteArray toJson(const Value &value);

/// Removes what looks like a tag, as PHP does: `<` followed by a blank stays, an unclosed tag takes the rest with it.
[[nodiscard]] QString stripTags(const QString &text);
/// A stored name as Moodle shows it by default: `&` becomes `&amp;` unless it starts an entity, tag-like text is
/// removed.
[[nodiscard]] QString formatString(const QString &text);

} // namespace liaison::sandbox::moodle

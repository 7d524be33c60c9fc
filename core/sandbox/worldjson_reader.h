#pragma once

#include "core/base/instant.h"

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>
#include <array>
#include <map>
#include <optional>
#include <simdjson.h>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Typed reading of JSON with the place of every problem. Internal to worldFromJson.
namespace liaison::sandbox::json {

using Element = simdjson::dom::element;

/// Where we are: a chain on the stack, spelled out only when something is wrong.
struct Place
{
    const Place *up = nullptr;
    std::string_view key;
    std::int64_t index = -1;

    [[nodiscard]] QString text() const
    {
        QString out = up ? up->text() : QString();
        if (index >= 0)
            return out + u'[' + QString::number(index) + u']';
        if (!out.isEmpty())
            out += u'.';
        return out + QString::fromUtf8(key.data(), qsizetype(key.size()));
    }
};

/// Holds the first problem; everything after it reads nothing.
class Reader
{
public:
    void fail(const Place &place, const QString &problem)
    {
        if (m_problem.isEmpty()) {
            const QString where = place.text();
            m_problem = where.isEmpty() ? problem : QString(where + u": " + problem);
        }
    }
    [[nodiscard]] bool failed() const { return !m_problem.isEmpty(); }
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// One shared text for equal ones: role names and user ids come a million times.
    const QString &shared(std::string_view text)
    {
        auto it = m_texts.find(text);
        if (it == m_texts.end())
            it = m_texts.emplace(text, QString::fromUtf8(text.data(), qsizetype(text.size()))).first;
        return it->second;
    }
    const QStringList &sharedList(std::string_view only)
    {
        auto it = m_lists.find(only);
        if (it == m_lists.end())
            it = m_lists.emplace(only, QStringList{shared(only)}).first;
        return it->second;
    }

private:
    QString m_problem;
    std::unordered_map<std::string_view, QString> m_texts; ///< keys live in the parsed document
    std::unordered_map<std::string_view, QStringList> m_lists;
};

enum class Need { Optional, Required };

template <class T> struct Field
{
    std::string_view name;
    void (*read)(Reader &, const Place &, Element, T &);
    Need need = Need::Optional;
};

/// `Shape<T>::fields`: the keys of T's JSON object, an std::array of Field<T>.
template <class T> struct Shape;

template <class T> void readObject(Reader &r, const Place &place, Element e, T &out)
{
    simdjson::dom::object object;
    if (e.get_object().get(object) != simdjson::SUCCESS) {
        r.fail(place, QStringLiteral("expected an object"));
        return;
    }
    static constexpr auto &fields = Shape<T>::fields;
    static_assert(fields.size() <= 32);
    std::uint32_t seen = 0;
    for (const auto [key, value] : object) {
        if (r.failed())
            return;
        const Place at{&place, key, -1};
        std::size_t i = 0;
        while (i < fields.size() && fields[i].name != key)
            ++i;
        if (i == fields.size()) {
            r.fail(at, QStringLiteral("unknown key"));
            return;
        }
        if (seen & (1U << i)) {
            r.fail(at, QStringLiteral("written twice"));
            return;
        }
        seen |= 1U << i;
        fields[i].read(r, at, value, out);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].need == Need::Required && !(seen & (1U << i)))
            r.fail(Place{&place, fields[i].name, -1}, QStringLiteral("missing"));
    }
}

inline void read(Reader &r, const Place &place, Element e, bool &out)
{
    if (e.get_bool().get(out) != simdjson::SUCCESS)
        r.fail(place, QStringLiteral("expected true or false"));
}

inline void read(Reader &r, const Place &place, Element e, qint64 &out)
{
    std::int64_t value = 0;
    if (e.get_int64().get(value) != simdjson::SUCCESS)
        r.fail(place, QStringLiteral("expected an integer"));
    else
        out = value;
}

inline void read(Reader &r, const Place &place, Element e, int &out)
{
    std::int64_t value = 0;
    if (e.get_int64().get(value) != simdjson::SUCCESS || value != static_cast<int>(value))
        r.fail(place, QStringLiteral("expected a small integer"));
    else
        out = static_cast<int>(value);
}

inline void read(Reader &r, const Place &place, Element e, double &out)
{
    if (e.get_double().get(out) != simdjson::SUCCESS)
        r.fail(place, QStringLiteral("expected a number"));
}

inline bool readText(Reader &r, const Place &place, Element e, std::string_view &out)
{
    if (e.get_string().get(out) == simdjson::SUCCESS)
        return true;
    r.fail(place, QStringLiteral("expected a text"));
    return false;
}

inline void read(Reader &r, const Place &place, Element e, QString &out)
{
    std::string_view text;
    if (readText(r, place, e, text))
        out = QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// null = unknown.
void read(Reader &r, const Place &place, Element e, Instant &out);
void read(Reader &r, const Place &place, Element e, QJsonValue &out);
void read(Reader &r, const Place &place, Element e, QStringList &out);
void read(Reader &r, const Place &place, Element e, std::pair<QString, QString> &out);

template <class T>
requires requires
{
    Shape<T>::fields;
}
void read(Reader &r, const Place &place, Element e, T &out)
{
    readObject(r, place, e, out);
}

template <class T> void read(Reader &r, const Place &place, Element e, std::vector<T> &out)
{
    simdjson::dom::array array;
    if (e.get_array().get(array) != simdjson::SUCCESS) {
        r.fail(place, QStringLiteral("expected a list"));
        return;
    }
    out.clear();
    out.reserve(array.size());
    for (const Element item : array) {
        if (r.failed())
            return;
        const Place at{&place, {}, std::int64_t(out.size())};
        read(r, at, item, out.emplace_back());
    }
}

template <class T> void read(Reader &r, const Place &place, Element e, std::optional<T> &out)
{
    out.reset();
    if (!e.is_null())
        read(r, place, e, out.emplace());
}

/// A map with texts as keys: `Map[key] = value`.
template <class Map> void readMap(Reader &r, const Place &place, Element e, Map &out)
{
    simdjson::dom::object object;
    if (e.get_object().get(object) != simdjson::SUCCESS) {
        r.fail(place, QStringLiteral("expected an object"));
        return;
    }
    out.clear();
    for (const auto [key, value] : object) {
        if (r.failed())
            return;
        read(r, Place{&place, key, -1}, value, out[QString::fromUtf8(key.data(), qsizetype(key.size()))]);
    }
}
template <class T> void read(Reader &r, const Place &place, Element e, std::map<QString, T> &out)
{
    readMap(r, place, e, out);
}
template <class T> void read(Reader &r, const Place &place, Element e, QMap<QString, T> &out)
{
    readMap(r, place, e, out);
}

template <class> struct OwnerOf;
template <class M, class T> struct OwnerOf<M T::*>
{
    using Type = T;
};
template <auto Member> using Owner = typename OwnerOf<decltype(Member)>::Type;

/// The reader of one member, for a field table.
template <auto Member> void get(Reader &r, const Place &place, Element e, Owner<Member> &out)
{
    read(r, place, e, out.*Member);
}
/// The same for texts that repeat.
template <auto Member> void getShared(Reader &r, const Place &place, Element e, Owner<Member> &out)
{
    std::string_view text;
    if (readText(r, place, e, text))
        out.*Member = r.shared(text);
}

} // namespace liaison::sandbox::json

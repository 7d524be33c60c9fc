#pragma once

#include "core/base/instant.h"
#include "core/moodle/document.h"
#include "core/moodle/errors.h"
#include "core/moodle/parser.h"

#include <QString>
#include <optional>
#include <unordered_set>
#include <vector>

/// How the parsers read: each accessor gives a value or marks the whole answer as failed, with the path of the field;
/// the first failure wins and later values are meaningless. Nothing is committed before `finish`. For
/// core/moodle/parser*.cpp.
namespace liaison::moodle {

class Reader;

/// Where an object is, for error messages; written out only when something fails.
struct Path
{
    const Path *up = nullptr;
    std::string_view key;
    std::optional<std::size_t> index;

    [[nodiscard]] QString text() const;
};

/// 0, 1, false, true; else nullopt.
[[nodiscard]] std::optional<bool> asFlag(simdjson::dom::element element);

class Object
{
public:
    /// Without an object (the reader has failed by then) every field is missing.
    Object(Reader &reader, std::optional<simdjson::dom::object> object, Path path)
        : m_reader(&reader), m_object(object), m_path(path)
    {
    }

    // Required: absent, null or of another type fails.
    qint64 id(std::string_view key);               ///< > 0
    qint64 number(std::string_view key);           ///< any 64-bit integer
    qint64 count(std::string_view key);            ///< >= 0
    bool flag(std::string_view key);               ///< 0, 1, false, true
    Instant time(std::string_view key);            ///< seconds; 0 is the unknown instant
    QString shown(std::string_view key);           ///< text for people: entities resolved where the answer is HTML
    QString exact(std::string_view key);           ///< a login, a code, an address: as it is; control characters fail
    std::vector<qint64> ids(std::string_view key); ///< a list of ids; ascending, each once
    QString versionText(std::string_view key);     ///< a text or a number
    Object object(std::string_view key);

    // Optional: absent or null gives nullopt, another type fails. A time out of range and a text with control
    // characters count as absent: one odd row must not cost the whole list.
    std::optional<qint64> optId(std::string_view key);
    std::optional<qint64> optCount(std::string_view key);
    std::optional<bool> optFlag(std::string_view key);
    std::optional<Instant> optTime(std::string_view key);
    std::optional<QString> optShown(std::string_view key);
    std::optional<QString> optExact(std::string_view key);
    std::optional<Object> optObject(std::string_view key);

    [[nodiscard]] bool has(std::string_view key) const;   ///< there and not null
    [[nodiscard]] bool names(std::string_view key) const; ///< there, null or not
    void require(std::string_view key);                   ///< fails when the key is not there at all

    template <class F> void eachObject(std::string_view key, F &&f);  ///< required list of objects
    template <class F> void eachElement(std::string_view key, F &&f); ///< required list
    template <class F> void eachField(F &&f);                         ///< f(name, element)

    void fail(std::string_view key, const char *problem);

private:
    std::optional<simdjson::dom::element> find(std::string_view key) const;
    /// The value of that type; absent or of another type fails with `problem`.
    template <class T> std::optional<T> get(std::string_view key, const char *problem)
    {
        const auto element = find(key);
        T value;
        if (!element)
            fail(key, "is missing");
        else if (element->get(value) != simdjson::SUCCESS)
            fail(key, problem);
        else
            return value;
        return std::nullopt;
    }

    Reader *m_reader;
    std::optional<simdjson::dom::object> m_object;
    Path m_path;
};

class Reader
{
public:
    Reader(const Answer &answer, TextMode mode)
        : m_root(answer.document().root), m_function(answer.function()), m_mode(mode)
    {
    }

    /// The answer is a list of objects.
    template <class F> void eachObject(F &&f)
    {
        simdjson::dom::array array;
        if (m_root.get(array) != simdjson::SUCCESS)
            return fail(Path{}, {}, "is not a list");
        each(array, Path{}, std::forward<F>(f));
    }
    /// The answer is one object. Without one the reader has failed and the object is empty.
    Object object()
    {
        simdjson::dom::object object;
        if (m_root.get(object) == simdjson::SUCCESS)
            return {*this, object, Path{}};
        fail(Path{}, {}, "is not an object");
        return {*this, std::nullopt, Path{}};
    }
    /// How many items a list has; for reserve().
    [[nodiscard]] std::size_t size() const
    {
        simdjson::dom::array array;
        return m_root.get(array) == simdjson::SUCCESS ? array.size() : 0;
    }
    template <class F> void each(simdjson::dom::array array, Path path, F &&f)
    {
        std::size_t index = 0;
        for (const simdjson::dom::element element : array) {
            path.index = index++;
            simdjson::dom::object object;
            if (element.get(object) != simdjson::SUCCESS)
                return fail(path, {}, "is not an object");
            Object item(*this, object, path);
            f(item);
            if (failed())
                return;
        }
    }

    void fail(const Path &path, std::string_view key, const char *problem);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] TextMode mode() const { return m_mode; }

    template <class T> [[nodiscard]] Result<T> finish(T value)
    {
        if (m_error)
            return liaison::fail(*m_error);
        return value;
    }

private:
    simdjson::dom::element m_root;
    QString m_function;
    TextMode m_mode;
    std::optional<Error> m_error;
};

/// Ids that key a list appear once; twice is an answer that contradicts itself.
class Unique
{
public:
    void check(Object &object, std::string_view key, qint64 id)
    {
        if (m_seen.empty() && (m_ascending.empty() || m_ascending.back() < id)) {
            m_ascending.push_back(id); // most lists come sorted: no hashing then
            return;
        }
        if (m_seen.empty())
            m_seen.insert(m_ascending.begin(), m_ascending.end());
        if (!m_seen.insert(id).second)
            object.fail(key, "appears twice");
    }

private:
    std::vector<qint64> m_ascending;
    std::unordered_set<qint64> m_seen;
};

template <class F> void Object::eachObject(std::string_view key, F &&f)
{
    if (const auto array = get<simdjson::dom::array>(key, "is not a list"))
        m_reader->each(*array, Path{&m_path, key, {}}, std::forward<F>(f));
}

template <class F> void Object::eachElement(std::string_view key, F &&f)
{
    if (const auto array = get<simdjson::dom::array>(key, "is not a list")) {
        for (const simdjson::dom::element element : *array)
            f(element);
    }
}

template <class F> void Object::eachField(F &&f)
{
    if (!m_object)
        return;
    for (const auto &field : *m_object)
        f(field.key, field.value);
}

} // namespace liaison::moodle

#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <simdjson.h>

/// Reading of answers; only the parsers of this layer include this. simdjson reads, Qt writes (design section 11).
namespace liaison::rocketchat::json {

using Object = simdjson::dom::object;
using Array = simdjson::dom::array;
using Element = simdjson::dom::element;

/// A whole, valid JSON document whose top is an object: nothing is looked at before all of it was checked.
class Document
{
public:
    /// nullopt for anything else. Half a surrogate pair (servers cut texts in the middle of an emoji) is replaced, not
    /// refused: one message must not make a list of rooms unreadable.
    [[nodiscard]] static std::optional<Document> parse(const QByteArray &body);

    [[nodiscard]] Object root() const { return m_root; }

private:
    std::unique_ptr<simdjson::dom::parser> m_parser; ///< owns what m_root points into
    Object m_root;
};

/// The fields of one object. A field that has a meaning and the wrong type clears `ok`, and the whole answer is
/// refused: what cannot be read is never taken for absent. null counts as absent.
class Fields
{
public:
    Fields(Object object, bool &ok) : m_object(object), m_ok(&ok) {}

    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] QString id(const char *key) const;    ///< required, not empty
    [[nodiscard]] QString text(const char *key) const;  ///< absent = empty
    [[nodiscard]] QString label(const char *key) const; ///< as text(), but a wrong type is only shown as empty
    [[nodiscard]] std::optional<QString> maybeText(const char *key) const;
    [[nodiscard]] bool flag(const char *key) const; ///< absent = false
    [[nodiscard]] std::optional<bool> maybeFlag(const char *key) const;
    [[nodiscard]] std::optional<double> maybeNumber(const char *key) const;
    [[nodiscard]] int count(const char *key) const;    ///< required, 0 to 100 million
    [[nodiscard]] Instant date(const char *key) const; ///< anything unreadable = unknown
    [[nodiscard]] std::optional<QStringList> maybeTexts(const char *key) const;
    [[nodiscard]] std::optional<Fields> maybeObject(const char *key) const;
    [[nodiscard]] std::optional<Array> maybeArray(const char *key) const;
    [[nodiscard]] std::optional<Array> array(const char *key) const; ///< required

    [[nodiscard]] std::size_t size() const { return m_object.size(); }

    void refuse() const { *m_ok = false; }
    /// The same fields, with an `ok` of their own.
    [[nodiscard]] Fields tolerant(bool &ok) const { return Fields(m_object, ok); }

private:
    [[nodiscard]] std::optional<Element> element(const char *key) const;

    Object m_object;
    bool *m_ok;
};

[[nodiscard]] QString toQString(std::string_view text);

/// Calls f(Fields) for each element; an element that is no object clears `ok`.
template <class F> void forEach(const std::optional<Array> &array, bool &ok, F f)
{
    if (!array)
        return;
    for (const Element e : *array) {
        Object o;
        if (e.get_object().get(o) != simdjson::SUCCESS) {
            ok = false;
            return;
        }
        f(Fields(o, ok));
        if (!ok)
            return;
    }
}

} // namespace liaison::rocketchat::json

#pragma once

#include "core/base/instant.h"
#include "core/model/ids.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

/// Values as bytes, and back. One description of each type serves both directions, so that they cannot differ:
/// `field(archive, value)` writes or reads. Numbers are LEB128 (signed ones zigzag), texts UTF-8 behind their length,
/// lists behind their count.
namespace liaison::snapfile {

class Writer
{
public:
    static constexpr bool reads = false;

    void number(quint64 value)
    {
        while (value >= 0x80U) {
            m_out += static_cast<char>(0x80U | (value & 0x7fU));
            value >>= 7;
        }
        m_out += static_cast<char>(value);
    }
    void text(const QString &value)
    {
        const QByteArray utf8 = value.toUtf8();
        number(static_cast<quint64>(utf8.size()));
        m_out += utf8;
    }
    void reserve(qsizetype bytes) { m_out.reserve(bytes); }
    [[nodiscard]] const QByteArray &bytes() const { return m_out; }

private:
    QByteArray m_out;
};

/// Believes nothing: counts are bounded by the bytes that are left, and after the first thing that does not fit
/// everything reads as zero and `good()` is false.
class Reader
{
public:
    static constexpr bool reads = true;

    explicit Reader(QByteArray bytes) : m_in(std::move(bytes)) {}

    [[nodiscard]] quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_in.size())
                break;
            const auto byte = static_cast<quint8>(m_in[m_at++]);
            if (shift == 63 && byte > 1)
                break;
            value |= static_cast<quint64>(byte & 0x7fU) << shift;
            if (!(byte & 0x80U))
                return value;
        }
        fail();
        return 0;
    }
    [[nodiscard]] QString text()
    {
        const quint64 size = number();
        if (size > left()) {
            fail();
            return {};
        }
        const QString value = QString::fromUtf8(m_in.constData() + m_at, static_cast<qsizetype>(size));
        m_at += static_cast<qsizetype>(size);
        return value;
    }
    /// Of a list; each element takes at least one byte.
    [[nodiscard]] quint64 count()
    {
        const quint64 n = number();
        if (n > left()) {
            fail();
            return 0;
        }
        return n;
    }
    void fail()
    {
        m_good = false;
        m_at = m_in.size();
    }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_good && m_at == m_in.size(); }

private:
    [[nodiscard]] quint64 left() const { return static_cast<quint64>(m_in.size() - m_at); }

    const QByteArray m_in;
    qsizetype m_at = 0;
    bool m_good = true;
};

/// A writer never changes what it is given: values that other threads read are written as they are.
template <class T> [[nodiscard]] T &unchanged(const T &value)
{
    return const_cast<T &>(value);
}

/// The description of a type is `template <class A> void describe(A &a, T &value)`, found by its argument; these are
/// the ones that everything is made of. A writer only looks at `value`.
template <class A, class T> void field(A &a, T &value)
{
    describe(a, value);
}
template <class A> void field(A &a, QString &value)
{
    if constexpr (A::reads)
        value = a.text();
    else
        a.text(value);
}
template <class A> void field(A &a, bool &value)
{
    if constexpr (A::reads) {
        const quint64 n = a.number();
        if (n > 1)
            a.fail();
        value = n == 1;
    } else {
        a.number(value ? 1 : 0);
    }
}
template <class A> void field(A &a, qint64 &value)
{
    if constexpr (A::reads) {
        const quint64 n = a.number();
        value = static_cast<qint64>((n >> 1) ^ (~(n & 1U) + 1U));
    } else {
        const auto bits = static_cast<quint64>(value);
        a.number((bits << 1) ^ (value < 0 ? ~0ULL : 0ULL));
    }
}
template <class A> void field(A &a, int &value)
{
    auto wide = static_cast<qint64>(value);
    field(a, wide);
    if constexpr (A::reads) {
        if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
            a.fail();
        else
            value = static_cast<int>(wide);
    }
}
template <class A> void field(A &a, quint8 &value)
{
    if constexpr (A::reads) {
        const quint64 n = a.number();
        if (n > 255)
            a.fail();
        value = static_cast<quint8>(n);
    } else {
        a.number(value);
    }
}
template <class A> void field(A &a, quint32 &value)
{
    if constexpr (A::reads) {
        const quint64 n = a.number();
        if (n > std::numeric_limits<quint32>::max())
            a.fail();
        value = static_cast<quint32>(n);
    } else {
        a.number(value);
    }
}
template <class A> void field(A &a, Instant &value)
{
    qint64 ms = value.ms;
    field(a, ms);
    if constexpr (A::reads)
        value.ms = ms;
}
template <class A, class Tag> void field(A &a, NumberId<Tag> &value)
{
    field(a, value.value);
}
template <class A, class Tag> void field(A &a, TextId<Tag> &value)
{
    field(a, value.value);
}
/// An enumeration whose last value is `last`.
template <class A, class E> void choice(A &a, E &value, E last)
{
    auto n = static_cast<quint8>(value);
    field(a, n);
    if constexpr (A::reads) {
        if (n > static_cast<quint8>(last))
            a.fail();
        else
            value = static_cast<E>(n);
    }
}
/// A position in a table of `size` rows; `orNone`: the invalid one is allowed.
template <class A, class Tag> void position(A &a, Index<Tag> &value, size_t size, bool orNone = false)
{
    // Shifted by one, so that "none" is one byte.
    quint32 n = value.isValid() ? value.value + 1 : 0;
    field(a, n);
    if constexpr (A::reads) {
        if (n > size || (n == 0 && !orNone))
            a.fail();
        else
            value = n == 0 ? Index<Tag>() : Index<Tag>(n - 1);
    }
}
template <class A, class T, class Each> void listOf(A &a, std::vector<T> &list, Each each)
{
    if constexpr (A::reads) {
        list.clear();
        for (quint64 n = a.count(); n > 0 && a.good(); --n)
            each(list.emplace_back());
    } else {
        a.number(list.size());
        for (T &value : list)
            each(value);
    }
}
template <class A, class T> void field(A &a, std::vector<T> &list)
{
    listOf(a, list, [&](T &value) { field(a, value); });
}
template <class A, class T> void field(A &a, std::optional<T> &value)
{
    bool has = value.has_value();
    field(a, has);
    if constexpr (A::reads) {
        if (has)
            value.emplace();
        else
            value.reset();
    }
    if (has)
        field(a, *value);
}
template <class A, class X, class Y> void field(A &a, std::pair<X, Y> &value)
{
    field(a, value.first);
    field(a, value.second);
}
template <class A> void field(A &a, QStringList &list)
{
    if constexpr (A::reads) {
        list.clear();
        for (quint64 n = a.count(); n > 0 && a.good(); --n)
            list << a.text();
    } else {
        a.number(static_cast<quint64>(list.size()));
        for (const QString &value : std::as_const(list))
            a.text(value);
    }
}
template <class A, class Key, class Value> void keyed(A &a, QHash<Key, Value> &hash)
{
    if constexpr (A::reads) {
        hash.clear();
        for (quint64 n = a.count(); n > 0 && a.good(); --n) {
            Key key{};
            Value value{};
            field(a, key);
            field(a, value);
            hash.insert(std::move(key), std::move(value));
        }
    } else {
        // In order: the same facts are the same bytes.
        QList<Key> keys = hash.keys();
        std::sort(keys.begin(), keys.end());
        a.number(static_cast<quint64>(keys.size()));
        for (Key &key : keys) {
            field(a, key);
            field(a, unchanged(*std::as_const(hash).constFind(key)));
        }
    }
}
template <class A, class Key, class Value> void field(A &a, QHash<Key, Value> &hash)
{
    keyed(a, hash);
}
template <class A, class Key, class Value> void field(A &a, QMap<Key, Value> &map)
{
    if constexpr (A::reads) {
        map.clear();
        for (quint64 n = a.count(); n > 0 && a.good(); --n) {
            Key key{};
            Value value{};
            field(a, key);
            field(a, value);
            map.insert(std::move(key), std::move(value));
        }
    } else {
        a.number(static_cast<quint64>(map.size()));
        for (auto it = map.cbegin(); it != map.cend(); ++it) {
            field(a, unchanged(it.key()));
            field(a, unchanged(it.value()));
        }
    }
}
template <class A, class T> void field(A &a, QSet<T> &set)
{
    if constexpr (A::reads) {
        set.clear();
        for (quint64 n = a.count(); n > 0 && a.good(); --n) {
            T value{};
            field(a, value);
            set.insert(std::move(value));
        }
    } else {
        QList<T> values = set.values();
        std::sort(values.begin(), values.end());
        a.number(static_cast<quint64>(values.size()));
        for (T &value : values)
            field(a, value);
    }
}
/// Several fields, in order.
template <class A, class... T> void fields(A &a, T &...values)
{
    (field(a, values), ...);
}

} // namespace liaison::snapfile

#include "ui/profiles/profiledraft.h"

#include <QRegularExpression>

namespace liaison::ui {
namespace {

struct Part
{
    QString key;
    int index = -1; ///< of a list
};

/// "moodle[0].url" -> moodle, 0; url.
QList<Part> partsOf(const QString &place)
{
    QList<Part> parts;
    const QStringList names = place.split(u'.');
    for (const QString &name : names) {
        const qsizetype bracket = name.indexOf(u'[');
        if (bracket < 0)
            parts << Part{name, -1};
        else
            parts << Part{name.left(bracket), name.mid(bracket + 1, name.size() - bracket - 2).toInt()};
    }
    return parts;
}

QJsonValue with(const QJsonValue &in, const QList<Part> &parts, qsizetype at, const QJsonValue &value)
{
    if (at == parts.size())
        return value;
    const Part &part = parts.at(at);
    QJsonObject o = in.toObject();
    QJsonValue inner = o.value(part.key);
    if (part.index >= 0) {
        QJsonArray list = inner.toArray();
        if (part.index < list.size())
            list[part.index] = with(list.at(part.index), parts, at + 1, value);
        inner = list;
    } else {
        inner = with(inner, parts, at + 1, value);
    }
    const bool gone = inner.isUndefined() || inner.isNull() || (inner.isObject() && inner.toObject().isEmpty());
    if (gone)
        o.remove(part.key);
    else
        o.insert(part.key, inner);
    return o;
}

} // namespace

QJsonValue ProfileDraft::at(const QString &place) const
{
    QJsonValue value = m_document;
    for (const Part &part : partsOf(place)) {
        value = value.toObject().value(part.key);
        if (part.index >= 0)
            value = value.toArray().at(part.index);
    }
    return value;
}

QStringList ProfileDraft::texts(const QString &place) const
{
    QStringList out;
    const QJsonArray list = at(place).toArray();
    for (const QJsonValue &value : list)
        out << value.toString();
    return out;
}

void ProfileDraft::set(const QString &place, const QJsonValue &value)
{
    m_document = with(m_document, partsOf(place), 0, value).toObject();
}

void ProfileDraft::setText(const QString &place, const QString &text)
{
    set(place, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
}

void ProfileDraft::setFlag(const QString &place, bool flag)
{
    set(place, flag ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined));
}

void ProfileDraft::setNumber(const QString &place, int number, int fallback)
{
    set(place, number == fallback ? QJsonValue(QJsonValue::Undefined) : QJsonValue(number));
}

void ProfileDraft::setTexts(const QString &place, const QStringList &texts)
{
    set(place, texts.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(texts)));
}

void ProfileDraft::addSite(const QString &id)
{
    QJsonArray sites = m_document.value(QLatin1String("moodle")).toArray();
    sites.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("url"), QString()}});
    m_document.insert(QStringLiteral("moodle"), sites);
}

void ProfileDraft::removeSite(int index)
{
    QJsonArray sites = m_document.value(QLatin1String("moodle")).toArray();
    sites.removeAt(index);
    m_document.insert(QStringLiteral("moodle"), sites);
}

QStringList listOf(const QString &typed)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return typed.split(between, Qt::SkipEmptyParts);
}

} // namespace liaison::ui

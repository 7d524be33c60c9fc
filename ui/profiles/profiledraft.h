#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace liaison::ui {

/// The document of a profile while it is edited. Keys that no field shows stay as they are; what is set to its default
/// leaves the document, so that a profile that was not changed is written as it was read. Places are those of the
/// profile reader: "chat.url", "policy.identity.rule", "moodle[0].url".
class ProfileDraft
{
public:
    explicit ProfileDraft(QJsonObject document = {}) : m_document(std::move(document)) {}

    [[nodiscard]] const QJsonObject &document() const { return m_document; }
    [[nodiscard]] QJsonValue at(const QString &place) const;
    [[nodiscard]] QString text(const QString &place) const { return at(place).toString(); }
    [[nodiscard]] bool flag(const QString &place) const { return at(place).toBool(); }
    [[nodiscard]] int number(const QString &place, int fallback) const { return at(place).toInt(fallback); }
    [[nodiscard]] QStringList texts(const QString &place) const;

    /// An undefined or null value takes the key away, and objects that are left empty with it.
    void set(const QString &place, const QJsonValue &value);
    void setText(const QString &place, const QString &text);
    void setFlag(const QString &place, bool flag);
    void setNumber(const QString &place, int number, int fallback);
    void setTexts(const QString &place, const QStringList &texts);

    [[nodiscard]] int sites() const { return int(m_document.value(QLatin1String("moodle")).toArray().size()); }
    void addSite(const QString &id);
    void removeSite(int index);

private:
    QJsonObject m_document;
};

/// "a, b; c" -> {"a","b","c"}: what people type between commas, semicolons and spaces.
[[nodiscard]] QStringList listOf(const QString &typed);

} // namespace liaison::ui

#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/profiles/formfield.h"
#include "ui/profiles/profiledraft.h"
#include "ui/profiles/profiles.h"
#include "ui/text/text.h"

#include <QHash>
#include <functional>
#include <optional>

class QScrollArea;

namespace liaison::ui {

/// Every setting of one profile. It judges nothing but what can be seen while typing (the expression, the example of
/// the identity rule): the profile reader judges when it is saved, and its error names the field.
class ProfileEditor : public QWidget
{
    Q_OBJECT

public:
    ProfileEditor(Profiles &profiles, QWidget *parent = nullptr);

    /// `before`: the name it has, "" for a new one. `fixed`: the institution's, which nobody changes here.
    void edit(const QString &name, const QString &before, const QJsonObject &document, bool fixed = false);
    /// Names of categories that are known, as "<id>" or "<site>:<id>": for choosing and for saying what an id means.
    void setCategories(const QMap<QString, QString> &categories);
    void setLanguage(text::Language language);

    [[nodiscard]] bool isEditing(const QString &name) const { return m_before == name && !name.isEmpty(); }
    [[nodiscard]] bool isChanged() const;
    /// It was saved: nothing is unsaved any more.
    void settle();
    /// Says that something is unsaved; the keyboard goes to the buttons that end it.
    void remind();
    [[nodiscard]] const ProfileDraft &draft() const { return m_draft; }
    /// By its place ("chat.url"), "name of file" is "file"; nullptr where none shows it.
    [[nodiscard]] FormField *field(const QString &place) const { return m_fields.value(place); }
    [[nodiscard]] Button *saveButton() const { return m_save; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    [[nodiscard]] QString message() const { return m_message->text(); }
    QWidget *initialFocus();

Q_SIGNALS:
    void saveRequested(const QString &name, const QJsonObject &document, const QString &before);
    void cancelled();

public Q_SLOTS:
    /// The answer was no: the place is shown, and the keyboard goes there.
    void refuse(const liaison::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] bool isSupport() const; ///< it reads a published file, and has no servers
    void buildServers(QVBoxLayout *column, const std::function<QVBoxLayout *(const QString &)> &card);
    void buildSnapshot(QVBoxLayout *form);
    void buildGeneral(QVBoxLayout *form);
    void buildSite(QVBoxLayout *form, int index);
    void buildChat(QVBoxLayout *form);
    void buildNetwork(QVBoxLayout *form);
    void buildScope(QVBoxLayout *form);
    void buildPolicy(QVBoxLayout *form);
    void buildIdentity(QVBoxLayout *form);
    void buildProtection(QVBoxLayout *form);
    void buildThresholds(QVBoxLayout *form);
    FormField *add(QVBoxLayout *form, const QString &place, FormField *field);
    FormField *text(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint = {});
    FormField *list(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint);
    FormField *number(QVBoxLayout *form, const QString &place, const QString &name, int fallback, int least, int most,
                      const QString &hint);
    FormField *flag(QVBoxLayout *form, const QString &place, const QString &name, const QString &hint);
    FormField *choice(QVBoxLayout *form, const QString &place, const QString &name,
                      const std::vector<FormField::Choice> &choices, const QString &hint = {});
    void authority(QVBoxLayout *form, const QString &place);
    void watchHost(FormField *url, const QString &place);
    void judgeExpression();
    void showExample();
    void nameCategories();
    void showPrints(const QString &ca, const QStringList &prints);
    void save();
    void showMessage();
    [[nodiscard]] FormField *faulty() const; ///< the field that the error is about

    Profiles &m_profiles;
    text::Language m_language = text::Language::English;
    ProfileDraft m_draft;
    QJsonObject m_original;
    QString m_name, m_before;
    bool m_fixed = false, m_reminds = false;
    std::optional<Error> m_error; ///< of the last saving
    QMap<QString, QString> m_categories;
    QHash<QString, FormField *> m_fields;
    Label *m_title, *m_message;
    Button *m_save, *m_cancel;
    QScrollArea *m_scroll;
    QWidget *m_body = nullptr;
};

} // namespace liaison::ui

#pragma once

#include "ui/base/language.h"
#include "ui/base/statepanel.h"
#include "ui/connect/connector.h"
#include "ui/connect/entry.h"

#include <QVBoxLayout>

namespace liaison::ui {

/// What is known so far; no secret is in here.
struct Draft
{
    Profile profile;
    QJsonObject document;                         ///< of a profile that was imported: its policy and thresholds stay
    QString name;                                 ///< of the profile's file
    std::vector<Connector::MoodleAccount> moodle; ///< parallel to profile.moodle
    Connector::ChatAccount chat;
    std::vector<QStringList> moodleAuthority; ///< certificates added, for people; parallel to profile.moodle
    QStringList chatAuthority;
    bool imported = false;
};

/// One page of the assistant: a title, what it is about, its fields, what was wrong. The page around it has the buttons
/// and the keys, and calls `submit`.
class Step : public QWidget
{
    Q_OBJECT

public:
    Step(Connector &connector, Language &language, Draft &draft, QWidget *parent = nullptr);

    /// Shown: fields take what the draft holds.
    virtual void enter() {}
    /// Enter, or the button: judges what was typed, then asks; ends with `accepted` or a notice.
    virtual void submit() = 0;
    /// Escape or "Back": true where the step stepped back by itself (from a code to the password).
    virtual bool back() { return false; }
    /// A question of this step failed.
    virtual void failed(const Error &error);
    virtual void retranslate() = 0;
    /// Nothing secret stays in a field that is not on screen.
    virtual void forget() {}
    virtual QWidget *initialFocus() = 0;
    /// One line for the list of steps, when this one is done.
    [[nodiscard]] virtual QString fact() const { return {}; }
    /// What is being asked can be cancelled.
    [[nodiscard]] virtual bool canStop() const { return true; }
    [[nodiscard]] virtual QString continueText() const;
    [[nodiscard]] QString title() const { return m_title->text(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] StatePanel *notice() const { return m_notice; }
    /// The question was cancelled.
    void stop();

Q_SIGNALS:
    void accepted();
    void busyChanged();
    /// What is being asked, for the progress line.
    void asking(const QString &what);
    void continueTextChanged();

protected:
    void setTitle(const QString &title, const QString &lead);
    void add(QWidget *widget);
    void addStretch() { m_all->addStretch(1); }
    /// Fields are locked until an answer comes.
    void ask(const QString &what);
    /// An answer came to what was asked; false: to something else.
    [[nodiscard]] bool answered();
    void clearNotice();
    void complain(const Error &error, QWidget *field);
    void complain(const QString &sentence, const QString &remedy, QWidget *field);
    void tell(const QString &sentence, const QString &remedy = {});
    /// The language of what ui/text is asked for.
    [[nodiscard]] text::Language words() const { return m_language.current(); }
    void changeEvent(QEvent *event) override;

    Connector &m_connector;
    Draft &m_draft;

private:
    void announce(StatePanel::Kind kind);

    Language &m_language;
    Label *m_title, *m_lead;
    StatePanel *m_notice;
    QWidget *m_form;
    QVBoxLayout *m_all, *m_fields;
    bool m_busy = false;
    std::optional<Error> m_error;
};

} // namespace liaison::ui

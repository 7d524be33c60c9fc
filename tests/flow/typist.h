#pragma once

#include "app/session.h"
#include "tests/flow/flow.h"
#include "tests/flow/relay.h"

#include <QApplication>
#include <QTest>

/// The connection assistant as somebody at the keyboard meets it.
namespace liaison::flow {

/// Where one of these was sent outside of the places that are for it; a password goes to the two sign-ins only, a token
/// to the services and into its header.
inline QString misplaced(Relay &relay, const QStringList &passwords, const QStringList &tokens)
{
    const QList<Sent> all = relay.requests();
    for (const Sent &sent : all) {
        const bool post = sent.line.startsWith("POST ");
        const bool signIn = post && (sent.line.contains("/login/token.php ") || sent.line.contains("/api/v1/login "));
        const bool service = post && (sent.line.contains("/webservice/rest/server.php ") ||
                                      sent.line.contains("/api/v1/login ")); // asks whom a token belongs to
        for (const QString &secret : passwords + tokens) {
            const QByteArray bytes = secret.toUtf8();
            const bool spoken = passwords.contains(secret);
            if (sent.line.contains(bytes) || (sent.body.contains(bytes) && !(spoken ? signIn : service)))
                return QString::fromUtf8(sent.line);
            for (const auto &[name, value] : sent.headers) {
                if (value.contains(bytes) && (spoken || name != "x-auth-token"))
                    return QString::fromUtf8(sent.line + ' ' + name);
            }
        }
    }
    return all.isEmpty() ? QStringLiteral("nothing was sent") : QString();
}

/// Somebody at the keyboard of a console that was just started, with nothing configured.
class Typist
{
public:
    /// `relay`: writes down what is sent; nullptr: nobody does.
    Typist(Flow &flow, const liaison::Environment &environment, app::Tokens &tokens, Relay *relay = nullptr)
        : theme(*qApp)
        , language(*qApp, text::Language::French)
        , session({}, environment, theme, language, ui::Theme::Light, &tokens)
        , moodle(flow.env[QStringLiteral("LIAISON_MOODLE_URL")])
        , chat(flow.env[QStringLiteral("LIAISON_CHAT_URL")])
        , moodleToken(flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")])
        , chatToken(flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")])
    {
        if (relay) {
            moodle = relay->through(moodle);
            chat = relay->through(chat);
        }
        QObject::connect(&session, &app::Session::opened, qApp, [this] {
            QObject::connect(&session.backend(), &ui::Backend::viewReady, &session,
                             [this](const ui::Backend::View &read) { view = read; });
        });
        session.start();
    }

    ui::AssistantPage &page() { return *session.assistant()->assistant(); }
    ui::Step &step() { return *page().current(); }
    [[nodiscard]] bool waits() { return !step().isBusy(); }

    static QWidget *focus() { return QApplication::focusWidget(); }
    static void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(focus() ? focus() : QApplication::activeWindow(), key, with);
    }
    /// In place of what is in the field that has the keyboard.
    static void type(const QString &text)
    {
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QTest::keyClicks(focus(), text);
    }
    /// Tab until that control has the keyboard.
    static bool tabTo(const QString &name)
    {
        for (int i = 0; i < 30; ++i) {
            if (focus() && focus()->objectName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    static bool tabTo(const QWidget *widget)
    {
        for (int i = 0; i < 30 && focus() != widget; ++i)
            press(Qt::Key_Tab);
        return focus() == widget;
    }
    /// Enter, and what the assistant then says; empty: it went on.
    QString enter()
    {
        const int before = page().index();
        press(Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return waits(); }, 15000))
            return QStringLiteral("no answer");
        if (page().index() != before)
            return {};
        return step().notice()->isVisibleTo(&page()) ? step().notice()->accessibleName()
                                                     : QStringLiteral("nothing said");
    }
    [[nodiscard]] QString sentence(const char *code) const
    {
        return text::of(text::Group::Error, QString::fromLatin1(code), text::Language::French).sentence.left(30);
    }

    ui::ThemeHolder theme;
    ui::Language language;
    app::Session session;
    QString moodle, chat, moodleToken, chatToken;
    ui::Backend::View view;
};

} // namespace liaison::flow

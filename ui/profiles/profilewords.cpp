#include "ui/profiles/profilewords.h"

#include "ui/base/plaintext.h"

#include <QCoreApplication>

namespace liaison::ui::profilewords {
/// The context of these words.
class ProfileWords
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::ProfileWords)
};

QString faultOf(const QString &place)
{
    if (place.endsWith(QLatin1String("url")))
        return ProfileWords::tr("An address begins with https:// and names a server, like https://moodle.example.org");
    if (place.endsWith(QLatin1String("].id")))
        return ProfileWords::tr("1 to 16 small letters, digits and underscores, and another one for each site.");
    if (place == u"hours")
        return ProfileWords::tr("Two times of the day, like 20:00-06:30.");
    if (place == u"proxy")
        return ProfileWords::tr("An address like http://proxy.example.org:3128, without a password.");
    if (place == u"scope.expression" || place == u"policy.identity.pattern")
        return ProfileWords::tr("The regular expression is not valid.");
    return {};
}

QString environment(const Profile &profile)
{
    return profile.production ? ProfileWords::tr("production") : ProfileWords::tr("test");
}

QString scope(const Profile &profile)
{
    const Scope &scope = profile.scope;
    if (scope.isEverything())
        return ProfileWords::tr("everything");
    QStringList parts;
    if (!scope.categories.isEmpty())
        parts << ProfileWords::tr("categories %1").arg(scope.categories.join(QStringLiteral(", ")));
    if (!scope.courses.isEmpty())
        parts << ProfileWords::tr("courses %1").arg(scope.courses.join(QStringLiteral(", ")));
    if (!scope.expression.isEmpty())
        parts << ProfileWords::tr("short name matches %1").arg(scope.expression);
    return oneLine(parts.join(QStringLiteral(" · ")));
}

QString nameOf(const TokenSlot &slot)
{
    switch (slot.kind) {
    case TokenSlot::Kind::Moodle:
        return slot.which == u"main" ? QStringLiteral("Moodle") : ProfileWords::tr("Moodle (%1)").arg(slot.which);
    case TokenSlot::Kind::Chat:
        return QStringLiteral("Rocket.Chat");
    case TokenSlot::Kind::Snapshot:
        return ProfileWords::tr("Key of the snapshot");
    case TokenSlot::Kind::Proxy:
        break;
    }
    return ProfileWords::tr("Password of the proxy");
}

QString stateOf(const TokenLine &line)
{
    switch (line.state) {
    case TokenLine::State::Environment:
        return ProfileWords::tr("Given by the environment (%1)").arg(line.variable);
    case TokenLine::State::Session:
        return ProfileWords::tr("Until the program ends");
    case TokenLine::State::Keychain:
        return ProfileWords::tr("In the keychain");
    case TokenLine::State::File:
        return ProfileWords::tr("In the sealed file");
    case TokenLine::State::Locked:
        return ProfileWords::tr("Perhaps in the sealed file, which is locked");
    case TokenLine::State::Missing:
        return ProfileWords::tr("Missing");
    case TokenLine::State::NoKeychain:
        return ProfileWords::tr("The keychain is not available");
    case TokenLine::State::NoAccount:
        break;
    }
    return ProfileWords::tr("The profile names no account");
}

Mark markOf(TokenLine::State state)
{
    switch (state) {
    case TokenLine::State::Environment:
    case TokenLine::State::Session:
    case TokenLine::State::Keychain:
    case TokenLine::State::File:
        return Mark::Fine;
    case TokenLine::State::Locked:
        return Mark::Watch;
    case TokenLine::State::Missing:
    case TokenLine::State::NoKeychain:
    case TokenLine::State::NoAccount:
        break;
    }
    return Mark::Blocking;
}

QString question(const TrustQuestion &question)
{
    switch (question.about) {
    case TrustQuestion::About::Moodle:
        return ProfileWords::tr("Moodle (%1)").arg(question.site);
    case TrustQuestion::About::MoodleAuthority:
        return ProfileWords::tr("Certificate authority for Moodle (%1)").arg(question.site);
    case TrustQuestion::About::Chat:
        return QStringLiteral("Rocket.Chat");
    case TrustQuestion::About::ChatAuthority:
        return ProfileWords::tr("Certificate authority for Rocket.Chat");
    case TrustQuestion::About::Snapshot:
        return ProfileWords::tr("Published snapshot");
    case TrustQuestion::About::Proxy:
        break;
    }
    return ProfileWords::tr("Proxy");
}

QString agree(const TrustQuestion &question)
{
    switch (question.about) {
    case TrustQuestion::About::Moodle:
    case TrustQuestion::About::Chat:
        return ProfileWords::tr("Contact this server");
    case TrustQuestion::About::MoodleAuthority:
    case TrustQuestion::About::ChatAuthority:
        return ProfileWords::tr("Trust this authority for this server");
    case TrustQuestion::About::Snapshot:
        return ProfileWords::tr("Read this file");
    case TrustQuestion::About::Proxy:
        break;
    }
    return ProfileWords::tr("Send everything through this proxy");
}

} // namespace liaison::ui::profilewords

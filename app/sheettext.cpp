#include "app/sheettext.h"

#include <algorithm>

namespace liaison::app {
namespace {

QStringList moodleSteps(bool french)
{
    if (french)
        return {
            QStringLiteral("1. Administration du site > Serveur > Services web > Vue d’ensemble : activer les services "
                           "web et le protocole REST."),
            QStringLiteral("2. Créer un compte ordinaire (« liaison »), ni administrateur ni enseignant, et lui "
                           "attribuer au niveau du site un rôle doté des capacités ci-dessous."),
            QStringLiteral("3. Services externes : créer un service « liaison », « Utilisateurs autorisés "
                           "seulement », y ajouter les fonctions ci-dessous, et y autoriser le compte."),
            QStringLiteral("4. Gérer les jetons : créer un jeton pour ce compte et ce service ; noter « Valide "
                           "jusqu’au » ; limiter aux adresses IP des postes si c’est l’usage.")};
    return {
        QStringLiteral("1. Site administration > Server > Web services > Overview: switch on web services and the REST "
                       "protocol."),
        QStringLiteral("2. Make an ordinary account (“liaison”), neither administrator nor teacher, and assign it a "
                       "role at site level with the capabilities below."),
        QStringLiteral("3. External services: make a service “liaison”, “Authorised users only”, add the functions "
                       "below, and authorise the account."),
        QStringLiteral("4. Manage tokens: make a token for this account and service; note “Valid until”; limit it to "
                       "the IP addresses of the workstations where that is the custom.")};
}

QStringList chatSteps(bool french, bool readOnly)
{
    if (french)
        return {
            readOnly ? QStringLiteral("1. Créer un compte de consultation, sans le rôle admin, avec les permissions "
                                      "ci-dessous et aucune autre.")
                     : QStringLiteral("1. Utiliser le compte du plugin Moodle : il est propriétaire des salons qu’il a "
                                      "créés. Rôle bot, jamais admin."),
            QStringLiteral(
                "2. Administration > Permissions : cocher les permissions ci-dessous pour le rôle du compte. "
                "Un serveur Community ne connaît pas de rôles personnalisés : ce qui est accordé à bot ou à "
                "admin profite à tous les comptes qui ont ce rôle."),
            QStringLiteral("3. Mon compte > Jetons d’accès personnels : créer « liaison-<poste> » en cochant « Ignorer "
                           "l’authentification à deux facteurs ». Le jeton du plugin n’est jamais copié. Cela demande "
                           "la permission create-personal-access-tokens (admin et user l’ont, bot non).")};
    return {
        readOnly ? QStringLiteral("1. Make a look-up account, without the role admin, with the permissions below and "
                                  "no others.")
                 : QStringLiteral("1. Use the account of the Moodle plugin: it owns the rooms it made. Role bot, never "
                                  "admin."),
        QStringLiteral("2. Administration > Permissions: tick the permissions below for the role of the account. On a "
                       "Community server there are no roles of one’s own: what is granted to bot or admin goes to "
                       "every account with that role."),
        QStringLiteral("3. My account > Personal access tokens: make “liaison-<workstation>” with “Ignore two factor "
                       "authentication” ticked. The plugin’s token is never copied. It takes the permission "
                       "create-personal-access-tokens (admin and user have it, bot has not).")};
}

void addKind(const std::vector<Grant> &sheet, Grant::Kind kind, const QString &heading, text::Language language,
             QStringList &out)
{
    out << QString() << heading;
    qsizetype width = 0;
    for (const Grant &grant : sheet) {
        if (grant.kind == kind)
            width = std::max(width, grant.right.size());
    }
    for (const Grant::Need need : {Grant::Need::Reading, Grant::Need::Companion, Grant::Need::WithoutCompanion,
                                   Grant::Need::Writing, Grant::Need::Restores, Grant::Need::Optional}) {
        for (const Grant &grant : sheet) {
            if (grant.kind != kind || grant.need != need)
                continue;
            const QString name = text::of(text::Group::Right, grant.right, language).name;
            const QString when = need == Grant::Need::Reading
                                     ? QString()
                                     : QString(QStringLiteral(" (") + nameOf(need, language) + u')');
            out << QString(QStringLiteral("  ") + grant.right.leftJustified(width + 2) + name + when);
        }
    }
}

} // namespace

QString serverOf(const Grant &grant)
{
    return grant.kind == Grant::Kind::Permission ? QStringLiteral("rocketchat") : QStringLiteral("moodle");
}

QString codeOf(Grant::Kind kind)
{
    switch (kind) {
    case Grant::Kind::Function:
        return QStringLiteral("function");
    case Grant::Kind::Capability:
        return QStringLiteral("capability");
    case Grant::Kind::Permission:
        break;
    }
    return QStringLiteral("permission");
}

QString codeOf(Grant::Need need)
{
    switch (need) {
    case Grant::Need::Companion:
        return QStringLiteral("companion");
    case Grant::Need::WithoutCompanion:
        return QStringLiteral("without-companion");
    case Grant::Need::Reading:
        return QStringLiteral("reading");
    case Grant::Need::Writing:
        return QStringLiteral("writing");
    case Grant::Need::Restores:
        return QStringLiteral("restores");
    case Grant::Need::Optional:
        break;
    }
    return QStringLiteral("optional");
}

QString nameOf(Grant::Need need, text::Language language)
{
    const bool french = language == text::Language::French;
    switch (need) {
    case Grant::Need::Companion:
        return french ? QStringLiteral("avec le plugin compagnon") : QStringLiteral("with the companion plugin");
    case Grant::Need::WithoutCompanion:
        return french ? QStringLiteral("sans le plugin compagnon") : QStringLiteral("without the companion plugin");
    case Grant::Need::Reading:
        return french ? QStringLiteral("pour lire") : QStringLiteral("for reading");
    case Grant::Need::Writing:
        return french ? QStringLiteral("pour modifier les salons") : QStringLiteral("for changing rooms");
    case Grant::Need::Restores:
        return french ? QStringLiteral("pour agir sur les restaurations de cours")
                      : QStringLiteral("for acting on course restores");
    case Grant::Need::Optional:
        break;
    }
    return french ? QStringLiteral("facultatif") : QStringLiteral("optional");
}

QStringList sheetLines(const std::vector<Grant> &sheet, bool readOnly, text::Language language)
{
    const bool french = language == text::Language::French;
    QStringList out{french ? QStringLiteral("Liaison : les droits à demander")
                           : QStringLiteral("Liaison: the grants to ask for"),
                    {},
                    QStringLiteral("MOODLE")};
    out << moodleSteps(french);
    addKind(sheet, Grant::Kind::Function,
            french ? QStringLiteral("Fonctions du service") : QStringLiteral("Functions of the service"), language,
            out);
    addKind(sheet, Grant::Kind::Capability,
            french ? QStringLiteral("Capacités du rôle, au niveau du site")
                   : QStringLiteral("Capabilities of the role, at site level"),
            language, out);
    out << QString() << QStringLiteral("ROCKET.CHAT") << chatSteps(french, readOnly);
    addKind(sheet, Grant::Kind::Permission, QStringLiteral("Permissions"), language, out);
    if (!readOnly) {
        out << QString()
            << (french
                    ? QStringLiteral(
                          "« Modifier les salons » vient aussi du rôle de propriétaire dans chaque salon, que le "
                          "compte du plugin a déjà. Pour consulter seulement : liaisonctl --read-only doctor --sheet.")
                    : QStringLiteral(
                          "“Changing rooms” also comes with being owner of each room, which the plugin’s account is "
                          "already. For looking only: liaisonctl --read-only doctor --sheet."));
    }
    return out;
}

void printSheet(const std::vector<Grant> &sheet, bool readOnly, Output &out)
{
    const QStringList lines = sheetLines(sheet, readOnly, out.language());
    for (const QString &line : lines)
        out.line(line);
}

} // namespace liaison::app

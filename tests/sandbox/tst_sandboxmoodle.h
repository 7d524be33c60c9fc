#pragma once

#include "core/sandbox/moodle.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

/// A small site with the ids of the recorded one, and the plumbing to ask it.
namespace liaison::sandbox::test {

using Form = QList<QPair<QString, QString>>;

inline const QByteArray token = "0123456789abcdef0123456789abcdef";
inline const QString wwwroot = QStringLiteral("http://127.0.0.1:8701");

inline QByteArray encoded(const Form &form)
{
    QByteArray body;
    for (const auto &[name, value] : form)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return body;
}

inline Person person(qint64 id, const char *username, const char *first, const char *last, bool suspended = false)
{
    const QString name = QString::fromUtf8(username);
    return {id,
            name,
            QString::fromUtf8(first),
            QString::fromUtf8(last),
            name + QStringLiteral("@etu.example.org"),
            id < 300 ? QStringLiteral("221%1").arg(id, 5, 10, QLatin1Char('0')) : QString(),
            suspended,
            false};
}

inline Enrolment enrolment(qint64 who, const QStringList &roles, const std::vector<qint64> &groups = {})
{
    Enrolment e;
    e.person = who;
    e.roles = roles;
    e.groups = groups;
    e.start = Instant::fromIso(QStringLiteral("2026-09-01T00:00:00Z"));
    return e;
}

inline Activity activity(qint64 cmid, const char *name, const char *room)
{
    Activity a;
    a.cmid = cmid;
    a.name = QString::fromUtf8(name);
    a.room = QString::fromLatin1(room);
    a.moderatorRoles = QStringList{QStringLiteral("editingteacher"), QStringLiteral("sp-editingteachercopy")};
    a.memberRoles = QStringList{QStringLiteral("student"), QStringLiteral("teacher")};
    a.retention = ActivityRetention{true, 180, false, false};
    a.created = Instant::fromIso(QStringLiteral("2026-09-01T08:00:00Z"));
    return a;
}

inline Course course(qint64 id, qint64 category, const char *shortname, const char *fullname)
{
    Course c;
    c.id = id;
    c.category = category;
    c.shortname = QString::fromUtf8(shortname);
    c.fullname = QString::fromUtf8(fullname);
    c.created = Instant::fromIso(QStringLiteral("2026-08-20T08:00:00Z"));
    return c;
}

/// The shape of the recorded site: same ids of courses, activities, people, groups and reports where a call names them.
inline World recordedWorld()
{
    const QString teacher = QStringLiteral("teacher"), student = QStringLiteral("student"),
                  editing = QStringLiteral("editingteacher"), copy = QStringLiteral("sp-editingteachercopy");
    World world;
    world.now = Instant::fromIso(QStringLiteral("2026-11-20T09:00:00Z"));
    Moodle site;
    site.categories = {{1, 0, QStringLiteral("Category 1")},
                       {2, 0, QStringLiteral("Faculté de médecine")},
                       {3, 0, QStringLiteral("Faculté de droit")},
                       {4, 0, QStringLiteral("UFR de mathématique et d'informatique")},
                       {5, 4, QStringLiteral("Masters – sous-catégorie « été »")}};
    const char *const standard[] = {"manager", "coursecreator", "editingteacher", "teacher", "student"};
    for (const char *name : standard)
        site.roles.push_back({qint64(site.roles.size()) + 1, QString::fromLatin1(name), QString()});
    site.roles.push_back({9, QStringLiteral("ensnonvisible"), QStringLiteral("Enseignant non visible")});
    site.roles.push_back({10, copy, QStringLiteral("Enseignant éditeur (copie SP)")});
    site.people = {person(3, "lea.lefevre1", "Léa", "Lefèvre"),
                   person(4, "zoe.lefevre2", "Zoé", "Lefèvre"),
                   person(5, "noel.muller3", "Noël", "Müller"),
                   person(6, "francois.muller4", "François", "Müller"),
                   person(7, "chloe.muller5", "Chloé", "Müller"),
                   person(8, "jerome.dangelo6", "Jérôme", "D'Angelo"),
                   person(9, "anais.dangelo7", "Anaïs", "D'Angelo"),
                   person(10, "maelle.dangelo8", "Maëlle", "D'Angelo"),
                   person(11, "gael.beranger9", "Gaël", "Béranger"),
                   person(12, "ines.beranger10", "Inès", "Béranger"),
                   person(19, "michael.nunez17", "Michaël", "Nuñez", true),
                   person(303, "amphi0001", "Léa", "Lefèvre-1"),
                   person(304, "amphi0002", "Zoé", "Lefèvre-2")};

    Course algebra = course(2, 2, "ALG LIN / L1", "Algèbre linéaire");
    algebra.enrolments = {enrolment(3, {editing}), enrolment(4, {copy}), enrolment(19, {student})};
    algebra.activities = {activity(32, "Salon Rocket.Chat", "room32")};

    Course anatomy = course(3, 3, "Anat. générale (S1)", "Anatomie générale");
    anatomy.groups = {{4, QStringLiteral("Groupe A – été")},
                      {5, QStringLiteral("TD/1 \"lundi\"")},
                      {6, QStringLiteral("Équipe <rouge>")}};
    anatomy.enrolments = {enrolment(3, {editing}, {4}),
                          enrolment(4, {copy}, {5}),
                          enrolment(5, {teacher}, {6}),
                          enrolment(6, {QStringLiteral("ensnonvisible")}, {4}),
                          enrolment(7, {student}, {5}),
                          enrolment(8, {student}, {5}),
                          enrolment(9, {}, {4}),
                          enrolment(10, {student}, {6}),
                          enrolment(11, {teacher, student}, {6}),
                          enrolment(12, {student}, {4, 5})};
    anatomy.enrolments[4].suspended = true;
    anatomy.enrolments[5].end = Instant::fromIso(QStringLiteral("2026-10-01T00:00:00Z"));
    anatomy.enrolments[7].start = Instant::fromIso(QStringLiteral("2027-01-01T00:00:00Z"));
    anatomy.activities = {activity(36, "Salon général – « été / Q&R »", "room36"), activity(37, "Salon TD", "room37")};

    Course law = course(4, 4, "DRT-CONST 2026", "Droit constitutionnel");
    law.groupmode = 1;
    law.enrolments = {enrolment(10, {}), enrolment(11, {student}), enrolment(12, {student})};
    law.activities = {activity(41, "Salon Rocket.Chat", "room41")};
    law.activities[0].visible = false;

    Course economy = course(5, 2, "ÉCO&SOC", "Économie & société");
    economy.enrolments = {enrolment(3, {editing}), enrolment(12, {editing})};
    economy.activities = {activity(45, "Salon Rocket.Chat", "room45")};
    economy.activities[0].visibleOnCoursePage = false;

    Course hidden = course(8, 2, "GENE 7", "Génétique des populations");
    hidden.visible = false;
    hidden.enrolments = {enrolment(3, {editing})};
    Course databases = course(12, 3, "BASE 11", "Bases de données <SQL>");
    databases.enrolments = {enrolment(3, {editing})};
    Course algorithms = course(26, 5, "ALGO 25", "Algorithmique avancée");
    algorithms.enrolments = {enrolment(3, {editing})};
    site.courses = {algebra, anatomy, law, economy, hidden, databases, algorithms};
    site.reports = {{6, QStringLiteral("participants"), {}, false}, {7, QStringLiteral("roles"), {}, false}};
    site.roleAssignments = {{5, QStringLiteral("manager"), 4}, {10, teacher, 0}};
    site.plugin.account = QStringLiteral("rocketBot1");
    world.moodle = {site};
    return world;
}

/// A world and its server; `site()` is changed before the first call, or followed by `changed()`.
class Campus
{
public:
    explicit Campus(World world = recordedWorld()) : m_world(std::move(world)), m_server(m_world, 0, token, wwwroot) {}

    World &world() { return m_world; }
    Moodle &site() { return m_world.moodle[0]; }
    SandboxMoodle &server() { return m_server; }
    void changed() { m_server.worldReplaced(); }

    /// Every default capability but these.
    void drop(const QStringList &capabilities)
    {
        QStringList held;
        const QJsonObject all = call("local_liaison_get_info").object()[QLatin1String("capabilities")].toObject();
        for (auto at = all.begin(); at != all.end(); ++at) {
            if (at.value().toInt() == 1 && !capabilities.contains(at.key()))
                held.append(at.key());
        }
        site().capabilities = held;
        changed();
    }

    Request request(const QString &path, const Form &form) const
    {
        Request r;
        r.method = "POST";
        r.path = path;
        r.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        r.body = encoded(form);
        r.now = m_world.now;
        return r;
    }
    Request serviceRequest(const char *function, const Form &parameters) const
    {
        Form form{{QStringLiteral("wstoken"), QString::fromLatin1(token)},
                  {QStringLiteral("wsfunction"), QString::fromLatin1(function)},
                  {QStringLiteral("moodlewsrestformat"), QStringLiteral("json")}};
        form.append(parameters);
        return request(QStringLiteral("/webservice/rest/server.php"), form);
    }
    QJsonDocument call(const char *function, const Form &parameters = {})
    {
        return QJsonDocument::fromJson(m_server.handle(serviceRequest(function, parameters)).body);
    }
    QString errorOf(const char *function, const Form &parameters = {})
    {
        return call(function, parameters).object()[QLatin1String("errorcode")].toString();
    }

private:
    World m_world;
    SandboxMoodle m_server;
};

inline QJsonObject recording(const QString &name)
{
    QFile file(QStringLiteral(LIAISON_TEST_DATA "/moodle/") + name + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline Form pairs(const QList<QPair<QString, QString>> &list)
{
    Form form;
    for (int i = 0; i < list.size(); ++i) {
        form.append({QStringLiteral("options[%1][name]").arg(i), list[i].first});
        form.append({QStringLiteral("options[%1][value]").arg(i), list[i].second});
    }
    return form;
}

inline constexpr char enrolled[] = "core_enrol_get_enrolled_users";

inline Form ofCourse(int id, const QList<QPair<QString, QString>> &options = {})
{
    Form form{{QStringLiteral("courseid"), QString::number(id)}};
    form.append(pairs(options));
    return form;
}

inline Form named(const char *name, const QString &value)
{
    return {{QString::fromLatin1(name), value}};
}

inline QList<qint64> ids(const QJsonValue &list, const char *key = "id")
{
    QList<qint64> found;
    for (const QJsonValue &item : list.toArray())
        found.append(item[QLatin1String(key)].toInteger());
    return found;
}

inline QList<qint64> ids(const QJsonDocument &list, const char *key = "id")
{
    return ids(QJsonValue(list.array()), key);
}

inline const QPair<QString, QString> usernameAndRoles{QStringLiteral("userfields"), QStringLiteral("username,roles")};

inline Form fields(const QList<QPair<const char *, QString>> &list)
{
    Form form;
    for (const auto &[name, value] : list)
        form.append({QString::fromLatin1(name), value});
    return form;
}

inline QSet<QString> keys(const QJsonValue &object)
{
    const QStringList list = object.toObject().keys();
    return QSet<QString>(list.begin(), list.end());
}

inline QSet<QString> names(const char *list)
{
    const QStringList parts = QString::fromLatin1(list).split(u' ');
    return QSet<QString>(parts.begin(), parts.end());
}

} // namespace liaison::sandbox::test

#include "core/moodle/parser.h"
#include "core/rocketchat/parser.h"
#include "tests/bench/parts.h"

#include <QFile>
#include <QTemporaryDir>
#include <simdjson.h>

namespace liaison::bench {
namespace {

/// As recorded from Moodle 4.5 (tests/data/moodle/core_enrol_get_enrolled_users.json).
QByteArray enrolledUsers(int bytes)
{
    QByteArray out = "[";
    for (int i = 0; out.size() < bytes; ++i) {
        const QByteArray n = QByteArray::number(i + 3);
        out += (i ? ",{" : "{");
        out +=
            "\"id\":" + n + ",\"username\":\"lea.lefevre" + n +
            R"(","firstname":"L\u00e9a","lastname":"Lef\u00e8vre")" +
            R"(,"fullname":"L\u00e9a Lef\u00e8vre","email":"lea.lefevre)" + n +
            R"(@etu.example.org","department":"D\u00e9pt. 1","institution":"Universit\u00e9","idnumber":"221)" + n +
            R"(","firstaccess":0,"lastaccess":0,"lastcourseaccess":0,"city":"Strasbourg","country":"FR",)" +
            R"("profileimageurlsmall":"http:\/\/moodle.example\/theme\/image.php\/boost\/core\/1795163853\/u\/f2",)" +
            R"("profileimageurl":"http:\/\/moodle.example\/theme\/image.php\/boost\/core\/1795163853\/u\/f1",)" +
            R"("groups":[{"id":4,"name":"Groupe A \u2013 \u00e9t\u00e9","description":"","descriptionformat":1}],)" +
            R"("roles":[{"roleid":5,"name":"","shortname":"student","sortorder":0}],)" +
            R"("enrolledcourses":[{"id":14,"fullname":"Litt\u00e9rature","shortname":"LITT 13"},)" +
            R"({"id":2,"fullname":"Alg\u00e8bre lin\u00e9aire","shortname":"ALG LIN \/ L1"}]})";
    }
    return out + ']';
}

/// As recorded in tests/data/rocketchat/users.list.json.
QByteArray usersList(int bytes)
{
    QByteArray out = R"({"users":[)";
    int i = 0;
    for (; out.size() < bytes; ++i) {
        const QByteArray n = QByteArray::number(10'000'000 + i);
        out += (i ? ",{" : "{");
        out += R"("_id":"aobEdbYhX)" + n + R"(","username":"ada.)" + n + R"(","name":"Ada Lovelace )" + n +
               R"(","emails":[{"address":"ada.)" + n +
               R"(@example.org","verified":true}],"type":"user","status":"offline","active":true,"roles":["user"]})";
    }
    const QByteArray n = QByteArray::number(i);
    return out + R"(],"count":)" + n + R"(,"offset":0,"total":)" + n + R"(,"success":true})";
}

/// Everything looked at once, nothing kept.
quint64 walk(simdjson::dom::element e)
{
    quint64 sum = 0;
    switch (e.type()) {
    case simdjson::dom::element_type::ARRAY:
        for (const simdjson::dom::element child : simdjson::dom::array(e))
            sum += walk(child);
        break;
    case simdjson::dom::element_type::OBJECT:
        for (const simdjson::dom::key_value_pair field : simdjson::dom::object(e))
            sum += field.key.size() + walk(field.value);
        break;
    case simdjson::dom::element_type::STRING:
        sum += std::string_view(e).size();
        break;
    default:
        ++sum;
    }
    return sum;
}

bool readWith(const QString &kind, const QString &reader, const net::HttpReply &reply)
{
    if (reader == u"simdjson") {
        simdjson::dom::parser parser;
        simdjson::dom::element top;
        return parser.parse(reply.body.constData(), size_t(reply.body.size()), false).get(top) == simdjson::SUCCESS &&
               walk(top) > 0;
    }
    if (kind == u"moodle") {
        const auto answer = moodle::decode(QStringLiteral("core_enrol_get_enrolled_users"), reply);
        return answer && moodle::parseEnrolledUsers(*answer, moodle::TextMode::Raw).has_value();
    }
    return rocketchat::parseAccounts(reply).has_value();
}

} // namespace

int parseChild(const QString &kind, const QString &reader, const QString &file, int repeats)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly))
        return 1;
    const qint64 before = resident();
    net::HttpReply reply;
    reply.status = 200;
    reply.headers.append({QByteArrayLiteral("content-type"), QByteArrayLiteral("application/json")});
    reply.body.reserve(f.size() + simdjson::SIMDJSON_PADDING); // as the client does it
    reply.body.resize(f.size());
    if (f.read(reply.body.data(), f.size()) != f.size())
        return 1;
    bool ok = readWith(kind, reader, reply);
    tell("peak", double(peakResident() - before));
    const double milliseconds = medianCpu(repeats, [&] { ok = ok && readWith(kind, reader, reply); });
    tell("ms", milliseconds);
    return ok ? 0 : 1;
}

void parsing(const Sizes &sizes)
{
    heading(QStringLiteral("Parsing an answer of %1").arg(mb(sizes.bytes)));
    const QTemporaryDir folder;
    for (const QString &kind : {QStringLiteral("moodle"), QStringLiteral("rocketchat")}) {
        const QString file = folder.filePath(kind);
        QFile f(file);
        if (!f.open(QIODevice::WriteOnly) ||
            f.write(kind == u"moodle" ? enrolledUsers(sizes.bytes) : usersList(sizes.bytes)) < 0)
            return;
        f.close();
        const auto run = [&](const char *reader) {
            return again(
                {QStringLiteral("--parse"), kind, QString::fromLatin1(reader), file, QString::number(sizes.repeats)});
        };
        const Child ours = run("liaison"), bare = run("simdjson");
        const auto of = [](const Child &child, const char *name) { return child.values.value(QLatin1String(name)); };
        const QString what = kind == u"moodle" ? QStringLiteral("enrolled users") : QStringLiteral("users.list");
        report(QString(what + u": time / simdjson's tree, walked"),
               QString(ms(of(ours, "ms")) + u" / " + ms(of(bare, "ms"))), of(ours, "ms") / of(bare, "ms"), 3);
        report(QString(what + u": peak memory / the same"),
               QString(mb(of(ours, "peak")) + u" / " + mb(of(bare, "peak"))), of(ours, "peak") / of(bare, "peak"), 3);
    }
}

} // namespace liaison::bench

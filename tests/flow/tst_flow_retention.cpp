// `retention --measure` and `--evidence`: design 4.2 last row, section 8, 12.7. R32, R33, R73, R123

#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString canary = QStringLiteral("CANARY");

/// Rule of 90 days everywhere; what each room holds differs.
Campus campusOf()
{
    Campus campus;
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")] = true;
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_AppliesToGroups")] = true;
    const auto room = [&](const char *shortname, qint64 course, std::optional<int> days) {
        const qint64 cmid = course * 10;
        campus.linked(QString::fromLatin1(shortname), course, cmid, QStringLiteral("prof* s1"),
                      QStringLiteral("prof* s1"));
        campus.activityOf(cmid).retention = sandbox::ActivityRetention{true, 90, false, false};
        sandbox::Room &r = campus.roomOf(QStringLiteral("r%1").arg(cmid));
        r.retention = sandbox::Retention{true, true, 90, false, false, false};
        if (days) {
            r.oldestMessage = Instant{campus.world.now.ms - *days * 86'400'000LL};
            r.newestMessage = campus.world.now;
        }
    };
    room("FRESH", 7, 89);
    room("EDGE", 8, 90); // a day is allowed for the schedule of the deletion
    room("OLD", 9, 95);  // R123
    room("EMPTY", 10, {});
    room("ARCHIVED", 11, 200);
    room("LONG", 12, 300);
    room("FOREIGN", 13, 200);
    room("FILES", 14, 200);
    campus.activityOf(110).visible = false;
    campus.roomOf(QStringLiteral("r110")).archived = true;
    campus.roomOf(QStringLiteral("r120")).retention->maxAge = 200;
    std::erase_if(campus.roomOf(QStringLiteral("r130")).members, [](const auto &m) { return m.user == u"api"; });
    campus.activityOf(140).retention->filesOnly = true;
    campus.roomOf(QStringLiteral("r140")).retention->filesOnly = true;
    return campus;
}

QJsonObject rowOf(const Ran &run, qint64 cmid)
{
    const QJsonArray rooms = run.json[u"rooms"].toArray();
    for (const QJsonValue &room : rooms) {
        if (room[u"cmid"].toInteger() == cmid)
            return room.toObject();
    }
    return {};
}

int asked(Flow &flow)
{
    int n = 0;
    for (const auto &request : flow.sandbox().requests())
        n += request.path.endsWith(QLatin1String("groups.messages")) ? 1 : 0;
    return n;
}

QString verdict(const Ran &run, qint64 cmid)
{
    const QJsonObject row = rowOf(run, cmid);
    return QString(row[u"verdict"].toString() + u' ' + row[u"reason"].toString()).trimmed();
}

const QStringList measure{QStringLiteral("retention"), QStringLiteral("--measure")};
const QStringList json{QStringLiteral("--json")};

QStringList evidence(const QString &file, bool measured = true)
{
    QStringList words = measured ? measure : QStringList{QStringLiteral("retention")};
    return words << QStringLiteral("--evidence") << file;
}

/// Lines of a CSV whose cells are all quoted.
std::vector<QStringList> cellsOf(const QByteArray &csv)
{
    std::vector<QStringList> lines;
    for (const QByteArray &line : csv.split('\n')) {
        QByteArray text = line;
        if (text.endsWith('\r'))
            text.chop(1);
        if (text.isEmpty())
            continue;
        if (text.startsWith("\xEF\xBB\xBF"))
            text.remove(0, 3);
        lines.push_back(QString::fromUtf8(text.mid(1, text.size() - 2)).split(QStringLiteral("\",\"")));
    }
    return lines;
}

} // namespace

namespace {

/// What a reader of the page by ear or by keyboard would miss. R243
QStringList accessibility(const QString &page)
{
    QStringList wrong;
    const auto count = [&](const char *pattern) {
        return page.count(QRegularExpression(QString::fromLatin1(pattern)));
    };
    if (count("<html lang=\"(en|fr)\">") != 1)
        wrong << QStringLiteral("language");
    if (count("<title>[^<]+</title>") != 1)
        wrong << QStringLiteral("title");
    if (count("<main>") != 1 || count("</main>") != 1)
        wrong << QStringLiteral("landmark");
    if (count("<h1[ >]") != 1)
        wrong << QStringLiteral("one heading of the page");
    int level = 0;
    auto headings = QRegularExpression(QStringLiteral("<h([1-6])[ >]")).globalMatch(page);
    while (headings.hasNext()) {
        const int next = headings.next().captured(1).toInt();
        if (next > level + 1)
            wrong << QStringLiteral("a level of headings is left out");
        level = next;
    }
    if (count("<table[ >]") != count("<table aria-labelledby=\"(\\w+)\">"))
        wrong << QStringLiteral("a table without a name");
    if (!page.contains(QLatin1String("id=\"rooms\"")))
        wrong << QStringLiteral("what names the table is not there");
    if (count("<th[ >]") != count("<th scope=\"(col|row)\">"))
        wrong << QStringLiteral("a header of nothing");
    if (count("<tr>") != count("<tr><th scope=\"(col|row)\">"))
        wrong << QStringLiteral("a row without a header");
    if (count("<img|onclick|tabindex|user-scalable") > 0)
        wrong << QStringLiteral("something that needs eyes or a mouse");
    return wrong;
}

} // namespace

class FlowRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts();
    void switchedOnByTheProfile();
    void oneRoomFails();
    void closedRoomsOnly();
    void html();
    void csv();
    void hostileNames();
    void neverOverwrites();
    void incompleteIsSaid();
};

void FlowRetention::verdicts()
{
    Flow flow(campusOf());
    const Ran plain = flow.run(json + QStringList{QStringLiteral("retention")});
    QCOMPARE(asked(flow), 0); // off until somebody asks
    QVERIFY(rowOf(plain, 90)[u"oldest"].isNull());
    QCOMPARE(verdict(plain, 90), QStringLiteral("ok"));

    const Ran run = flow.run(json + measure);
    QVERIFY2(run.exit == 5, said(run)); // one room is closed to us
    QCOMPARE(verdict(run, 70), QStringLiteral("ok"));
    QCOMPARE(verdict(run, 80), QStringLiteral("ok"));
    QCOMPARE(verdict(run, 90), QStringLiteral("older-than-rule"));
    QCOMPARE(verdict(run, 100), QStringLiteral("ok"));
    QVERIFY(rowOf(run, 100)[u"oldest"].isNull());
    QCOMPARE(verdict(run, 110), QStringLiteral("not-measurable room-archived"));
    QCOMPARE(verdict(run, 120), QStringLiteral("too-long")); // the rule is wrong before its effect is
    QVERIFY(!rowOf(run, 120)[u"oldest"].toString().isEmpty());
    QCOMPARE(verdict(run, 130), QStringLiteral("not-measurable administered"));
    QCOMPARE(verdict(run, 140), QStringLiteral("not-measurable files-only"));
    QCOMPARE(rowOf(run, 90)[u"oldest"].toString().left(10),
             Instant{campusOf().world.now.ms - 95 * 86'400'000LL}.iso().left(10));
    QCOMPARE(asked(flow), 6); // one call a room that can be asked, and one message a call
    QCOMPARE(flow.writes(), 0);
    QVERIFY(!run.out.contains(canary.toUtf8()));
    for (const qint64 cmid : {110, 130, 140})
        QVERIFY(!rowOf(run, cmid)[u"reasonText"].toString().isEmpty());
    const QByteArray wrong = misfit("retention", run.out);
    QVERIFY2(wrong.isEmpty(), wrong);

    for (const char *language : {"en", "fr"}) {
        const Ran text = flow.run(QStringList{QStringLiteral("--lang"), QString::fromLatin1(language)} + measure);
        QVERIFY2(text.exit == 5 && !text.out.contains('%') && !text.out.contains(canary.toUtf8()), said(text));
        QVERIFY(text.out.contains(qstrcmp(language, "fr") == 0 ? "Plus ancien message" : "Oldest message"));
    }
}

void FlowRetention::switchedOnByTheProfile()
{
    Flow flow(campusOf());
    flow.configure(R"({"policy":{"measureRetention":true}})");
    const Ran run = flow.run(json + QStringList{QStringLiteral("retention")});
    QCOMPARE(verdict(run, 90), QStringLiteral("older-than-rule"));
    QCOMPARE(asked(flow), 6);
}

/// Unknown is not an excuse: only the room that could not be read.
void FlowRetention::oneRoomFails()
{
    Campus campus = campusOf();
    std::erase_if(campus.world.chat.rooms, [](const auto &r) { return r.id == u"r130"; });
    std::erase_if(campus.courseOf(13).activities, [](const auto &) { return true; });
    Flow flow(campus);
    QCOMPARE(flow.run(json + measure).exit, 0); // an archived room and a rule for files hide nothing from us
    flow.fault(R"({"server":"rocketchat","match":"groups.messages","room":"r90","do":"status","status":500})");
    const Ran run = flow.run(json + measure);
    QVERIFY2(run.exit == 5, said(run));
    QCOMPARE(rowOf(run, 90)[u"verdict"].toString(), QStringLiteral("not-measurable"));
    QVERIFY(!rowOf(run, 90)[u"reason"].toString().isEmpty());
    QCOMPARE(verdict(run, 70), QStringLiteral("ok"));
    flow.sandbox().clearFaults();
    flow.fault(R"({"server":"rocketchat","match":"groups.messages","do":"reset","times":1})");
    const Ran once = flow.run(json + measure);
    QVERIFY2(once.exit == 0, said(once));
    QCOMPARE(verdict(once, 90), QStringLiteral("older-than-rule"));
}

void FlowRetention::closedRoomsOnly()
{
    Campus campus;
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")] = true;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof*"), QStringLiteral("prof*"));
    std::erase_if(campus.roomOf(QStringLiteral("r70")).members, [](const auto &m) { return m.user == u"api"; });
    Flow flow(campus);
    const Ran run = flow.run(json + measure);
    QVERIFY2(run.exit == 5, said(run));
    QCOMPARE(asked(flow), 0);
}

void FlowRetention::html()
{
    Flow flow(campusOf());
    for (const bool french : {false, true}) {
        const QString name = french ? QStringLiteral("fr.html") : QStringLiteral("en.HTML");
        const Ran run =
            flow.run(QStringList{QStringLiteral("--lang"), french ? QStringLiteral("fr") : QStringLiteral("en")} +
                     evidence(flow.file(name)));
        QVERIFY2(run.exit == 5, said(run));
        const QByteArray page = flow.read(name);
        QVERIFY(page.contains(french ? "<html lang=\"fr\">" : "<html lang=\"en\">"));
        QVERIFY(page.contains(french ? "Durée de conservation" : "How long messages are kept"));
        QVERIFY(page.contains(french ? "aucun message n’a été consulté" : "no message was looked at"));
        for (const char *needed : {"FRESH", "OLD", "127.0.0.1", "Content-Security-Policy"})
            QVERIFY2(page.contains(needed), needed);
        for (const char *never : {"<script", "CANARY", "src=", "href=", "url(", "@import", "prof", "s1 "})
            QVERIFY2(!page.contains(never), never); // nobody's name either
        QCOMPARE(QFileInfo(flow.file(name)).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(accessibility(QString::fromUtf8(page)), QStringList());
        const QByteArray digest = QCryptographicHash::hash(page, QCryptographicHash::Sha256).toHex();
        QVERIFY2(run.out.contains(digest), said(run)); // for the register
    }
}

void FlowRetention::csv()
{
    Flow flow(campusOf());
    QCOMPARE(flow.run(QStringList{QStringLiteral("--json")} + evidence(flow.file(QStringLiteral("e.csv")))).exit, 5);
    const QByteArray bytes = flow.read(QStringLiteral("e.csv"));
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    const auto lines = cellsOf(bytes);
    QCOMPARE(lines.size(), size_t(1 + 8));
    const qsizetype verdictAt = lines.front().indexOf(QStringLiteral("verdict"));
    QCOMPARE(verdictAt, 14);
    for (const QStringList &line : lines)
        QCOMPARE(line.size(), lines.front().size());
    const auto old = std::find_if(lines.begin(), lines.end(), [](const QStringList &l) { return l.contains(u"OLD"); });
    QVERIFY(old != lines.end());
    QCOMPARE(old->at(9), QStringLiteral("90"));
    QCOMPARE(old->at(13), QStringLiteral("95"));
    QCOMPARE(old->at(14), QStringLiteral("older-than-rule"));
    QVERIFY(!bytes.contains("CANARY"));
}

/// Design rule 12: names of courses and rooms are data.
void FlowRetention::hostileNames()
{
    Campus campus;
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")] = true;
    const QStringList names{QStringLiteral("=HYPERLINK(\"http://x\")"),
                            QStringLiteral("+1"),
                            QStringLiteral("-1"),
                            QStringLiteral("@SUM(A1)"),
                            QStringLiteral("\t=1"),
                            QStringLiteral("<script>alert(1)</script>"),
                            QStringLiteral("\"><img src=x onerror='a'>"),
                            QStringLiteral("a\u202eb")};
    qint64 id = 7;
    for (const QString &name : names) {
        campus.linked(QStringLiteral("C%1").arg(id), id, id * 10, QStringLiteral("prof*"), QStringLiteral("prof*"));
        campus.courseOf(id).shortname = name;
        campus.courseOf(id).fullname = name;
        ++id;
    }
    Flow flow(campus);
    (void)flow.run(evidence(flow.file(QStringLiteral("h.csv")), false));
    (void)flow.run(evidence(flow.file(QStringLiteral("h.html")), false));
    const auto lines = cellsOf(flow.read(QStringLiteral("h.csv")));
    QVERIFY(lines.size() > size_t(names.size()));
    for (const QStringList &line : lines) {
        for (const QString &cell : line)
            QVERIFY2(cell.isEmpty() || !QStringView(u"=+-@\t").contains(cell.front()), qPrintable(cell));
    }
    const QByteArray page = flow.read(QStringLiteral("h.html"));
    QVERIFY(page.contains("&lt;script&gt;"));
    for (const char *never : {"<script", "<img", "\xE2\x80\xAE"})
        QVERIFY2(!page.contains(never), never);
    QVERIFY(page.contains("were not measured"));
}

void FlowRetention::neverOverwrites()
{
    Flow flow(campusOf());
    flow.write(QStringLiteral("kept.html"), "earlier evidence");
    const Ran run = flow.run(json + evidence(flow.file(QStringLiteral("kept.html"))));
    QVERIFY2(run.exit == 1, said(run));
    QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("file-exists"));
    QCOMPARE(flow.read(QStringLiteral("kept.html")), QByteArray("earlier evidence"));
    const Ran nowhere = flow.run(json + evidence(flow.file(QStringLiteral("no/such/place.csv"))));
    QCOMPARE(nowhere.exit, 1);
    QCOMPARE(nowhere.json[u"error"][u"code"].toString(), QStringLiteral("file-not-writable"));
}

/// A site that could not be asked stands in the document.
void FlowRetention::incompleteIsSaid()
{
    Campus campus = campusOf();
    campus.addSite(QStringLiteral("annexe"));
    Flow flow(campus);
    flow.fault(R"({"server":"moodle","site":"annexe","do":"status","status":503})");
    for (const char *name : {"part.html", "part.csv"}) {
        const QString file = QString::fromLatin1(name);
        QCOMPARE(flow.run(evidence(flow.file(file), false)).exit, 5);
        const QByteArray bytes = flow.read(file);
        QVERIFY(bytes.contains("annexe"));
        QVERIFY(bytes.contains(file.endsWith(u"html") ? QByteArray("not complete") : QByteArray("\"unknown\"")));
    }
}

QTEST_GUILESS_MAIN(FlowRetention)
#include "tst_flow_retention.moc"

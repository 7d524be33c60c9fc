// The file of links that one SELECT gives: design 12.6. R255

#include "core/run/linksfile.h"

#include <QtTest>

using namespace liaison;

namespace {

/// "cmid course room name visible mod/mem retention created", one link a line.
QString described(const std::vector<store::ImportedLink> &links)
{
    const auto flag = [](const std::optional<bool> &b) { return !b ? u'?' : *b ? u'1' : u'0'; };
    const auto ids = [](const std::optional<std::vector<qint64>> &list) {
        if (!list)
            return QStringLiteral("?");
        QStringList out;
        for (qint64 id : *list)
            out << QString::number(id);
        return out.join(u'+');
    };
    QStringList out;
    for (const store::ImportedLink &l : links) {
        QString retention = QStringLiteral("-");
        if (l.retention)
            retention = QStringLiteral("%1:%2:%3%4")
                            .arg(int(l.retention->enabled))
                            .arg(l.retention->maxAge.value_or(-1))
                            .arg(int(l.retention->filesOnly))
                            .arg(int(l.retention->excludePinned));
        out << QStringLiteral("%1 %2 [%3] [%4] %5 %6/%7 %8 %9")
                   .arg(l.cmid)
                   .arg(l.course)
                   .arg(l.room, l.name, QString(flag(l.visible)), ids(l.moderatorRoles), ids(l.memberRoles), retention)
                   .arg(l.created.ms / 1000);
    }
    return out.join(u'\n');
}

} // namespace

class TestLinksFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

void TestLinksFile::good_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("links");
    const QString plain = QStringLiteral("70 7 [r70] [] ? ?/? - 0");
    QTest::newRow("least") << QByteArray("cmid,courseid,room\n70,7,r70\n") << plain;
    QTest::newRow("no last line end") << QByteArray("cmid,courseid,room\n70,7,r70") << plain;
    QTest::newRow("semicolons, CRLF") << QByteArray("cmid;courseid;room\r\n70;7;r70\r\n") << plain;
    QTest::newRow("old line ends") << QByteArray("cmid,courseid,room\r70,7,r70\r") << plain;
    QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF"
                                       "cmid,courseid,room\n70,7,r70\n")
                         << plain;
    QTest::newRow("quoted header, other order, further columns")
        << QByteArray("\"room\",Id,\"CMID\",courseid,notes\nr70,1,70,7,\"a,b\"\n") << plain;
    QTest::newRow("empty lines") << QByteArray("cmid,courseid,room\n\n70,7,r70\n\n") << plain;
    QTest::newRow("sorted") << QByteArray("cmid,courseid,room\n80,8,r80\n70,7,r70\n")
                            << QString(plain + QStringLiteral("\n80 8 [r80] [] ? ?/? - 0"));
    QTest::newRow("an activity without room") << QByteArray("cmid,courseid,room\n70,7,\n71,7,NULL\n72,7,\\N\n")
                                              << QStringLiteral("70 7 [] [] ? ?/? - 0\n71 7 [] [] ? ?/? - 0\n"
                                                                "72 7 [] [] ? ?/? - 0");
    QTest::newRow("all columns, as PostgreSQL writes them")
        << QByteArray("cmid,courseid,room,name,visible,moderatorroles,userroles,retentionenabled,maxage,filesonly,"
                      "excludepinned,timecreated\n"
                      "70,7,r70,\"Salon \"\"\xC3\x89t\xC3\xA9\"\"; l\xE2\x80\x99\n, fin\",1,\"3,4\",5,1,90,0,1,"
                      "1760000000\n80,8,,x,0,\"\",\"\",0,0,0,0,1760000001\n")
        << QString::fromUtf8("70 7 [r70] [Salon \"Été\"; l’\n, fin] 1 3+4/5 1:90:01 1760000000\n"
                             "80 8 [] [x] 0 / 0:-1:00 1760000001");
    QTest::newRow("a retention without its days says nothing")
        << QByteArray("cmid,courseid,room,retentionenabled,maxage\n70,7,r70,1,\n")
        << QStringLiteral("70 7 [r70] [] ? ?/? - 0");
    QTest::newRow("booleans of tools") << QByteArray("cmid,courseid,room,visible\n70,7,r70,t\n71,7,r71,FALSE\n")
                                       << QStringLiteral("70 7 [r70] [] 1 ?/? - 0\n71 7 [r71] [] 0 ?/? - 0");
}

void TestLinksFile::good()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, links);
    const auto read = linksFromCsv(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().code + u' ' + read.error().where + u' ' + read.error().detail));
    QCOMPARE(described(*read), links);
}

void TestLinksFile::bad_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &file, const char *error) {
        QTest::newRow(name) << file << QString::fromLatin1(error);
    };
    row("nothing", "", "links-column cmid");
    row("no header", "70,7,r70\n", "links-column cmid");
    row("no course", "cmid,room\n70,r70\n", "links-column courseid");
    row("no room", "cmid,courseid\n70,7\n", "links-column room");
    row("half of the roles", "cmid,courseid,room,userroles\n70,7,r70,5\n", "links-column moderatorroles");
    row("the other half", "cmid,courseid,room,moderatorroles\n70,7,r70,5\n", "links-column userroles");
    row("no row", "cmid,courseid,room\n", "links-none");
    row("a column twice", "cmid,courseid,room,cmid\n70,7,r70,70\n", "links-value 1 cmid");
    row("a word for a number", "cmid,courseid,room\n70,7,r70\nx,7,r71\n", "links-value 3 cmid");
    row("a negative number", "cmid,courseid,room\n70,-7,r70\n", "links-value 2 courseid");
    row("a decimal number", "cmid,courseid,room\n70.0,7,r70\n", "links-value 2 cmid");
    row("zero", "cmid,courseid,room\n0,7,r70\n", "links-value 2 cmid");
    row("too large", "cmid,courseid,room\n99999999999999999999,7,r70\n", "links-value 2 cmid");
    row("a row that was cut", "cmid,courseid,room\n70,7,r70\n71,7\n", "links-value 3 room");
    row("a room that is no id", "cmid,courseid,room\n70,7,\"<b>x</b>\"\n", "links-value 2 room");
    row("a flag of another kind", "cmid,courseid,room,visible\n70,7,r70,2\n", "links-value 2 visible");
    row("roles by name", "cmid,courseid,room,moderatorroles,userroles\n70,7,r70,teacher,5\n",
        "links-value 2 moderatorroles");
    row("a list that was not quoted", "cmid,courseid,room,moderatorroles,userroles\n70,7,r70,3,4,5\n",
        "links-value 2 userroles");
    row("a list with a hole", "cmid,courseid,room,moderatorroles,userroles\n70,7,r70,\"3,\",5\n",
        "links-value 2 moderatorroles");
    row("days", "cmid,courseid,room,retentionenabled,maxage\n70,7,r70,1,ninety\n", "links-value 2 maxage");
    row("a date", "cmid,courseid,room,timecreated\n70,7,r70,2026-11-20\n", "links-value 2 timecreated");
    row("twice", "cmid,courseid,room\n70,7,r70\n70,7,r71\n", "links-twice 3 70");
    row("an open quote", "cmid,courseid,room\n70,7,r70\n71,7,\"r71\n72,7,r72\n", "links-value 3 room");
    row("text after a quote", "cmid,courseid,room\n70,7,\"r70\"x\n", "links-value 2 room");
    row("Latin-1", "cmid,courseid,room,name\n70,7,r70,ok\n71,7,r71,\xC9t\xE9\n", "links-value 3 name");
    row("zero bytes", QByteArray("cmid,courseid,room\n70,7,r70\0\n", 29), "links-value 2 room");
    row("lines are counted through quotes", "cmid,courseid,room,name\n70,7,r70,\"a\nb\nc\"\n71,x,r71,d\n",
        "links-value 5 courseid");
}

void TestLinksFile::bad()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, error);
    const auto read = linksFromCsv(file);
    QVERIFY(!read);
    QString said = read.error().code;
    for (const QString &part : {read.error().where, read.error().detail}) {
        if (!part.isEmpty())
            said += u' ' + part;
    }
    QCOMPARE(said, error);
    QCOMPARE(read.error().kind, ErrorKind::Input);
}

QTEST_APPLESS_MAIN(TestLinksFile)
#include "tst_linksfile.moc"

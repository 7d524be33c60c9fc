// The same answer as JSON and as XML: whatever is asked, both say the same, and the same again when the parts that are
// kept between answers are used. R74
#include "core/sandbox/campus.h"
#include "tests/sandbox/tst_sandboxmoodle.h"

#include <QXmlStreamReader>

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

namespace {

const char endOfNames[] = "é & \"q\" / \\ <b> \xF0\x9F\x98\x80 \t&amp;";

/// Names that want escapes everywhere, people who are in force in every possible way.
World hostileWorld()
{
    World world = recordedWorld();
    Moodle &site = world.moodle[0];
    const QString tail = QString::fromUtf8(endOfNames);
    for (Person &person : site.people) {
        person.firstname += tail;
        person.lastname.prepend(tail);
        person.email += tail;
    }
    int n = 0;
    for (Course &course : site.courses) {
        course.fullname += tail;
        course.shortname += tail;
        course.idnumber = tail;
        for (Group &group : course.groups)
            group.name += tail;
        for (Activity &activity : course.activities) {
            if (++n % 2 == 0)
                activity.room.reset();
            activity.availability = tail;
        }
        if (course.enrolments.empty())
            continue;
        Enrolment second = course.enrolments.front();
        second.suspended = true;
        second.method = QStringLiteral("self");
        second.roles = {QStringLiteral("student")};
        course.enrolments.push_back(second);
    }
    for (Role &role : site.roles)
        role.name += tail;
    for (Category &category : site.categories)
        category.name += tail;
    return world;
}

/// XML has no types: false is 0, a number its digits, null an attribute.
QString wordOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("=1") : QStringLiteral("=0");
    case QJsonValue::Double:
        return u'=' + QString::number(value.toInteger());
    default:
        return u'=' + value.toString();
    }
}

/// QJsonObject sorts its keys: those of XML are sorted the same way.
QString wordsOf(const QJsonValue &value)
{
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &item : list)
            parts.append(wordsOf(item));
        return u'[' + parts.join(u',') + u']';
    }
    if (!value.isObject())
        return wordOf(value);
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at)
        parts.append(at.key() + u':' + wordsOf(at.value()));
    parts.sort();
    return u'{' + parts.join(u',') + u'}';
}

QString wordsOfXml(QXmlStreamReader &xml)
{
    QStringList parts;
    if (xml.name() == u"VALUE") {
        if (xml.attributes().hasAttribute(QStringLiteral("null"))) {
            xml.skipCurrentElement();
            return QStringLiteral("null");
        }
        return u'=' + xml.readElementText();
    }
    const bool object = xml.name() == u"SINGLE";
    if (!object && xml.name() != u"MULTIPLE")
        xml.raiseError(QStringLiteral("no such element"));
    while (xml.readNextStartElement()) {
        if (!object) {
            parts.append(wordsOfXml(xml));
            continue;
        }
        const QString key = xml.attributes().value(QStringLiteral("name")).toString();
        if (xml.name() != u"KEY" || !xml.readNextStartElement())
            xml.raiseError(QStringLiteral("no key"));
        parts.append(key + u':' + wordsOfXml(xml));
        xml.skipCurrentElement(); // what is left of KEY
    }
    if (object)
        parts.sort();
    return object ? QString(u'{' + parts.join(u',') + u'}') : QString(u'[' + parts.join(u',') + u']');
}

QString wordsOfXml(const QByteArray &body)
{
    QXmlStreamReader xml(body);
    if (!xml.readNextStartElement() || xml.name() != u"RESPONSE" || !xml.readNextStartElement())
        return QStringLiteral("no response: ") + QString::fromUtf8(body.left(200));
    const QString words = wordsOfXml(xml);
    return xml.hasError() ? xml.errorString() : words;
}

Form fieldsOf(const char *text)
{
    Form form;
    for (const QString &pair : QString::fromLatin1(text).split(u'&', Qt::SkipEmptyParts))
        form.append({pair.section(u'=', 0, 0), pair.section(u'=', 1)});
    return form;
}

} // namespace

class TestSandboxMoodleFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSayTheSame_data();
    void bothSayTheSame();
    void whatIsKeptFollowsTheClock();
    void listsOfTheForm_data();
    void listsOfTheForm();
};

void TestSandboxMoodleFormats::bothSayTheSame_data()
{
    QTest::addColumn<QByteArray>("function");
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<bool>("isFault");
    const auto row = [](const char *function, const char *parameters = "", bool isFault = false) {
        QTest::addRow("%s %s", function, parameters) << QByteArray(function) << QByteArray(parameters) << isFault;
    };
    row("core_enrol_get_enrolled_users", "courseid=2");
    row("core_enrol_get_enrolled_users", "courseid=3");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=onlyactive&options[0][value]=1");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=onlysuspended&options[0][value]=1");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=userfields&options[0][value]=username,roles");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=userfields&options[0][value]=groups,email");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=userfields&options[0][value]=lastname");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=userfields&options[0][value]=firstname");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=userfields&options[0][value]=idnumber");
    row("core_enrol_get_enrolled_users", "courseid=3&options[0][name]=groupid&options[0][value]=5");
    row("core_enrol_get_enrolled_users",
        "courseid=3&options[0][name]=limitfrom&options[0][value]=2&options[1][name]=limitnumber&options[1][value]=3");
    row("core_enrol_get_enrolled_users", "courseid=1");
    row("core_enrol_get_enrolled_users", "courseid=4711", true);
    row("core_enrol_get_enrolled_users_with_capability",
        "coursecapabilities[0][courseid]=3&coursecapabilities[0][capabilities][0]=moodle/course:update&"
        "coursecapabilities[1][courseid]=2&coursecapabilities[1][capabilities][0]=mod/rocketchat:view");
    row("core_enrol_get_users_courses", "userid=3");
    row("core_course_get_courses");
    row("core_course_get_courses", "options[ids][0]=12&options[ids][1]=3");
    row("core_course_get_courses_by_field");
    row("core_course_get_courses_by_field", "field=ids&value=5,3");
    row("core_course_get_courses_by_field", "field=category&value=2");
    row("core_course_get_courses_by_field", "field=id&value=x", true);
    row("core_course_get_categories");
    row("core_course_get_categories", "criteria[0][key]=id&criteria[0][value]=4");
    row("core_course_search_courses", "criterianame=search&criteriavalue=");
    row("core_user_get_users_by_field", "field=id&values[0]=9&values[1]=3&values[2]=9");
    row("core_user_get_users_by_field", "field=username&values[0]=zoe.lefevre2&values[1]=nobody");
    row("core_user_get_users", "criteria[0][key]=lastname&criteria[0][value]=%");
    row("core_reportbuilder_list_reports");
    row("core_reportbuilder_retrieve_report", "reportid=6&perpage=0");
    row("core_reportbuilder_retrieve_report", "reportid=7&perpage=5&page=1");
    row("core_webservice_get_site_info");
    row("local_liaison_get_info");
    row("local_liaison_get_links");
    row("local_liaison_get_links", "after=36&limit=1");
    row("local_liaison_get_memberships");
    row("local_liaison_get_memberships", "aftercourse=3&afteruser=5&limit=4");
    row("local_liaison_get_memberships", "courseids[0]=5&courseids[1]=2&courseids[2]=99");
    row("local_liaison_get_people");
    row("local_liaison_get_people", "ids[0]=12&ids[1]=5&limit=1");
    row("local_liaison_get_people", "limit=x", true);
    row("local_liaison_get_recyclebin");
}

void TestSandboxMoodleFormats::bothSayTheSame()
{
    QFETCH(QByteArray, function);
    QFETCH(QByteArray, parameters);
    QFETCH(bool, isFault);
    for (const QString &missing :
         {QString(), QStringLiteral("moodle/user:viewalldetails"), QStringLiteral("moodle/site:viewfullnames"),
          QStringLiteral("moodle/site:viewuseridentity"), QStringLiteral("moodle/course:viewhiddencourses"),
          QStringLiteral("moodle/user:viewdetails")}) {
        Campus campus(hostileWorld());
        if (!missing.isEmpty())
            campus.drop({missing});
        for (const bool raw : {false, true}) {
            Form form = fieldsOf(parameters.constData());
            if (raw)
                form.append({QStringLiteral("moodlewssettingraw"), QStringLiteral("1")});
            const Request asJson = campus.serviceRequest(function.constData(), form);
            Request asXml = asJson;
            asXml.body.replace("&moodlewsrestformat=json", "");
            const QByteArray json = campus.server().handle(asJson).body;
            const QByteArray xml = campus.server().handle(asXml).body;
            for (const char c : json)
                QVERIFY2(c >= ' ' && c < 0x7f, json.constData());
            const QJsonDocument document = QJsonDocument::fromJson(json);
            QVERIFY2(!document.isNull(), json.constData());
            const bool refused = json.startsWith("{\"exception\"");
            QCOMPARE(xml.contains("<EXCEPTION class="), refused);
            if (missing.isEmpty())
                QCOMPARE(refused, isFault);
            if (!refused)
                QCOMPARE(wordsOfXml(xml),
                         wordsOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())));
            QCOMPARE(campus.server().handle(asJson).body, json); // of the parts that are kept now
            QCOMPARE(campus.server().handle(asXml).body, xml);
        }
    }
}

/// Courses in which somebody is active now are told by the clock, although their texts are kept.
void TestSandboxMoodleFormats::whatIsKeptFollowsTheClock()
{
    World start = hostileWorld();
    const auto asked = [](Campus &campus) -> QByteArray {
        QByteArray all;
        for (const int course : {2, 3, 4, 5})
            all += campus.server().handle(campus.serviceRequest(enrolled, ofCourse(course))).body;
        return all + campus.server().handle(campus.serviceRequest("local_liaison_get_memberships", {})).body;
    };
    Campus kept(start);
    kept.server().keepAnswers();
    const QByteArray before = asked(kept);
    QByteArray last = before;
    for (const char *now : {"2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2026-09-30T23:59:59Z",
                            "2026-10-01T00:00:00Z", "2026-08-31T23:59:59Z", "2026-11-20T09:00:00Z"}) {
        kept.world().now = Instant::fromIso(QString::fromLatin1(now));
        start.now = kept.world().now;
        Campus fresh(start);
        QCOMPARE(asked(kept), asked(fresh));
        last = asked(kept);
    }
    QCOMPARE(last, before);
    kept.world().now = Instant::fromIso(QStringLiteral("2026-08-31T23:59:59Z"));
    QVERIFY(asked(kept) != before);
    // Another world: nothing of the one before is left.
    kept.world().moodle = recordedWorld().moodle;
    kept.changed();
    World plain = recordedWorld();
    plain.now = kept.world().now;
    Campus fresh(plain);
    QCOMPARE(asked(kept), asked(fresh));
}

void TestSandboxMoodleFormats::listsOfTheForm_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QList<qint64>>("people");
    QTest::newRow("counted") << QByteArray("&ids[0]=5&ids[1]=8") << QList<qint64>{5, 8};
    QTest::newRow("by themselves") << QByteArray("&ids[]=5&ids[]=8") << QList<qint64>{5, 8};
    QTest::newRow("the last one of a key wins") << QByteArray("&ids[0]=5&ids[1]=9&ids[0]=8") << QList<qint64>{8, 9};
    QTest::newRow("in any order") << QByteArray("&ids[7]=5&ids[2]=8&ids[7]=9") << QList<qint64>{8, 9};
    QTest::newRow("by words") << QByteArray("&ids[a]=5&ids[0]=8&ids[a]=9") << QList<qint64>{8, 9};
    QTest::newRow("00 is not 0") << QByteArray("&ids[0]=5&ids[00]=8&ids[0]=9") << QList<qint64>{8, 9};
    QTest::newRow("encoded") << QByteArray("&%69ds%5B0%5D=%35&ids[1]=8") << QList<qint64>{5, 8};
    QTest::newRow("replaced by a list") << QByteArray("&ids=5&ids[0]=8") << QList<qint64>{8};
}

void TestSandboxMoodleFormats::listsOfTheForm()
{
    QFETCH(QByteArray, fields);
    QFETCH(QList<qint64>, people);
    Campus campus;
    Request request = campus.serviceRequest("local_liaison_get_people", {});
    request.body += fields;
    const QJsonDocument answer = QJsonDocument::fromJson(campus.server().handle(request).body);
    QCOMPARE(ids(answer.object()[QLatin1String("people")]), people);
}

QTEST_GUILESS_MAIN(TestSandboxMoodleFormats)
#include "tst_sandboxmoodleformats.moc"

// Parameters, texts, tokens, versions and the services of a site: contract sections 1, 2 and 4.
#include "tst_sandboxmoodle.h"

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

class SandboxMoodleProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndRaw();
    void searchedWords();
    void olderMoodle();
    void functionsServed();
    void parameters_data();
    void parameters();
    void inputLimit();
    void tokens();
    void roleIds();
    void emptyAnswers_data();
    void emptyAnswers();
    void factsOfRequests();
    void worldReplaced();
};

void SandboxMoodleProtocol::textAndRaw()
{
    Campus campus;
    const auto name = [&](int id, bool raw) {
        Form form{{QStringLiteral("field"), QStringLiteral("id")}, {QStringLiteral("value"), QString::number(id)}};
        if (raw)
            form.append({QStringLiteral("moodlewssettingraw"), QStringLiteral("true")});
        return campus
            .call("core_course_get_courses_by_field", form)[QLatin1String("courses")][0][QLatin1String("fullname")]
            .toString();
    };
    QCOMPARE(name(5, false), QStringLiteral("Économie &amp; société"));
    QCOMPARE(name(5, true), QStringLiteral("Économie & société"));
    QCOMPARE(name(12, false), QStringLiteral("Bases de données "));
    QCOMPARE(name(12, true), QStringLiteral("Bases de données <SQL>"));
    campus.site().courses[0].fullname = QStringLiteral("a < b &eacute; &x");
    campus.changed();
    QCOMPARE(name(2, false), QStringLiteral("a &lt; b &eacute; &amp;x"));

    // One group name that cannot be returned takes the whole answer with it.
    Form groups = ofCourse(3);
    QCOMPARE(campus.call("core_group_get_course_groups", groups)[2][QLatin1String("name")].toString(),
             QStringLiteral("Équipe "));
    groups.append({QStringLiteral("moodlewssettingraw"), QStringLiteral("1")});
    QCOMPARE(campus.errorOf("core_group_get_course_groups", groups), QStringLiteral("invalidresponse"));
    campus.site().courses[1].groups[2].name = QStringLiteral("Équipe < rouge & bleue");
    campus.changed();
    QCOMPARE(campus.call("core_group_get_course_groups", groups)[2][QLatin1String("name")].toString(),
             QStringLiteral("Équipe < rouge & bleue"));
}

void SandboxMoodleProtocol::searchedWords()
{
    Campus campus;
    const auto search = [&](const char *words, int page = 0, int size = 20) {
        return campus.call("core_course_search_courses", {{QStringLiteral("criterianame"), QStringLiteral("search")},
                                                          {QStringLiteral("criteriavalue"), QString::fromUtf8(words)},
                                                          {QStringLiteral("page"), QString::number(page)},
                                                          {QStringLiteral("perpage"), QString::number(size)}});
    };
    QCOMPARE(ids(search("alg lin /")[QLatin1String("courses")]), QList<qint64>{2});
    QCOMPARE(search("G", 0, 2)[QLatin1String("total")].toInt(), 4); // words, and shortnames count
    QCOMPARE(search("G", 1, 3)[QLatin1String("courses")].toArray().size(), 1);
    campus.drop({QStringLiteral("moodle/course:view")});
    QCOMPARE(ids(search("alg lin /")[QLatin1String("courses")]), QList<qint64>{2});
}

void SandboxMoodleProtocol::olderMoodle()
{
    Campus campus;
    campus.site().version = QStringLiteral("4.1");
    const QJsonObject unknown = campus.call("core_course_get_contents", ofCourse(4711)).object();
    QCOMPARE(unknown[QLatin1String("errorcode")].toString(), QStringLiteral("invalidrecord"));
    QCOMPARE(campus.call("core_course_get_contents", named("courseid", QStringLiteral("x")))[QLatin1String("exception")]
                 .toString(),
             QStringLiteral("invalid_parameter_exception"));
    QCOMPARE(campus.call("core_webservice_get_site_info")[QLatin1String("release")].toString(),
             QStringLiteral("4.1 (Build: 20221128)"));
    QCOMPARE(campus.errorOf("core_reportbuilder_retrieve_report", named("reportid", QStringLiteral("7"))),
             QStringLiteral("invalidrecord"));
    const QJsonValue data = campus.call("core_reportbuilder_retrieve_report",
                                        named("reportid", QStringLiteral("6")))[QLatin1String("data")];
    QVERIFY(!data[QLatin1String("headers")].toArray().contains(QStringLiteral("role")));
}

// R239: with and without the companion.
void SandboxMoodleProtocol::functionsServed()
{
    Campus campus;
    const auto served = [&] {
        QStringList names;
        for (const QJsonValue &f : campus.call("core_webservice_get_site_info")[QLatin1String("functions")].toArray())
            names.append(f[QLatin1String("name")].toString());
        return names;
    };
    QVERIFY(served().contains(QStringLiteral("local_liaison_get_links")));
    QVERIFY(served().contains(QStringLiteral("core_enrol_get_enrolled_users")));
    campus.site().companion = false;
    campus.changed();
    QVERIFY(served().filter(QStringLiteral("local_")).isEmpty());
    QCOMPARE(campus.errorOf("local_liaison_get_links"), QStringLiteral("invalidrecord"));
    campus.site().functions =
        QStringList{QStringLiteral("core_webservice_get_site_info"), QStringLiteral("core_course_get_contents")};
    campus.changed();
    QCOMPARE(served(), *campus.site().functions);
    QCOMPARE(campus.errorOf("core_course_get_courses"), QStringLiteral("accessexception"));
    QCOMPARE(campus.errorOf("core_course_no_such_thing"), QStringLiteral("invalidrecord"));
}

void SandboxMoodleProtocol::parameters_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<Form>("form");
    const auto row = [](const char *what, const char *function, const Form &form) {
        QTest::newRow(what) << QString::fromLatin1(function) << form;
    };
    row("missing", enrolled, {});
    row("mistyped", enrolled, named("courseid", QStringLiteral("3x")));
    row("empty number", enrolled, named("courseid", QString()));
    row("leading zero", enrolled, named("courseid", QStringLiteral("03")));
    row("unexpected", enrolled, ofCourse(3) + named("foo", QStringLiteral("1")));
    row("list for a value", enrolled, named("courseid[0]", QStringLiteral("3")));
    row("value for a list", "core_group_get_group_members", named("groupids", QStringLiteral("4")));
    row("half a structure", enrolled, ofCourse(3) + named("options[0][name]", QStringLiteral("onlyactive")));
    row("sort key", enrolled, ofCourse(3, {{QStringLiteral("sortby"), QStringLiteral("email")}}));
    row("sort direction", enrolled, ofCourse(3, {{QStringLiteral("sortdirection"), QStringLiteral("up")}}));
    row("contents option", "core_course_get_contents", ofCourse(3, {{QStringLiteral("nothing"), QStringLiteral("1")}}));
    row("field", "core_course_get_courses_by_field",
        {{QStringLiteral("field"), QStringLiteral("fullname")}, {QStringLiteral("value"), QStringLiteral("x")}});
    row("id of a person", "core_user_get_users_by_field",
        {{QStringLiteral("field"), QStringLiteral("id")}, {QStringLiteral("values[0]"), QStringLiteral("x")}});
    row("flag", "core_enrol_get_users_courses",
        {{QStringLiteral("userid"), QStringLiteral("3")}, {QStringLiteral("returnusercount"), QStringLiteral("yes")}});
}

void SandboxMoodleProtocol::parameters()
{
    QFETCH(QString, function);
    QFETCH(Form, form);
    Campus campus;
    const QJsonObject answer = campus.call(function.toLatin1(), form).object();
    QCOMPARE(answer[QLatin1String("errorcode")].toString(), QStringLiteral("invalidparameter"));
    QCOMPARE(answer[QLatin1String("message")].toString(), QStringLiteral("Invalid parameter value detected"));
}

// PHP drops what is beyond its limit of fields: the answer is short and nothing says so.
void SandboxMoodleProtocol::inputLimit()
{
    Campus campus;
    Form form{{QStringLiteral("field"), QStringLiteral("id")}};
    for (int i = 0; i < 1200; ++i)
        form.append({QStringLiteral("values[%1]").arg(i), QString::number(i < 1100 ? 100'000 + i : 3)});
    QCOMPARE(campus.call("core_user_get_users_by_field", form).array().size(), 0);
    form[1].second = QStringLiteral("3");
    QCOMPARE(campus.call("core_user_get_users_by_field", form).array().size(), 1);
}

// R251: user name and password travel in a form; every refusal has the shape of token.php.
void SandboxMoodleProtocol::tokens()
{
    Campus campus;
    const auto sign = [&](const char *user, const char *password, const char *service) {
        const Reply reply = campus.server().handle(campus.request(
            QStringLiteral("/login/token.php"), {{QStringLiteral("username"), QString::fromLatin1(user)},
                                                 {QStringLiteral("password"), QString::fromLatin1(password)},
                                                 {QStringLiteral("service"), QString::fromLatin1(service)}}));
        return QJsonDocument::fromJson(reply.body).object();
    };
    const auto code = [](const QJsonObject &o) { return o[QLatin1String("errorcode")].toString(); };
    QCOMPARE(sign("svc.liaison", "sandbox", "liaison")[QLatin1String("token")].toString(), QString::fromLatin1(token));
    QCOMPARE(sign("svc.liaison", "sandbox", "liaison").keys(),
             recording(QStringLiteral("login_token_ok"))[QLatin1String("response")].toObject().keys());
    QCOMPARE(code(sign("svc.liaison", "wrong", "liaison")), QStringLiteral("invalidlogin"));
    QCOMPARE(code(sign("michael.nunez17", "sandbox", "liaison")), QStringLiteral("invalidlogin")); // suspended
    QCOMPARE(code(sign("svc.liaison", "sandbox", "nope")), QStringLiteral("servicenotavailable"));
    QCOMPARE(code(sign("lea.lefevre1", "sandbox", "liaison")), QStringLiteral("usernotallowed"));

    campus.server().setRevoked(true);
    QCOMPARE(campus.errorOf("core_webservice_get_site_info"), QStringLiteral("invalidtoken"));
    campus.server().setRevoked(false);
    QCOMPARE(campus.errorOf("core_webservice_get_site_info"), QString());
    Request wrong = campus.serviceRequest("core_webservice_get_site_info", {});
    wrong.body.replace(token, "x");
    QVERIFY(campus.server().handle(wrong).body.contains("invalidtoken"));
}

void SandboxMoodleProtocol::roleIds()
{
    Campus campus;
    const auto rolesOf = [&] {
        QMap<QString, int> found;
        for (const QJsonValue &r : campus.call("local_liaison_get_info")[QLatin1String("roles")].toArray())
            found[r[QLatin1String("shortname")].toString()] = r[QLatin1String("id")].toInt();
        return found;
    };
    campus.site().courses[0].enrolments[0].roles = QStringList{QStringLiteral("zz"), QStringLiteral("aa")};
    campus.changed();
    QCOMPARE(rolesOf()[QStringLiteral("aa")], 11);
    QCOMPARE(rolesOf()[QStringLiteral("zz")], 12);
    QCOMPARE(rolesOf()[QStringLiteral("student")], 5);
    campus.site().roles.clear();
    campus.changed();
    QCOMPARE(rolesOf()[QStringLiteral("manager")], 1);
    QCOMPARE(rolesOf()[QStringLiteral("frontpage")], 8);
    QCOMPARE(rolesOf()[QStringLiteral("aa")], 9);
    QCOMPARE(rolesOf()[QStringLiteral("ensnonvisible")], 10);
}

void SandboxMoodleProtocol::emptyAnswers_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QByteArray>("empty");
    QTest::newRow(enrolled) << ofCourse(3) << QByteArray("[]");
    QTest::newRow("core_course_get_contents") << ofCourse(3) << QByteArray("[]");
    QTest::newRow("core_course_get_categories") << Form() << QByteArray("[]");
    QTest::newRow("core_course_get_courses_by_field") << Form() << QByteArray(R"({"courses":[],"warnings":[]})");
    QTest::newRow("core_reportbuilder_list_reports") << Form() << QByteArray(R"({"reports":[],"warnings":[]})");
    QTest::newRow("local_liaison_get_links") << Form() << QByteArray(R"({"links":[],"next":null})");
    QTest::newRow("local_liaison_get_people") << Form() << QByteArray(R"({"people":[],"next":null})");
    QTest::newRow("local_liaison_get_recyclebin") << Form() << QByteArray(R"({"rows":[],"next":null})");
    QTest::newRow("local_liaison_get_memberships")
        << Form() << QByteArray(R"({"rows":[],"courses":[],"nextcourse":null,"nextuser":null,"total":0})");
}

void SandboxMoodleProtocol::emptyAnswers()
{
    QFETCH(Form, form);
    QFETCH(QByteArray, empty);
    Campus campus;
    campus.site().recycleBin.resize(1);
    const Request request = campus.serviceRequest(QTest::currentDataTag(), form);
    QVERIFY(campus.server().handle(request).body != empty);
    QCOMPARE(campus.server().emptyOf(request).body, empty);
}

void SandboxMoodleProtocol::factsOfRequests()
{
    Campus campus;
    const auto facts = [&](const char *function, const Form &form) {
        return campus.server().facts(campus.serviceRequest(function, form));
    };
    const RequestFacts one = facts(enrolled, ofCourse(3));
    QCOMPARE(one.site, QStringLiteral("main"));
    QCOMPARE(one.function, QString::fromLatin1(enrolled));
    QVERIFY(!one.write);
    QCOMPARE(one.courses, std::vector<qint64>{3});
    const Form several{{QStringLiteral("coursecapabilities[0][courseid]"), QStringLiteral("3")},
                       {QStringLiteral("coursecapabilities[1][courseid]"), QStringLiteral("4")}};
    QCOMPARE(facts("core_enrol_get_enrolled_users_with_capability", several).courses, (std::vector<qint64>{3, 4}));
    QCOMPARE(facts("core_group_get_group_members", named("groupids[0]", QStringLiteral("4"))).courses,
             std::vector<qint64>{3});
    QCOMPARE(facts("local_liaison_get_memberships", {}).courses, std::vector<qint64>{});
    QCOMPARE(facts("local_liaison_get_memberships", named("courseids[0]", QStringLiteral("5"))).courses,
             std::vector<qint64>{5});
    const RequestFacts room = facts("local_liaison_set_room", {{QStringLiteral("cmid"), QStringLiteral("36")},
                                                               {QStringLiteral("expected"), QStringLiteral("room36")},
                                                               {QStringLiteral("room"), QStringLiteral("new")}});
    QVERIFY(room.write);
    QCOMPARE(room.courses, std::vector<qint64>{3});
    QCOMPARE(room.rooms, (QStringList{QStringLiteral("room36"), QStringLiteral("new")}));
    QVERIFY(facts("local_liaison_retry_restore", named("id", QStringLiteral("1"))).write);
    const RequestFacts page = campus.server().facts(campus.request(QStringLiteral("/login/token.php"), {}));
    QCOMPARE(page.function, QStringLiteral("token.php"));
    QVERIFY(!page.write);
}

void SandboxMoodleProtocol::worldReplaced()
{
    Campus campus;
    QCOMPARE(campus.call(enrolled, ofCourse(2)).array().size(), 3);
    World other = recordedWorld();
    other.moodle[0].courses[0].enrolments.resize(1);
    campus.world() = other;
    campus.changed();
    QCOMPARE(campus.call(enrolled, ofCourse(2)).array().size(), 1);
    campus.world().moodle.clear();
    campus.changed();
    QCOMPARE(campus.server().handle(campus.serviceRequest(enrolled, ofCourse(2))).status, 404);
}

QTEST_GUILESS_MAIN(SandboxMoodleProtocol)
#include "tst_sandboxmoodleprotocol.moc"

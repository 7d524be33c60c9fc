#include "ui/text/rolelabel.h"

#include <QtTest>

using namespace liaison::text;

/// R58, R60: a role in the words of the screen, which Moodle's services do not give for the roles that every site has.
class TestTextRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<QString>("shortName");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("french");
        QTest::newRow("course creator") << "coursecreator"
                                        << ""
                                        << "Course creator"
                                        << "Créateur de cours";
        QTest::newRow("teacher") << "editingteacher"
                                 << ""
                                 << "Teacher"
                                 << "Enseignant";
        QTest::newRow("other teacher") << "teacher"
                                       << ""
                                       << "Non-editing teacher"
                                       << "Enseignant non éditeur";
        QTest::newRow("student") << "student"
                                 << ""
                                 << "Student"
                                 << "Étudiant";
        QTest::newRow("renamed by the site") << "student"
                                             << "Apprenant"
                                             << "Apprenant"
                                             << "Apprenant";
        QTest::newRow("of the site") << "auditeur"
                                     << "Auditeur libre"
                                     << "Auditeur libre"
                                     << "Auditeur libre";
        QTest::newRow("without a name") << "tuteur"
                                        << ""
                                        << "tuteur"
                                        << "tuteur";
        QTest::newRow("only the number") << ""
                                         << ""
                                         << ""
                                         << "";
    }
    void labels()
    {
        QFETCH(QString, shortName);
        QFETCH(QString, name);
        QTEST(roleLabel(shortName, name, Language::English), "english");
        QTEST(roleLabel(shortName, name, Language::French), "french");
    }
};

QTEST_APPLESS_MAIN(TestTextRoles)
#include "test_text_roles.moc"

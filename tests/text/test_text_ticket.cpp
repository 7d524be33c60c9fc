#include "ui/text/ticket.h"

#include <QtTest>

using namespace liaison;
using text::Language;
using text::TicketFacts;

namespace {

TicketFacts algebra()
{
    TicketFacts facts;
    facts.site = QStringLiteral("main");
    facts.course = 42;
    facts.shortname = QStringLiteral("ALG LIN");
    facts.fullname = QStringLiteral("Algèbre linéaire");
    facts.activity = QStringLiteral("Salon du cours");
    facts.cmid = 1207;
    facts.room = QStringLiteral("r7Kx");
    facts.roomName = QStringLiteral("a1b2_ALG_LIN_1207");
    facts.moodleUrl = QUrl(QStringLiteral("https://moodle.exemple.fr/course/view.php?id=42&sesskey=SECRET#x"));
    facts.chatUrl = QUrl(QStringLiteral("https://user:SECRET@chat.exemple.fr/group/a1b2_ALG_LIN_1207"));
    facts.readAt = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    facts.state = LinkState::Drift;
    facts.source = LinkSource::Companion;
    facts.expected = 31;
    facts.members = 30;
    facts.add = 1;
    facts.guests = 2;
    return facts;
}

} // namespace

class TestTextTicket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R6, R102: the whole text, as it is pasted.
    void frenchPerson()
    {
        TicketFacts facts = algebra();
        text::TicketPerson person;
        person.name = QStringLiteral("Zoé\nD’Almeida");
        person.username = QStringLiteral("zdalmeida");
        person.expected = MemberRole::Member;
        person.change = ChangeKind::Add;
        person.cause = Cause::Left;
        person.certainty = Certainty::Certain;
        facts.person = person;
        facts.helpdesk = QStringLiteral("https://assistance.exemple.fr");
        const QString expected = QStringLiteral(
            "Cours\u00a0: ALG LIN – Algèbre linéaire (n°\u00a042)\n"
            "Page Moodle\u00a0: https://moodle.exemple.fr/course/view.php?id=42\n"
            "Activité\u00a0: Salon du cours (cmid 1207)\n"
            "Salon\u00a0: a1b2_ALG_LIN_1207 (r7Kx)\n"
            "Page du salon\u00a0: https://chat.exemple.fr/group/a1b2_ALG_LIN_1207\n"
            "Provenance du lien\u00a0: Moodle (compagnon)\n"
            "Relevé du\u00a0: 20\u00a0nov.\u00a02026 à 08:00\n"
            "\n"
            "État\u00a0: Écarts. Le salon diffère de ce que prévoit le cours.\n"
            "Membres\u00a0: 31 attendus, 30 dans le salon\n"
            "Écarts\u00a0: 1 personne à ajouter, 2 invités\n"
            "\n"
            "Personne\u00a0: Zoé D’Almeida (zdalmeida)\n"
            "Place prévue dans le salon\u00a0: membre\n"
            "Place constatée dans le salon\u00a0: aucune\n"
            "Écart\u00a0: La personne est inscrite au cours mais absente du salon\u00a0: elle y sera ajoutée.\n"
            "Cause\u00a0: La personne a quitté le salon d’elle-même (certain).\n"
            "\n"
            "Que faire\u00a0?\n"
            "- Interrogez la personne, ou l’enseignant, avant de la remettre.\n"
            "\n"
            "Assistance\u00a0: https://assistance.exemple.fr\n");
        QCOMPARE(text::ticketText(Language::French, facts, QTimeZone::utc()), expected);
    }

    void englishUnknown()
    {
        TicketFacts facts = algebra();
        facts.site = QStringLiteral("annexe");
        facts.state = LinkState::Unknown;
        facts.unknown = UnknownReason::MoodleDown;
        facts.expected.reset();
        facts.room.clear();
        facts.roomName.clear();
        facts.add = 0;
        facts.guests = 0;
        const QString text = text::ticketText(Language::English, facts, QTimeZone::utc());
        QVERIFY(text.contains(QStringLiteral("Course: ALG LIN – Algèbre linéaire (no. 42, site annexe)\n")));
        QVERIFY(text.contains(QStringLiteral("Room: none known\n")));
        QVERIFY(text.contains(QStringLiteral("Reason: Moodle does not answer at the moment")));
        QVERIFY(text.contains(QStringLiteral("What to do:\n- Try again later.")));
        QVERIFY2(!text.contains(QStringLiteral("Members:")), "a number that is not known is not written as 0");
        QVERIFY(!text.contains(QStringLiteral("Differences:")));
        QVERIFY(!text.contains(QChar(QChar::Nbsp) + QStringLiteral(":")));
    }

    // Design rule 10: whatever is in an address, a ticket shows where the page is and nothing else.
    void noSecrets()
    {
        TicketFacts facts = algebra();
        QVERIFY(!text::ticketText(Language::English, facts).contains(QStringLiteral("SECRET")));
        facts.moodleUrl = QUrl(QStringLiteral("https://moodle.exemple.fr/x?id=SECRET&token=SECRET"));
        facts.chatUrl = QUrl(QStringLiteral("javascript:alert('SECRET')"));
        const QString text = text::ticketText(Language::English, facts);
        QVERIFY(!text.contains(QStringLiteral("SECRET")));
        QVERIFY(!text.contains(QStringLiteral("Room page")));
    }

    // Every cause in both languages gives a ticket with its cause, its certainty and a remedy.
    void everyCause()
    {
        for (const auto &[cause, code] : Codes<Cause>::all) {
            for (const Language language : {Language::English, Language::French}) {
                TicketFacts facts = algebra();
                text::TicketPerson person;
                person.username = QStringLiteral("zoe");
                person.cause = cause;
                person.certainty = cause == Cause::NotKnown ? Certainty::None : Certainty::Likely;
                facts.person = person;
                const QString text = text::ticketText(language, facts);
                QVERIFY2(text.contains(text::causeSentence(cause, person.certainty, language)), code);
                const QString remedy = cause == Cause::NotKnown ? text::of(facts.state, language).remedy
                                                                : text::of(cause, language).remedy;
                QVERIFY2(text.contains(QStringLiteral("- ") + remedy), code);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTextTicket)
#include "test_text_ticket.moc"

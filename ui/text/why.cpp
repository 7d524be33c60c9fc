#include "core/model/whycodes.h"
#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry stepTable[] = {
    {"moodle-account",
     {},
     {u"Moodle account", u"Whether the person has an account in Moodle.", u""},
     {u"Compte Moodle", u"Présence d’un compte dans Moodle.", u""}},
    {"enrolment",
     {},
     {u"Enrolment", u"Whether the person is enrolled in the course.", u""},
     {u"Inscription", u"Inscription de la personne au cours.", u""}},
    {"role",
     {},
     {u"Role", u"Whether one of the person’s roles gives a place in the room.", u""},
     {u"Rôle", u"Place que ses rôles donnent dans le salon.", u""}},
    {"chat-account",
     {},
     {u"Chat account", u"Which chat account is the person’s.", u""},
     {u"Compte de chat", u"Compte de chat qui est celui de la personne.", u""}},
    {"access",
     {},
     {u"Access", u"Whether Liaison sees into the room.", u""},
     {u"Accès", u"Ce que Liaison voit du salon.", u""}},
    {"membership",
     {},
     {u"Membership", u"Whether the person is in the room.", u""},
     {u"Présence", u"Présence de la personne dans le salon.", u""}},
    {"room", {}, {u"Room", u"In which state the room is.", u""}, {u"Salon", u"État dans lequel est le salon.", u""}},
    {"policy",
     {},
     {u"Rule", u"What the profile’s rules make of this.", u""},
     {u"Règle", u"Ce qu’en disent les règles du profil.", u""}},
};
static_assert(covers<WhyStep>(stepTable));

constexpr Entry sourceTable[] = {
    {"moodle", {}, {u"Moodle", u"This was read in Moodle.", u""}, {u"Moodle", u"Ceci a été lu dans Moodle.", u""}},
    {"chat", {}, {u"Chat", u"Read on the chat server.", u""}, {u"Chat", u"Ceci a été lu sur le serveur de chat.", u""}},
    {"timeline",
     {},
     {u"Timeline", u"Read in the room’s system messages.", u""},
     {u"Chronologie", u"Lu dans les messages système du salon.", u""}},
    {"store",
     {},
     {u"Earlier observation", u"Remembered from an earlier observation.", u""},
     {u"Observation antérieure", u"Retenu d’une observation antérieure.", u""}},
    {"profile", {}, {u"Profile", u"Follows from the profile.", u""}, {u"Profil", u"Ceci découle du profil.", u""}},
};
static_assert(covers<WhySource>(sourceTable));

} // namespace

Entries whySteps()
{
    return stepTable;
}

Entries whySources()
{
    return sourceTable;
}

} // namespace liaison::text

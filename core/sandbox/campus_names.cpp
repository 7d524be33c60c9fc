#include "core/sandbox/campus_names.h"

#include <array>

namespace liaison::sandbox::names {
namespace {

constexpr std::array firstNames{
    "Zoé",           "Noël",      "Chloé",       "Léa",         "Inès",      "Maëlle",    "Anaïs",     "Éloïse",
    "Héloïse",       "Océane",    "Romane",      "Camille",     "Manon",     "Jade",      "Louise",    "Alice",
    "Lina",          "Mila",      "Rose",        "Anna",        "Julia",     "Élise",     "Margaux",   "Clémence",
    "Agathe",        "Salomé",    "Capucine",    "Apolline",    "Mathilde",  "Justine",   "Pauline",   "Aurélie",
    "Élodie",        "Céline",    "Amélie",      "Bérénice",    "Françoise", "Geneviève", "Thérèse",   "Hélène",
    "Solène",        "Gaëlle",    "Joëlle",      "Fatoumata",   "Aïcha",     "Aminata",   "Yasmine",   "Leïla",
    "Nadège",        "Raphaël",   "Gaël",        "Maël",        "Loïc",      "Léo",       "Théo",      "Timéo",
    "Hugo",          "Louis",     "Gabriel",     "Arthur",      "Jules",     "Adam",      "Lucas",     "Ethan",
    "Nathan",        "Noé",       "Sacha",       "Tom",         "Mathis",    "Clément",   "Rémi",      "Jérôme",
    "François",      "Benoît",    "Grégoire",    "Cédric",      "Stéphane",  "Frédéric",  "Sébastien", "Étienne",
    "Mickaël",       "Yannick",   "Youssef",     "Mehdi",       "Karim",     "Moussa",    "Ibrahima",  "Jean-Luc",
    "Jean-Baptiste", "Marie-Ève", "Anne-Sophie", "Pierre-Yves", "Siobhán",   "Aoife",     "Niamh",     "Emily",
    "Charlotte",     "Olivia",    "Amelia",      "Grace",       "Oliver",    "George",    "Harry",     "William",
    "Jack",          "Liam",      "Declan",      "Callum",      "Łukasz",    "Zofia",     "Agnieszka", "Jiří",
    "Søren",         "Björn",     "José",        "Iñigo",       "Chiara",    "Giulia",    "João",      "Minh",
    "Linh",          "Wei"};

constexpr std::array lastNames{
    "Martin",   "Bernard",    "Thomas",     "Petit",     "Robert",    "Richard",     "Durand",        "Dubois",
    "Moreau",   "Laurent",    "Simon",      "Michel",    "Lefèvre",   "Leroy",       "Roux",          "David",
    "Bertrand", "Morel",      "Fournier",   "Girard",    "Bonnet",    "Dupont",      "Lambert",       "Fontaine",
    "Rousseau", "Vincent",    "Müller",     "Lefebvre",  "Faure",     "André",       "Mercier",       "Blanc",
    "Guérin",   "Boyer",      "Garnier",    "Chevalier", "François",  "Legrand",     "Gauthier",      "Garcia",
    "Perrin",   "Robin",      "Clément",    "Morin",     "Nicolas",   "Henry",       "Roussel",       "Mathieu",
    "Gautier",  "Masson",     "Marchand",   "Duval",     "Denis",     "Dumont",      "Marie",         "Lemaire",
    "Noël",     "Meyer",      "Dufour",     "Meunier",   "Brun",      "Blanchard",   "Giraud",        "Joly",
    "Rivière",  "Lucas",      "Brunet",     "Gaillard",  "Barbier",   "Arnaud",      "Martínez",      "Gérard",
    "Renaud",   "Benoît",     "Aubert",     "Lemoine",   "Château",   "Hébert",      "Léger",         "Prévost",
    "Béranger", "Schneider",  "Weber",      "Klein",     "Hoffmann",  "Schmitt",     "Nguyen",        "Tran",
    "Diallo",   "Traoré",     "Koné",       "N'Diaye",   "N'Guessan", "Benali",      "El Amrani",     "Haddad",
    "O'Brien",  "O'Connor",   "O'Neill",    "D'Angelo",  "D'Almeida", "D'Souza",     "de La Tour",    "Le Goff",
    "Le Bihan", "Kerdoncuff", "L'Hermitte", "L'Hôte",    "McCarthy",  "MacLeod",     "Smith",         "Taylor",
    "Williams", "Evans",      "Wright",     "Hughes",    "Thompson",  "Łukaszewski", "Kowalski",      "Nováková",
    "Sørensen", "Åström",     "Núñez",      "Fernández", "Rossi",     "Da Silva",    "Saint-Exupéry", "Beaumont-Réaux",
    "Œuvrard",  "Bœuf"};

constexpr std::array sciences{"Algèbre linéaire",
                              "Analyse réelle",
                              "Probabilités et statistique",
                              "Mécanique du point",
                              "Électromagnétisme",
                              "Chimie organique",
                              "Thermodynamique",
                              "Génétique",
                              "Écologie générale",
                              "Algorithmique",
                              "Bases de données",
                              "Systèmes d’exploitation",
                              "Réseaux",
                              "Machine Learning",
                              "Géologie structurale"};
constexpr std::array arts{"Littérature française du XIXᵉ siècle",
                          "Linguistique générale",
                          "Latin débutant",
                          "Histoire médiévale",
                          "Philosophie de l'art",
                          "Shakespeare's Comedies",
                          "British Civilisation",
                          "Traduction anglais-français",
                          "Español intermedio",
                          "Deutsche Grammatik",
                          "Archéologie grecque",
                          "Cinéma & société"};
constexpr std::array law{"Droit constitutionnel",       "Droit des obligations",
                         "Histoire du droit",           "Droit pénal général",
                         "Droit de l'Union européenne", "Common Law",
                         "Finances publiques",          "Procédure civile"};
constexpr std::array medicine{"Anatomie générale", "Physiologie cardiaque", "Biochimie métabolique",
                              "Sémiologie",        "Santé publique",        "Pharmacologie",
                              "Éthique et soins",  "Médecine d'urgence"};
constexpr std::array economics{"Microéconomie", "Macroéconomie",     "Comptabilité générale", "Marketing & société",
                               "Économétrie",   "Gestion de projet", "Business English",      "Théorie des jeux"};
constexpr std::array technology{"Développement web", "Électronique numérique", "Automatique",
                                "Réseaux locaux",    "Gestion de production",  "Communication professionnelle",
                                "Projet tutoré"};

const std::array facultyList{Faculty{"SCI", "Sciences & Technologies", sciences},
                             Faculty{"LET", "Lettres, Langues et Arts", arts},
                             Faculty{"DRT", "Droit et Science politique", law},
                             Faculty{"MED", "Médecine et Santé", medicine},
                             Faculty{"ECO", "Économie & Gestion", economics},
                             Faculty{"IUT", "Institut universitaire de technologie", technology}};

constexpr std::array annexeList{"Aquarelle",         "Œnologie",   "Langue des signes", "Espéranto",
                                "Histoire de l'art", "Astronomie", "Généalogie",        "Écriture créative"};

} // namespace

std::span<const char *const> first()
{
    return firstNames;
}

std::span<const char *const> last()
{
    return lastNames;
}

std::span<const Faculty> faculties()
{
    return facultyList;
}

std::span<const char *const> annexeSubjects()
{
    return annexeList;
}

QString plain(const QString &name)
{
    QString out;
    const QString lower = name.toLower().normalized(QString::NormalizationForm_D);
    for (const QChar c : lower) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            out += c;
        else if (c == u'ł')
            out += u'l';
        else if (c == u'ø')
            out += u'o';
        else if (c == u'œ')
            out += u"oe"_qs;
        else if (c == u'æ')
            out += u"ae"_qs;
        else if (c == u'-')
            out += u'-';
    }
    return out;
}

} // namespace liaison::sandbox::names

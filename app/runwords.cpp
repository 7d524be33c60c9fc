#include "app/runwords.h"

namespace liaison::app {

QString say(RunSay what, text::Language language)
{
    struct Words
    {
        QStringView en, fr;
    };
    const auto words = [what]() -> Words {
        switch (what) {
        case RunSay::ResumeHint:
            return {u"To carry out the rest: liaisonctl resume %1", u"Pour effectuer le reste : liaisonctl resume %1"};
        case RunSay::UndoneBack:
            return {u"Taken back by this plan: %1 of %2 steps.", u"Étapes sur lesquelles ce plan revient : %1 sur %2."};
        case RunSay::UndoLeft:
            return {u"Left as it is", u"Laissé en l’état"};
        case RunSay::Entries:
            return {u"Entries", u"Entrées"};
        case RunSay::JournalSound:
            return {u"The journal is as it was written: %1, %2.", u"Le journal est tel qu’il a été écrit : %1, %2."};
        case RunSay::OneRun:
            return {u"%1 run", u"%1 exécution"};
        case RunSay::ManyRuns:
            return {u"%1 runs", u"%1 exécutions"};
        case RunSay::OneEntry:
            return {u"%1 entry", u"%1 entrée"};
        case RunSay::ManyEntries:
            return {u"%1 entries", u"%1 entrées"};
        case RunSay::Entry:
            return {u"Entry", u"Entrée"};
        case RunSay::Fault:
            return {u"Fault", u"Anomalie"};
        case RunSay::Step:
            return {u"Step", u"Étape"};
        case RunSay::Before:
            return {u"Before", u"Avant"};
        case RunSay::After:
            return {u"After", u"Après"};
        case RunSay::Outcome:
            return {u"Outcome", u"Issue"};
        case RunSay::When:
            return {u"When", u"Quand"};
        case RunSay::NoHistory:
            return {u"No step of the journal concerns them.", u"Aucune étape du journal ne les concerne."};
        }
        return {};
    }();
    return (language == text::Language::French ? words.fr : words.en).toString();
}

} // namespace liaison::app

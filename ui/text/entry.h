#pragma once

#include "core/model/codes.h"

#include <QStringView>
#include <array>
#include <span>
#include <string_view>

/// How the tables of texts are written; private to ui/text.
namespace liaison::text {

/// What a placeholder stands for: documents it, and gives the phrase shown where the caller has no value.
enum class Arg : char {
    None,
    Right,
    Function,
    Setting,
    Place,
    Key,
    File,
    Name,
    Count,
    Limit,
    Code,
    Address,
    Port,
    Line,
    Column,
    ServerRole,
    Value,
    Date,
    Ca,
    Shown
};

struct Words
{
    QStringView name, sentence, remedy;
};

/// French is written with ordinary spaces; the no-break ones before : ; ? ! and inside « » are put in when it is read,
/// because nobody sees in an editor that one is missing.
struct Entry
{
    const char *code;
    std::array<Arg, 2> args; ///< of %1 and %2
    Words en, fr;
};

/// True where the table holds exactly the codes of the enum, in its order: a new code without words does not compile.
template <class E, std::size_t N> [[nodiscard]] constexpr bool covers(const Entry (&table)[N])
{
    if (N != Codes<E>::all.size())
        return false;
    for (std::size_t i = 0; i < N; ++i) {
        if (std::string_view(table[i].code) != Codes<E>::all[i].second)
            return false;
    }
    return true;
}

using Entries = std::span<const Entry>;

Entries kinds();
Entries classes();
Entries changeReasons();
Entries findings();
Entries unknowns();
Entries rules();
Entries causes();
Entries certainties();
Entries states();
Entries rooms();
Entries sources();
Entries strategies();
Entries unseen();
Entries roles();
Entries outcomes();
Entries runs();
Entries undos();
Entries journalFaults();
Entries verdicts();
Entries restores();
Entries whySteps();
Entries whyFacts();
Entries whySources();
Entries conclusions();
Entries checkSteps();
Entries findingsOfConnections();
Entries findingsOfChecks();
Entries findingsOfServers();
Entries rights();
Entries accessErrors();
Entries signInErrors();
Entries serverErrors();
Entries networkErrors();
Entries inputErrors();
Entries planErrors();
Entries profileErrors();
Entries snapshotErrors();
Entries details();

} // namespace liaison::text

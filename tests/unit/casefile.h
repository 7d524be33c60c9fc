#pragma once

#include "tests/support/smallworld.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

/// The cases of tests/data/engine in words: see the README there for the language.
namespace liaison::tests {

/// One line: `words of SUBJECT in PLACE: value`.
struct Statement
{
    int line = 0;
    bool expects = false;
    QString words;                 ///< without the subjects
    QMap<QString, QString> places; ///< "of", "in", "by" -> what follows
    QString value;

    [[nodiscard]] QString place(const char *preposition, const QString &otherwise) const
    {
        return places.value(QString::fromLatin1(preposition), otherwise);
    }
};

struct Case
{
    QString title;
    int line = 0;
    std::vector<Statement> statements;
};

/// Throws std::runtime_error with the line number on what it does not understand.
[[nodiscard]] std::vector<Case> readCases(const QString &text);

/// Adds the facts of the case to `SmallWorld::oneCourse()`.
[[nodiscard]] SmallWorld worldOf(const Case &c);

/// What the case expects and the engine says otherwise, a sentence a line; empty when they agree.
[[nodiscard]] QStringList disagreements(const Case &c, const Compared &result);

/// "s1..s30" is thirty names; words are separated by spaces.
[[nodiscard]] QStringList namesIn(const QString &text);
[[noreturn]] void refuse(const Statement &s, const QString &why);

} // namespace liaison::tests

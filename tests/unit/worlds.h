#pragma once

#include "tests/support/randomworld.h"

#include <QtTest>
#include <functional>

namespace liaison::tests {

/// Says in one line which change is meant; the same in a second run.
inline QString id(const Change &c)
{
    const PersonKey *p = personOf(c);
    return codeOf(kindOf(c)) + u' ' + (p ? p->username : QString()) + u' ' + c.place.room.value_or(QString()) + u' ' +
           c.place.site + u' ' + QString::number(c.place.cmid.value_or(0));
}

/// `check` gives a sentence about what is wrong with the world of this seed, or nothing. LIAISON_SEED picks one.
inline void forWorlds(int count, const std::function<QString(const SmallWorld &, const Compared &)> &check)
{
    const quint32 only = qEnvironmentVariableIntValue("LIAISON_SEED");
    const quint32 first = only != 0 ? only : 1, last = only != 0 ? only : static_cast<quint32>(count);
    for (quint32 seed = first; seed <= last; ++seed) {
        const SmallWorld world = randomWorld(seed);
        const QString problem = check(world, compare(world));
        QVERIFY2(problem.isEmpty(), qPrintable(u"seed " + QString::number(seed) + u": " + problem));
    }
}

} // namespace liaison::tests

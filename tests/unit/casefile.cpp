#include "tests/unit/casefile.h"

#include <QRegularExpression>
#include <stdexcept>

namespace liaison::tests {
namespace {

Statement statementOf(const QString &text, int line)
{
    Statement s;
    s.line = line;
    const qsizetype colon = text.indexOf(u':');
    s.value = colon < 0 ? QString() : text.mid(colon + 1).trimmed();
    QStringList words = (colon < 0 ? text : text.left(colon)).simplified().split(u' ');
    if (words.front() == u"expect") {
        s.expects = true;
        words.removeFirst();
    }
    QString preposition;
    QStringList base;
    for (const QString &word : words) {
        if ((!base.isEmpty() || s.expects) && (word == u"of" || word == u"in" || word == u"by")) {
            preposition = word;
        } else if (preposition.isEmpty()) {
            base.push_back(word);
        } else {
            QString &place = s.places[preposition];
            place = place.isEmpty() ? word : QString(place + u' ' + word);
        }
    }
    s.words = base.join(u' ');
    return s;
}

} // namespace

void refuse(const Statement &s, const QString &why)
{
    throw std::runtime_error(QStringLiteral("line %1: %2").arg(s.line).arg(why).toStdString());
}

QStringList namesIn(const QString &text)
{
    static const QRegularExpression range(QStringLiteral("^([a-z]+)([0-9]+)\\.\\.\\1([0-9]+)$"));
    QStringList names;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const auto match = range.match(word);
        if (!match.hasMatch()) {
            names.push_back(word);
            continue;
        }
        for (int i = match.captured(2).toInt(); i <= match.captured(3).toInt(); ++i)
            names.push_back(match.captured(1) + QString::number(i));
    }
    return names;
}

std::vector<Case> readCases(const QString &text)
{
    std::vector<Case> cases;
    int number = 0;
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        Statement s = statementOf(line, number);
        if (s.words == u"case") {
            cases.push_back({s.value, number, {}});
            continue;
        }
        if (cases.empty())
            refuse(s, QStringLiteral("the first line must be 'case: title'"));
        cases.back().statements.push_back(std::move(s));
    }
    return cases;
}

} // namespace liaison::tests

#include "tests/ui/courses/fakebackend.h"

#include "ui/courses/linkfacts.h"

#include <QDirIterator>
#include <QFile>
#include <QMetaObject>
#include <QRegularExpression>

namespace liaison::tests {

void FakeBackend::people(const LinkKey &link)
{
    peopleAsked.push_back(link);
    QMetaObject::invokeMethod(
        this,
        [this, link, from = view] {
            const auto position = ui::positionOf(*from, link);
            if (position)
                Q_EMIT peopleReady(link, peopleOf(*from->snapshot, from->policy, from->history, LinkIx(*position)));
        },
        Qt::QueuedConnection);
}

void FakeBackend::run(const QString &id)
{
    runsAsked << id;
    QMetaObject::invokeMethod(
        this, [this, id] { Q_EMIT runReady(id, steps); }, Qt::QueuedConnection);
}

TableTranslator::TableTranslator(bool french, QObject *parent) : QTranslator(parent), m_french(french)
{
    QDirIterator files(QStringLiteral(LIAISON_SOURCE_DIR "/ui"), {QStringLiteral("fr.tsv")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            QStringList fields = line.split(u'\t');
            if (fields.size() < 3 || line.startsWith(u'#'))
                continue;
            for (QString &field : fields)
                field.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
            for (qsizetype i = 2; i < fields.size(); ++i) {
                // As translations/fill.py does.
                fields[i].replace(QRegularExpression(QStringLiteral(" ([?!;])")), QStringLiteral("\u202f\\1"));
                fields[i].replace(QStringLiteral(" :"), QStringLiteral("\u00a0:"));
                fields[i].replace(QStringLiteral("« "), QStringLiteral("«\u00a0"));
                fields[i].replace(QStringLiteral(" »"), QStringLiteral("\u00a0»"));
                fields[i].replace(u'\'', u'’');
            }
            m_words.insert(QString(fields[1].section(QStringLiteral("::"), -1) + u'\n' + fields[0]), fields.mid(2));
        }
    }
}

QString TableTranslator::translate(const char *context, const char *source, const char *, int n) const
{
    const QString text = QString::fromUtf8(source);
    if (!m_french) {
        QString out = text;
        if (n >= 0)
            out.replace(QStringLiteral("(s)"), n == 1 ? QString() : QStringLiteral("s"));
        return out;
    }
    const QString name = QString::fromUtf8(context);
    const auto found = m_words.constFind(QString(name.section(QStringLiteral("::"), -1) + u'\n' + text));
    if (found == m_words.constEnd()) {
        if (name.startsWith(QLatin1String("liaison::ui")))
            m_missing << QString(name + u": " + text);
        return {};
    }
    return n >= 2 && found->size() > 1 ? found->at(1) : found->first();
}

} // namespace liaison::tests

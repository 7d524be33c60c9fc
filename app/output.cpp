#include "app/output.h"

#include "app/linkstext.h"
#include "app/snapshottext.h"

#include <QJsonDocument>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace liaison::app {
namespace {

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream));
#else
    return isatty(fileno(stream)) == 1;
#endif
}

void put(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

Say stageText(const QString &stage)
{
    if (stage == u"links")
        return Say::StageLinks;
    if (stage == u"enrolments")
        return Say::StageEnrolments;
    if (stage == u"members")
        return Say::StageMembers;
    if (stage == u"accounts")
        return Say::StageAccounts;
    if (stage == u"timelines")
        return Say::StageTimelines;
    if (stage == u"oldest")
        return Say::StageOldest;
    if (stage == u"activities")
        return Say::StageActivities;
    if (stage == u"apply")
        return Say::StageApply;
    return Say::StageConnect;
}

} // namespace

QString harmless(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        const bool bidi = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (c.category() == QChar::Other_Control || bidi)
            c = QChar(0xfffd);
    }
    return out;
}

void Output::line(const QString &text)
{
    endProgress();
    put(stdout, text + u'\n');
}

void Output::bytes(const QByteArray &bytes)
{
    endProgress();
    m_raw = true;
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    if (!bytes.endsWith('\n'))
        std::fputc('\n', stdout);
}

void Output::document(const QJsonObject &document)
{
    QJsonObject whole = document;
    if (m_source && !document.contains(QLatin1String("error")))
        whole.insert(QStringLiteral("snapshot"), sourceJson(*m_source));
    bytes(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

void Output::table(const QStringList &head, const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (const QString &title : head)
        widths.push_back(title.size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<size_t>(i)] =
                std::min<qsizetype>(48, std::max(widths[static_cast<size_t>(i)], row[i].size()));
    }
    const auto print = [&](const QStringList &cells) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            QString cell = harmless(cells[i]);
            const qsizetype width = widths[static_cast<size_t>(i)];
            if (i + 1 < cells.size()) {
                if (cell.size() > width)
                    cell = cell.left(width - 1) + QChar(0x2026);
                cell = cell.leftJustified(width) + QLatin1String("  ");
            }
            text += cell;
        }
        while (text.endsWith(u' '))
            text.chop(1);
        line(text);
    };
    print(head);
    for (const QStringList &row : rows)
        print(row);
}

void Output::setSource(const Published &published)
{
    m_source = &published;
}

void Output::endSource()
{
    if (m_source && !m_raw && !m_failed) { // a document and a table for a spreadsheet stay whole
        const QStringList lines = sourceText(*m_source, m_language);
        line();
        for (const QString &text : lines)
            line(harmless(text));
    }
    m_source = nullptr;
}

int Output::error(const Error &error)
{
    endProgress();
    m_failed = true;
    text::Text t = text::error(error, m_language);
    if (error.where.startsWith(u"http") &&
        !t.sentence.contains(error.where)) // several servers, one sentence: say whose
        t.sentence = error.where +
                     (m_language == text::Language::French ? QStringLiteral("\u00a0: ") : QStringLiteral(": ")) +
                     t.sentence;
    if (m_json) {
        document({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), text::errorCode(error)},
                                                        {QStringLiteral("text"), t.sentence},
                                                        {QStringLiteral("remedy"), t.remedy}}}});
    }
    put(stderr, harmless(say(Say::Errors, m_language) + t.sentence) + u'\n');
    if (error.code == u"several-courses" || error.code == u"several-people") {
        const QStringList candidates = error.detail.split(u'\n');
        for (const QString &candidate : candidates)
            put(stderr, QLatin1String("  ") + harmless(candidate) + u'\n');
    }
    if (!t.remedy.isEmpty())
        put(stderr, harmless(say(Say::Remedy, m_language) + t.remedy) + u'\n');
    return 1;
}

ProgressSink Output::progress()
{
    const bool shown = isTerminal(stderr);
    return [this, shown](const Progress &p) {
        if (p.stage == u"waiting")
            return wait(p.seconds, shown);
        if (p.seconds >= 0) { // a script is told too: on the error stream, its document stays as it is
            endProgress();
            put(stderr, longReadingText(m_language, p.total, p.seconds) + u'\n');
            return;
        }
        if (!shown)
            return;
        const std::lock_guard lock(m_mutex);
        if (m_waiting)
            return; // rooms that need not wait go on; the time left is worth more than their number
        const int percent = p.total > 0 ? p.done * 100 / p.total : 0;
        if (p.stage == m_lastStage && percent == m_lastPercent)
            return;
        m_lastStage = p.stage;
        m_lastPercent = percent;
        m_progressShown = true;
        put(stderr,
            QStringLiteral("\r\x1b[K%1 %2/%3").arg(say(stageText(p.stage), m_language)).arg(p.done).arg(p.total));
    };
}

/// On a terminal the seconds run; a script is told once a wait, on the error stream.
void Output::wait(int seconds, bool terminal)
{
    const std::lock_guard lock(m_mutex);
    const bool begins = seconds > 0 && !m_waiting;
    m_waiting = seconds > 0;
    const QString text = say(Say::StageWaiting, m_language).arg(seconds);
    if (terminal && m_waiting) {
        m_progressShown = true;
        put(stderr, QStringLiteral("\r\x1b[K") + text);
    } else if (terminal) {
        m_lastStage.clear(); // the next progress is shown whatever it says
    } else if (begins) {
        put(stderr, text + u'\n');
    }
}

void Output::prompt(const QString &text)
{
    endProgress();
    put(stderr, text);
}

bool Output::interactive()
{
    return isTerminal(stdin);
}

void Output::endProgress()
{
    const std::lock_guard lock(m_mutex);
    if (!m_progressShown)
        return;
    m_progressShown = false;
    put(stderr, QStringLiteral("\r\x1b[K"));
}

} // namespace liaison::app

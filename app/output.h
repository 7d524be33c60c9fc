#pragma once

#include "app/clitext.h"
#include "core/base/result.h"
#include "core/run/survey.h"

#include <QJsonObject>
#include <QStringList>
#include <atomic>
#include <mutex>
#include <vector>

namespace liaison::app {

struct Published;

/// Standard output and error of the command line: tables for people, one JSON document a command for programs, progress
/// on a terminal only.
class Output
{
public:
    Output(text::Language language, bool json) : m_language(language), m_json(json) {}

    [[nodiscard]] text::Language language() const { return m_language; }
    [[nodiscard]] bool json() const { return m_json; }

    void line(const QString &text = {});
    void document(const QJsonObject &document);
    void bytes(const QByteArray &bytes);
    /// A table without borders; columns as wide as their widest cell, the last one free. Bytes from servers are shown
    /// as plain text: control characters become visible marks.
    void table(const QStringList &head, const std::vector<QStringList> &rows);
    /// One sentence and its remedy, or the error document; gives the exit code 1.
    int error(const Error &error);
    /// What is told next comes from this file: documents say so in "snapshot".
    void setSource(const Published &published);
    /// For people: a last line with the age of what was told, and a warning where it is old.
    void endSource();
    [[nodiscard]] ProgressSink progress();
    void endProgress();
    /// A question, without a line break.
    void prompt(const QString &text);
    /// Somebody sits at the keyboard.
    [[nodiscard]] static bool interactive();

private:
    void wait(int seconds, bool terminal);

    text::Language m_language;
    bool m_json;
    std::mutex m_mutex;
    QString m_lastStage;
    int m_lastPercent = -1;
    bool m_progressShown = false;
    bool m_waiting = false;
    const Published *m_source = nullptr;
    bool m_failed = false;
    bool m_raw = false; ///< bytes for another program were written
};

/// Control characters of server text never reach a terminal.
[[nodiscard]] QString harmless(const QString &text);

} // namespace liaison::app

#pragma once

#include "ui/base/bits.h"
#include "ui/pages/serverchecks.h"

namespace liaison::ui {

class Button;

/// One check: mark, what was looked at, what was found, and under it the remedy. What needs somebody is tinted and can
/// be copied for whom it has to be asked of.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    CheckRow(const text::CheckLine &line, text::Language language, QWidget *parent);

Q_SIGNALS:
    void copyRequested(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CheckResult m_result;
};

/// Everything about one server, problems first.
class ServerCard : public QFrame
{
    Q_OBJECT

public:
    ServerCard(const ServerDiagnosis &server, const QString &name, text::Language language, QWidget *parent);

    /// For a ticket: one line a check, no address with a secret in it.
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    /// One problem with its remedy, headed by the server.
    void copyRequested(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addChain(const ServerDiagnosis &server, text::Language language, QVBoxLayout &all);

    QString m_name, m_host;
    std::vector<text::CheckLine> m_lines;
};

} // namespace liaison::ui

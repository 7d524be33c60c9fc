#pragma once

#include "ui/base/bits.h"
#include "ui/pages/serverchecks.h"

namespace liaison::ui {

/// One check: mark, what was looked at, what was found, and under it the remedy. What needs somebody is tinted.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    CheckRow(const ServerCheck &check, text::Language language, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ServerCheck::Result m_result;
};

/// Everything about one server.
class ServerCard : public QFrame
{
    Q_OBJECT

public:
    ServerCard(const ServerReport &report, const CampusView &view, text::Language language, QWidget *parent);

    [[nodiscard]] const std::vector<ServerCheck> &checks() const { return m_checks; }
    /// For a ticket: one line a check, no address with a secret in it.
    [[nodiscard]] QString asText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name, m_host;
    std::vector<ServerCheck> m_checks;
};

} // namespace liaison::ui

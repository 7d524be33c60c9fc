#include "ui/pages/servercard.h"

#include "ui/base/style.h"
#include "ui/pages/words.h"

#include <QPainter>

namespace liaison::ui {
namespace {

using Result = ServerCheck::Result;

Result worst(const std::vector<ServerCheck> &checks)
{
    for (Result result : {Result::Blocking, Result::Watch, Result::NotKnown}) {
        if (countOf(checks, result) > 0)
            return result;
    }
    return Result::Fine;
}

} // namespace

CheckRow::CheckRow(const ServerCheck &check, text::Language language, QWidget *parent)
    : QWidget(parent), m_result(check.result)
{
    auto *row = new QHBoxLayout(this);
    setMetrics(row, {16, 7, 16, 7}, 12);
    row->addWidget(new MarkLabel(markOf(check.result), language, 16, this), 0, Qt::AlignTop);
    auto *what = new Label(check.what, FontRole::Name, Ink::Text, this);
    what->setWordWrap(true);
    fixWidth(what, 152);
    row->addWidget(what, 0, Qt::AlignTop);
    auto *found = new QVBoxLayout;
    setMetrics(found, {}, 2);
    const Ink ink = check.result == Result::Blocking ? Ink::Missing
                    : check.result == Result::Watch  ? Ink::Drift
                                                     : Ink::Secondary;
    auto *value = new Label(check.value, FontRole::Body, ink, this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(check.what % u' ' % check.value);
    found->addWidget(value);
    if (!check.remedy.isEmpty()) {
        const bool wanting = check.result == Result::Blocking || check.result == Result::Watch;
        auto *remedy = new Label(check.remedy, FontRole::Caption, wanting ? Ink::Text : Ink::Hint, this);
        remedy->setWordWrap(true);
        remedy->setTextInteractionFlags(Qt::TextSelectableByMouse);
        found->addWidget(remedy);
    }
    row->addLayout(found, 1);
}

void CheckRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    if (m_result == Result::Blocking || m_result == Result::Watch)
        painter.fillRect(rect(), t.tint(inkOf(markOf(m_result))));
    painter.fillRect(QRect(t.px(16), 0, width() - t.px(32), 1), t.line);
}

ServerCard::ServerCard(const ServerReport &report, const CampusView &view, text::Language language, QWidget *parent)
    : QFrame(parent)
    , m_name(serverName(report, view))
    , m_host(words::host(report.url))
    , m_checks(checksOf(report, language))
{
    setAccessibleName(m_name % QStringLiteral(", ") % m_host);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {1, 0, 1, 8}, 0);
    auto *head = new QHBoxLayout;
    setMetrics(head, {15, 12, 15, 10}, 12);
    head->addWidget(new MarkLabel(markOf(worst(m_checks)), language, 20, this), 0, Qt::AlignVCenter);
    auto *names = new QVBoxLayout;
    setMetrics(names, {}, 0);
    names->addWidget(new Label(m_name, FontRole::CardTitle, Ink::Text, this));
    auto *host = new Label(m_host, FontRole::Caption, Ink::Secondary, this);
    host->setElided(true);
    names->addWidget(host);
    head->addLayout(names, 1);
    const Result result = worst(m_checks);
    auto *summary = new Label(summaryOf(m_checks), FontRole::Label,
                              result == Result::Blocking ? Ink::Missing
                              : result == Result::Watch  ? Ink::Drift
                                                         : Ink::Secondary,
                              this);
    head->addWidget(summary, 0, Qt::AlignVCenter);
    all->addLayout(head);
    for (const ServerCheck &check : m_checks)
        all->addWidget(new CheckRow(check, language, this));
    all->addStretch(1);
}

QString ServerCard::asText() const
{
    QString text = m_name % u' ' % m_host % u'\n';
    for (const ServerCheck &check : m_checks) {
        const QLatin1String sign(check.result == Result::Fine       ? "[ok] "
                                 : check.result == Result::Watch    ? "[!]  "
                                 : check.result == Result::Blocking ? "[x]  "
                                                                    : "[?]  ");
        text += sign % check.what % QStringLiteral(": ") % check.value % u'\n';
        if (!check.remedy.isEmpty())
            text += QStringLiteral("     ") % check.remedy % u'\n';
    }
    return text;
}

void ServerCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    drawBox(painter, rect(), t.exact(8), t.surface, t.line, 1);
}

} // namespace liaison::ui

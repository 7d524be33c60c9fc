#include "ui/pages/servercard.h"

#include "ui/base/button.h"
#include "ui/base/style.h"
#include "ui/pages/words.h"
#include "ui/text/certificates.h"

#include <QPainter>
#include <algorithm>

namespace liaison::ui {
namespace {

bool needsSomebody(CheckResult result)
{
    return result == CheckResult::Blocking || result == CheckResult::Watch;
}

QString asLine(const text::CheckLine &line)
{
    QString out = text::signOf(line.result) % u' ' % line.words.what % QStringLiteral(": ") % line.words.value % u'\n';
    if (!line.words.remedy.isEmpty())
        out += QStringLiteral("     ") %
               QString(line.words.remedy).replace(QStringLiteral("\n"), QStringLiteral("\n     ")) % u'\n';
    return out;
}

} // namespace

CheckRow::CheckRow(const text::CheckLine &line, text::Language language, QWidget *parent)
    : QWidget(parent), m_result(line.result)
{
    auto *row = new QHBoxLayout(this);
    setMetrics(row, {16, 7, 16, 7}, 12);
    row->addWidget(new MarkLabel(markOf(line.result), language, 16, this), 0, Qt::AlignTop);
    auto *what = new Label(line.words.what, FontRole::Name, Ink::Text, this);
    what->setWordWrap(true);
    fixWidth(what, 136);
    row->addWidget(what, 0, Qt::AlignTop);
    auto *found = new QVBoxLayout;
    setMetrics(found, {}, 2);
    auto *value = new Label(line.words.value, FontRole::Body, inkOf(line.result), this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setAccessibleName(line.words.what % u' ' % line.words.value);
    found->addWidget(value);
    if (!line.words.remedy.isEmpty()) {
        auto *remedy =
            new Label(line.words.remedy, FontRole::Caption, needsSomebody(line.result) ? Ink::Text : Ink::Hint, this);
        remedy->setWordWrap(true);
        remedy->setTextInteractionFlags(Qt::TextSelectableByMouse);
        found->addWidget(remedy);
    }
    row->addLayout(found, 1);
    if (!needsSomebody(line.result))
        return;
    auto *copy = new Button(Button::Kind::Quiet, this);
    copy->setIcon(Icon::Copy);
    copy->setAccessibleName(tr("Copy this problem: %1").arg(line.words.what));
    copy->setToolTip(tr("Copy this problem and what to do"));
    row->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &Button::clicked, this, [this, line] { Q_EMIT copyRequested(asLine(line)); });
}

void CheckRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    if (needsSomebody(m_result))
        painter.fillRect(rect(), t.tint(inkOf(markOf(m_result))));
    painter.fillRect(QRect(t.px(16), 0, width() - t.px(32), 1), t.line);
}

ServerCard::ServerCard(const ServerDiagnosis &server, const QString &name, text::Language language, QWidget *parent)
    : QFrame(parent), m_name(name), m_host(words::host(server.url)), m_lines(problemsFirst(server.checks, language))
{
    setAccessibleName(m_name % QStringLiteral(", ") % m_host);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {1, 0, 1, 8}, 0);
    auto *head = new QHBoxLayout;
    setMetrics(head, {15, 12, 15, 10}, 12);
    const CheckResult worst = worstOf(server.checks);
    head->addWidget(new MarkLabel(markOf(worst), language, 20, this), 0, Qt::AlignVCenter);
    auto *names = new QVBoxLayout;
    setMetrics(names, {}, 0);
    names->addWidget(new Label(m_name, FontRole::CardTitle, Ink::Text, this));
    auto *host = new Label(m_host, FontRole::Caption, Ink::Secondary, this);
    host->setElided(true);
    names->addWidget(host);
    head->addLayout(names, 1);
    auto *summary = new Label(text::summaryOf(server.checks, language), FontRole::Label, inkOf(worst), this);
    summary->setWordWrap(true);
    summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(summary, 1, Qt::AlignVCenter);
    all->addLayout(head);
    for (const text::CheckLine &line : m_lines) {
        auto *row = new CheckRow(line, language, this);
        all->addWidget(row);
        connect(row, &CheckRow::copyRequested, this,
                [this](const QString &text) { Q_EMIT copyRequested(m_name % u' ' % m_host % u'\n' % text); });
    }
    if (!server.chain.empty())
        addChain(server, language, *all);
    all->addStretch(1);
}

/// Closed until somebody asks, open where it was not trusted: then it is what has to be looked at.
void ServerCard::addChain(const ServerDiagnosis &server, text::Language language, QVBoxLayout &all)
{
    auto *head = new QHBoxLayout;
    setMetrics(head, {15, 8, 15, 2}, 0);
    auto *toggle = new Button(text::certificatesTitle(language), Button::Kind::Link, this);
    head->addWidget(toggle);
    head->addStretch(1);
    all.addLayout(head);
    auto *chain = new QWidget(this);
    auto *lines = new QVBoxLayout(chain);
    setMetrics(lines, {16, 0, 16, 4}, 2);
    const auto add = [&](const QString &text, FontRole role, Ink ink) {
        auto *label = new Label(text, role, ink, chain);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(label);
    };
    int position = 0;
    for (const net::ShownCertificate &c : server.chain) {
        const text::CertificateLine line =
            text::certificateLine(language, ++position, c.subject, c.issuer, c.from, c.until, c.sha256);
        add(line.name, FontRole::Name, Ink::Text);
        add(line.detail, FontRole::Caption, Ink::Secondary);
        QString fingerprint = line.sha256; // may break between its bytes
        add(fingerprint.replace(QStringLiteral(":"), QStringLiteral(":\u200b")), FontRole::Caption, Ink::Hint);
    }
    if (!server.missing.isEmpty())
        add(text::missingCertificate(language, server.missing), FontRole::Body, Ink::Text);
    const bool untrusted = std::any_of(server.checks.begin(), server.checks.end(), [](const Check &check) {
        return check.step == u"tls" && check.error.has_value();
    });
    chain->setVisible(untrusted);
    all.addWidget(chain);
    connect(toggle, &Button::clicked, chain, [chain] { chain->setVisible(chain->isHidden()); });
}

QString ServerCard::asText() const
{
    QString text = m_name % u' ' % m_host % u'\n';
    for (const text::CheckLine &line : m_lines)
        text += asLine(line);
    return text;
}

void ServerCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    drawBox(painter, rect(), t.exact(8), t.surface, t.line, 1);
}

} // namespace liaison::ui

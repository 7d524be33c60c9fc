#include "ui/profiles/importpane.h"

#include "ui/base/plaintext.h"
#include "ui/profiles/profilewords.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace liaison::ui {

ImportPane::ImportPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_reason(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_scroll(new QScrollArea(this))
    , m_import(new Button(Button::Kind::Primary, this))
    , m_cancel(new Button(Button::Kind::Normal, this))
{
    setSurface(this, Surface::Window);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 12, 0, 0}, 8);
    all->addWidget(m_title);
    addReading(all, m_fact);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    all->addWidget(m_scroll, 1);
    auto *foot = new QVBoxLayout;
    setMetrics(foot, {0, 0, 16, 12}, 8);
    m_reason->setWordWrap(true);
    foot->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    setMetrics(buttons, {}, 8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_import);
    foot->addLayout(buttons);
    all->addLayout(foot);
    connect(m_cancel, &Button::clicked, this, &ImportPane::cancelled);
    connect(m_import, &Button::clicked, this, [this] { Q_EMIT importRequested(m_from, m_typed, m_agreed); });
}

void ImportPane::show(Profiles::Travelled from, const std::vector<TrustQuestion> &questions)
{
    m_from = std::move(from);
    m_questions = questions;
    m_agreed.assign(questions.size(), false);
    m_typed = m_from->name;
    m_error.reset();
    rebuild();
}

void ImportPane::setLanguage(text::Language language)
{
    m_language = language;
    if (m_from)
        rebuild();
}

QWidget *ImportPane::initialFocus()
{
    return m_ticks.empty() ? static_cast<QWidget *>(m_cancel) : m_ticks.front();
}

void ImportPane::rebuild()
{
    m_ticks.clear();
    delete m_body;
    m_body = new QWidget;
    setSurface(m_body, Surface::Window);
    auto *column = new QVBoxLayout(m_body);
    setMetrics(column, {0, 0, 16, 8}, 12);
    m_title->setText(tr("Import a profile"));
    m_fact->setText(tr("It comes from elsewhere and says whom to talk to, whom to trust and through whom. Look at each "
                       "one, and tick what is right. It brings no token."));
    for (size_t i = 0; i < m_questions.size(); ++i) {
        const TrustQuestion &question = m_questions[i];
        auto *card = new Card(m_body);
        card->setTitle(profilewords::question(question));
        const QStringList shown = question.fingerprints.isEmpty() ? QStringList{question.value} : question.fingerprints;
        for (const QString &value : shown) {
            auto *label = new Label(oneLine(value), FontRole::Name, Ink::Text, card);
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            card->body()->addWidget(label);
        }
        auto *tick = new QCheckBox(profilewords::agree(question), card);
        setFontRole(tick, FontRole::Body);
        tick->setAccessibleName(QString(tick->text() % QStringLiteral(": ") % shown.join(QStringLiteral(", "))));
        tick->setChecked(m_agreed[i]);
        card->body()->addWidget(tick);
        if (!question.isServer()) {
            auto *otherwise = new Label(tr("Not ticked: it is left out."), FontRole::Caption, Ink::Secondary, card);
            card->body()->addWidget(otherwise);
        }
        connect(tick, &QCheckBox::toggled, this, [this, i](bool on) {
            m_agreed[i] = on;
            sync();
        });
        m_ticks.push_back(tick);
        column->addWidget(card);
    }
    m_name = FormField::text(tr("Short name on this computer"), m_typed, m_body);
    connect(m_name, &FormField::textChanged, this, [this](const QString &typed) {
        m_typed = typed.trimmed();
        m_error.reset();
        m_name->setFault({});
        sync();
    });
    column->addWidget(m_name);
    column->addStretch(1);
    m_scroll->setWidget(m_body);
    applyTokens(m_body);
    m_import->setText(tr("Import"));
    m_cancel->setText(tr("Cancel"));
    sync();
    showError();
}

void ImportPane::sync()
{
    bool servers = true;
    for (size_t i = 0; i < m_questions.size(); ++i)
        servers = servers && (m_agreed[i] || !m_questions[i].isServer());
    const QString before = m_reason->text();
    m_reason->setText(!servers            ? tr("Every server has to be agreed to: without one there is no profile.")
                      : m_typed.isEmpty() ? tr("The short name is missing.")
                                          : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_import->setEnabled(servers && !m_typed.isEmpty());
    m_import->setAccessibleDescription(m_reason->text());
    if (m_reason->text().isEmpty() || m_reason->text() == before || !isVisible())
        return;
    QAccessibleEvent alert(m_reason, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ImportPane::refuse(const Error &error)
{
    m_error = error;
    showError();
    m_name->control()->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(m_name);
    QAccessibleEvent alert(m_name, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ImportPane::showError()
{
    if (!m_error)
        return;
    const text::Text words = text::error(*m_error, m_language);
    m_name->setFault(words.sentence % u' ' % words.remedy);
}

void ImportPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return m_cancel->click();
    QWidget::keyPressEvent(event);
}

} // namespace liaison::ui

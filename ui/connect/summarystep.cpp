#include "ui/connect/summarystep.h"

#include "ui/pages/servercard.h"

namespace liaison::ui {

SummaryStep::SummaryStep(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : Step(connector, language, draft, parent)
    , m_examining(new StatePanel(StatePanel::Kind::Loading, StatePanel::Shape::Banner, this))
    , m_found(new QWidget(this))
{
    m_cards = new QVBoxLayout(m_found);
    setMetrics(m_cards, {}, 12);
    add(m_examining);
    add(m_found);
    addStretch();
    m_examining->hide();
    connect(&connector, &Connector::examined, this, [this](const Connector::DiagnosisPtr &diagnosis) {
        if (!m_waiting)
            return;
        m_waiting = false;
        m_diagnosis = diagnosis;
        m_examining->hide();
        showFound();
    });
    retranslate();
}

void SummaryStep::enter()
{
    m_diagnosis.reset();
    showFound();
    retranslate();
    examine();
}

void SummaryStep::examine()
{
    clearNotice();
    m_waiting = true;
    m_examining->show();
    m_connector.examine(m_draft.profile);
}

void SummaryStep::showFound()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_diagnosis)
        return;
    for (const ServerDiagnosis &server : m_diagnosis->servers) {
        const QString name = server.kind == u"moodle" ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat");
        m_cards->addWidget(new ServerCard(server, name, words(), m_found));
    }
}

void SummaryStep::submit()
{
    m_waiting = false;
    m_connector.cancel();
    Q_EMIT accepted();
}

void SummaryStep::failed(const Error &error)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    m_examining->hide();
    complain(error, nullptr);
    Button *again = notice()->addAction(tr("Examine again"), Button::Kind::Normal);
    connect(again, &QPushButton::clicked, this, [this] { examine(); });
}

QString SummaryStep::continueText() const
{
    return tr("Open the console");
}

void SummaryStep::retranslate()
{
    setTitle(
        tr("Connected"),
        //: %1: name of the profile
        tr("The profile “%1” is saved. No room has been changed; the console begins with reading.").arg(m_draft.name));
    m_examining->setTexts(tr("Examining both servers"),
                          tr("Rights, versions, clocks and plugins. You need not wait: Diagnostics shows the same."));
    showFound();
}

} // namespace liaison::ui

#include "ui/connect/assistantwindow.h"

#include <QAccessible>
#include <QEvent>
#include <QShortcut>
#include <QTimer>

namespace liaison::ui {

AssistantWindow::AssistantWindow(std::unique_ptr<Connector> connector, ThemeHolder &theme, Language &language,
                                 bool behind)
    : m_connector(std::move(connector)), m_theme(theme), m_language(language), m_behind(behind)
{
    auto *central = new QWidget(this);
    setCentralWidget(central);
    auto *all = new QVBoxLayout(central);
    setMetrics(all, {}, 0);
    auto *top = new QWidget(central);
    setSurface(top, Surface::Surface);
    fixHeight(top, 48);
    auto *bar = new QHBoxLayout(top);
    setMetrics(bar, {16, 0, 12, 0}, 8);
    bar->addWidget(new Label(QStringLiteral("Liaison"), FontRole::PaneTitle, Ink::Text, top));
    m_refused = new Label(FontRole::Body, Ink::Drift, top);
    m_refused->setElided(true);
    m_refused->hide();
    bar->addWidget(m_refused, 1);
    bar->addStretch(0);
    m_languageButton = new LanguageButton(m_language, top);
    bar->addWidget(m_languageButton);
    all->addWidget(top);
    all->addWidget(new Hairline(Qt::Horizontal, central));

    m_stack = new QStackedWidget(central);
    m_welcome = new WelcomePage;
    m_welcomeFrame = new FitScroll(m_welcome, m_stack);
    setSurface(static_cast<FitScroll *>(m_welcomeFrame)->viewport(), Surface::Window);
    m_assistant = new AssistantPage(*m_connector, language, m_stack);
    m_stack->addWidget(m_welcomeFrame);
    m_stack->addWidget(m_assistant);
    all->addWidget(m_stack, 1);

    connect(m_welcome, &WelcomePage::demoChosen, this, &AssistantWindow::demoChosen);
    connect(m_welcome, &WelcomePage::profileChosen, this, &AssistantWindow::profileChosen);
    connect(m_welcome, &WelcomePage::assistantChosen, this, &AssistantWindow::startAssistant);
    connect(m_welcome, &WelcomePage::fileChosen, this, [this](const QString &path) { m_connector->readProfile(path); });
    connect(m_welcome, &WelcomePage::left, this, [this] {
        if (m_behind)
            close();
    });
    connect(m_connector.get(), &Connector::profilesListed, m_welcome, &WelcomePage::setProfiles);
    connect(m_connector.get(), &Connector::profileRead, this, [this](const Connector::Imported &imported) {
        m_stack->setCurrentWidget(m_assistant);
        m_assistant->begin(imported);
    });
    connect(m_connector.get(), &Connector::failed, this, [this](const Error &error) {
        if (m_stack->currentWidget() == m_welcomeFrame)
            m_welcome->complain(error, m_language.current());
    });
    connect(m_assistant, &AssistantPage::left, this, &AssistantWindow::showWelcome);
    connect(m_assistant, &AssistantPage::finished, this, &AssistantWindow::profileChosen);
    addZoom();
    retranslate();
    resize(1200, 800);
    showWelcome();
}

AssistantWindow::~AssistantWindow()
{
    // Its pages cancel what the connector does; it leaves after them.
    delete takeCentralWidget();
}

void AssistantWindow::addZoom()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)})
        key(keys, [this] { m_theme.setZoom(m_theme.zoom() + 0.1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { m_theme.setZoom(m_theme.zoom() - 0.1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_theme.setZoom(1); });
}

void AssistantWindow::showWelcome()
{
    m_connector->listProfiles();
    m_stack->setCurrentWidget(m_welcomeFrame);
    m_welcome->initialFocus()->setFocus(Qt::TabFocusReason);
}

void AssistantWindow::startAssistant()
{
    m_stack->setCurrentWidget(m_assistant);
    m_assistant->begin();
}

void AssistantWindow::refuse()
{
    retranslate();
    m_refused->show();
    QTimer::singleShot(10000, m_refused, &QWidget::hide);
    QAccessibleEvent alert(m_refused, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AssistantWindow::retranslate()
{
    m_refused->setText(tr("A plan is being applied: let it end, or cancel it, before you open another campus."));
    setWindowTitle(tr("Connection – Liaison"));
    m_languageButton->retranslate();
}

void AssistantWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace liaison::ui

#include "ui/connect/assistantpage.h"

#include "ui/connect/accountsteps.h"
#include "ui/connect/addressstep.h"
#include "ui/connect/placestep.h"
#include "ui/connect/profilestep.h"
#include "ui/connect/summarystep.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QKeyEvent>
#include <QTimer>

namespace liaison::ui {

AssistantPage::AssistantPage(Connector &connector, Language &language, QWidget *parent)
    : QWidget(parent)
    , m_connector(connector)
    , m_language(language)
    , m_side(new QWidget(this))
    , m_rail(new StepRail(m_side))
    , m_where(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_progress(new Label(FontRole::Body, Ink::Secondary, this))
    , m_done(new Label(FontRole::Caption, Ink::Secondary, m_side))
    , m_running(new MarkLabel(Mark::Running, language.current(), 16, this))
    , m_holder(new QWidget)
    , m_scroll(new FitScroll(m_holder, this))
    , m_back(new Button(Button::Kind::Normal, this))
    , m_cancel(new Button(Button::Kind::Normal, this))
    , m_continue(new Button(Button::Kind::Primary, this))
    , m_copy(new Button(Button::Kind::Normal, m_side))
    , m_save(new Button(Button::Kind::Quiet, m_side))
{
    auto *all = new QHBoxLayout(this);
    setMetrics(all, {}, 0);
    setSurface(m_side, Surface::Nav);
    fixWidth(m_side, 300);
    auto *side = new QVBoxLayout(m_side);
    setMetrics(side, {20, 28, 20, 20}, 12);
    side->addWidget(m_rail, 1);
    side->addWidget(m_done);
    side->addWidget(m_copy, 0, Qt::AlignLeft);
    side->addWidget(m_save, 0, Qt::AlignLeft);
    m_done->setWordWrap(true);
    m_copy->setIcon(Icon::Copy);
    m_save->setIcon(Icon::Save);
    all->addWidget(m_side);
    all->addWidget(new Hairline(Qt::Vertical, this));

    auto *right = new QVBoxLayout;
    setMetrics(right, {}, 0);
    // Across, because only that way of arranging asks a column of limited width how high it is at that width.
    auto *across = new QHBoxLayout(m_holder);
    setMetrics(across, {32, 24, 32, 24}, 0);
    auto *column = new QWidget(m_holder);
    maxWidth(column, 720);
    across->addWidget(column, 1);
    across->addStretch(0);
    m_holderLayout = new QVBoxLayout(column);
    setMetrics(m_holderLayout, {}, 8);
    m_holderLayout->addWidget(m_where);
    setSurface(m_holder, Surface::Surface);
    setSurface(m_scroll->viewport(), Surface::Surface);
    right->addWidget(m_scroll, 1);
    right->addWidget(new Hairline(Qt::Horizontal, this));
    auto *foot = new QWidget(this);
    setSurface(foot, Surface::Surface);
    auto *buttons = new QHBoxLayout(foot);
    setMetrics(buttons, {32, 12, 32, 12}, 8);
    buttons->addWidget(m_back);
    buttons->addWidget(m_running);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_continue);
    m_progress->setElided(true);
    right->addWidget(foot);
    all->addLayout(right, 1);

    connect(m_continue, &QPushButton::clicked, this, &AssistantPage::goOn);
    connect(m_back, &QPushButton::clicked, this, &AssistantPage::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &AssistantPage::goBack);
    connect(m_copy, &QPushButton::clicked, this, &AssistantPage::copySheet);
    connect(m_save, &QPushButton::clicked, this, &AssistantPage::saveSheet);
    connect(&connector, &Connector::textSaved, this,
            [this](const QString &path) { m_done->setText(tr("Saved: %1").arg(path)); });
    connect(&connector, &Connector::textFailed, this, [this](const Error &error) {
        const text::Text said = text::error(error, m_language.current());
        m_done->setText(QString(said.sentence + u' ' + said.remedy));
    });
    connect(&connector, &Connector::failed, this, [this](const Error &error) {
        Step *step = current();
        if (!step || !isVisible())
            return;
        if (step->isBusy())
            step->stop();
        step->failed(error);
        QTimer::singleShot(0, step, [this, step] { m_scroll->ensureWidgetVisible(step->notice()); });
    });
    m_draft.profile.moodle.emplace_back();
}

AssistantPage::~AssistantPage()
{
    m_connector.cancel();
}

Step *AssistantPage::current() const
{
    return m_index < int(m_steps.size()) ? m_steps[size_t(m_index)] : nullptr;
}

void AssistantPage::begin()
{
    m_draft = {};
    m_draft.profile.moodle.emplace_back();
    build();
}

void AssistantPage::begin(const Connector::Imported &imported)
{
    m_draft = {};
    m_draft.profile = imported.profile;
    m_draft.document = imported.document;
    m_draft.name = imported.name;
    m_draft.moodleAuthority = imported.moodleAuthority;
    m_draft.chatAuthority = imported.chatAuthority;
    m_draft.imported = true;
    build();
}

void AssistantPage::build()
{
    for (Step *step : m_steps)
        delete step;
    m_steps.clear();
    const size_t sites = m_draft.profile.moodle.size();
    m_draft.moodle.resize(sites);
    m_draft.moodleAuthority.resize(sites);
    for (size_t site = 0; site < sites; ++site) {
        m_steps.push_back(
            new AddressStep(AddressStep::Server::Moodle, site, m_connector, m_language, m_draft, m_holder));
        m_steps.push_back(new MoodleTokenStep(site, m_connector, m_language, m_draft, m_holder));
    }
    m_steps.push_back(new AddressStep(AddressStep::Server::Chat, 0, m_connector, m_language, m_draft, m_holder));
    m_steps.push_back(new ChatAccountStep(m_connector, m_language, m_draft, m_holder));
    m_steps.push_back(new ProfileStep(m_connector, m_language, m_draft, m_holder));
    m_steps.push_back(new PlaceStep(m_connector, m_language, m_draft, m_holder));
    m_steps.push_back(new SummaryStep(m_connector, m_language, m_draft, m_holder));
    for (Step *step : m_steps) {
        step->hide();
        m_holderLayout->addWidget(step, 1);
        connect(step, &Step::asking, this, [this](const QString &what) { m_asking = what; });
        connect(step, &Step::busyChanged, this, &AssistantPage::showBusy);
        connect(step, &Step::continueTextChanged, this, &AssistantPage::retranslate);
        connect(step, &Step::accepted, this, [this] {
            current()->forget();
            if (m_index + 1 < int(m_steps.size()))
                showStep(m_index + 1);
            else
                Q_EMIT finished(m_draft.name);
        });
    }
    applyTokens(m_holder);
    showStep(0);
}

void AssistantPage::showStep(int index)
{
    if (Step *before = current()) {
        before->forget();
        before->hide();
    }
    m_index = index;
    Step *step = current();
    step->retranslate(); // titles name what earlier steps found
    step->show();
    retranslate();
    showBusy();
    step->enter();
    m_scroll->ensureVisible(0, 0);
    if (QWidget *focus = step->isBusy() ? nullptr : step->initialFocus())
        focus->setFocus(Qt::TabFocusReason);
    else if (!step->isBusy())
        m_continue->setFocus(Qt::TabFocusReason);
}

void AssistantPage::goOn()
{
    if (current() && !current()->isBusy())
        current()->submit();
}

void AssistantPage::goBack()
{
    Step *step = current();
    if (step->isBusy()) {
        if (!step->canStop())
            return;
        m_connector.cancel();
        step->stop();
        if (QWidget *focus = step->initialFocus())
            focus->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (step->back())
        return;
    const bool saved = m_index + 1 == int(m_steps.size());
    if (saved)
        return; // what is saved is changed elsewhere
    if (m_index == 0)
        Q_EMIT left();
    else
        showStep(m_index - 1);
}

void AssistantPage::showBusy()
{
    const Step *step = current();
    const bool busy = step && step->isBusy();
    m_running->setVisible(busy);
    m_progress->setText(busy ? m_asking : QString());
    const bool stops = busy && step->canStop();
    m_cancel->setVisible(stops);
    m_continue->setVisible(!busy);
    m_back->setVisible(!busy && m_index + 1 < int(m_steps.size()));
    if (busy && isVisible())
        (stops ? static_cast<QWidget *>(m_cancel) : this)->setFocus(Qt::OtherFocusReason);
}

void AssistantPage::showRail()
{
    QList<StepRail::Line> lines;
    for (const Step *step : m_steps)
        lines.append({step->title(), step->fact()});
    m_rail->setLines(lines, m_index, m_language.current());
}

void AssistantPage::retranslate()
{
    m_back->setText(tr("Back"));
    m_cancel->setText(tr("Cancel"));
    m_continue->setText(current() ? current()->continueText() : QString());
    m_copy->setText(tr("Copy the sheet of rights"));
    m_copy->setToolTip(tr("One page for the person who grants the rights on both servers"));
    m_save->setText(tr("Save the sheet…"));
    m_where->setText(tr("Step %1 of %2").arg(m_index + 1).arg(m_steps.size()));
    m_running->setMark(Mark::Running, m_language.current());
    showRail();
}

void AssistantPage::copySheet()
{
    QApplication::clipboard()->setText(m_connector.sheet(m_draft.profile.readOnly, m_language.current()));
    m_done->setText(tr("Copied: paste it into a message or a document to print it."));
}

void AssistantPage::saveSheet()
{
    auto *dialog = new QFileDialog(this, tr("Save the sheet"), QStringLiteral("liaison.txt"), tr("Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_connector.saveText(path, m_connector.sheet(m_draft.profile.readOnly, m_language.current()));
    });
    dialog->open();
}

void AssistantPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return goBack();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *focused = qobject_cast<QPushButton *>(focusWidget());
        if (focused && isAncestorOf(focused))
            focused->click();
        else
            goOn();
        return;
    }
    QWidget::keyPressEvent(event);
}

void AssistantPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_done->clear(); // said in the other language
        // The steps get their own event after this one.
        QTimer::singleShot(0, this, &AssistantPage::retranslate);
    }
    QWidget::changeEvent(event);
}

void AssistantPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(width() / tokens(this).zoom >= narrowPage);
}

} // namespace liaison::ui

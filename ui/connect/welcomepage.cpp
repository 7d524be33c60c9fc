#include "ui/connect/welcomepage.h"

#include "ui/base/plaintext.h"

#include <QAccessible>
#include <QFileDialog>
#include <QKeyEvent>

namespace liaison::ui {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(FontRole::Headline, Ink::Text, this))
    , m_lead(new Label(FontRole::Body, Ink::Secondary, this))
    , m_error(new Label(FontRole::Body, Ink::Missing, this))
    , m_demo(new Button(Button::Kind::Normal, this))
    , m_connect(new Button(Button::Kind::Primary, this))
    , m_import(new Button(Button::Kind::Quiet, this))
    , m_profiles(new Card(this))
{
    auto *centred = new QHBoxLayout(this);
    setMetrics(centred, {24, 24, 24, 24}, 0);
    auto *column = new QWidget(this);
    maxWidth(column, 920);
    centred->addStretch(0);
    centred->addWidget(column, 1);
    centred->addStretch(0);
    auto *all = new QVBoxLayout(column);
    setMetrics(all, {}, 8);
    all->addStretch(1);
    m_title->setWordWrap(true);
    m_lead->setWordWrap(true);
    all->addWidget(m_title);
    all->addWidget(m_lead);
    addGap(all, 16);
    m_offers = new QBoxLayout(QBoxLayout::LeftToRight);
    setMetrics(m_offers, {}, 16);
    m_connectOffer = makeOffer(Icon::Server, m_connect, m_import);
    m_demoOffer = makeOffer(Icon::Demo, m_demo);
    m_offers->addWidget(m_connectOffer.card, 1);
    m_offers->addWidget(m_demoOffer.card, 1);
    all->addLayout(m_offers);
    all->addWidget(m_error);
    m_error->setWordWrap(true);
    m_error->hide();
    addGap(all, 8);
    all->addWidget(m_profiles);
    m_profiles->hide();
    all->addStretch(2);
    m_import->setIcon(Icon::Import);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoChosen);
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::assistantChosen);
    connect(m_import, &QPushButton::clicked, this, &WelcomePage::browse);
    retranslate();
}

WelcomePage::Offer WelcomePage::makeOffer(Icon icon, Button *button, QWidget *more)
{
    Offer offer;
    offer.card = new Card(this);
    QVBoxLayout *body = offer.card->body();
    offer.sentence = new Label(FontRole::Body, Ink::Secondary, offer.card);
    offer.sentence->setWordWrap(true);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    head->addWidget(new IconLabel(icon, Ink::Accent, 24, offer.card), 0, Qt::AlignTop);
    head->addWidget(offer.sentence, 1);
    body->addLayout(head);
    addGap(body, 4);
    for (int i = 0; i < 3; ++i) {
        auto *row = new QHBoxLayout;
        setMetrics(row, {}, 8);
        auto *point = new Label(FontRole::Body, Ink::Text, offer.card);
        point->setWordWrap(true);
        row->addWidget(new IconLabel(Icon::Check, Ink::Ok, 16, offer.card), 0, Qt::AlignTop);
        row->addWidget(point, 1);
        body->addLayout(row);
        offer.points << point;
    }
    addGap(body, 8);
    body->addStretch(1);
    auto *last = new QHBoxLayout;
    setMetrics(last, {}, 8);
    last->addWidget(button);
    if (more)
        last->addWidget(more);
    last->addStretch(1);
    body->addLayout(last);
    return offer;
}

void WelcomePage::setProfiles(const QList<Connector::Kept> &profiles)
{
    for (const Line &line : std::as_const(m_lines))
        delete line.row;
    m_lines.clear();
    for (const Connector::Kept &kept : profiles) {
        auto *row = new QWidget(m_profiles);
        auto *across = new QHBoxLayout(row);
        setMetrics(across, {}, 10);
        auto *tag = new EnvironmentTag(kept.production ? Environment::Production : Environment::Test, row);
        tag->setVisible(kept.readable);
        auto *name = new Label(oneLine(kept.name), FontRole::Name, Ink::Text, row);
        auto *servers = new Label(oneLine(QString(kept.moodle + QLatin1String("  ") + kept.chat)), FontRole::Caption,
                                  Ink::Secondary, row);
        servers->setElided(true);
        across->addWidget(tag);
        across->addWidget(name);
        across->addWidget(servers, 1);
        m_profiles->body()->addWidget(row);
        if (!kept.readable) { // said, rather than missing without a word
            servers->setInk(Ink::Missing);
            m_lines.append({nullptr, servers, row, kept.name});
            continue;
        }
        auto *open = new Button(Button::Kind::Normal, row);
        across->addWidget(open);
        connect(open, &QPushButton::clicked, this, [this, name = kept.name] { Q_EMIT profileChosen(name); });
        m_lines.append({open, servers, row, kept.name});
    }
    m_profiles->setVisible(!m_lines.isEmpty());
    retranslate();
}

void WelcomePage::complain(const Error &error, text::Language language)
{
    const text::Text said = text::error(error, language);
    m_error->setText(QString(said.sentence + u' ' + said.remedy));
    m_error->show();
    QAccessibleEvent alert(m_error, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void WelcomePage::browse()
{
    m_error->hide();
    auto *dialog = new QFileDialog(this, tr("Import a profile"), {}, tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WelcomePage::fileChosen);
    dialog->open();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("Keep courses and chat rooms in step"));
    m_lead->setText(
        tr("Liaison compares Moodle enrolments with room members, says why they differ, and repairs what you "
           "approve."));
    const auto set = [](const Offer &offer, const QString &title, const QString &sentence, const QStringList &points) {
        offer.card->setTitle(title);
        offer.sentence->setText(sentence);
        for (qsizetype i = 0; i < offer.points.size(); ++i)
            offer.points.at(i)->setText(points.value(i));
    };
    set(m_connectOffer, tr("Connect your servers"),
        tr("It takes a token of Moodle and one of Rocket.Chat. The assistant says where to make them and checks each "
           "value with one call."),
        {tr("Reads first: nothing is changed"), tr("Tokens go to the keychain of this computer"),
         tr("Read-only for teaching support")});
    set(m_demoOffer, tr("Try the demo campus"),
        tr("A complete invented campus on this computer: Moodle, chat, people and every kind of difference."),
        {tr("Nothing to install, no account"), tr("No connection leaves this computer"),
         tr("Plans, repairs and undo really work")});
    m_connect->setText(tr("Connect to servers…"));
    m_demo->setText(tr("Open the demo campus"));
    m_import->setText(tr("Import a profile…"));
    m_profiles->setTitle(tr("Your profiles"));
    for (const Line &line : std::as_const(m_lines)) {
        if (!line.open) {
            line.fact->setText(tr("broken file"));
            continue;
        }
        line.open->setText(tr("Open"));
        line.open->setAccessibleName(tr("Open the profile %1").arg(line.name));
    }
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    auto *focused = qobject_cast<QPushButton *>(focusWidget());
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && focused)
        focused->click();
    else
        QWidget::keyPressEvent(event);
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_error->hide(); // in the language of before
        retranslate();
    }
    QWidget::changeEvent(event);
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_offers->setDirection(width() / tokens(this).zoom < narrowPage ? QBoxLayout::TopToBottom
                                                                    : QBoxLayout::LeftToRight);
}

} // namespace liaison::ui

#include "ui/snapshot/opensnapshotpage.h"

#include "ui/text/text.h"

#include <QFileDialog>
#include <QHideEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace liaison::ui {

OpenSnapshotPage::OpenSnapshotPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_header(new PageHeader(this))
    , m_card(new Card(this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, m_card))
    , m_fileLabel(new Label(FontRole::Label, Ink::Text, m_card))
    , m_keyLabel(new Label(FontRole::Label, Ink::Text, m_card))
    , m_keyHint(new Label(FontRole::Caption, Ink::Secondary, m_card))
    , m_file(new Field(Icon::Journal, m_card))
    , m_key(new Field(Icon::Lock, m_card))
    , m_browse(new Button(Button::Kind::Normal, m_card))
    , m_open(new Button(Button::Kind::Primary, m_card))
    , m_trouble(new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Banner, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    all->addWidget(m_trouble);
    m_trouble->hide();
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *inside = new QWidget;
    setSurface(inside, Surface::Window);
    auto *place = new QVBoxLayout(inside);
    setMetrics(place, {16, 12, 16, 16}, 12);
    // In a row: the height of its sentences is that of the width it really has.
    auto *left = new QHBoxLayout;
    setMetrics(left, {}, 0);
    left->addWidget(m_card, 1);
    left->addStretch(0);
    place->addLayout(left);
    place->addStretch(1);
    area->setWidget(inside);
    all->addWidget(area, 1);
    maxWidth(m_card, 664); // no wider than its sentences: they take their height from the width
    m_fact->setReading(true);
    m_keyHint->setReading(true);
    m_key->setEchoMode(QLineEdit::Password);
    auto *file = new QHBoxLayout;
    setMetrics(file, {}, 8);
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    auto *body = m_card->body();
    body->addWidget(m_fact);
    body->addWidget(m_fileLabel);
    body->addLayout(file);
    body->addWidget(m_keyLabel);
    body->addWidget(m_key);
    body->addWidget(m_keyHint);
    auto *last = new QHBoxLayout;
    setMetrics(last, {0, 4, 0, 0}, 8);
    last->addWidget(m_open);
    last->addStretch(1);
    body->addLayout(last);
    connect(m_browse, &QPushButton::clicked, this, &OpenSnapshotPage::browse);
    connect(m_open, &QPushButton::clicked, this, &OpenSnapshotPage::open);
    for (Field *field : {m_file, m_key}) {
        connect(field, &QLineEdit::returnPressed, this, &OpenSnapshotPage::open);
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_error.reset();
            showError();
        });
    }
    retranslate();
    showError();
}

QWidget *OpenSnapshotPage::initialFocus()
{
    return m_file;
}

void OpenSnapshotPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous() && !m_busy)
        m_key->clear(); // nothing secret stays in a field that is not on screen
}

void OpenSnapshotPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Published snapshot"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(path);
        m_key->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void OpenSnapshotPage::open()
{
    if (!m_open->isEnabled())
        return;
    m_busy = true;
    showError();
    Q_EMIT wanted(m_file->text().trimmed(), m_key->text());
}

void OpenSnapshotPage::failed(const Error &error)
{
    m_error = error;
    m_busy = false;
    showError();
}

void OpenSnapshotPage::showError()
{
    m_open->setEnabled(!m_busy && !m_file->text().trimmed().isEmpty() && !m_key->text().trimmed().isEmpty());
    m_trouble->setVisible(m_error.has_value());
    if (!m_error)
        return;
    const text::Text t = text::error(*m_error, language());
    m_trouble->setTexts(t.sentence, t.remedy);
}

void OpenSnapshotPage::retranslate()
{
    m_header->setTitle(tr("Open a published snapshot"));
    m_card->setTitle(tr("File and key"));
    m_fact->setText(
        tr("A snapshot shows the whole campus as it was when it was published. No server is asked, no token is "
           "needed, and nothing can be planned or changed."));
    m_fileLabel->setText(tr("File"));
    m_file->setLabel(tr("The file that was published"));
    m_browse->setText(tr("Choose…"));
    m_keyLabel->setText(tr("Key"));
    m_key->setLabel(tr("Eleven groups of five letters and digits"));
    m_keyHint->setText(
        tr("Those who publish the snapshot hand it over. It is not kept: a profile keeps it in the keychain."));
    m_open->setText(tr("Open"));
    showError();
}

} // namespace liaison::ui

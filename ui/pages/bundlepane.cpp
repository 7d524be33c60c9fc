#include "ui/pages/bundlepane.h"

#include "ui/text/bundle.h"

#include <QFileDialog>
#include <QScrollArea>

namespace liaison::ui {

BundlePane::BundlePane(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new Label(FontRole::CardTitle, Ink::Text, this))
    , m_contents(new Label(FontRole::Body, Ink::Text, this))
    , m_leavesOut(new Label(FontRole::Body, Ink::Secondary, this))
    , m_save(new Button(Button::Kind::Primary, this))
{
    auto *outer = new QVBoxLayout(this);
    setMetrics(outer, {}, 0);
    auto *scroll = new QScrollArea(this);
    auto *body = new QWidget(this);
    setSurface(body, Surface::Window);
    auto *all = new QVBoxLayout(body);
    setMetrics(all, {16, 4, 16, 16}, 0);
    auto *card = new Card(body);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    outer->addWidget(scroll);
    all->addWidget(card);
    all->addStretch(1);
    for (Label *label : {m_title, m_contents, m_leavesOut}) {
        label->setWordWrap(true);
        card->body()->addWidget(label);
    }
    setMetrics(card->body(), {}, 12);
    auto *row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addStretch(1);
    card->body()->addLayout(row);
    m_save->setIcon(Icon::Save);
    connect(m_save, &Button::clicked, this, &BundlePane::save);
}

void BundlePane::retranslate(text::Language language)
{
    m_title->setText(text::bundleTitle(language));
    const QStringList contents = text::bundleContents(language);
    QStringList lines;
    for (const QString &line : contents)
        lines << QString(QStringLiteral("\u2022 ") % line);
    m_contents->setText(lines.join(u'\n'));
    m_leavesOut->setText(text::bundleLeavesOut(language));
    m_save->setText(tr("Save the support bundle\u2026"));
}

void BundlePane::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the support bundle"), QStringLiteral("liaison-support.json"),
                                   tr("Support bundles (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_backend.saveBundle(path); });
    dialog->open();
}

} // namespace liaison::ui

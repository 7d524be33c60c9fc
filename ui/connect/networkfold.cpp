#include "ui/connect/networkfold.h"

#include <QFileDialog>
#include <QUrl>

namespace liaison::ui {

NetworkFold::NetworkFold(Connector &connector, QWidget *parent)
    : QWidget(parent)
    , m_toggle(new Button(Button::Kind::Quiet, this))
    , m_browse(new Button(Button::Kind::Normal, this))
    , m_without(new Button(Button::Kind::Quiet, this))
    , m_inside(new QWidget(this))
    , m_path(new Entry(Entry::Kind::Plain, m_inside))
    , m_proxy(new Entry(Entry::Kind::Plain, m_inside))
    , m_password(new Entry(Entry::Kind::Secret, m_inside))
    , m_authority(new Label(FontRole::Caption, Ink::Secondary, m_inside))
{
    Q_UNUSED(connector)
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 8);
    all->addWidget(m_toggle, 0, Qt::AlignLeft);
    all->addWidget(m_inside);
    auto *fields = new QVBoxLayout(m_inside);
    setMetrics(fields, {12, 0, 0, 0}, 10);
    auto *ca = new QHBoxLayout;
    setMetrics(ca, {}, 8);
    ca->addWidget(m_path, 1);
    ca->addWidget(m_browse, 0, Qt::AlignBottom);
    fields->addLayout(ca);
    m_authority->setWordWrap(true);
    fields->addWidget(m_authority);
    fields->addWidget(m_without, 0, Qt::AlignLeft);
    fields->addWidget(m_proxy);
    fields->addWidget(m_password);
    m_path->edit()->setObjectName(QStringLiteral("authorityFile"));
    m_proxy->edit()->setObjectName(QStringLiteral("proxyAddress"));
    m_toggle->setIcon(Icon::Preferences);
    m_toggle->setCheckable(true);
    m_inside->hide();
    m_password->hide();
    connect(m_toggle, &QPushButton::toggled, m_inside, &QWidget::setVisible);
    connect(m_browse, &QPushButton::clicked, this, &NetworkFold::browse);
    connect(m_without, &QPushButton::clicked, this, [this] { setAuthority({}); });
    connect(m_proxy->edit(), &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_password->setVisible(!QUrl(typed.trimmed()).userName().isEmpty()); });
    retranslate();
}

void NetworkFold::set(const QString &pem, const QStringList &names, const QString &proxy)
{
    m_pem = pem;
    m_names = names;
    m_proxy->setText(proxy);
    if (!pem.isEmpty() || !proxy.isEmpty())
        m_toggle->setChecked(true);
    showAuthority();
}

void NetworkFold::open(bool toAuthority)
{
    m_toggle->setChecked(true);
    (toAuthority ? m_path : m_proxy)->edit()->setFocus(Qt::OtherFocusReason);
}

QString NetworkFold::pathToRead() const
{
    return m_path->text().trimmed();
}

void NetworkFold::setAuthority(const Connector::Authority &authority)
{
    m_pem = authority.pem;
    m_names = authority.names;
    m_path->setText({});
    showAuthority();
}

void NetworkFold::showAuthority()
{
    m_authority->setText(m_pem.isEmpty() ? QString() : tr("Trusted for this server: %1").arg(m_names.join(u'\n')));
    m_authority->setVisible(!m_pem.isEmpty());
    m_without->setVisible(!m_pem.isEmpty());
}

void NetworkFold::browse()
{
    auto *dialog = new QFileDialog(this, tr("Certificate of the institution’s authority"), {},
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_path->setText(file);
        m_path->edit()->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

void NetworkFold::retranslate()
{
    m_toggle->setText(tr("Network…"));
    m_path->setLabel(tr("Certificate of the institution’s authority (PEM file)"));
    m_path->setHint(
        tr("Only where the server’s certificate comes from an authority of your own; it is trusted for this "
           "profile only."));
    m_browse->setText(tr("Browse…"));
    m_without->setText(tr("Do without this authority"));
    m_proxy->setLabel(tr("Proxy"));
    m_proxy->setHint(tr("http://[user@]host:port or socks5://…; empty: as the system says."));
    m_password->setLabel(tr("Password of the proxy"));
    showAuthority();
}

} // namespace liaison::ui

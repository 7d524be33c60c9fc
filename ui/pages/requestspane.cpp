#include "ui/pages/requestspane.h"

#include "ui/base/delegate.h"
#include "ui/text/format.h"

#include <QFileDialog>

namespace liaison::ui {

RequestsPane::RequestsPane(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_model(new RequestsModel(this))
    , m_kinds(new ChipGroup(this))
    , m_servers(new ChipGroup(this))
    , m_filter(new FilterField(this))
    , m_export(new Button(Button::Kind::Normal, this))
    , m_table(new TableView(32, this))
    , m_none(new StatePanel(StatePanel::Kind::Empty, StatePanel::Shape::Centred, this))
    , m_stack(new CurrentStack(this))
    , m_total(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_note(new Label(FontRole::Caption, Ink::Secondary, this))
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    auto *bar = new QHBoxLayout;
    setMetrics(bar, {16, 10, 16, 10}, 12);
    auto *chips = new QVBoxLayout;
    setMetrics(chips, {}, 6);
    chips->addWidget(m_kinds);
    chips->addWidget(m_servers);
    bar->addLayout(chips, 1);
    bar->addWidget(m_filter, 0, Qt::AlignTop);
    bar->addWidget(m_export, 0, Qt::AlignTop);
    all->addLayout(bar);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    all->addWidget(m_stack, 1);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    auto *foot = new QHBoxLayout;
    setMetrics(foot, {16, 8, 16, 8}, 16);
    m_note->setWordWrap(true);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_total);
    all->addLayout(foot);

    m_export->setIcon(Icon::Save);
    m_none->setIcon(Icon::NoResult);
    m_kinds->add(ChipGroup::AllId);
    for (const int kind : {RequestsModel::Failed, RequestsModel::Limited, RequestsModel::Writes})
        m_kinds->add(kind);
    m_kinds->setChecked({});
    m_servers->add(ChipGroup::AllId);
    m_servers->setChecked({});
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setColumn(RequestsModel::Time, 92);
    m_table->setColumn(RequestsModel::Server, 200);
    m_table->setColumn(RequestsModel::Method, 76);
    m_table->setColumn(RequestsModel::Function, 300);
    m_table->setColumn(RequestsModel::Status, 96);
    m_table->setColumn(RequestsModel::Duration, 96);
    m_table->setColumn(RequestsModel::Size, 88);
    m_table->setColumn(RequestsModel::Attempt, 92);
    m_every.setInterval(1000);
    connect(&m_every, &QTimer::timeout, this, &RequestsPane::look);
    connect(m_kinds, &ChipGroup::selectionChanged, this, &RequestsPane::applyFilter);
    connect(m_servers, &ChipGroup::selectionChanged, this, &RequestsPane::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &RequestsPane::applyFilter);
    connect(m_export, &Button::clicked, this, &RequestsPane::exportAll);
}

QList<QWidget *> RequestsPane::zones() const
{
    return {m_kinds, m_filter, m_table};
}

void RequestsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
    m_every.start();
}

void RequestsPane::hideEvent(QHideEvent *event)
{
    m_every.stop();
    QWidget::hideEvent(event);
}

void RequestsPane::look()
{
    m_model->take(m_backend.requestLog());
    fillServers();
    arrange();
}

void RequestsPane::fillServers()
{
    const QStringList origins = m_model->origins();
    for (int i = 0; i < origins.size(); ++i) {
        if (!m_servers->chip(i))
            m_servers->add(i);
        m_servers->chip(i)->setText(hostOf(origins[i]));
        m_servers->chip(i)->setCount(m_model->countOf(origins[i]), m_language);
    }
    m_servers->chip(ChipGroup::AllId)->setCount(m_model->total(), m_language);
    m_servers->setVisible(origins.size() > 1);
}

void RequestsPane::applyFilter()
{
    const std::set<int> chosen = m_servers->checked();
    const QStringList origins = m_model->origins();
    const QString origin = chosen.empty() ? QString() : origins.value(*chosen.begin());
    m_model->setFilter(m_filter->text(), m_kinds->checked(), origin);
    arrange();
}

void RequestsPane::arrange()
{
    for (const int kind : {RequestsModel::Failed, RequestsModel::Limited, RequestsModel::Writes})
        m_kinds->chip(kind)->setCount(m_model->countOf(kind), m_language);
    m_kinds->chip(ChipGroup::AllId)->setCount(m_model->total(), m_language);
    m_export->setEnabled(m_model->total() > 0);
    m_total->setText(tr("%Ln request(s) shown", "", m_model->rowCount()));
    if (m_model->total() == 0)
        m_none->setTexts(tr("No request yet"), tr("Every request of this session is listed here as it ends."));
    else
        m_none->setTexts(tr("No request matches"), tr("The filter leaves out every row of the list."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_none);
}

void RequestsPane::retranslate(text::Language language)
{
    m_language = language;
    m_kinds->chip(ChipGroup::AllId)->setText(tr("All"));
    m_kinds->chip(RequestsModel::Failed)->setText(tr("Failed"));
    m_kinds->chip(RequestsModel::Limited)->setText(tr("Held back by the server"));
    m_kinds->chip(RequestsModel::Writes)->setText(tr("Writes"));
    m_servers->chip(ChipGroup::AllId)->setText(tr("All servers"));
    m_filter->setLabel(tr("Filter the requests"));
    m_export->setText(tr("Export\u2026"));
    m_table->setAccessibleName(tr("Requests"));
    m_note->setText(tr("Parameters by name only, no headers, no bodies; in memory only, the last %1.")
                        .arg(text::number(language, static_cast<qint64>(net::RequestLog::defaultCapacity))));
    m_model->setLanguage(language);
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, RequestsModel::ColumnCount - 1);
    fillServers();
    arrange();
}

/// Where there is little room the path leaves first: the function says the same in fewer words.
void RequestsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Tokens &t = tokens(this);
    const bool wide = width() >= t.px(1180);
    m_table->setColumnHidden(RequestsModel::Path, !wide);
    if (wide)
        m_table->setColumn(RequestsModel::Function, 300);
    m_table->setStretched(wide ? RequestsModel::Path : RequestsModel::Function);
    m_table->setColumnHidden(RequestsModel::Method, width() < t.px(900));
    m_table->setColumnHidden(RequestsModel::Attempt, width() < t.px(820));
    m_table->setColumnHidden(RequestsModel::Size, width() < t.px(720));
    m_table->setColumnHidden(RequestsModel::Duration, width() < t.px(660));
    m_table->setColumnHidden(RequestsModel::Server, width() < t.px(560)); // the chips tell them apart
}

void RequestsPane::exportAll()
{
    auto *dialog = new QFileDialog(this, tr("Export the requests"), QStringLiteral("requests.csv"),
                                   tr("Tables (*.csv);;Documents (*.json)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_backend.exportRequests(path); });
    dialog->open();
}

} // namespace liaison::ui

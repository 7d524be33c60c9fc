#include "ui/pages/retentionpage.h"

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/delegate.h"
#include "ui/pages/retentionmodel.h"
#include "ui/pages/words.h"

#include <QFileDialog>

namespace liaison::ui {
namespace {

/// The wanted duration stands in the middle of every row, whatever it is: excess and lack are seen down the column.
class RetentionDelegate : public TableDelegate
{
public:
    RetentionDelegate(TableView *view, const RetentionModel &model) : TableDelegate(view), m_model(model) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        if (index.column() != RetentionModel::Gauge)
            return TableDelegate::paintCell(cell, index);
        const RetentionRow &row = m_model.row(m_model.itemAt(index.row()));
        if (!row.wanted)
            return; // nobody asks for anything: nothing to measure against
        const double wanted = *row.wanted;
        std::optional<double> effective;
        if (row.effectiveKnown)
            effective = row.effective ? double(*row.effective) : 3 * wanted; // never deleted: beyond the scale
        const QRectF place = cell.inner.adjusted(0, 0, -cell.tokens.px(10), 0);
        paintMeter(cell.painter, place, effective, wanted, 2 * wanted, Ink::Quiet, cell.tokens);
    }

private:
    const RetentionModel &m_model;
};

} // namespace

RetentionPage::RetentionPage(const Context &context, QWidget *parent)
    : RetentionPage(context, new RetentionModel, parent)
{
}

RetentionPage::RetentionPage(const Context &context, RetentionModel *model, QWidget *parent)
    : ListPage(context, model, 32, parent)
    , m_model(model)
    , m_measure(new Button(Button::Kind::Normal, this))
    , m_export(new Button(Button::Kind::Normal, this))
{
    m_export->setIcon(Icon::Save);
    for (Button *button : {m_measure, m_export}) {
        header()->addAction(button);
        addContentControl(button);
    }
    connect(m_measure, &QPushButton::clicked, this, [this] {
        m_measure->setEnabled(false); // until the view comes back with it
        this->context().backend.measureRetention();
    });
    connect(m_export, &QPushButton::clicked, this, &RetentionPage::chooseFile);
    connect(&context.backend, &Backend::evidenceWritten, this,
            [this](const QString &path) { Q_EMIT announced(tr("Exported: %1").arg(path)); });
    connect(&context.backend, &Backend::retentionFailed, this, [this](const Error &error) {
        m_measure->setEnabled(m_measuring == Measuring::Can);
        Q_EMIT complained(text::error(error, language()).sentence);
    });
    build(RetentionModel::Verdict, Qt::AscendingOrder);
    table()->setItemDelegate(new RetentionDelegate(table(), *m_model));
    table()->setColumn(RetentionModel::Verdict, 216);
    table()->setStretched(RetentionModel::Course);
    table()->setColumn(RetentionModel::Room, 168);
    table()->setColumn(RetentionModel::Wanted, 76);
    table()->setColumn(RetentionModel::Stored, 80);
    table()->setColumn(RetentionModel::Effective, 84);
    table()->setColumn(RetentionModel::Oldest, 128);
    table()->setColumnHidden(RetentionModel::Oldest, true);
    table()->setColumn(RetentionModel::Gauge, 184);
    table()->setColumn(RetentionModel::Reason, 232);
    connect(table(), &TableView::rowActivated, this,
            [this](int row) { Q_EMIT openCourse(m_model->row(m_model->itemAt(row)).link); });
}

void RetentionPage::fitColumns()
{
    // The room is in the course's tool tip, the reason in the verdict's.
    keepRoom(m_model->isMeasured() ? 828 : 700,
             {{RetentionModel::Room, 168}, {RetentionModel::Reason, 232}, {RetentionModel::Gauge, 184}});
}

QString RetentionPage::title() const
{
    return tr("Retention");
}

QString RetentionPage::fact(const CampusView &view) const
{
    return tr("Days after which the chat server deletes messages, read %1")
        .arg(text::dateTime(language(), view.readAt));
}

std::optional<FactsPage::Instead> RetentionPage::instead(const CampusView &view) const
{
    if (!view.retention.empty())
        return std::nullopt;
    Instead state;
    state.icon = Icon::Retention;
    state.conclusion = tr("No course has a room");
    state.remedy = tr("As soon as an activity has its room, what is kept there and for how long is shown here.");
    return state;
}

std::vector<ListPage::Kind> RetentionPage::kinds() const
{
    std::vector<Kind> kinds;
    for (RetentionVerdict verdict : shownVerdicts()) {
        kinds.push_back({static_cast<int>(verdict), markOf(verdict), codeOf(verdict),
                         text::of(text::Group::Verdict, codeOf(verdict), language()).name,
                         m_model->isMeasured() || (verdict != RetentionVerdict::OlderThanRule &&
                                                   verdict != RetentionVerdict::NotMeasurable)});
    }
    return kinds;
}

QString RetentionPage::allWord() const
{
    return tr("All");
}

QString RetentionPage::noMatch() const
{
    return tr("No room matches");
}

QString RetentionPage::legend() const
{
    QString reason = whyNot();
    if (!reason.isEmpty())
        reason.prepend(u' ');
    const QString stroke =
        tr("The stroke is the wanted duration, always in the middle; red is what is kept beyond it.");
    return QString(stroke % u' ' %
                   (m_model->isMeasured() ? tr("Of messages only the date of the oldest was read, never a text.")
                                          : tr("The age of the oldest message is not measured.") % reason));
}

QString RetentionPage::total() const
{
    std::vector<qint64> parts;
    for (RetentionVerdict verdict : shownVerdicts()) {
        if (const int count = m_model->countOf(static_cast<int>(verdict)); count > 0)
            parts.push_back(count);
    }
    return tr("%1 activities with a room").arg(words::sum(language(), parts, m_model->total()));
}

QString RetentionPage::whyNot() const
{
    switch (m_measuring) {
    case Measuring::Can:
        break;
    case Measuring::SwitchedOff:
        return tr("Measuring is switched off in the profile: settle it with your data-protection officer, then switch "
                  "it on.");
    case Measuring::NoServer:
        return tr("Only the servers can be measured, and this is a reading that was kept.");
    }
    return {};
}

void RetentionPage::fill(const CampusView &view)
{
    m_measuring = view.source != ViewSource::Servers ? Measuring::NoServer
                  : view.policy.measureRetention     ? Measuring::Can
                                                     : Measuring::SwitchedOff;
    m_model->setRows(view.retention, language(), view.readAt);
    table()->setColumnHidden(RetentionModel::Oldest, !m_model->isMeasured());
    fitColumns();
    m_measure->setEnabled(m_measuring == Measuring::Can);
    m_measure->setAccessibleDescription(whyNot());
    m_measure->setToolTip(m_measuring == Measuring::Can
                              ? tr("Reads when the oldest message of each room was written, and nothing else of it")
                              : whyNot());
}

void RetentionPage::retranslate()
{
    m_measure->setText(tr("Measure"));
    m_export->setText(tr("Export evidence…"));
    m_export->setToolTip(
        tr("A report for the data-protection officer: names of courses and rooms, durations and dates"));
    ListPage::retranslate();
}

void RetentionPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export evidence"), tr("retention.html"),
                                   tr("Web page (*.html);;Spreadsheet (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { context().backend.exportEvidence(path, language()); });
    dialog->open();
}

} // namespace liaison::ui

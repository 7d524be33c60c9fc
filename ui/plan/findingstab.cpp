#include "ui/plan/findingstab.h"

#include "ui/base/delegate.h"

#include <QVBoxLayout>

namespace liaison::ui {

FindingsTab::FindingsTab(FindingsModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_chips(new ChipGroup), m_table(new TableView(32))
{
    setSurface(this, Surface::Surface);
    auto *column = new QVBoxLayout(this);
    setMetrics(column, {}, 0);
    m_chips->add(ChipGroup::AllId);
    auto *top = new QVBoxLayout;
    setMetrics(top, {16, 10, 16, 10}, 0);
    top->addWidget(m_chips);
    column->addLayout(top);
    m_table->setModel(model);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setColumn(FindingsModel::KindColumn, 180);
    m_table->setColumn(FindingsModel::CourseColumn, 100);
    m_table->setColumn(FindingsModel::PersonColumn, 140);
    m_table->setStretched(FindingsModel::MeaningColumn);
    column->addWidget(m_table, 1);
}

void FindingsTab::showKinds(text::Language language, bool low)
{
    QStringList codes;
    const auto counts = m_model->counts();
    for (const auto &[code, n] : counts)
        codes << code;
    if (codes != m_codes) {
        m_codes = codes;
        m_model->setCodes({});
        auto *fresh = new ChipGroup;
        fresh->add(ChipGroup::AllId);
        for (int i = 0; i < codes.size(); ++i)
            fresh->add(i);
        delete layout()->itemAt(0)->layout()->replaceWidget(m_chips, fresh);
        m_chips->hide(); // it leaves later
        m_chips->deleteLater();
        m_chips = fresh;
        fresh->setChecked({});
        fresh->setHidden(low);
        connect(fresh, &ChipGroup::selectionChanged, this, [this] {
            QStringList wanted;
            for (const int id : m_chips->checked())
                wanted << m_codes.value(id);
            m_model->setCodes(wanted);
        });
    }
    m_chips->chip(ChipGroup::AllId)->setText(tr("All"));
    m_chips->chip(ChipGroup::AllId)->setCount(m_model->total(), language);
    for (int i = 0; i < codes.size(); ++i) {
        m_chips->chip(i)->setText(m_model->wordOf(codes[i]));
        m_chips->chip(i)->setCount(counts[static_cast<size_t>(i)].second, language);
    }
}

} // namespace liaison::ui

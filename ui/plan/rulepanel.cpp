#include "ui/plan/rulepanel.h"

#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <QIntValidator>

namespace liaison::ui {

RulePanel::RulePanel(PlanModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_icon(new IconLabel(Icon::Info, Ink::Secondary, 16, this))
    , m_title(new Label(FontRole::Strong, Ink::Text, this))
    , m_text(new Label(FontRole::Body, Ink::Secondary, this))
    , m_ask(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_number(new QLineEdit(this))
    , m_action(new Button(Button::Kind::Normal, this))
{
    auto *outer = new QVBoxLayout(this);
    setMetrics(outer, {}, 0);
    auto *all = new QVBoxLayout;
    setMetrics(all, {16, 12, 16, 12}, 6);
    outer->addLayout(all);
    outer->addWidget(new Hairline(Qt::Horizontal, this));
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 10);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    all->addLayout(head);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    all->addWidget(m_text);
    auto *row = new QHBoxLayout;
    setMetrics(row, {0, 4, 0, 0}, 8);
    row->addWidget(m_number);
    row->addWidget(m_action);
    row->addStretch(1);
    all->addLayout(row);
    all->addWidget(m_ask);
    m_ask->setWordWrap(true);
    fixWidth(m_number, 88);
    fixHeight(m_number, 32);
    m_number->setTextMargins(6, 0, 6, 0);
    m_number->setValidator(new QIntValidator(0, 99999999, m_number));
    m_action->setAutoDefault(false);
    connect(m_action, &QPushButton::clicked, this, &RulePanel::press);
    connect(m_number, &QLineEdit::returnPressed, this, &RulePanel::press);
    connect(m_number, &QLineEdit::textChanged, this, [this] { m_ask->hide(); });
    connect(model, &PlanModel::ticksChanged, this, &RulePanel::sync);
    sync();
}

void RulePanel::setRow(const QModelIndex &index)
{
    const QPersistentModelIndex row(index.siblingAtColumn(0));
    if (row != m_row)
        m_number->clear();
    m_row = row;
    sync();
}

void RulePanel::showText(const QString &title, const QString &text)
{
    m_row = QPersistentModelIndex();
    m_icon->setIcon(Icon::Info, Ink::Secondary);
    m_title->setText(title);
    m_text->setText(text);
    m_number->hide();
    m_action->hide();
    m_ask->hide();
    setVisible(!title.isEmpty());
}

void RulePanel::setLanguage(text::Language language)
{
    m_language = language;
    sync();
}

void RulePanel::retranslate()
{
    sync();
}

void RulePanel::act()
{
    if (m_number->isVisible())
        m_number->setFocus();
    else if (m_action->isVisible())
        press();
}

void RulePanel::press()
{
    const std::optional<size_t> e = m_model->entryOf(m_row);
    if (!e)
        return;
    const PlanEntry &entry = m_model->ticks().entries()[*e];
    if (!entry.rule)
        return;
    if (Ticks::releasable(*entry.rule)) {
        m_model->setReleased(m_row, !m_model->ticks().released(*e));
        return;
    }
    if (m_model->ticks().thresholdLifted(*e)) {
        m_model->lowerThreshold(m_row);
        return;
    }
    const int held = m_model->ticks().heldByThreshold(*e);
    if (!m_model->liftThreshold(m_row, m_number->text().toInt())) {
        m_ask->setText(m_number->text().isEmpty()
                           ? tr("The number is missing.")
                           : tr("The number typed is not %1.").arg(text::number(m_language, held)));
        m_ask->show();
        m_number->setFocus();
    }
}

void RulePanel::sync()
{
    const PlanNode *node = m_row.isValid() ? m_model->nodeOf(m_row) : nullptr;
    setVisible(node && node->level != PlanNode::Level::Group);
    m_ask->hide();
    if (!node || node->level == PlanNode::Level::Group)
        return;
    const PlanEntry &e = m_model->ticks().entries()[node->entry];
    const QString name = m_row.data().toString();
    m_text->setText(m_model->explanation(m_row));
    m_icon->setIcon(e.rule ? Icon::Lock : Icon::Info, Ink::Secondary);
    if (!e.rule) {
        m_title->setText(tr("%1: %2").arg(name, PlanWords::cause(*e.change, m_language)));
        m_number->hide();
        m_action->hide();
        return;
    }
    m_title->setText(m_row.data(PlanModel::PillRole).toString());
    const bool releases = Ticks::releasable(*e.rule);
    const bool room = e.rule == Rule::Emptied;
    const bool released = m_model->ticks().released(node->entry);
    const bool threshold = Ticks::isThreshold(*e.rule);
    const bool lifted = m_model->ticks().thresholdLifted(node->entry);
    const int held = m_model->ticks().heldByThreshold(node->entry);
    const bool here = threshold || (releases && (room || node->level == PlanNode::Level::Entry));
    m_action->setVisible(here);
    m_number->setVisible(threshold && !lifted);
    m_number->setAccessibleName(tr("Number that lifts the threshold: %1").arg(text::number(m_language, held)));
    if (threshold)
        m_action->setText(lifted ? tr("Hold back again")
                                 : tr("Lift the threshold of %1").arg(text::number(m_language, held)));
    else if (released)
        m_action->setText(tr("Withhold again"));
    else
        m_action->setText(room ? tr("Release this room") : tr("Release this person"));
    m_action->setAccessibleDescription(room ? QString() : name);
    if (releases && !here) {
        m_ask->setText(tr("Open the row: people are released one at a time."));
        m_ask->show();
    }
}

} // namespace liaison::ui

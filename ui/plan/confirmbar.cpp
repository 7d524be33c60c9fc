#include "ui/plan/confirmbar.h"

#include "ui/text/format.h"

#include <QIntValidator>

namespace liaison::ui {

ConfirmBar::ConfirmBar(QWidget *parent)
    : QWidget(parent)
    , m_tag(new EnvironmentTag(Environment::None, this))
    , m_profile(new Label(FontRole::Body, Ink::Text, this))
    , m_ask(new Label(FontRole::Body, Ink::Text, this))
    , m_note(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_lock(new IconLabel(Icon::Lock, Ink::Secondary, 16, this))
    , m_number(new QLineEdit(this))
    , m_apply(new Button(Button::Kind::Primary, this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {16, 12, 16, 12}, 8);
    auto *where = new QHBoxLayout;
    setMetrics(where, {}, 10);
    where->addWidget(m_tag);
    where->addWidget(m_profile, 1);
    m_profile->setElided(true);
    all->addLayout(where);
    all->addWidget(m_ask);
    m_ask->setWordWrap(true);
    auto *row = new QHBoxLayout;
    setMetrics(row, {}, 8);
    row->addWidget(m_number);
    row->addWidget(m_apply, 1);
    all->addLayout(row);
    auto *why = new QHBoxLayout;
    setMetrics(why, {}, 8);
    why->addWidget(m_lock, 0, Qt::AlignTop);
    why->addWidget(m_note, 1);
    all->addLayout(why);
    m_note->setWordWrap(true);
    fixWidth(m_number, 88);
    fixHeight(m_number, 36);
    m_number->setTextMargins(6, 0, 6, 0);
    m_number->setValidator(new QIntValidator(0, 99999999, m_number));
    m_ask->setBuddy(m_number);
    m_apply->setConfirming(true);
    m_apply->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_apply->setAutoDefault(false);
    m_apply->setDefault(false);
    connect(m_number, &QLineEdit::textChanged, this, [this] { sync(); });
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (ready())
            Q_EMIT confirmed();
    });
    sync();
}

void ConfirmBar::setPlace(const Place &place)
{
    m_place = place;
    sync();
}

void ConfirmBar::setTicks(const Ticks &ticks)
{
    const int before = m_toType;
    m_sum = ticks.equation();
    m_toType = ticks.numberToConfirm();
    if (before != m_toType)
        m_number->clear(); // it confirmed another number
    sync();
}

void ConfirmBar::setLanguage(text::Language language)
{
    m_language = language;
    sync();
}

void ConfirmBar::setBusy(bool busy)
{
    m_busy = busy;
    sync();
}

void ConfirmBar::clearNumber()
{
    m_number->clear();
}

void ConfirmBar::retranslate()
{
    sync();
}

void ConfirmBar::sync()
{
    const bool types = m_place.production && !m_place.readOnly && m_sum.toApply > 0;
    const QString wanted = text::number(m_language, m_toType);
    m_tag->setEnvironment(m_place.environment);
    m_tag->setVisible(m_place.environment != Environment::None);
    m_profile->setText(m_place.profile);
    m_ask->setVisible(types);
    m_ask->setText(m_sum.removals > 0 ? tr("Removals and demotions, typed to confirm: %1").arg(wanted)
                                      : tr("Number of steps, typed to confirm: %1").arg(wanted));
    m_number->setVisible(types);
    m_number->setAccessibleName(m_ask->text());
    m_apply->setVisible(!m_place.readOnly);
    m_apply->setText(tr("Apply %n step(s)", nullptr, m_sum.toApply));
    m_apply->setToolTip(tr("Ctrl+Enter"));
    m_lock->setVisible(m_place.readOnly);

    m_reason.clear();
    bool fits = false;
    if (m_place.readOnly)
        m_reason =
            tr("This profile is read-only, a protection against mistakes: nothing can be applied from here. Save the plan "
               "for a colleague who may.");
    else if (m_busy)
        m_reason = tr("The plan is being made again.");
    else if (m_sum.toApply == 0)
        m_reason = tr("No step is ticked.");
    else if (types && (m_number->text().toInt(&fits) != m_toType || !fits))
        m_reason =
            m_number->text().isEmpty() ? tr("The number is missing.") : tr("The number typed is not %1.").arg(wanted);
    m_apply->setEnabled(m_reason.isEmpty());
    m_apply->setAccessibleDescription(m_reason);
    m_note->setText(m_reason.isEmpty() ? tr("Each step is checked again just before it is written.") : m_reason);
}

} // namespace liaison::ui

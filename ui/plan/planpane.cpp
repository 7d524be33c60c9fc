#include "ui/plan/planpane.h"

#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <QGridLayout>
#include <QScrollArea>

namespace liaison::ui {

PlanPane::PlanPane(PlanModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    setSurface(inside, Surface::Surface);
    setSurface(scroll, Surface::Surface);
    auto *column = new QVBoxLayout(inside);
    setMetrics(column, {}, 0);
    scroll->setWidget(inside);
    all->addWidget(scroll, 1);
    const auto section = [&](int spacing) {
        auto *box = new QVBoxLayout;
        setMetrics(box, {16, 12, 16, 12}, spacing);
        column->addLayout(box);
        return box;
    };

    auto *sum = section(6);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 12);
    m_headline = new Label(FontRole::Headline, Ink::Text, inside);
    m_headlineWord = new Label(FontRole::CardTitle, Ink::Text, inside);
    m_headlineWord->setWordWrap(true);
    head->addWidget(m_headline);
    head->addWidget(m_headlineWord, 1, Qt::AlignVCenter);
    sum->addLayout(head);
    auto *grid = new QGridLayout;
    setMetrics(grid, {0, 4, 0, 0}, 5);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < 4; ++i) {
        const bool total = i == 3;
        m_terms[i] = new Label(total ? FontRole::Strong : FontRole::Body, total ? Ink::Text : Ink::Secondary, inside);
        m_numbers[i] = new Label(FontRole::Strong, Ink::Text, inside);
        m_numbers[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (total)
            grid->addWidget(new Hairline(Qt::Horizontal, inside), 3, 0, 1, 2);
        grid->addWidget(m_terms[i], total ? 4 : i, 0);
        grid->addWidget(m_numbers[i], total ? 4 : i, 1);
    }
    sum->addLayout(grid);
    column->addWidget(new Hairline(Qt::Horizontal, inside));

    auto *noise = new QHBoxLayout;
    setMetrics(noise, {16, 12, 16, 12}, 10);
    auto *words = new QVBoxLayout;
    setMetrics(words, {}, 2);
    m_noise = new Label(FontRole::Strong, Ink::Text, inside);
    m_noiseDetail = new Label(FontRole::Caption, Ink::Secondary, inside);
    m_noise->setWordWrap(true);
    m_noiseDetail->setWordWrap(true);
    words->addWidget(m_noise);
    words->addWidget(m_noiseDetail);
    noise->addWidget(new IconLabel(Icon::Messages, Ink::Secondary, 16, inside), 0, Qt::AlignTop);
    noise->addLayout(words, 1);
    column->addLayout(noise);
    column->addWidget(new Hairline(Qt::Horizontal, inside));

    auto *limits = section(8);
    m_thresholds = new Label(FontRole::Strong, Ink::Text, inside);
    m_noRemoval = new Label(FontRole::Body, Ink::Secondary, inside);
    limits->addWidget(m_thresholds);
    limits->addWidget(m_noRemoval);
    m_meters = new QWidget(inside);
    auto *meters = new QVBoxLayout(m_meters);
    setMetrics(meters, {}, 8);
    m_run = meterRow(meters);
    m_room = meterRow(meters);
    limits->addWidget(m_meters);
    column->addWidget(new Hairline(Qt::Horizontal, inside));

    m_rights = new QWidget(inside);
    auto *rights = new QHBoxLayout(m_rights);
    setMetrics(rights, {16, 12, 16, 12}, 10);
    m_rightsMark = new MarkLabel(Mark::Fine, m_language, 16, m_rights);
    m_rightsTitle = new Label(FontRole::Strong, Ink::Text, m_rights);
    m_rightsDetail = new Label(FontRole::Caption, Ink::Secondary, m_rights);
    m_rightsDetail->setWordWrap(true);
    auto *rightWords = new QVBoxLayout;
    setMetrics(rightWords, {}, 2);
    rightWords->addWidget(m_rightsTitle);
    rightWords->addWidget(m_rightsDetail);
    rights->addWidget(m_rightsMark, 0, Qt::AlignTop);
    rights->addLayout(rightWords, 1);
    column->addWidget(m_rights);
    column->addStretch(1);

    all->addWidget(new Hairline(Qt::Horizontal, this));
    m_outside = all;
    m_inside = column;
    m_scroll = scroll;
    m_rule = new RulePanel(model, this); // outside what scrolls: its action has to be seen at once
    all->addWidget(m_rule);
    m_confirm = new ConfirmBar(this);
    all->addWidget(m_confirm);
    connect(model, &PlanModel::ticksChanged, this, &PlanPane::sync);
    sync();
}

/// In a low window the rule scrolls with the rest, under the equation, instead of squeezing it; at 200 % zoom the
/// confirmation too.
void PlanPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto put = [this](QWidget *part, bool inside) {
        QVBoxLayout *wanted = inside ? m_inside : m_outside;
        if (wanted->indexOf(part) >= 0)
            return;
        QWidget *keyboard = window()->focusWidget();
        if (keyboard && !part->isAncestorOf(keyboard))
            keyboard = nullptr;
        const bool shown = !part->isHidden();
        (inside ? m_outside : m_inside)->removeWidget(part);
        wanted->insertWidget(2, part); // after the equation and its line, or under what scrolls and its line
        part->setVisible(shown);
        if (keyboard) // another parent took it away
            keyboard->setFocus(Qt::OtherFocusReason);
    };
    put(m_confirm, height() < tokens(this).px(260));
    put(m_rule, height() < tokens(this).px(520));
}

PlanPane::MeterRow PlanPane::meterRow(QVBoxLayout *into)
{
    auto *row = new QHBoxLayout;
    setMetrics(row, {}, 8);
    MeterRow out{new Label(FontRole::Body, Ink::Secondary, m_meters), new Label(FontRole::Name, Ink::Text, m_meters),
                 new Meter(m_meters)};
    out.name->setElided(true);
    row->addWidget(out.name, 1);
    row->addWidget(out.value);
    auto *both = new QVBoxLayout;
    setMetrics(both, {}, 4);
    both->addLayout(row);
    both->addWidget(out.meter);
    into->addLayout(both);
    return out;
}

void PlanPane::setView(std::shared_ptr<const CampusView> view)
{
    m_view = std::move(view);
    ConfirmBar::Place place;
    if (m_view) {
        place.profile = m_view->profileName;
        place.production = m_view->production;
        place.readOnly = m_view->readOnly;
        place.environment = m_view->production ? Environment::Production
                            : m_view->demo     ? Environment::Sandbox
                                               : Environment::Test;
    }
    m_confirm->setPlace(place);
    sync();
}

void PlanPane::setLanguage(text::Language language)
{
    m_language = language;
    m_rule->setLanguage(language);
    m_confirm->setLanguage(language);
    sync();
}

void PlanPane::retranslate()
{
    m_rule->retranslate();
    m_confirm->retranslate();
    sync();
}

QString PlanPane::equationText() const
{
    const Equation sum = m_model->ticks().equation();
    const auto n = [this](int value) { return text::number(m_language, value); };
    return tr("%1 observed − %2 withheld − %3 not ticked = %4 to apply")
        .arg(n(sum.observed), n(sum.withheld), n(sum.unticked), n(sum.toApply));
}

QString PlanPane::headline() const
{
    return QString(m_headline->text() % u' ' % m_headlineWord->text());
}

void PlanPane::sync()
{
    const Ticks &ticks = m_model->ticks();
    const Equation sum = ticks.equation();
    const auto n = [this](int value) { return text::number(m_language, value); };
    const auto minus = [&](int value) { return value > 0 ? QStringLiteral("− %1").arg(n(value)) : n(0); };
    m_headline->setText(n(sum.toApply));
    m_headlineWord->setText(
        tr("%1 to apply in %2")
            .arg(tr("step(s)", "after the number", sum.toApply), tr("%n room(s)", nullptr, sum.rooms)));
    const QString terms[] = {tr("Differences observed"), tr("Withheld by a rule"), tr("Not ticked"), tr("To apply")};
    const QString numbers[] = {n(sum.observed), minus(sum.withheld), minus(sum.unticked), n(sum.toApply)};
    for (int i = 0; i < 4; ++i) {
        m_terms[i]->setText(terms[i]);
        m_numbers[i]->setText(numbers[i]);
    }
    setAccessibleName(equationText());

    const Toll toll = ticks.toll();
    m_noise->setText(tr("%n visible system message(s)", nullptr, toll.noise.messages));
    QStringList detail;
    if (toll.worstMessages > 0) {
        const QString room = m_model->names().courseShort({{}, std::nullopt, std::nullopt, toll.worstRoom});
        detail << tr("Most in %1: %2.").arg(room, tr("%n message(s)", nullptr, toll.worstMessages));
    }
    if (toll.noise.notifications > 0)
        detail << tr("%n notification(s) to the people added.", nullptr, toll.noise.notifications);
    m_noiseDetail->setText(detail.join(u'\n'));
    m_noiseDetail->setVisible(!detail.isEmpty());

    updateThresholds(m_view ? m_view->policy.thresholds : Thresholds());
    updateRights();
    m_confirm->setTicks(ticks);
}

void PlanPane::updateThresholds(const Thresholds &thresholds)
{
    const Ticks &ticks = m_model->ticks();
    m_thresholds->setText(tr("Removal thresholds"));
    const Load run = ticks.runLoad(thresholds);
    const std::optional<Load> worst = ticks.worstRoom(thresholds, m_model->names().thresholdBases());
    m_noRemoval->setText(tr("No removal and no demotion is ticked"));
    m_noRemoval->setVisible(run.used == 0);
    m_meters->setVisible(run.used > 0);
    if (run.used == 0 || !worst)
        return;
    const auto show = [this](const MeterRow &row, const QString &name, const Load &load) {
        const QString value =
            tr("%1 of %2").arg(text::number(m_language, load.used), text::number(m_language, load.limit));
        row.name->setText(name);
        row.value->setText(value);
        const bool over = load.used > load.limit;
        row.meter->setInk(Ink::Remove);
        row.meter->setValues(load.used, over ? std::optional<double>(load.limit) : std::nullopt,
                             qMax(1, qMax(load.used, load.limit)), tr("%1: %2").arg(name, value));
        row.meter->setAccessibleName(name);
    };
    show(m_run, tr("Run"), run);
    show(m_room,
         tr("Room closest to its limit: %1")
             .arg(m_model->names().courseShort({{}, std::nullopt, std::nullopt, worst->room})),
         *worst);
}

void PlanPane::updateRights()
{
    int held = 0, all = 0;
    QStringList missing;
    const std::shared_ptr<const Plan> plan = m_model->ticks().plan();
    if (m_view && plan) {
        for (const ServerReport &server : m_view->servers) {
            for (const RightRow &right : server.rights) {
                const auto changes = fromCode<ChangeClass>(right.feature);
                if (!changes || std::find(plan->classes.begin(), plan->classes.end(), *changes) == plan->classes.end())
                    continue;
                ++all;
                if (right.held == true)
                    ++held;
                else
                    missing << right.right;
            }
        }
    }
    m_rights->setVisible(all > 0);
    m_rightsMark->setMark(held == all ? Mark::Fine : Mark::Watch, m_language);
    m_rightsTitle->setText(
        tr("Rights held: %1 of %2").arg(text::number(m_language, held), text::number(m_language, all)));
    m_rightsDetail->setText(missing.isEmpty()
                                ? tr("Everything that the ticked classes need.")
                                : tr("Missing or not readable: %1").arg(missing.join(QStringLiteral(", "))));
}

} // namespace liaison::ui

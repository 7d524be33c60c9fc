#include "ui/courses/withheldstrip.h"

#include "ui/text/format.h"

#include <QHBoxLayout>
#include <algorithm>

namespace liaison::ui {

WithheldStrip::WithheldStrip(QWidget *parent) : QWidget(parent)
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 0}, 0);
    all->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    setMetrics(row, {16, 6, 16, 6}, 8);
    row->addWidget(new IconLabel(Icon::Lock), 0, Qt::AlignTop);
    m_words = new Label(FontRole::Caption, Ink::Secondary);
    m_words->setReading(true);
    row->addWidget(m_words, 1);
    all->addLayout(row);
}

void WithheldStrip::setPeople(const std::vector<PersonRow> &people, text::Language language)
{
    // The rules that hold most back, in words.
    std::vector<std::pair<Rule, int>> rules;
    m_count = 0;
    for (const PersonRow &person : people) {
        if (!person.kind || !person.rule)
            continue;
        ++m_count;
        const auto known =
            std::find_if(rules.begin(), rules.end(), [&](const auto &r) { return r.first == *person.rule; });
        if (known == rules.end())
            rules.push_back({*person.rule, 1});
        else
            ++known->second;
    }
    std::stable_sort(rules.begin(), rules.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    QString text;
    if (m_count == 1) { // the sentence speaks of one person
        text = tr("%n change(s) withheld: %1", nullptr, m_count).arg(text::of(rules.front().first, language).sentence);
    } else if (!rules.empty()) {
        QStringList names;
        for (const auto &[rule, n] : rules)
            names << QString(text::of(rule, language).name + u" (" + text::number(language, n) + u')');
        text = tr("%n change(s) withheld: %1", nullptr, m_count).arg(names.join(QStringLiteral(", ")));
    }
    m_words->setText(text);
}

} // namespace liaison::ui

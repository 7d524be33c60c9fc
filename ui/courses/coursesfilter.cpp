#include "ui/courses/coursespage.h"

#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/text/format.h"

#include <QLayout>
#include <QMenu>

namespace liaison::ui {

void CoursesPage::chipsChanged()
{
    StateMask mask = 0;
    for (int id : m_chips->checked())
        mask = static_cast<StateMask>(mask | maskOf(static_cast<LinkState>(id)));
    m_model->setStates(mask);
}

/// New counts can make the chips need another line. Layouts pass that on from the inside out, one turn of the event
/// loop each; done at once nobody sees a frame with a chip cut off.
void CoursesPage::settleHeader()
{
    for (QWidget *widget = m_chips; widget && widget != parentWidget(); widget = widget->parentWidget()) {
        if (widget->layout())
            widget->layout()->activate();
    }
}

void CoursesPage::showHeader()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index) {
        m_header->setFact(QString());
        return;
    }
    const auto number = [&](int n) { return text::number(language(), n); };
    const int shown = m_model->rowCount();
    QString fact;
    if (!m_model->filter().isEmpty()) {
        fact = shown == 0 ? tr("no course shown of %1").arg(number(index->size()))
                          : tr("%Ln shown of %1", nullptr, shown).arg(number(index->size()));
    } else {
        fact = tr("%Ln course(s)", nullptr, index->courses);
        if (index->withRoom < index->courses)
            fact += tr(", %Ln with a room", nullptr, index->withRoom);
        if (index->size() > index->courses)
            fact += tr(", %Ln room link(s)", nullptr, index->size());
    }
    if (m_error)
        fact += tr(", as read %1").arg(text::age(language(), m_model->now().ms - index->view->readAt.ms));
    m_header->setFact(fact);
}

void CoursesPage::showChips()
{
    if (!m_model->linkIndex()) { // not read yet: no number is known, not even 0
        m_chips->chip(ChipGroup::AllId)->setCountUnknown();
        for (LinkState state : chipStates)
            m_chips->chip(static_cast<int>(state))->setCountUnknown();
        return;
    }
    const auto &counts = m_model->counts();
    int all = 0;
    for (LinkState state : chipStates) {
        const int n = counts[static_cast<size_t>(state)];
        all += n;
        m_chips->chip(static_cast<int>(state))->setCount(n, language());
    }
    m_chips->chip(ChipGroup::AllId)->setCount(all, language());
}

QString CoursesPage::categoryName() const
{
    const auto &picked = m_model->filter().category();
    if (!picked)
        return {};
    const QString name = m_view ? m_view->categories.value(picked->site).value(picked->id).simplified() : QString();
    return name.isEmpty() ? tr("Category %1").arg(picked->id) : name;
}

void CoursesPage::showCategory()
{
    QString name = categoryName();
    name.replace(u'&', QStringLiteral("&&"));
    m_category->setText(name.isEmpty() ? tr("All categories") : name);
    m_category->setAccessibleName(name.isEmpty() ? tr("Category: all") : tr("Category: %1").arg(categoryName()));
}

void CoursesPage::fillCategoryMenu()
{
    m_categoryMenu->clear();
    const auto choose = [this](const std::optional<CategoryKey> &key) {
        m_model->setCategory(key);
        showCategory();
    };
    QAction *all = m_categoryMenu->addAction(tr("All categories"), this, [choose] { choose(std::nullopt); });
    all->setCheckable(true);
    all->setChecked(!m_model->filter().category());
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index)
        return;
    m_categoryMenu->addSeparator();
    // A category with others below it is a menu of its own, whose first entry is the whole of it.
    std::vector<QMenu *> menus(index->categories.size(), nullptr);
    for (size_t i = 0; i < index->categories.size(); ++i) {
        const CategoryItem &item = index->categories[i];
        const bool parent = i + 1 < index->categories.size() && index->categories[i + 1].parent == static_cast<int>(i);
        QMenu *menu = item.parent < 0 ? m_categoryMenu : menus[static_cast<size_t>(item.parent)];
        QString name = item.name.isEmpty() ? tr("Category %1").arg(item.id) : item.name.simplified();
        name.replace(u'&', QStringLiteral("&&"));
        const CategoryKey key{item.site, item.id};
        const QString counted = QString(name + u"   " + text::number(language(), item.courses));
        if (parent) {
            menus[i] = menu->addMenu(name);
            menu = menus[i];
        }
        QAction *action =
            menu->addAction(parent ? tr("All of %1").arg(counted) : counted, this, [choose, key] { choose(key); });
        action->setCheckable(true);
        action->setChecked(m_model->filter().category() == key);
        if (parent)
            menu->addSeparator();
    }
}

/// What is filtered, in words: "text “chem”, state orphan, category Health".
QString CoursesPage::filterInWords() const
{
    const LinkFilter &filter = m_model->filter();
    QStringList parts;
    if (!filter.query().words.isEmpty()) {
        QString typed = m_model->filterText().simplified();
        QStringList plain;
        for (const QString &word : typed.split(u' ')) {
            if (!word.contains(u':'))
                plain << word;
        }
        parts << tr("“%1”").arg((plain.isEmpty() ? filter.query().words : plain).join(u' '));
    }
    if (filter.query().states)
        parts << tr("state %1").arg(filter.query().stateText);
    QStringList states;
    for (LinkState state : chipStates) {
        if ((filter.states() & maskOf(state)) != 0)
            states << text::of(state, language()).name.toLower();
    }
    if (!states.isEmpty())
        parts << tr("state %1").arg(states.join(tr(" or ")));
    for (const QString &category : filter.query().categoryTexts)
        parts << tr("category %1").arg(category);
    if (filter.category())
        parts << tr("category %1").arg(categoryName());
    return parts.join(QStringLiteral(", "));
}

void CoursesPage::setFilter(const QString &filter)
{
    m_chips->setChecked({});
    m_model->setStates(0);
    m_model->setCategory(std::nullopt);
    showCategory();
    // A bare state code comes from a segment of the overview.
    if (const auto state = fromCode<LinkState>(filter)) {
        m_filter->clear();
        m_chips->setChecked({static_cast<int>(*state)});
        m_model->setStates(maskOf(*state));
        return;
    }
    m_filter->setText(filter);
}

} // namespace liaison::ui

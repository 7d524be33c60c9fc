#pragma once

#include "ui/courses/linkindex.h"

#include <QStringMatcher>

namespace liaison::ui {

/// What somebody typed in the filter field, taken apart: words that all have to be found, and terms such as
/// `état:écarts` or `catégorie:"Licence de droit"`, with English and French keys in either language.
struct LinkQuery
{
    QStringList words;               ///< folded
    std::optional<StateMask> states; ///< of the state terms together; nullopt = none typed
    QString stateText;               ///< what stood after the colon, as typed
    bool orphans = false;            ///< `état:orphelin`: a state of rooms; no course has it
    bool unknownState = false;       ///< a state that does not exist was typed
    QStringList categories;          ///< folded; each has to be found in the path of the course's category
    QStringList categoryTexts;       ///< as typed

    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && !states && categories.isEmpty(); }
    friend bool operator==(const LinkQuery &, const LinkQuery &) = default;
};

[[nodiscard]] LinkQuery parseLinkQuery(QStringView typed);

/// A category picked in the menu.
struct CategoryKey
{
    QString site;
    qint64 id = 0;
    friend bool operator==(const CategoryKey &, const CategoryKey &) = default;
};

/// The whole filter of the table. Prepared once per change; asking it about a row allocates nothing.
class LinkFilter
{
public:
    void setQuery(LinkQuery query);
    void setStates(StateMask states) { m_states = states; } ///< of the chips; 0 = all
    void setCategory(std::optional<CategoryKey> category) { m_category = std::move(category); }
    [[nodiscard]] const LinkQuery &query() const { return m_query; }
    [[nodiscard]] StateMask states() const { return m_states; }
    [[nodiscard]] const std::optional<CategoryKey> &category() const { return m_category; }
    [[nodiscard]] bool isEmpty() const { return m_query.isEmpty() && m_states == 0 && !m_category; }

    /// Looks up the categories of that index; before `accepts…`.
    void prepare(const LinkIndex &index);
    [[nodiscard]] bool acceptsText(const LinkIndex &index, quint32 item) const;
    [[nodiscard]] bool acceptsState(quint8 state) const
    {
        return (maskOf(static_cast<LinkState>(state)) & m_effective) != 0;
    }

private:
    LinkQuery m_query;
    std::vector<QStringMatcher> m_matchers;
    StateMask m_states = 0;
    StateMask m_effective = 0xffff;
    std::optional<CategoryKey> m_category;
    std::vector<char> m_categoryOk; ///< by position in LinkIndex::categories; empty = every one
};

} // namespace liaison::ui

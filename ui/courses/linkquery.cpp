#include "ui/courses/linkquery.h"

#include "ui/courses/fold.h"
#include "ui/text/text.h"

#include <algorithm>

namespace liaison::ui {
namespace {

struct Token
{
    QString key;   ///< folded; empty for a plain word
    QString value; ///< as typed, without its quotes
};

/// Splits at blanks; quotes keep blanks together, also after a colon. A quote left open goes to the end.
std::vector<Token> tokens(QStringView typed)
{
    std::vector<Token> out;
    Token token;
    bool quoted = false, any = false;
    const auto end = [&] {
        if (any)
            out.push_back(token);
        token = {};
        any = false;
    };
    for (QChar c : typed) {
        if (c == u'"' || c == u'“' || c == u'”' || c == u'«' || c == u'»') {
            quoted = c == u'"' ? !quoted : (c == u'“' || c == u'«');
            any = true;
        } else if (c.isSpace() && !quoted) {
            end();
        } else if (c == u':' && !quoted && token.key.isEmpty() && !token.value.isEmpty()) {
            token.key = folded(token.value);
            token.value.clear();
        } else {
            token.value += c;
            any = true;
        }
    }
    end();
    return out;
}

QString joinedForm(const QString &name)
{
    QString out = folded(name);
    out.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'_' || c == u'\''; });
    return out;
}

/// States whose code, English name or French name begins with what was typed.
StateMask statesNamed(const QString &typed)
{
    const QString wanted = joinedForm(typed);
    if (wanted.isEmpty())
        return 0;
    StateMask exact = 0, begins = 0;
    const auto consider = [&](LinkState state, const QString &name) {
        const QString form = joinedForm(name);
        if (form == wanted)
            exact |= maskOf(state);
        else if (form.startsWith(wanted))
            begins |= maskOf(state);
    };
    for (const auto &[state, code] : Codes<LinkState>::all) {
        consider(state, QString::fromLatin1(code));
        consider(state, text::of(state, text::Language::English).name);
        consider(state, text::of(state, text::Language::French).name);
    }
    // What else people call them.
    consider(LinkState::InStep, QStringLiteral("à jour"));
    consider(LinkState::Missing, QStringLiteral("salon introuvable"));
    consider(LinkState::Pending, QStringLiteral("en cours de création"));
    consider(LinkState::PartlyKnown, QStringLiteral("en partie connu"));
    return exact != 0 ? exact : begins;
}

bool namesOrphans(const QString &typed)
{
    const QString wanted = joinedForm(typed);
    return wanted.size() >= 3 &&
           (QLatin1String("orphelins").startsWith(wanted) || QLatin1String("orphans").startsWith(wanted));
}

} // namespace

LinkQuery parseLinkQuery(QStringView typed)
{
    LinkQuery query;
    for (const Token &token : tokens(typed)) {
        const bool state = token.key == u"etat" || token.key == u"state";
        const bool category = token.key == u"categorie" || token.key == u"category";
        if ((state || category) && token.value.isEmpty())
            continue; // still being typed
        if (state) {
            const StateMask mask = statesNamed(token.value);
            query.orphans = query.orphans || (mask == 0 && namesOrphans(token.value));
            query.unknownState = query.unknownState || (mask == 0 && !namesOrphans(token.value));
            query.states = static_cast<StateMask>(query.states.value_or(0) | mask);
            query.stateText += query.stateText.isEmpty() ? token.value : QString(u", " + token.value);
        } else if (category) {
            query.categories << folded(token.value);
            query.categoryTexts << token.value;
        } else {
            // "http://…" and "12:30" are words with a colon, not terms.
            const QString word =
                token.key.isEmpty() ? folded(token.value) : QString(token.key + u':' + folded(token.value));
            if (!word.isEmpty())
                query.words << word;
        }
    }
    return query;
}

void LinkFilter::setQuery(LinkQuery query)
{
    m_query = std::move(query);
    m_matchers.clear();
    for (const QString &word : m_query.words)
        m_matchers.emplace_back(word, Qt::CaseSensitive);
}

void LinkFilter::prepare(const LinkIndex &index)
{
    m_effective = m_states == 0 ? StateMask(0xffff) : m_states;
    if (m_query.states)
        m_effective &= *m_query.states;
    m_categoryOk.clear();
    if (m_query.categories.isEmpty() && !m_category)
        return;
    m_categoryOk.resize(index.categories.size());
    for (size_t i = 0; i < index.categories.size(); ++i) {
        const CategoryItem &item = index.categories[i];
        bool below = !m_category || (item.site == m_category->site && item.id == m_category->id);
        for (int up = item.parent; m_category && !below && up >= 0;
             up = index.categories[static_cast<size_t>(up)].parent) {
            const CategoryItem &above = index.categories[static_cast<size_t>(up)];
            below = above.site == m_category->site && above.id == m_category->id;
        }
        m_categoryOk[i] = below && std::all_of(m_query.categories.begin(), m_query.categories.end(),
                                               [&](const QString &wanted) { return item.foldedName.contains(wanted); });
    }
}

bool LinkFilter::acceptsText(const LinkIndex &index, quint32 item) const
{
    if (m_category || !m_query.categories.isEmpty()) {
        const int category = index.category[item];
        if (category < 0 || !m_categoryOk[static_cast<size_t>(category)])
            return false;
    }
    const QStringView hay = index.hayOf(item);
    for (const QStringMatcher &matcher : m_matchers) {
        if (matcher.indexIn(hay) < 0)
            return false;
    }
    return true;
}

} // namespace liaison::ui

#include "ui/courses/coursespage.h"

#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/courses/pagestrips.h"
#include "ui/text/format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>

namespace liaison::ui {

void CoursesPage::setLoading(const Progress &progress)
{
    m_loading = true;
    if (m_view) {
        m_reading->setProgress(progress, language());
        m_reading->show();
        return;
    }
    m_whole->setKind(StatePanel::Kind::Loading);
    m_whole->clearActions();
    m_whole->setTexts(ReadingStrip::stageText(progress.stage));
    m_whole->setProgress(progress.done, progress.total);
    m_body->setCurrentWidget(m_whole);
}

void CoursesPage::setError(const Error &error)
{
    m_loading = false;
    m_reading->hide();
    const bool stopped = error.kind == ErrorKind::Cancelled;
    if (m_view && stopped)
        return;
    m_error = error;
    StatePanel *panel = m_view ? m_trouble : m_whole;
    panel->setKind(StatePanel::Kind::Error);
    panel->clearActions();
    panel->setError(error, language());
    if (!stopped) {
        Button *see = panel->addAction(tr("See the diagnostics"), Button::Kind::Primary);
        see->setIcon(Icon::Diagnostics);
        connect(see, &QAbstractButton::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    }
    Button *again = panel->addAction(tr("Try again"), stopped ? Button::Kind::Primary : Button::Kind::Normal);
    again->setIcon(Icon::Refresh);
    connect(again, &QAbstractButton::clicked, this, &Page::refreshRequested);
    if (!stopped) {
        Button *copy = panel->addAction(tr("Copy for the ticket"), Button::Kind::Quiet);
        copy->setIcon(Icon::Copy);
        connect(copy, &QAbstractButton::clicked, this, [this] {
            const text::Text words = text::error(*m_error, language());
            QGuiApplication::clipboard()->setText(
                QStringList{words.sentence, words.remedy, text::errorCode(*m_error)}.join(u'\n'));
            Q_EMIT announced(tr("Copied"));
        });
    }
    if (m_view)
        m_trouble->show();
    else
        m_body->setCurrentWidget(m_whole);
    showHeader();
}

/// A reading that came back without one of its servers is shown with what is known, and says which is missing.
void CoursesPage::showServerTrouble()
{
    if (m_error)
        return;
    const ServerReport *down = nullptr;
    for (const ServerReport &server : m_view->servers) {
        if (server.error && !down)
            down = &server;
    }
    m_trouble->setVisible(down != nullptr);
    if (!down)
        return;
    const int unknown = m_model->linkIndex()->totals[static_cast<size_t>(LinkState::Unknown)];
    const text::Text words = text::error(*down->error, language());
    m_trouble->setKind(StatePanel::Kind::Error);
    m_trouble->clearActions();
    m_trouble->setTexts(unknown > 0 ? tr("%1 %Ln room(s) unknown.", nullptr, unknown).arg(words.sentence)
                                    : words.sentence,
                        words.remedy);
    m_trouble->setDetail(down->url);
    Button *see = m_trouble->addAction(tr("See the diagnostics"), Button::Kind::Primary);
    see->setIcon(Icon::Diagnostics);
    connect(see, &QAbstractButton::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    Button *again = m_trouble->addAction(tr("Try again"));
    again->setIcon(Icon::Refresh);
    connect(again, &QAbstractButton::clicked, this, &Page::refreshRequested);
}

/// No row: says what was asked, what each part of it hid, and how to get out (guide 12a).
void CoursesPage::showEmpty()
{
    const LinkIndexPtr index = m_model->linkIndex();
    if (!index)
        return;
    const bool none = m_model->rowCount() == 0;
    m_tableSide->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_table);
    if (!none)
        return;
    m_empty->clearActions();
    m_empty->setKind(StatePanel::Kind::Empty);
    if (index->size() == 0) {
        m_empty->setIcon(Icon::Courses);
        m_empty->setTexts(tr("No course has a chat activity"),
                          tr("As soon as a teacher adds one in Moodle, it is listed here after the next reading."));
        Button *read = m_empty->addAction(tr("Read again"), Button::Kind::Primary);
        connect(read, &QAbstractButton::clicked, this, &Page::refreshRequested);
        return;
    }
    m_empty->setIcon(Icon::NoResult);
    const LinkFilter &filter = m_model->filter();
    const LinkQuery &query = filter.query();
    QString why = tr("Filter: %1.").arg(filterInWords());
    bool first = true;
    const auto action = [&](const QString &label, auto act) {
        Button *button = m_empty->addAction(label, first ? Button::Kind::Primary : Button::Kind::Normal);
        first = false;
        connect(button, &QAbstractButton::clicked, this, act);
    };
    // Later, on a click, what the buttons do must not depend on what was on screen when they were made.
    const auto withoutStates = [this] {
        m_chips->setChecked({});
        m_model->setStates(0);
        LinkQuery now = m_model->filter().query();
        if (now.states) {
            QStringList kept;
            for (const QString &word : m_filter->text().split(u' ', Qt::SkipEmptyParts)) {
                const LinkQuery one = parseLinkQuery(word);
                if (!one.states)
                    kept << word;
            }
            const QString rest = kept.join(u' ');
            m_filter->setText(parseLinkQuery(rest).states ? QString() : rest); // a quoted state falls apart
        }
    };
    const auto withoutCategory = [this] {
        m_model->setCategory(std::nullopt);
        showCategory();
    };
    bool offered = false;
    if (query.orphans) {
        why += u' ' + tr("A room is orphan when no course points to it: those are on the Rooms page.");
        action(tr("Show orphan rooms"), [this] { Q_EMIT openPage(pages::Rooms, QStringLiteral("state:orphan")); });
        offered = true;
    } else if (query.unknownState) {
        why += u' ' + tr("There is no state “%1”.").arg(query.stateText);
    }
    int without = 0;
    for (int n : m_model->counts())
        without += n;
    const bool byState = filter.states() != 0 || query.states.has_value();
    if (byState && without > 0) {
        const LinkFacts match = index->facts(static_cast<quint32>(m_model->firstItemWithoutStates()));
        why += u' ' + tr("Without the filter on the state: %Ln course(s), among them %1 (%2).", nullptr, without)
                          .arg(match.course.fullName.simplified(), match.course.shortName.simplified());
        action(tr("Remove the filter on the state"), withoutStates);
        offered = true;
    }
    if (filter.category()) {
        LinkFilter wider = filter;
        wider.setCategory(std::nullopt);
        if (const int n = m_model->countWith(wider); n > 0) {
            why += u' ' + tr("In all categories: %Ln course(s).", nullptr, n);
            action(tr("Look in all categories"), withoutCategory);
            offered = true;
        }
    }
    if (!offered && !query.words.isEmpty())
        why += u' ' + tr("Names of courses and rooms and their numbers are searched; accents do not matter.");
    m_empty->setTexts(tr("No course matches"), why);
    action(tr("Clear all filters"), [this] {
        m_chips->setChecked({});
        m_model->setStates(0);
        m_model->setCategory(std::nullopt);
        m_filter->clear();
        showCategory();
    });
}

} // namespace liaison::ui

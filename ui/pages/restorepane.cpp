#include "ui/pages/restorepane.h"

#include "ui/base/button.h"
#include "ui/pages/restorenotes.h"
#include "ui/pages/restoresmodel.h"
#include "ui/pages/words.h"

#include <QScrollArea>

#include <optional>

namespace liaison::ui {
namespace {

Label *reading(QWidget *parent)
{
    auto *label = new Label(FontRole::Body, Ink::Text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A host that is wider than a narrow pane breaks after its dots and hyphens.
QString breakable(const QString &url)
{
    QString host = words::host(url);
    for (const QChar mark : {u'.', u'-'})
        host.replace(mark, QString(mark % QChar(0x200b)));
    return host;
}

} // namespace

RestorePane::RestorePane(QWidget *parent) : QWidget(parent)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    all->addWidget(scroll);
    m_body = new QWidget(scroll);
    setSurface(m_body, Surface::Surface);
    scroll->setWidget(m_body);
    auto *body = new QVBoxLayout(m_body);
    setMetrics(body, {16, 16, 16, 16}, 4);

    m_mark = new MarkLabel(Mark::Unknown, text::Language::English, 16, m_body);
    m_title = new Label(FontRole::PaneTitle, Ink::Text, m_body);
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 8);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    body->addLayout(head);
    m_course = new Label(FontRole::Body, Ink::Secondary, m_body);
    m_course->setWordWrap(true);
    body->addWidget(m_course);
    addGap(body, 8);
    m_sentence = reading(m_body);
    body->addWidget(m_sentence);
    m_causeHead = new Label(FontRole::LabelStrong, Ink::Secondary, m_body);
    m_cause = reading(m_body);
    m_remedyHead = new Label(FontRole::LabelStrong, Ink::Secondary, m_body);
    m_remedy = reading(m_body);
    addGap(body, 8);
    body->addWidget(m_causeHead);
    body->addWidget(m_cause);
    addGap(body, 8);
    body->addWidget(m_remedyHead);
    body->addWidget(m_remedy);
    addGap(body, 8);
    m_notes = new RestoreNotes(m_body);
    connect(m_notes, &RestoreNotes::copied, this, &RestorePane::copied);
    body->addWidget(m_notes);
    m_buttons = new QWidget(m_body);
    setSurface(m_buttons, Surface::Surface);
    auto *buttons = new QHBoxLayout(m_buttons);
    setMetrics(buttons, {}, 16);
    m_openCourse = new Button(Button::Kind::Link, m_buttons);
    m_openSource = new Button(Button::Kind::Link, m_buttons);
    buttons->addWidget(m_openCourse);
    buttons->addWidget(m_openSource);
    buttons->addStretch(1);
    body->addWidget(m_buttons);
    addGap(body, 8);
    body->addWidget(new Hairline(Qt::Horizontal, m_body));
    addGap(body, 8);
    m_rows = body;
    for (KeyValueRow **row : {&m_requester, &m_created, &m_modified, &m_when, &m_lasting, &m_source, &m_target,
                              &m_newCourse, &m_users, &m_enrolments, &m_others})
        *row = addRow();

    addGap(body, 8);
    m_site = new QWidget(m_body);
    setSurface(m_site, Surface::Surface);
    auto *site = new QVBoxLayout(m_site);
    setMetrics(site, {}, 4);
    site->addWidget(new Hairline(Qt::Horizontal, m_site));
    addGap(site, 8);
    m_siteHead = new Label(FontRole::LabelStrong, Ink::Secondary, m_site);
    m_siteHead->setWordWrap(true);
    m_runner = reading(m_site);
    site->addWidget(m_siteHead);
    site->addWidget(m_runner);
    addGap(site, 4);
    m_rows = site;
    for (KeyValueRow **row : {&m_lastRun, &m_nextRun, &m_version, &m_instances, &m_sources})
        *row = addRow();
    body->addWidget(m_site);
    body->addStretch(1);
    clear();
}

KeyValueRow *RestorePane::addRow()
{
    auto *row = new KeyValueRow(m_rows->parentWidget());
    row->setKeyWidth(144);
    m_rows->addWidget(row);
    return row;
}

void RestorePane::clear()
{
    m_body->hide();
}

void RestorePane::showItem(const RestoresModel &model, int item, const QUrl &source, text::Language language)
{
    const RestoreRow &row = model.row(item);
    const AboutRestore &about = model.about(item);
    const moodle::RestoreTask &task = row.task;
    const text::Text words = text::of(text::Group::Restore, codeOf(row.state), language);
    m_mark->setMark(markOf(row.state), language);
    m_title->setText(words.name);
    m_course->setText(task.externalName);
    m_sentence->setText(words.sentence);
    const bool cause = !row.cause.isEmpty();
    m_causeHead->setVisible(cause);
    m_cause->setVisible(cause);
    QString remedy = words.remedy;
    if (cause) {
        const text::Text why = text::of(text::Group::Restore, row.cause, language);
        m_causeHead->setText(tr("Likely cause"));
        m_cause->setText(why.sentence);
        remedy = remedy % u' ' % why.remedy;
    }
    m_remedyHead->setText(tr("Remedy"));
    m_remedy->setText(remedy.trimmed());
    m_remedyHead->setVisible(!remedy.trimmed().isEmpty());
    m_remedy->setVisible(!remedy.trimmed().isEmpty());
    m_notes->setNotes(about.notes, language);
    m_notes->leadTo(m_openCourse);

    m_openCourse->setText(tr("Show the new course"));
    m_openCourse->setVisible(!about.rooms.empty());
    m_openCourse->disconnect(this);
    if (!about.rooms.empty())
        connect(m_openCourse, &QPushButton::clicked, this,
                [this, link = about.rooms.front()] { Q_EMIT courseWanted(link); });
    m_openSource->setText(tr("Open the source course"));
    m_openSource->setVisible(source.isValid());
    m_openSource->disconnect(this);
    connect(m_openSource, &QPushButton::clicked, this, [this, source] { Q_EMIT sourceWanted(source); });
    m_buttons->setVisible(!about.rooms.empty() || source.isValid());

    const auto date = [&](Instant at) { return at.isKnown() ? text::dateTime(language, at) : words::none(); };
    m_requester->setKey(tr("Requested by"));
    QString requester = model.requester(item);
    if (const QString login = task.requesterName.value_or(QString()); !login.isEmpty() && login != requester)
        requester = requester % QStringLiteral(" (") % login % u')';
    m_requester->setValue(requester);
    m_created->setKey(tr("Requested"));
    m_created->setValue(date(task.created));
    m_modified->setKey(tr("Last change"));
    m_modified->setValue(date(task.modified));
    const bool waits = row.state == RestoreRow::State::Scheduled || row.state == RestoreRow::State::Blocking;
    m_when->setKey(waits ? tr("Planned for") : tr("Processed"));
    m_when->setValue(waits ? model.when(item) : date(task.processed));
    m_lasting->setKey(tr("Time"));
    m_lasting->setValue(model.lasting(item));
    m_lasting->setVisible(about.seconds.has_value());
    m_source->setKey(tr("Source"));
    QString from = tr("%1, course %2").arg(breakable(task.externalUrl)).arg(task.externalCourse);
    if (!about.sourceCourse.isEmpty())
        from = from % QStringLiteral(" (") % about.sourceCourse % u')';
    m_source->setValue(from);
    m_source->value()->setToolTip(task.externalUrl); // the whole address, letter for letter
    m_target->setKey(tr("Target category"));
    m_target->setValue(model.category(item));
    m_newCourse->setKey(tr("New course"));
    QString course = words::none();
    if (task.course) {
        course = about.newCourse.isEmpty()
                     ? tr("course %1").arg(*task.course)
                     : QString(about.newCourse % QStringLiteral(" (") % QString::number(*task.course) % u')');
        if (task.courseExists && !*task.courseExists)
            course = tr("course %1, deleted since").arg(*task.course);
    }
    m_newCourse->setValue(course);
    m_users->setKey(tr("User data"));
    m_users->setValue(task.withUserData ? tr("with") : tr("without"));
    m_enrolments->setKey(tr("Enrolments"));
    m_enrolments->setValue(task.enrolmentMode == 0   ? tr("never restored")
                           : task.enrolmentMode == 1 ? tr("only with user data")
                           : task.enrolmentMode == 2 ? tr("always restored")
                                                     : words::unknown());
    QStringList others;
    for (const OtherRestore &other : about.others) {
        const QString who = other.requester == 0            ? tr("an administrator")
                            : other.requesterName.isEmpty() ? tr("person %1").arg(other.requester)
                                                            : other.requesterName;
        others << QString(who % QStringLiteral(", ") % date(other.done));
    }
    m_others->setKey(tr("Also restored by"));
    m_others->setValue(others.join(u'\n'));
    m_others->setVisible(!others.isEmpty());
    showSite(model, item, language);
    m_body->show();
}

/// Read only: the console never changes what Moodle is set to. What the companion does not tell is not shown as empty.
void RestorePane::showSite(const RestoresModel &model, int item, text::Language language)
{
    const RestoreSite *site = model.site(item);
    m_site->setVisible(site != nullptr);
    if (!site)
        return;
    const text::Text state = text::of(text::Group::Restore, codeOf(site->state), language);
    m_siteHead->setText(tr("Moodle task and block of %1").arg(breakable(site->url)));
    m_runner->setText(QString(state.sentence % u' ' % state.remedy).trimmed());
    const auto date = [&](Instant at) { return at.isKnown() ? text::dateTime(language, at) : words::none(); };
    m_lastRun->setKey(tr("Last run"));
    m_lastRun->setValue(site->runner ? date(site->runner->lastRun) : words::unknown());
    m_nextRun->setKey(tr("Next run"));
    m_nextRun->setValue(!site->runner                                                   ? words::unknown()
                        : site->state == RunnerState::Elsewhere                         ? words::unknown()
                        : site->runner->disabled || site->state == RunnerState::Running ? words::none()
                                                                                        : date(site->runner->nextRun));
    m_version->setKey(tr("Versions"));
    m_version->setValue(tr("Moodle %1, block %2")
                            .arg(site->version.isEmpty() ? words::unknown() : site->version,
                                 site->block.isEmpty() ? words::unknown() : site->block));
    m_instances->setKey(tr("One course per source"));
    m_instances->setValue(!site->settingsKnown ? words::unknown() : site->oneInstance ? tr("yes") : tr("no"));
    m_sources->setKey(tr("Source sites"));
    QStringList hosts;
    for (const QString &source : site->sources)
        hosts << breakable(source);
    m_sources->value()->setToolTip(site->sources.join(u'\n'));
    m_sources->setValue(!site->settingsKnown ? words::unknown() : hosts.isEmpty() ? tr("none") : hosts.join(u'\n'));
}

} // namespace liaison::ui

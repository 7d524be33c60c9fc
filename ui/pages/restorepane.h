#pragma once

#include "ui/base/bits.h"

#include <QUrl>

namespace liaison {
struct LinkKey;
}

namespace liaison::ui {

class Button;
class RestoreNotes;
class RestoresModel;

/// One restore in full: conclusion, cause, remedy, what else is to be said, then the facts, and how the site that
/// restores stands.
class RestorePane : public QWidget
{
    Q_OBJECT

public:
    explicit RestorePane(QWidget *parent = nullptr);

    /// `source`: the page of the source course where it may be opened, else invalid.
    void showItem(const RestoresModel &model, int item, const QUrl &source, text::Language language);
    void clear();

Q_SIGNALS:
    void courseWanted(const liaison::LinkKey &link);
    void sourceWanted(const QUrl &url);
    void copied(const QString &text);

private:
    KeyValueRow *addRow();
    void showSite(const RestoresModel &model, int item, text::Language language);

    MarkLabel *m_mark;
    Label *m_title, *m_course, *m_sentence, *m_causeHead, *m_cause, *m_remedyHead, *m_remedy, *m_siteHead, *m_runner;
    RestoreNotes *m_notes;
    KeyValueRow *m_requester, *m_created, *m_modified, *m_when, *m_lasting, *m_source, *m_target, *m_newCourse,
        *m_users, *m_enrolments, *m_others;
    KeyValueRow *m_lastRun, *m_nextRun, *m_version, *m_instances, *m_sources;
    Button *m_openCourse, *m_openSource;
    QWidget *m_body, *m_site, *m_buttons;
    QVBoxLayout *m_rows;
};

} // namespace liaison::ui

#pragma once

#include "ui/base/button.h"
#include "ui/base/delegate.h"
#include "ui/base/header.h"
#include "ui/base/table.h"
#include "ui/plan/planroomsmodel.h"
#include "ui/plan/tallybar.h"

#include <QElapsedTimer>
#include <QTimer>

namespace liaison::ui {

/// A plan being applied: what is settled, room by room, and the way to stop. Never a dialog; leaving the page does not
/// stop anything.
class ApplyView : public QWidget
{
    Q_OBJECT

public:
    explicit ApplyView(QWidget *parent = nullptr);

    void start(const std::vector<Step> &steps, Environment environment, const QString &profile, Instant at);
    void settle(const StepResult &step);
    void setProgress(const Progress &progress);
    /// Seconds until a server takes requests again; 0 = nothing waits.
    void setWait(int seconds);
    void setRequestCount(int lastMinute);
    void finish();
    void setNames(const Names &names);
    void setLanguage(text::Language language);
    void retranslate();

    [[nodiscard]] const PlanRoomsModel &rooms() const { return m_rooms; }
    [[nodiscard]] Button *stop() const { return m_stop; }
    [[nodiscard]] Button *pause() const { return m_pause; }
    [[nodiscard]] bool stopping() const { return m_stopping; }
    [[nodiscard]] QString nowText() const { return m_room->text(); }
    [[nodiscard]] TableView *table() const { return m_table; }

Q_SIGNALS:
    void stopWanted();
    void pauseWanted(bool paused);
    /// At most once in five seconds, for screen readers.
    void announced(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sync();
    void showTitle();
    void tick();

    PlanRoomsModel m_rooms;
    text::Language m_language = text::Language::English;
    QElapsedTimer m_clock, m_lastSaid;
    QTimer m_second;
    QString m_stage, m_profile;
    Instant m_startedAt;
    int m_requests = -1, m_wait = 0;
    bool m_stopping = false, m_paused = false;

    PageHeader *m_header;
    Label *m_fact, *m_number, *m_of, *m_time, *m_room;
    EnvironmentTag *m_tag;
    Button *m_pause, *m_stop;
    TallyBar *m_bar;
    Label *m_counts[5];
    MarkLabel *m_marks[5];
    TableView *m_table;
};

/// "45 s", "2 min 05 s", "1 h 04 min".
[[nodiscard]] QString durationText(qint64 ms);

} // namespace liaison::ui

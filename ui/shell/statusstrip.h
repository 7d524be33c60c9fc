#pragma once

#include "ui/backend.h"
#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/flow.h"

#include <QMap>
#include <QTimer>

namespace liaison::ui {

/// The line at the foot of the window: environment, profile, age of the data, requests, steps, servers.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// Null before the first view.
    void setView(const Backend::View &view);
    void setProgress(const std::optional<Progress> &progress);
    /// Seconds until a server takes requests again; 0 = nothing waits.
    void setWait(int seconds);
    void setError(const std::optional<Error> &error);
    void setRequests(int lastMinute);
    /// The same by server ("https://host:port"): in the tool tip.
    void setRequestsByServer(const QMap<QString, int> &lastMinute);
    void setSteps(int steps); ///< 0 hides
    /// Shown in place of the age for some seconds: what was copied or saved.
    void announce(const QString &text);
    /// The same for what did not go well.
    void complain(const QString &text);
    /// The age grows while nothing happens. `now` is this machine's.
    void tick(Instant now);
    void refreshTexts(text::Language language);
    /// The profile's name is a button that leads to all of them; there is one also while nothing was read.
    void setProfilesOffered(bool offered);
    [[nodiscard]] Button *profileButton() const { return m_open; }
    /// Below 1,100 px: only environment, age and steps.
    void setNarrow(bool narrow);

    [[nodiscard]] static Environment environmentOf(const Backend::View &view);

Q_SIGNALS:
    void profilesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Item;

    void say(const QString &text, bool complains);
    void update();
    void updateServers();

    text::Language m_language = text::Language::English;
    Backend::View m_view;
    std::optional<Progress> m_progress;
    std::optional<Error> m_error;
    Instant m_now;
    QMap<QString, int> m_byServer;
    int m_requests = 0, m_steps = 0, m_wait = 0;
    QString m_announcement;
    bool m_complains = false;
    QTimer *m_silence;
    bool m_narrow = false;
    EnvironmentTag *m_environment;
    Label *m_profile;
    Pill *m_kept; ///< the view comes from a file
    Button *m_open; ///< in place of m_profile where profiles are offered
    bool m_offered = false;
    Pill *m_readOnly;
    Item *m_age, *m_rate, *m_planned;
    QWidget *m_servers;
    QBoxLayout *m_serverRow;
};

} // namespace liaison::ui

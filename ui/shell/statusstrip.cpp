#include "ui/shell/statusstrip.h"

#include "ui/base/plaintext.h"
#include "ui/snapshot/kept.h"
#include "ui/text/format.h"

#include <QAccessible>
#include <QPainter>
#include <QRegularExpression>
#include <QUrl>

namespace liaison::ui {

/// Icon or mark and a word.
class StatusStrip::Item : public QWidget
{
public:
    explicit Item(Icon icon, QWidget *parent) : QWidget(parent), m_icon(icon)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    Item(Mark mark, QWidget *parent) : Item(Icon::Info, parent) { m_mark = mark; }

    void set(const QString &text, Ink ink = Ink::Secondary)
    {
        m_text = text;
        m_ink = ink;
        setAccessibleName(text);
        if (m_elided)
            setToolTip(text);
        setVisible(!text.isEmpty());
        updateGeometry();
        QWidget::update();
    }
    void setIcon(Icon icon) { m_icon = icon; }
    void setMark(std::optional<Mark> mark) { m_mark = mark; }

    [[nodiscard]] QSize sizeHint() const override
    {
        const Tokens &t = tokens(this);
        return {t.px(m_mark ? 12 : 14) + t.px(6) + QFontMetrics(t.font(FontRole::Label)).horizontalAdvance(m_text) + 2,
                t.px(20)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return m_elided ? QSize(qMin(sizeHint().width(), tokens(this).px(96)), sizeHint().height()) : sizeHint();
    }
    /// Gives way where there is little room: the window never widens for what it says in passing.
    void setElided()
    {
        m_elided = true;
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        const int side = t.px(m_mark ? 12 : 14);
        const QRectF place(0, (height() - side) / 2.0, side, side);
        if (m_mark)
            paintMark(painter, place, *m_mark, t.ink(inkOf(*m_mark)), t.nav);
        else
            paintIcon(painter, place, m_icon, t.ink(m_ink == Ink::Text ? Ink::Secondary : m_ink), t);
        painter.setFont(t.font(FontRole::Label));
        painter.setPen(t.ink(m_ink));
        const int from = side + t.px(6);
        const QString shown =
            m_elided ? painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width() - from) : m_text;
        painter.drawText(QRect(from, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    }

private:
    Icon m_icon;
    std::optional<Mark> m_mark;
    QString m_text;
    Ink m_ink = Ink::Secondary;
    bool m_elided = false;
};

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_silence(new QTimer(this))
    , m_environment(new EnvironmentTag(Environment::None, this))
    , m_profile(new Label(FontRole::Label, Ink::Text, this))
    , m_kept(new Pill({}, this))
    , m_open(new Button(Button::Kind::Link, this))
    , m_readOnly(new Pill({}, this))
    , m_age(new Item(Icon::Age, this))
    , m_rate(new Item(Icon::Rate, this))
    , m_planned(new Item(Icon::Plan, this))
    , m_servers(new QWidget(this))
    , m_serverRow(new QHBoxLayout(m_servers))
{
    setSurface(this, Surface::Nav);
    fixHeight(this, 28);
    auto *row = new QHBoxLayout(this);
    setMetrics(row, {8, 0, 12, 0}, 10);
    row->addWidget(m_environment);
    row->addWidget(m_profile);
    row->addWidget(m_open);
    m_open->hide();
    connect(m_open, &QPushButton::clicked, this, &StatusStrip::profilesRequested);
    row->addWidget(m_kept);
    row->addWidget(m_readOnly);
    addGap(row, 2);
    m_age->setElided();
    row->addWidget(m_age);
    row->addWidget(m_rate);
    row->addWidget(m_planned);
    row->addStretch(1);
    setMetrics(m_serverRow, {}, 14);
    row->addWidget(m_servers);
    m_kept->hide();
    m_readOnly->hide();
    m_silence->setSingleShot(true);
    m_silence->setInterval(6000);
    connect(m_silence, &QTimer::timeout, this, [this] {
        m_announcement.clear();
        update();
    });
}

Environment StatusStrip::environmentOf(const Backend::View &view)
{
    if (!view)
        return Environment::None;
    return view->demo ? Environment::Sandbox : view->production ? Environment::Production : Environment::Test;
}

void StatusStrip::setView(const Backend::View &view)
{
    m_view = view;
    m_environment->setEnvironment(environmentOf(view));
    m_profile->setText(view ? view->profileName : QString());
    update();
    updateServers();
}

void StatusStrip::setProfilesOffered(bool offered)
{
    m_offered = offered;
    update();
}

void StatusStrip::setProgress(const std::optional<Progress> &progress)
{
    m_progress = progress;
    update();
}

void StatusStrip::setWait(int seconds)
{
    m_wait = seconds;
    update();
}

void StatusStrip::setError(const std::optional<Error> &error)
{
    m_error = error;
    update();
}

void StatusStrip::setRequests(int lastMinute)
{
    m_requests = lastMinute;
    update();
}

void StatusStrip::setRequestsByServer(const QMap<QString, int> &lastMinute)
{
    if (m_byServer == lastMinute)
        return;
    m_byServer = lastMinute;
    update();
}

void StatusStrip::setSteps(int steps)
{
    m_steps = steps;
    update();
}

void StatusStrip::announce(const QString &text)
{
    say(text, false);
}

void StatusStrip::complain(const QString &text)
{
    say(text, true);
}

void StatusStrip::say(const QString &text, bool complains)
{
    m_announcement = text;
    m_complains = complains;
    m_silence->start();
    update();
    QAccessibleEvent event(m_age, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::tick(Instant now)
{
    m_now = now;
    update();
}

void StatusStrip::refreshTexts(text::Language language)
{
    m_language = language;
    update();
    updateServers();
}

void StatusStrip::setNarrow(bool narrow)
{
    m_narrow = narrow;
    update();
}

void StatusStrip::update()
{
    setAccessibleName(tr("Status"));
    m_readOnly->setText(tr("Read-only"));
    m_readOnly->setVisible(m_view && m_view->readOnly);
    m_readOnly->updateGeometry();
    m_profile->setVisible(!m_offered && !m_narrow && !m_profile->text().isEmpty());
    m_open->setVisible(m_offered && !m_narrow);
    if (m_offered) {
        const QString name = m_profile->text();
        const QString shown = QFontMetrics(tokens(this).font(FontRole::Name))
                                  .elidedText(oneLine(name), Qt::ElideRight, tokens(this).px(240));
        m_open->setText(name.isEmpty() ? tr("Profiles") : QString(shown).replace(u'&', QStringLiteral("&&")));
        m_open->setAccessibleName(name.isEmpty() ? tr("Profiles") : tr("Profile %1: open the profiles").arg(name));
        m_open->setToolTip(m_open->accessibleName());
    }
    m_servers->setVisible(!m_narrow);

    const QString age = m_view ? text::age(m_language, qMax<qint64>(0, m_now.ms - m_view->readAt.ms)) : QString();
    const bool published = m_view && m_view->source == ViewSource::Published;
    m_kept->setVisible(m_view && m_view->source != ViewSource::Servers);
    if (m_view) {
        m_kept->setText(published ? tr("Published snapshot, %1").arg(age) : tr("Last reading, %1").arg(age));
        m_kept->setToolTip(tr("State of %1").arg(text::dateTime(m_language, m_view->readAt)) % QStringLiteral(". ") %
                           whyNoPlan(*m_view, m_language));
        m_kept->updateGeometry();
    }
    m_age->setMark({});
    if (!m_announcement.isEmpty()) {
        m_age->setIcon(m_complains ? Icon::Warning : Icon::Check);
        m_age->set(m_announcement, m_complains ? Ink::Drift : Ink::Text);
    } else if (m_wait > 0) {
        m_age->setIcon(Icon::Age);
        m_age->set(tr("A server limits requests: going on in %1 s").arg(m_wait), Ink::Secondary);
    } else if (m_progress) {
        m_age->setIcon(Icon::Refresh);
        m_age->set(m_progress->total > 0 ? tr("Reading, %1 of %2")
                                               .arg(text::number(m_language, m_progress->done),
                                                    text::number(m_language, m_progress->total))
                                         : tr("Reading"),
                   Ink::Secondary);
    } else if (m_error) {
        m_age->setIcon(Icon::Warning);
        m_age->set(!m_view ? tr("Reading failed")
                   : m_view->source == ViewSource::LastReading
                       ? tr("Servers not reached; state of %1").arg(text::dateTime(m_language, m_view->readAt))
                       : tr("Reading failed; data read %1").arg(age),
                   Ink::Drift);
    } else {
        m_age->setIcon(Icon::Age);
        m_age->set(!m_view                                     ? tr("Nothing read yet")
                   : m_view->source == ViewSource::LastReading ? tr("Servers not asked yet")
                                                               : tr("Data read %1").arg(age),
                   Ink::Secondary);
    }
    m_rate->set(m_narrow || published ? QString() : tr("%Ln request(s)/min", "", m_requests));
    QStringList rates;
    for (auto it = m_byServer.cbegin(); it != m_byServer.cend(); ++it)
        rates << QString(QUrl(it.key()).host() % u": " % tr("%Ln request(s)/min", "", it.value()));
    m_rate->setToolTip(rates.join(u'\n'));
    m_rate->setAccessibleDescription(rates.join(QStringLiteral(", ")));
    m_planned->set(m_steps > 0 ? tr("%Ln step(s) ready", "", m_steps) : QString(), Ink::Text);
}

void StatusStrip::updateServers()
{
    while (QLayoutItem *item = m_serverRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_view)
        return;
    const auto shortVersion = [](const QString &version) {
        static const QRegularExpression number(QStringLiteral("\\d+(\\.\\d+)?"));
        return number.match(version).captured(0);
    };
    const auto add = [this](Mark mark, const QString &text, const QString &tip) {
        auto *item = new Item(mark, m_servers);
        m_serverRow->addWidget(item);
        item->set(text, mark == Mark::Fine ? Ink::Secondary : inkOf(mark));
        item->setToolTip(tip);
        item->setAccessibleName(text % u' ' % markName(mark, m_language));
    };
    int moodles = 0;
    for (const ServerReport &server : m_view->servers)
        moodles += server.kind == u"moodle";
    for (const ServerReport &server : m_view->servers) {
        const bool moodle = server.kind == u"moodle";
        QString name = moodle ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat");
        if (moodle && moodles > 1)
            name = server.site;
        const QString version = shortVersion(server.version);
        if (!version.isEmpty())
            name = name % u' ' % version;
        const QString tip = server.error ? text::error(*server.error, m_language).sentence : server.url;
        // How a server is now is not in a file.
        add(server.error ? Mark::Blocking : mayPlan(*m_view) ? Mark::Fine : Mark::Unknown, name, tip);
    }
    for (const ServerReport &server : m_view->servers) {
        if (!server.companion.isEmpty())
            add(mayPlan(*m_view) ? Mark::Fine : Mark::Unknown, tr("Companion %1").arg(shortVersion(server.companion)),
                server.url);
    }
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), tokens(this).line);
}

} // namespace liaison::ui

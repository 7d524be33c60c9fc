#pragma once

#include "ui/connect/networkfold.h"
#include "ui/connect/servernotes.h"

namespace liaison::ui {

/// The address of one of the two servers: judged as text at once, then one call says whether it is that kind of server.
class AddressStep : public Step
{
    Q_OBJECT

public:
    enum class Server { Moodle, Chat };
    /// `site` counts in the profile's Moodles; of no meaning for the chat.
    AddressStep(Server server, std::size_t site, Connector &connector, Language &language, Draft &draft,
                QWidget *parent = nullptr);

    void enter() override;
    void submit() override;
    void failed(const Error &error) override;
    void retranslate() override;
    void forget() override { m_network->forget(); }
    QWidget *initialFocus() override { return m_address->edit(); }
    [[nodiscard]] QString fact() const override { return url(); }
    [[nodiscard]] NetworkFold *network() const { return m_network; }

private:
    [[nodiscard]] QString &url();
    [[nodiscard]] const QString &url() const;
    [[nodiscard]] ConnectionField field() const;
    [[nodiscard]] ConnectionRoute route() const;
    void showMeant();
    void askServer();

    Server m_server;
    std::size_t m_site;
    Entry *m_address;
    NetworkFold *m_network;
    ServerNotes *m_notes;
    QString m_meant; ///< the cleaned address that is being asked
};

/// How the server of the draft is reached.
[[nodiscard]] ConnectionRoute moodleRoute(const Draft &draft, std::size_t site);
[[nodiscard]] ConnectionRoute chatRoute(const Draft &draft);
/// "This looks like ..., which belongs further on": what two swapped values look like.
/// "Token of Moodle", or with the site's id where there are several.
[[nodiscard]] QString titleOfSite(const QString &title, const Draft &draft, std::size_t site);
[[nodiscard]] QString swappedSentence(ConnectionField looksLike);

} // namespace liaison::ui

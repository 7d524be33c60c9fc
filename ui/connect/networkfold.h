#pragma once

#include "ui/connect/step.h"

class QFileDialog;

namespace liaison::ui {

/// "Network...": the institution's certificate authority and the proxy of one server, folded away until they are
/// needed.
class NetworkFold : public QWidget
{
    Q_OBJECT

public:
    NetworkFold(Connector &connector, QWidget *parent = nullptr);

    void set(const QString &pem, const QStringList &names, const QString &proxy);
    void open(bool toAuthority);
    void retranslate();
    void forget() { m_password->take(); }
    /// What was typed and not read yet has to be read first: the step asks, then goes on with authorityRead.
    [[nodiscard]] QString pathToRead() const;
    void setAuthority(const Connector::Authority &authority);
    [[nodiscard]] QString pem() const { return m_pem; }
    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] QString proxy() const { return m_proxy->text().trimmed(); }
    QString takePassword() { return m_password->take(); }
    [[nodiscard]] Entry *path() const { return m_path; }
    [[nodiscard]] Button *toggle() const { return m_toggle; }

private:
    void showAuthority();
    void browse();

    Button *m_toggle, *m_browse, *m_without;
    QWidget *m_inside;
    Entry *m_path, *m_proxy, *m_password;
    Label *m_authority;
    QString m_pem;
    QStringList m_names;
};

} // namespace liaison::ui

#pragma once

#include "ui/base/language.h"
#include "ui/connect/connector.h"
#include "ui/connect/entry.h"

#include <QDialog>
#include <memory>

namespace liaison::ui {

/// Asks for the passphrase of the file of tokens, until it is right or somebody says "later". Not modal: what was read
/// last stays in use behind it.
class PassphraseBox : public QDialog
{
    Q_OBJECT

public:
    PassphraseBox(std::unique_ptr<Connector> connector, Language &language, QWidget *parent);
    ~PassphraseBox() override;

    [[nodiscard]] Entry *entry() const { return m_entry; }

Q_SIGNALS:
    void unlocked();

private:
    void submit();

    std::unique_ptr<Connector> m_connector;
    Language &m_language;
    Entry *m_entry;
    Label *m_said;
    Button *m_open, *m_later;
};

} // namespace liaison::ui

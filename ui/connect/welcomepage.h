#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/connect/connector.h"

namespace liaison::ui {

/// First start: the demo campus, the assistant, a profile file; profiles that are there already.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// None: the card is not shown. Where a console is open behind, Escape leads back to it.
    void setProfiles(const QList<Connector::Kept> &profiles);
    /// A profile file could not be read.
    void complain(const Error &error, text::Language language);
    [[nodiscard]] Button *demo() const { return m_demo; }
    [[nodiscard]] Button *connectServers() const { return m_connect; }
    [[nodiscard]] Button *import() const { return m_import; }
    QWidget *initialFocus() { return m_connect; }

Q_SIGNALS:
    void demoChosen();
    void assistantChosen();
    void fileChosen(const QString &path);
    void profileChosen(const QString &name);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Offer
    {
        Card *card = nullptr;
        Label *sentence = nullptr;
        QList<Label *> points;
        Label *note = nullptr;
    };
    struct Line
    {
        Button *open = nullptr; ///< nullptr: the file is broken
        Label *fact = nullptr;
        QWidget *row = nullptr;
        QString name;
    };
    Offer makeOffer(Icon icon, Button *button, QWidget *more = nullptr);
    void browse();
    void retranslate();

    Label *m_title, *m_lead, *m_error;
    Button *m_demo, *m_connect, *m_import;
    Offer m_demoOffer, m_connectOffer;
    QBoxLayout *m_offers;
    Card *m_profiles;
    QList<Line> m_lines;
};

} // namespace liaison::ui

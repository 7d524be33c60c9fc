// The profiles in the window: their page, the search box, the status line, and the question for the passphrase.
#include "ui/base/plaintext.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/profilespage.h"
#include "ui/profiles/profilewords.h"
#include "ui/profiles/unlockpage.h"
#include "ui/shell/mainwindow.h"

namespace liaison::ui {

void MainWindow::setProfiles(Profiles &profiles)
{
    m_profiles = &profiles;
    addPage(pages::Profiles, [this](const Context &c) {
        auto *page = new ProfilesPage(c, *m_profiles);
        connect(page, &ProfilesPage::connectRequested, this, &MainWindow::connectRequested);
        return page;
    });
    addPage(pages::Unlock, [this](const Context &c) {
        auto *page = new UnlockPage(c, *m_profiles);
        connect(page, &UnlockPage::done, this, [this, page](bool opened) {
            if (m_current == pages::Unlock)
                showPage(m_behind);
            if (opened && page->why() == UnlockPage::Why::Start)
                refresh();
        });
        return page;
    });
    connect(&profiles, &Profiles::presenceAsked, this, [this] { askPassphrase(true); });
    m_status->setProfilesOffered(true);
    connect(m_status, &StatusStrip::profilesRequested, this, [this] { showPage(pages::Profiles); });
    profiles.list(); // for the search box
}

void MainWindow::askPassphrase(bool beforeApply)
{
    if (m_current != pages::Unlock)
        m_behind = m_current;
    if (!page(pages::Unlock))
        showPage(pages::Unlock);
    auto *asks = qobject_cast<UnlockPage *>(page(pages::Unlock));
    asks->setWhy(beforeApply ? UnlockPage::Why::Apply : UnlockPage::Why::Start);
    showPage(pages::Unlock);
}

std::vector<Hit> MainWindow::profileHits(const QString &typed) const
{
    std::vector<Hit> hits;
    const Profiles::List all = m_profiles ? m_profiles->known() : nullptr;
    if (!all)
        return hits;
    const QString needle = folded(typed.trimmed());
    const auto add = [&](const QString &title, const QString &fact, const QString &profile) {
        Hit hit;
        hit.kind = Hit::Kind::Profile;
        hit.title = title;
        hit.shortName = fact;
        hit.profile = profile;
        hits.push_back(hit);
    };
    if (needle.size() > 2 && folded(tr("Profiles")).startsWith(needle))
        add(tr("Profiles"), tr("all of this computer"), {});
    for (const ProfileEntry &one : *all) {
        const QString name = one.profile ? one.profile->name : one.name;
        if (hits.size() >= 5 || (!folded(one.name).contains(needle) && !folded(name).contains(needle)))
            continue;
        QStringList facts;
        if (one.name == m_profiles->current())
            facts << tr("open now");
        facts << (one.profile ? profilewords::environment(*one.profile) : tr("broken file"));
        add(oneLine(name), facts.join(QStringLiteral(" · ")), one.name);
    }
    return hits;
}

} // namespace liaison::ui

#pragma once

#include "ui/profiles/profiles.h"

#include <map>

/// Profiles as plain values: what the pictures and the tests of the page show. Answers come at once, documents are
/// judged by the profile reader.
namespace liaison::tests {

class SampleProfiles : public ui::Profiles
{
    Q_OBJECT

public:
    SampleProfiles();

    [[nodiscard]] QString current() const override { return openName; }
    [[nodiscard]] List known() const override { return m_known; }
    void list() override;
    void save(const QString &name, const QJsonObject &document, const QString &before) override;
    void remove(const QString &name, bool forgetTokens) override;
    void exportTo(const QString &name, const QString &path) override;
    void readImport(const QString &path) override;
    void import(Travelled from, const QString &name, const std::vector<bool> &agreed) override;
    void readAuthority(const QString &ca) override;
    void readTokens(const QString &name) override;
    void keepToken(const QString &name, const QString &which, const QString &token, Place place) override;
    void testToken(const QString &name, const QString &which) override;
    void forgetToken(const QString &name, const QString &which) override;
    void unlock(const QString &passphrase) override;
    [[nodiscard]] bool hasSealedFile() const override { return sealed; }
    [[nodiscard]] bool isSealedFileLocked() const override { return locked; }
    void open(const QString &name) override;
    void provePresence(const std::optional<QString> &passphrase) override;

    void add(const QString &name, const QJsonObject &document, bool machineWide = false);
    void addBroken(const QString &name);
    void clear();

    QString openName = QStringLiteral("univ-production");
    QString passphrase = QStringLiteral("cheval pile agrafe");
    bool keychain = true, sealed = false, locked = false, applying = false;
    std::map<QString, ui::TokenLine::State> states; ///< by which; missing unless named
    QString keptToken, opened;
    Place keptPlace = Place::Keychain;
    bool forgot = false;
    int proofs = 0, declined = 0;
    std::optional<Error> testFails, tokensFail;

private:
    List m_known;
    std::vector<ProfileEntry> m_entries;
};

/// A whole profile of an invented university.
[[nodiscard]] QJsonObject sampleProfile(bool production);
/// One that reads a published file. Its key is forty letters K.
[[nodiscard]] QJsonObject sampleSupport();
/// One from elsewhere, with an authority and a proxy.
[[nodiscard]] QJsonObject sampleForeignProfile();

} // namespace liaison::tests

#pragma once

#include "tests/flow/flow.h"

/// Somebody's computer: configuration and data folders of their own, and the program with something on its standard
/// input. Where LIAISON_TEST_KEYRING is set the program also finds the keyring of this session.
namespace liaison::flow {

class Home
{
public:
    Home();

    /// Nothing is given but what is in `env`.
    Ran run(const QStringList &arguments, const QByteArray &input = {}, const Env &more = {});
    /// The same on a terminal: lines of `input` are typed one after the other as they are asked for; `out` holds all
    /// that the screen showed.
    Ran runInTerminal(const QStringList &arguments, const QStringList &input, const Env &more = {});

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QByteArray read(const QString &name) const;
    /// Files below the home that hold these bytes.
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const;
    [[nodiscard]] static bool hasKeyring();

    Env env;

private:
    Ran start(const QString &program, const QStringList &arguments, const QByteArray &input, const Env &more);

    QTemporaryDir m_folder;
};

} // namespace liaison::flow

#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

/// Authorities and certificates for tests of TLS, made by the openssl command; what fails ends the test program.
class Certificates
{
public:
    void makeAuthority(const QString &name)
    {
        openssl(newKey(name) + QStringList{QStringLiteral("-x509"), QStringLiteral("-out"),
                                           QString(name + QStringLiteral(".pem")), QStringLiteral("-subj"),
                                           QString(QStringLiteral("/CN=") + name), QStringLiteral("-days"),
                                           QStringLiteral("30"), QStringLiteral("-addext"),
                                           QStringLiteral("keyUsage=critical,keyCertSign")});
    }
    /// `extension`: lines such as "subjectAltName=IP:127.0.0.1".
    void sign(const QString &name, const QString &authority, const QString &extension, int days = 10)
    {
        QFile file(path(QString(name + QStringLiteral(".ext"))));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.write(extension.toLatin1() + '\n');
        file.close();
        openssl(newKey(name) + QStringList{QStringLiteral("-out"), QString(name + QStringLiteral(".csr")),
                                           QStringLiteral("-subj"), QString(QStringLiteral("/CN=") + name)});
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                 QString(name + QStringLiteral(".csr")), QStringLiteral("-CA"),
                 QString(authority + QStringLiteral(".pem")), QStringLiteral("-CAkey"),
                 QString(authority + QStringLiteral(".key")), QStringLiteral("-CAcreateserial"), QStringLiteral("-out"),
                 QString(name + QStringLiteral(".pem")), QStringLiteral("-extfile"),
                 QString(name + QStringLiteral(".ext")), QStringLiteral("-days"), QString::number(days)});
    }
    void makeSelfSigned(const QString &name, const QString &extension)
    {
        openssl(newKey(name) + QStringList{QStringLiteral("-x509"), QStringLiteral("-out"),
                                           QString(name + QStringLiteral(".pem")), QStringLiteral("-subj"),
                                           QString(QStringLiteral("/CN=") + name), QStringLiteral("-days"),
                                           QStringLiteral("10"), QStringLiteral("-addext"), extension});
    }
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    /// What a server shows: its own certificate alone, as one does that forgets the intermediate one.
    [[nodiscard]] QSslConfiguration identity(const QString &name) const
    {
        QFile key(path(QString(name + QStringLiteral(".key"))));
        if (!key.open(QIODevice::ReadOnly))
            qFatal("no key");
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(path(QString(name + QStringLiteral(".pem")))));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        return configuration;
    }

private:
    [[nodiscard]] static QStringList newKey(const QString &name)
    {
        return {QStringLiteral("req"),
                QStringLiteral("-newkey"),
                QStringLiteral("ec"),
                QStringLiteral("-pkeyopt"),
                QStringLiteral("ec_paramgen_curve:prime256v1"),
                QStringLiteral("-nodes"),
                QStringLiteral("-keyout"),
                QString(name + QStringLiteral(".key"))};
    }
    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("openssl: %s", process.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
};

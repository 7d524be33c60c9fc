#include "app/terminal.h"

#include <cstdio>
#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace liaison::app {
namespace {

/// Switches the echo off as long as it lives; does nothing where standard input is no terminal.
class NoEcho
{
public:
#ifdef Q_OS_WIN
    NoEcho()
    {
        m_input = GetStdHandle(STD_INPUT_HANDLE);
        m_active = GetConsoleMode(m_input, &m_before) && SetConsoleMode(m_input, m_before & ~ENABLE_ECHO_INPUT);
    }
    ~NoEcho()
    {
        if (m_active)
            SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input = nullptr;
    DWORD m_before = 0;
#else
    NoEcho()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_active = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~NoEcho()
    {
        if (m_active)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
#endif
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

public:
    [[nodiscard]] bool active() const
    {
        return m_active;
    }

private:
    bool m_active = false;
};

constexpr int longestLine = 64 * 1024;

} // namespace

std::optional<QString> readLine()
{
    QByteArray line;
    int c = std::fgetc(stdin);
    if (c == EOF)
        return std::nullopt;
    for (; c != EOF && c != '\n' && line.size() < longestLine; c = std::fgetc(stdin))
        line += static_cast<char>(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

std::optional<QString> readSecretLine()
{
    const NoEcho silence;
    auto line = readLine();
    if (silence.active())
        std::fputc('\n', stderr); // the one that was typed was not shown
    return line;
}

} // namespace liaison::app

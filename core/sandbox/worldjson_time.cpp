#include "core/sandbox/worldjson.h"

#include <chrono>
#include <cstdio>

/// Dates by hand: a world of a million memberships has millions of them, and QDateTime costs a microsecond each.
namespace liaison::sandbox {
namespace {

class Digits
{
public:
    explicit Digits(std::string_view text) : m_text(text) {}

    std::optional<int> number(std::size_t digits)
    {
        if (m_text.size() < digits)
            return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9')
                return std::nullopt;
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(digits);
        return value;
    }
    bool skip(char c)
    {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    /// A fraction of a second in milliseconds; further digits are cut.
    std::optional<int> fraction()
    {
        int value = 0, digits = 0;
        while (!m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9') {
            if (digits < 3)
                value = value * 10 + (m_text.front() - '0');
            ++digits;
            m_text.remove_prefix(1);
        }
        if (digits == 0)
            return std::nullopt;
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

std::optional<std::int64_t> readDay(Digits &in)
{
    const auto year = in.number(4);
    if (!year || !in.skip('-'))
        return std::nullopt;
    const auto month = in.number(2);
    if (!month || !in.skip('-'))
        return std::nullopt;
    const auto day = in.number(2);
    if (!day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

/// The minutes that are behind "Z", "+02:00", "+0200"; nullopt where there is no zone.
std::optional<int> readOffset(Digits &in)
{
    if (in.skip('Z'))
        return 0;
    const bool east = in.skip('+');
    if (!east && !in.skip('-'))
        return std::nullopt;
    const auto hours = in.number(2);
    if (!hours)
        return std::nullopt;
    in.skip(':');
    const auto minutes = in.number(2);
    if (!minutes)
        return std::nullopt;
    return (east ? 1 : -1) * (*hours * 60 + *minutes);
}

} // namespace

std::optional<Instant> instantFromText(std::string_view text)
{
    Digits in(text);
    const auto day = readDay(in);
    if (!day)
        return std::nullopt;
    if (in.atEnd())
        return Instant{*day * 86'400'000};
    if (!in.skip('T') && !in.skip(' '))
        return std::nullopt;
    const auto hour = in.number(2);
    if (!hour || !in.skip(':'))
        return std::nullopt;
    const auto minute = in.number(2);
    if (!minute)
        return std::nullopt;
    int second = 0, ms = 0;
    if (in.skip(':')) {
        const auto s = in.number(2);
        if (!s)
            return std::nullopt;
        second = *s;
        if (in.skip('.')) {
            const auto f = in.fraction();
            if (!f)
                return std::nullopt;
            ms = *f;
        }
    }
    const auto offset = readOffset(in);
    if (!offset || !in.atEnd() || *hour > 23 || *minute > 59 || second > 59)
        return std::nullopt;
    const std::int64_t minutes = *day * 1440 + *hour * 60 + *minute - *offset;
    return Instant{(minutes * 60 + second) * 1000 + ms};
}

QByteArray instantToText(Instant at)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(at.ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const auto rest = (time - day).count();
    char text[40];
    const int seconds = static_cast<int>(rest / 1000), ms = static_cast<int>(rest % 1000);
    int size =
        std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                      unsigned(date.day()), seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (ms != 0)
        size += std::snprintf(text + size, sizeof text - static_cast<std::size_t>(size), ".%03d", ms);
    return QByteArray(text, size) + 'Z';
}

} // namespace liaison::sandbox

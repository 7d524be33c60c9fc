#pragma once

#include "core/base/result.h"
#include "core/sandbox/http.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <random>
#include <vector>

/// What goes wrong on purpose: rules given by `--fault` and `control/faults` (docs/sandbox.md). Only decides; the front
/// acts.
namespace liaison::sandbox {

enum class FaultAction {
    Status,    ///< answers `status` and a web page, without acting
    Delay,     ///< acts, answers `ms` later
    Hang,      ///< does not act and does not answer until the faults are cleared
    Truncate,  ///< acts; the length says whole, the body is cut and the connection closed
    Html,      ///< 200 and a web page, without acting
    Empty,     ///< a well-formed empty list, without acting
    RateLimit, ///< 429 that asks to wait `seconds`, without acting
    Revoke,    ///< every token of that server is refused from here on, until the faults are cleared
    Reset,     ///< the connection is reset before acting
    ResetAfter ///< acts, then resets instead of answering
};

struct Fault
{
    QString server;               ///< "moodle", "rocketchat"; empty = both
    QString site;                 ///< Moodle site id; empty = all
    QString match;                ///< part of the path, or the exact Moodle function; empty = all
    std::optional<qint64> course; ///< the request concerns it, among others
    QString room;                 ///< the same
    int after = 0;                ///< the first `after` matches are let through
    std::optional<int> times;     ///< then so many act; nullopt = all
    double probability = 1.0;
    FaultAction act = FaultAction::Status;
    int status = 500;
    int ms = 1000;
    std::optional<int> seconds; ///< ratelimit: what to wait (default 5); status: Retry-After
};

/// One rule or a list of them. Refused with code "bad-fault", detail "[2].foo: unknown key".
[[nodiscard]] Result<std::vector<Fault>> faultsFromJson(const QByteArray &json);

struct FaultSubject
{
    QString server; ///< "moodle" or "rocketchat"
    QString path;   ///< whole, with the server's prefix: a part of it is matched
    RequestFacts facts;
};

/// The list in force. The first matching fault acts; one that does not (`after`, `times`, `probability`) is as if it
/// were not there. `after` and `times` count the matches of their own rule, also those where an earlier rule acted.
class Faults
{
public:
    explicit Faults(quint64 seed = 1) : m_seed(seed) {}

    void add(const std::vector<Fault> &faults);
    void clear() { m_rules.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_rules.empty(); }
    [[nodiscard]] std::optional<Fault> decide(const FaultSubject &subject);

private:
    struct Rule
    {
        Fault fault;
        int matches = 0;
        std::mt19937_64 dice; ///< one each: a rule's luck does not depend on what other rules see
    };
    quint64 m_seed;
    std::vector<Rule> m_rules;
};

} // namespace liaison::sandbox

#include "ui/theme/tokens.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr std::array<std::string_view, 6> domainNames{"blue", "green", "purple", "ochre", "graphite", "sky"};

Tokens light() {
    Tokens t;
    t.dark = false;
    t.chrome = 0xFFF6F4F0u, t.panel = 0xFFFFFFFFu, t.sunken = 0xFFF1EEE8u;
    t.rule = 0xFFDDD8CEu, t.control = 0xFF8C8778u;
    t.ink = 0xFF22262Eu, t.ink2 = 0xFF5A606Cu, t.onInk = 0xFFFFFFFFu;
    t.selection = 0xFF22262Eu, t.selectionSoft = 0xFFECE8E0u;
    t.ground = 0xFFF0EDE5u, t.groundMark = 0xFFE6E1D6u, t.tree = 0xFFDCE2CFu, t.water = 0xFFD5E4EAu;
    t.road = 0xFFFFFFFFu, t.roadEdge = 0xFFCFC9BCu, t.footpath = 0xFF8F897Bu;
    t.line = 0xFF2B303Au, t.wall = 0xFFFFFDF8u, t.wallShade = 0xFFE9E4D8u;
    t.glass = 0xFFCFE0EAu, t.glassOff = 0xFFA9A69Du, t.inside = 0xFFF8DC8Eu;
    t.shutter = 0xFFD3CEC2u, t.shutterLine = 0xFF7B776Cu, t.shadow = 0xFFD8D2C4u;
    t.keyline = 0xFFFFFFFFu, t.paper = 0xFFFFFFFFu, t.paperInk = 0xFF2B303Au;
    t.screen = 0xFF2B303Au, t.screenOff = 0xFFE8EDF0u;
    t.fail = 0xFFB84A00u, t.failSoft = 0xFFF7E3D5u, t.onFail = 0xFFFFFFFFu;
    t.wait = 0xFFE69F00u, t.waitSoft = 0xFFFBEFD2u, t.waitText = 0xFF7A5200u, t.onWait = 0xFF22262Eu;
    t.stamp = 0xFFB84A00u;
    t.domains = {0xFF0072B2u, 0xFF00734Fu, 0xFFBA5792u, 0xFF8A7300u, 0xFF4A5160u, 0xFF287DB2u};
    t.onDomain = 0xFFFFFFFFu;
    t.tint = 0.12, t.roofMix = 0.46;
    return t;
}

Tokens dark() {
    Tokens t;
    t.dark = true;
    t.chrome = 0xFF1D2026u, t.panel = 0xFF24282Fu, t.sunken = 0xFF1A1D23u;
    t.rule = 0xFF3A404Au, t.control = 0xFF7F8794u;
    t.ink = 0xFFECEAE5u, t.ink2 = 0xFFA6ADBAu, t.onInk = 0xFF1D2026u;
    t.selection = 0xFFECEAE5u, t.selectionSoft = 0xFF313640u;
    t.ground = 0xFF171A20u, t.groundMark = 0xFF1E222Au, t.tree = 0xFF22302Cu, t.water = 0xFF1B2A36u;
    t.road = 0xFF3A414Du, t.roadEdge = 0xFF0F1115u, t.footpath = 0xFF7C8594u;
    t.line = 0xFFB9BFCAu, t.wall = 0xFF343B47u, t.wallShade = 0xFF2A303Bu;
    t.glass = 0xFFF6DB93u, t.glassOff = 0xFF20252Du, t.inside = 0xFFF6DB93u;
    t.shutter = 0xFF4A515Eu, t.shutterLine = 0xFF8A919Eu, t.shadow = 0xFF0F1115u;
    t.keyline = 0xFF101318u, t.paper = 0xFFF4F1EAu, t.paperInk = 0xFF14171Cu;
    t.screen = 0xFF14171Cu, t.screenOff = 0xFF39414Eu;
    t.fail = 0xFFF5864Au, t.failSoft = 0xFF43291Cu, t.onFail = 0xFF1D2026u;
    t.wait = 0xFFEDB02Eu, t.waitSoft = 0xFF3D3219u, t.waitText = 0xFFF0C050u, t.onWait = 0xFF1D2026u;
    t.stamp = 0xFFB84A00u;
    t.domains = {0xFF5DB2EAu, 0xFF35C08Fu, 0xFFE591C3u, 0xFFD6C04Au, 0xFFD5D9E0u, 0xFF8FD0F5u};
    t.onDomain = 0xFF14171Cu;
    t.tint = 0.13, t.roofMix = 0.42;
    return t;
}

} // namespace

const QColor& Tokens::domain(std::string_view colour) const {
    const auto found = std::find(domainNames.begin(), domainNames.end(), colour);
    return domains[found == domainNames.end() ? 0 : std::size_t(found - domainNames.begin())];
}

QColor Tokens::district(std::string_view colour, double extra) const {
    return mixed(domain(colour), ground, tint + extra);
}

const Tokens& tokensOf(Theme theme) {
    static const Tokens lightTokens = light(), darkTokens = dark();
    return theme == Theme::Light ? lightTokens : darkTokens;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto channel = [share](int x, int y) { return qRound(x * share + y * (1 - share)); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()));
}

} // namespace mailtown

#include "scenario/infer.h"

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

constexpr double trunkRow = 292; // the fronts of the upper offices, map units
constexpr double homeRow = 136;  // from one row of homes to the next

// One town left, one right, one in the middle below: what the map's own size holds.
Place officeOfSmallTown(std::size_t number) {
    constexpr Place places[] = {{270, trunkRow}, {1100, trunkRow}, {716, 526}};
    return places[number];
}

// Of the `number`th thing in rows of `columns`.
double row(std::size_t number, std::size_t columns) {
    const std::size_t whole = number / columns;
    return double(whole);
}

Place homeOfSmallTown(std::size_t office, std::size_t number, std::size_t count) {
    const Place at = officeOfSmallTown(office);
    if (office == 2) {
        constexpr double columns[] = {34, -110, 160};
        return {at.x + columns[number % 3], at.y + 104 + homeRow * row(number, 3)};
    }
    const double side = office == 0 ? -1 : 1;
    if (count <= 2)
        return number == 0 ? Place{at.x + side * (office == 0 ? 30 : 34), at.y + 338}
                           : Place{at.x - side * (office == 0 ? 52 : 4), at.y + 202 - (office == 0 ? 0 : 24)};
    const double column = number % 2 == 0 ? side * 32 : -side * 110;
    return {at.x + column, at.y + 202 + homeRow * row(number, 2)};
}

// Bigger towns: districts in rows below the directory.
struct Grid {
    std::size_t columns = 1;
    double height = 0; // of a row

    Place office(std::size_t number) const {
        return {245 + 450 * double(number % columns), trunkRow + 200 + height * row(number, columns)};
    }
    Place home(std::size_t office, std::size_t number) const {
        const Place at = this->office(office);
        return {at.x + 125 * (double(number % 3) - 1), at.y + 202 + homeRow * row(number, 3)};
    }
};

} // namespace

Places inferPlaces(const Written& written, const Plan& plan) {
    const std::size_t offices = plan.hosts.size() - 1; // the last one is the directory
    std::vector<std::size_t> homes(plan.hosts.size()), officeOf, numberOf;
    for (const ClientPlan& client : plan.clients) {
        const std::size_t office = plan.find(client.incoming).index;
        officeOf.push_back(office);
        numberOf.push_back(homes[office]++);
    }
    const bool small = offices <= 3;
    const std::size_t most = *std::max_element(homes.begin(), homes.end());
    const Grid grid{std::size_t(std::ceil(std::sqrt(1.6 * double(offices)))),
                    310 + homeRow * row(most + 2, 3)};

    Places places;
    for (std::size_t i = 0; i < offices; ++i)
        places.hosts.push_back(
            written.hosts[i].place.value_or(small ? officeOfSmallTown(i) : grid.office(i)));
    const double middle = small ? 720 : 245 + 225 * double(grid.columns - 1);
    places.hosts.push_back(written.hosts.back().place.value_or(Place{middle, 172}));
    for (std::size_t i = 0; i < plan.clients.size(); ++i) {
        const std::size_t office = officeOf[i];
        places.clients.push_back(written.clients[i].place.value_or(
            small ? homeOfSmallTown(office, numberOf[i], homes[office]) : grid.home(office, numberOf[i])));
    }
    return places;
}

} // namespace mailtown

"""The twelve provinces, and where their names are written on a map."""

from typing import NamedTuple


class Province(NamedTuple):
    """A province with the middle of its name on the map."""

    name: str
    latitude: float
    longitude: float


PROVINCES = (
    Province("Drenthe", 52.82, 6.62),
    Province("Flevoland", 52.50, 5.62),
    Province("Friesland", 53.05, 5.87),
    Province("Gelderland", 52.17, 6.00),
    Province("Groningen", 53.33, 6.78),
    Province("Limburg", 50.91, 5.87),
    Province("Noord-Brabant", 51.68, 5.28),
    Province("Noord-Holland", 52.66, 4.84),
    Province("Overijssel", 52.42, 6.42),
    Province("Utrecht", 52.04, 5.28),
    Province("Zeeland", 51.50, 3.84),
    Province("Zuid-Holland", 51.955, 4.68),
)

PROVINCE_NAMES = tuple(province.name for province in PROVINCES)

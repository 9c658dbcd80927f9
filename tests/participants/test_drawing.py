"""Pins and names on the drawing for print and for readers without JavaScript."""

from itertools import combinations

from participants.drawing import HEIGHT, WIDTH, lay_names, lay_pins, project
from participants.gazetteer import find, names


def pins_of(*rows):
    places = [(find(name), count) for name, count in rows]
    return lay_pins((p.label, count, p.latitude, p.longitude) for p, count in places)


def test_every_place_of_the_netherlands_lies_on_the_paper():
    for name in names():
        place = find(name)
        x, y = project(place.latitude, place.longitude)
        assert 0 < x < WIDTH, name
        assert 0 < y < HEIGHT, name


def test_north_is_up_and_east_is_right():
    groningen, maastricht, middelburg = map(find, ("Groningen", "Maastricht", "Middelburg"))
    assert project(groningen.latitude, 5)[1] < project(maastricht.latitude, 5)[1]
    assert project(52, middelburg.longitude)[0] < project(52, groningen.longitude)[0]


def test_pins_come_from_north_to_south_with_a_larger_ring_for_several():
    utrecht, roermond = pins_of(("Roermond", 1), ("Utrecht", 2))
    assert (utrecht.town, roermond.town) == ("Utrecht", "Roermond")
    assert utrecht.radius > roermond.radius


def test_a_name_is_written_without_its_province_but_kept_with_it():
    (pin,) = pins_of(("Hengelo (Overijssel)", 1))
    assert pin.town == "Hengelo (Overijssel)"
    assert pin.label == "Hengelo"


def test_a_name_at_the_edge_stands_inside_the_paper():
    (pin,) = lay_pins([("Bad Nieuweschans", 1, 53.18, 7.2)])
    assert pin.anchor == "end"


def test_names_of_neighbouring_towns_do_not_meet():
    towns = [("Den Haag", 2), ("Amsterdam", 2), ("Utrecht", 2), ("Arnhem", 1), ("Nijmegen", 1)]
    towns += [("Leeuwarden", 1), ("Hengelo (Overijssel)", 1), ("Goirle", 1), ("Eindhoven", 1)]
    for one, other in combinations(pins_of(*towns), 2):
        apart = abs(one.label_y - other.label_y) >= 16
        assert apart or abs(one.label_x - other.label_x) > 40, (one.town, other.town)


def test_the_name_of_a_province_gives_way_to_a_pin():
    assert "Friesland" in {name.text for name in lay_names([])}
    pins = pins_of(("Grou", 3))
    assert "Friesland" not in {name.text for name in lay_names(pins)}


def test_no_pins_is_an_empty_map():
    assert lay_pins([]) == []
    assert len(lay_names([])) == 12

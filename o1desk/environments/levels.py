"""How hard easy, medium and hard are, for every family.

The twelve starter families have sizes of our own, because reasoning-gym's smallest level is often
out of reach of a model of a few million parameters. The others follow reasoning-gym's curriculum,
one notch a level.
"""

from collections.abc import Mapping
from typing import Any

from o1desk.core.errors import UnknownNameError
from o1desk.core.types import Level

_SIGNS = {"operators": ("+", "-", "*")}

STARTER_LEVELS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "chain_sum": {
        "easy": {"min_terms": 2, "max_terms": 2, "min_digits": 2, "max_digits": 2},
        "medium": {"min_terms": 3, "max_terms": 4, "min_digits": 2, "max_digits": 3},
        "hard": {"min_terms": 4, "max_terms": 4, "min_digits": 3, "max_digits": 4},
    },
    "basic_arithmetic": {
        "easy": {
            "min_terms": 2,
            "max_terms": 3,
            "min_digits": 1,
            "max_digits": 2,
            "allow_parentheses": False,
            **_SIGNS,
        },
        "medium": {
            "min_terms": 3,
            "max_terms": 4,
            "min_digits": 1,
            "max_digits": 2,
            "allow_parentheses": False,
            **_SIGNS,
        },
        "hard": {"min_terms": 4, "max_terms": 5, "min_digits": 1, "max_digits": 2, **_SIGNS},
    },
    "products": {
        "easy": {"min_terms": 2, "max_terms": 2, "min_digits": 2, "max_digits": 2},
        "medium": {"min_terms": 2, "max_terms": 2, "min_digits": 2, "max_digits": 3},
        "hard": {"min_terms": 2, "max_terms": 2, "min_digits": 3, "max_digits": 3},
    },
    "letter_counting": {
        "easy": {"min_words": 2, "max_words": 4},
        "medium": {"min_words": 6, "max_words": 10},
        "hard": {"min_words": 10, "max_words": 15},
    },
    "spell_backward": {
        "easy": {"min_word_len": 3, "max_word_len": 4},
        "medium": {"min_word_len": 6, "max_word_len": 7},
        "hard": {"min_word_len": 8, "max_word_len": 10},
    },
    "simple_equations": {
        "easy": {"min_terms": 2, "max_terms": 2, "max_value": 12},
        "medium": {"min_terms": 2, "max_terms": 3, "max_value": 30},
        "hard": {"min_terms": 4, "max_terms": 4, "max_value": 50},
    },
    "leg_counting": {
        "easy": {"min_animals": 2, "max_animals": 2, "min_instances": 1, "max_instances": 4},
        "medium": {"min_animals": 3, "max_animals": 4, "min_instances": 1, "max_instances": 9},
        "hard": {"min_animals": 6, "max_animals": 8, "min_instances": 1, "max_instances": 15},
    },
    "gcd": {
        "easy": {"min_value": 2, "max_value": 80},
        "medium": {"min_value": 2, "max_value": 300},
        "hard": {"min_value": 2, "max_value": 2000},
    },
    "number_sorting": {
        "easy": {"min_numbers": 3, "max_numbers": 4, "min_decimals": 0, "max_decimals": 0},
        "medium": {"min_numbers": 5, "max_numbers": 6, "min_decimals": 1, "max_decimals": 1},
        "hard": {"min_numbers": 8, "max_numbers": 10, "min_decimals": 2, "max_decimals": 2},
    },
    "base_conversion": {
        "easy": {"min_base": 2, "max_base": 10, "min_value": 2, "max_value": 64},
        "medium": {"min_base": 2, "max_base": 10, "min_value": 16, "max_value": 300},
        "hard": {"min_base": 2, "max_base": 16, "min_value": 64, "max_value": 1000},
    },
    "count_bits": {
        "easy": {"min_n": 1, "max_n": 4095},
        "medium": {"min_n": 1024, "max_n": 65535},
        "hard": {"min_n": 65536, "max_n": 2**31 - 1},
    },
    # One size only; the levels differ in the length of the worked solution (see adapt.py).
    "gsm_symbolic": {"easy": {}, "medium": {}, "hard": {}},
}

# Families whose curriculum leaves the library's own limits, or searches for minutes.
OTHER_LEVELS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "caesar_cipher": {
        "easy": {"min_words": 3, "max_words": 5, "max_rotation": 5},
        "medium": {"min_words": 5, "max_words": 15, "max_rotation": 15},
        "hard": {"min_words": 10, "max_words": 25, "max_rotation": 25},
    },
    "jugs": {
        "easy": {"num_jugs": 3, "difficulty": 4},
        "medium": {"num_jugs": 3, "difficulty": 7},
        "hard": {"num_jugs": 3, "difficulty": 10},
    },
    "knight_swap": {
        "easy": {"min_nodes": 6, "max_nodes": 8, "min_pieces": 1, "max_pieces": 1},
        "medium": {"min_nodes": 6, "max_nodes": 8, "min_pieces": 1, "max_pieces": 2},
        "hard": {"min_nodes": 8, "max_nodes": 10, "min_pieces": 2, "max_pieces": 2},
    },
    "modulo_grid": {
        "easy": {"size_x": 10, "size_y": 10, "max_divisor": 5, "max_target": 2, "max_holes": 1},
        "medium": {"size_x": 20, "size_y": 20, "max_divisor": 9, "max_target": 4, "max_holes": 3},
        "hard": {"size_x": 30, "size_y": 30, "max_divisor": 17, "max_target": 9, "max_holes": 6},
    },
    "number_sequence": {
        "easy": {"min_terms": 4, "max_terms": 6, "max_complexity": 1},
        "medium": {"min_terms": 4, "max_terms": 8, "max_complexity": 2},
        "hard": {"min_terms": 5, "max_terms": 8, "max_complexity": 3},
    },
    "sokoban": {
        "easy": {"max_w": 7, "max_h": 7, "min_boxes": 2, "max_boxes": 3},
        "medium": {"max_w": 8, "max_h": 8, "min_boxes": 3, "max_boxes": 4},
        "hard": {"max_w": 10, "max_h": 10, "min_boxes": 4, "max_boxes": 6},
    },
    "survo": {
        "easy": {"max_board_size": 4, "min_empty": 2, "max_empty": 3},
        "medium": {"max_board_size": 5, "min_empty": 3, "max_empty": 6},
        "hard": {"min_board_size": 5, "max_board_size": 6, "min_empty": 6, "max_empty": 12},
    },
}

_NOTCH = {"easy": 0, "medium": 1, "hard": 2}


def settings_of(family: str, level: str) -> Mapping[str, Any] | None:
    """Return our own settings of a family at a level, or None if the curriculum decides.

    Raises:
        UnknownNameError: If the level is not easy, medium or hard.
    """
    if level not in _NOTCH:
        raise UnknownNameError("level", level, [str(known) for known in Level])
    own = STARTER_LEVELS.get(family) or OTHER_LEVELS.get(family)
    return own[level] if own else None


def raise_curriculum(curriculum: Any, level: str) -> Any:
    """Set every attribute of a reasoning-gym curriculum to a level and return its configuration.

    Attributes with fewer notches than levels stay at their last one.
    """
    for name, attribute in curriculum.attributes.items():
        top = len(attribute.levels) - 1
        curriculum.set_attr_level(name, min(_NOTCH[level], top))
    return curriculum.generate_configuration()

"""Names of environments as people read them; the name in the code stays the data."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from o1desk.core.words import QT_TRANSLATE_NOOP
from o1desk.environments.imported import PREFIX

TITLES: Mapping[str, str] = {
    "ab": QT_TRANSLATE_NOOP("environments", "A::B rewriting"),
    "acre": QT_TRANSLATE_NOOP("environments", "Causal lamps (ACRE)"),
    "advanced_geometry": QT_TRANSLATE_NOOP("environments", "Advanced geometry"),
    "aiw": QT_TRANSLATE_NOOP("environments", "Alice in Wonderland"),
    "arc_1d": QT_TRANSLATE_NOOP("environments", "ARC in one dimension"),
    "arc_agi": QT_TRANSLATE_NOOP("environments", "ARC-AGI grids"),
    "base_conversion": QT_TRANSLATE_NOOP("environments", "Base conversion"),
    "basic_arithmetic": QT_TRANSLATE_NOOP("environments", "Basic arithmetic"),
    "bf": QT_TRANSLATE_NOOP("environments", "Tiny programs (BF)"),
    "binary_alternation": QT_TRANSLATE_NOOP("environments", "Binary alternation"),
    "binary_matrix": QT_TRANSLATE_NOOP("environments", "Binary matrix"),
    "bitwise_arithmetic": QT_TRANSLATE_NOOP("environments", "Bitwise arithmetic"),
    "boxnet": QT_TRANSLATE_NOOP("environments", "Box moving (BoxNet)"),
    "caesar_cipher": QT_TRANSLATE_NOOP("environments", "Caesar cipher"),
    "calendar_arithmetic": QT_TRANSLATE_NOOP("environments", "Calendar arithmetic"),
    "chain_sum": QT_TRANSLATE_NOOP("environments", "Chain sum"),
    "circuit_logic": QT_TRANSLATE_NOOP("environments", "Circuit logic"),
    "codeio": QT_TRANSLATE_NOOP("environments", "Code in and out"),
    "coin_flip": QT_TRANSLATE_NOOP("environments", "Coin flips"),
    "color_cube_rotation": QT_TRANSLATE_NOOP("environments", "Colour cube rotation"),
    "complex_arithmetic": QT_TRANSLATE_NOOP("environments", "Complex arithmetic"),
    "composite": QT_TRANSLATE_NOOP("environments", "Composite problems"),
    "count_bits": QT_TRANSLATE_NOOP("environments", "Count bits"),
    "count_primes": QT_TRANSLATE_NOOP("environments", "Count primes"),
    "countdown": QT_TRANSLATE_NOOP("environments", "Countdown"),
    "course_schedule": QT_TRANSLATE_NOOP("environments", "Course schedule"),
    "cryptarithm": QT_TRANSLATE_NOOP("environments", "Cryptarithms"),
    "decimal_arithmetic": QT_TRANSLATE_NOOP("environments", "Decimal arithmetic"),
    "decimal_chain_sum": QT_TRANSLATE_NOOP("environments", "Decimal chain sum"),
    "dice": QT_TRANSLATE_NOOP("environments", "Dice"),
    "emoji_mystery": QT_TRANSLATE_NOOP("environments", "Emoji mystery"),
    "family_relationships": QT_TRANSLATE_NOOP("environments", "Family relationships"),
    "figlet_font": QT_TRANSLATE_NOOP("environments", "Figlet letters"),
    "fraction_simplification": QT_TRANSLATE_NOOP("environments", "Fraction simplification"),
    "futoshiki": QT_TRANSLATE_NOOP("environments", "Futoshiki"),
    "game_of_life": QT_TRANSLATE_NOOP("environments", "Game of Life"),
    "game_of_life_halting": QT_TRANSLATE_NOOP("environments", "Game of Life halting"),
    "gcd": QT_TRANSLATE_NOOP("environments", "Greatest common divisor"),
    "graph_color": QT_TRANSLATE_NOOP("environments", "Graph colouring"),
    "group_anagrams": QT_TRANSLATE_NOOP("environments", "Group anagrams"),
    "gsm_symbolic": QT_TRANSLATE_NOOP("environments", "Word problems (GSM)"),
    "intermediate_integration": QT_TRANSLATE_NOOP("environments", "Intermediate integration"),
    "isomorphic_strings": QT_TRANSLATE_NOOP("environments", "Isomorphic strings"),
    "jugs": QT_TRANSLATE_NOOP("environments", "Water jugs"),
    "kakurasu": QT_TRANSLATE_NOOP("environments", "Kakurasu"),
    "knight_swap": QT_TRANSLATE_NOOP("environments", "Knight swap"),
    "knights_knaves": QT_TRANSLATE_NOOP("environments", "Knights and knaves"),
    "largest_island": QT_TRANSLATE_NOOP("environments", "Largest island"),
    "lcm": QT_TRANSLATE_NOOP("environments", "Least common multiple"),
    "leg_counting": QT_TRANSLATE_NOOP("environments", "Leg counting"),
    "letter_counting": QT_TRANSLATE_NOOP("environments", "Letter counting"),
    "letter_jumble": QT_TRANSLATE_NOOP("environments", "Letter jumble"),
    "list_functions": QT_TRANSLATE_NOOP("environments", "List functions"),
    "mahjong_puzzle": QT_TRANSLATE_NOOP("environments", "Mahjong puzzle"),
    "manipulate_matrix": QT_TRANSLATE_NOOP("environments", "Manipulate a matrix"),
    "maze": QT_TRANSLATE_NOOP("environments", "Maze"),
    "mini_sudoku": QT_TRANSLATE_NOOP("environments", "Mini sudoku"),
    "modulo_grid": QT_TRANSLATE_NOOP("environments", "Modulo grid"),
    "n_queens": QT_TRANSLATE_NOOP("environments", "N queens"),
    "needle_haystack": QT_TRANSLATE_NOOP("environments", "Needle in a haystack"),
    "number_filtering": QT_TRANSLATE_NOOP("environments", "Number filtering"),
    "number_format": QT_TRANSLATE_NOOP("environments", "Number formats"),
    "number_sequence": QT_TRANSLATE_NOOP("environments", "Number sequence"),
    "number_sorting": QT_TRANSLATE_NOOP("environments", "Number sorting"),
    "palindrome_generation": QT_TRANSLATE_NOOP("environments", "Palindrome generation"),
    "palindrome_partitioning": QT_TRANSLATE_NOOP("environments", "Palindrome partitioning"),
    "path_star": QT_TRANSLATE_NOOP("environments", "Path star"),
    "polynomial_equations": QT_TRANSLATE_NOOP("environments", "Polynomial equations"),
    "polynomial_multiplication": QT_TRANSLATE_NOOP("environments", "Polynomial multiplication"),
    "pool_matrix": QT_TRANSLATE_NOOP("environments", "Matrix pooling"),
    "power_function": QT_TRANSLATE_NOOP("environments", "Powers"),
    "prime_factorization": QT_TRANSLATE_NOOP("environments", "Prime factorization"),
    "products": QT_TRANSLATE_NOOP("environments", "Products"),
    "propositional_logic": QT_TRANSLATE_NOOP("environments", "Propositional logic"),
    "puzzle24": QT_TRANSLATE_NOOP("environments", "Make 24"),
    "quantum_lock": QT_TRANSLATE_NOOP("environments", "Quantum lock"),
    "ransom_note": QT_TRANSLATE_NOOP("environments", "Ransom note"),
    "rearc": QT_TRANSLATE_NOOP("environments", "Re-ARC grids"),
    "rectangle_count": QT_TRANSLATE_NOOP("environments", "Rectangle count"),
    "rotate_matrix": QT_TRANSLATE_NOOP("environments", "Rotate a matrix"),
    "rotten_oranges": QT_TRANSLATE_NOOP("environments", "Rotten oranges"),
    "rubiks_cube": QT_TRANSLATE_NOOP("environments", "Rubik's cube"),
    "rush_hour": QT_TRANSLATE_NOOP("environments", "Rush hour"),
    "self_reference": QT_TRANSLATE_NOOP("environments", "Self-reference"),
    "sentence_reordering": QT_TRANSLATE_NOOP("environments", "Sentence reordering"),
    "shortest_path": QT_TRANSLATE_NOOP("environments", "Shortest path"),
    "simple_equations": QT_TRANSLATE_NOOP("environments", "Simple equations"),
    "simple_geometry": QT_TRANSLATE_NOOP("environments", "Simple geometry"),
    "simple_integration": QT_TRANSLATE_NOOP("environments", "Simple integration"),
    "sokoban": QT_TRANSLATE_NOOP("environments", "Sokoban"),
    "spell_backward": QT_TRANSLATE_NOOP("environments", "Spell backward"),
    "spiral_matrix": QT_TRANSLATE_NOOP("environments", "Spiral matrix"),
    "string_insertion": QT_TRANSLATE_NOOP("environments", "String insertion"),
    "string_manipulation": QT_TRANSLATE_NOOP("environments", "String manipulation"),
    "string_splitting": QT_TRANSLATE_NOOP("environments", "String splitting"),
    "string_synthesis": QT_TRANSLATE_NOOP("environments", "String synthesis"),
    "sudoku": QT_TRANSLATE_NOOP("environments", "Sudoku"),
    "survo": QT_TRANSLATE_NOOP("environments", "Survo"),
    "syllogism": QT_TRANSLATE_NOOP("environments", "Syllogisms"),
    "time_intervals": QT_TRANSLATE_NOOP("environments", "Time intervals"),
    "tower_of_hanoi": QT_TRANSLATE_NOOP("environments", "Tower of Hanoi"),
    "tsumego": QT_TRANSLATE_NOOP("environments", "Tsumego (Go)"),
    "word_ladder": QT_TRANSLATE_NOOP("environments", "Word ladder"),
    "word_sequence_reversal": QT_TRANSLATE_NOOP("environments", "Word sequence reversal"),
    "word_sorting": QT_TRANSLATE_NOOP("environments", "Word sorting"),
    "zebra_puzzles": QT_TRANSLATE_NOOP("environments", "Zebra puzzles"),
}
"""Every family of `environments.families`."""

LEVELS: Mapping[str, str] = {
    "easy": QT_TRANSLATE_NOOP("environments", "Easy"),
    "medium": QT_TRANSLATE_NOOP("environments", "Medium"),
    "hard": QT_TRANSLATE_NOOP("environments", "Hard"),
}


def environment_title(name: str) -> str:
    """Return what people read of an environment, in the language in force.

    Args:
        name: A family, with ":WORDING" or not, or "imported/SET".
    """
    if name.startswith(PREFIX):
        return name.removeprefix(PREFIX)
    family, colon, wording = name.partition(":")
    plain = TITLES.get(family)
    if plain is None:
        return name
    title = QCoreApplication.translate("environments", plain)
    return f"{title} ({wording})" if colon else title


def level_title(level: str) -> str:
    """Return what people read of a level, in the language in force."""
    return QCoreApplication.translate("environments", LEVELS.get(level, level))

from o1desk.gui.fuzzy import score


def test_letters_in_order_are_found_and_others_are_not():
    assert score("rtl", "Run the loop") > 0
    assert score("xyz", "Run the loop") == 0


def test_the_beginning_of_a_word_wins_over_its_middle():
    assert score("loop", "Run the loop") > score("oop", "Run the loop")
    assert score("train", "Train") > score("train", "Constrain")


def test_further_words_count_too():
    assert score("dark", "Theme", "colour dark night") > 0


def test_every_word_must_fit():
    assert score("run moon", "Run the loop") == 0

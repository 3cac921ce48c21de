"""Overview: the o1 loop as a picture that lives, and the button that runs it."""

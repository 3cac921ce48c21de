"""Arithmetic written out the way a careful person does it on paper, one digit at a time.

Every function returns the working as text together with the result. A small model with one token
per digit can learn each of these moves; the whole sum in one go it can only guess.
"""

CAREFUL = "Carefully:"
QUICK = "Quickly:"


def _digits(number: int, width: int) -> list[int]:
    return [int(digit) for digit in reversed(str(number).zfill(width))]


def add_columns(first: int, second: int) -> str:
    """Return the columns of an addition of two non-negative numbers, units first.

    45 + 67 gives "5+7=12 4+6+1=11".
    """
    width = max(len(str(first)), len(str(second)))
    carry, columns = 0, []
    for a, b in zip(_digits(first, width), _digits(second, width), strict=True):
        total = a + b + carry
        columns.append(f"{a}+{b}{'+1' if carry else ''}={total}")
        carry = total // 10
    return " ".join(columns)


def subtract_columns(larger: int, smaller: int) -> str:
    """Return the columns of `larger - smaller`, units first, both non-negative.

    52 - 17 gives "2-7+10=5 5-1-1=3".
    """
    width = len(str(larger))
    borrow, columns = 0, []
    for a, b in zip(_digits(larger, width), _digits(smaller, width), strict=True):
        rest = a - b - borrow
        lend = rest < 0
        columns.append(f"{a}-{b}{'-1' if borrow else ''}{'+10' if lend else ''}={rest % 10}")
        borrow = int(lend)
    return " ".join(columns)


def add(first: int, second: int) -> str:
    """Return one line that adds two integers of any sign, as in "45+67: 5+7=12 4+6+1=11 =112"."""
    head = f"{first}{second:+d}"
    if (first < 0) == (second < 0):
        columns = add_columns(abs(first), abs(second))
    else:
        larger, smaller = sorted((abs(first), abs(second)), reverse=True)
        columns = subtract_columns(larger, smaller)
    return f"{head}: {columns} ={first + second}"


def multiply_digit(number: int, digit: int) -> str:
    """Return one line for a non-negative number times one digit, units first.

    23 * 7 gives "23*7: 3*7=21 2*7+2=16 =161".
    """
    carry, columns = 0, []
    for a in _digits(number, len(str(number))):
        total = a * digit + carry
        columns.append(f"{a}*{digit}{f'+{carry}' if carry else ''}={total}")
        carry = total // 10
    return f"{number}*{digit}: {' '.join(columns)} ={number * digit}"


def multiply(first: int, second: int) -> list[str]:
    """Return the lines of a long multiplication; one line when a factor has one digit."""
    sign = -1 if (first < 0) != (second < 0) else 1
    a, b = abs(first), abs(second)
    if len(str(a)) < len(str(b)):
        a, b = b, a
    if len(str(b)) == 1 and len(str(a)) == 1:
        return [f"{first}*{second}={first * second}"]
    lines, total = [], 0
    for place, digit in enumerate(_digits(b, len(str(b)))):
        if len(str(a)) > 1:
            lines.append(multiply_digit(a, digit))
        part = a * digit * 10**place
        if place:
            lines.append(add(total, part))
        total += part
    if sign < 0:
        lines.append(f"{first}*{second}={-total}")
    return lines

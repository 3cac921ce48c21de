"""The program that renders chat templates for `template.py`; it imports nothing of O1 Desk.

One JSON line in, one JSON line out: {"path": [...]} first, then {"template", "variables"} each.
Answers are {"text"} or {"kind", "detail"}. It runs isolated, with limits of memory and processor
time where the system has them; the parent ends it when it is late.
"""

import contextlib
import functools
import json
import sys
from typing import Any

MEMORY_BYTES = 512 << 20
CPU_S = 10  # of one render; a second fence, should the parent be gone
MAX_CHARACTERS = 4_000_000
MAX_REPEAT = 1_000_000
MAX_BITS = 4096


def main() -> None:
    """Answer until the parent closes the pipe."""
    lines = iter(sys.stdin.buffer.readline, b"")
    sys.path[:] = json.loads(next(lines))["path"]
    environment = make_environment()
    limit_memory()
    answer({"text": "ready"})
    for line in lines:
        limit_cpu()
        request = json.loads(line)
        answer(render(environment, request["template"], request["variables"]))


def answer(reply: dict[str, str]) -> None:
    """Write one line; ASCII only, so that any text of the model passes."""
    sys.stdout.write(json.dumps(reply) + "\n")
    sys.stdout.flush()


def limit_memory() -> None:
    """Bound the address space and switch core dumps off, where the system can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def limit_cpu() -> None:
    """Give the next render its own budget of processor time."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(usage.ru_utime + usage.ru_stime)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (spent + CPU_S, hard))


def render(environment: Any, source: str, variables: dict[str, Any]) -> dict[str, str]:
    """Render one template; every way to fail has a kind."""
    from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError

    try:
        return collect(compiled(environment, source), variables)
    except Refused as error:
        return {"kind": "refused", "detail": one_line(error)}
    except SecurityError as error:
        return {"kind": "unsafe", "detail": one_line(error)}
    except TemplateSyntaxError as error:
        return {"kind": "syntax", "detail": f"line {error.lineno}: {one_line(error)}"}
    except MemoryError:
        return {"kind": "memory"}
    except TemplateError as error:
        return {"kind": "syntax", "detail": one_line(error)}
    except Exception as error:  # noqa: BLE001 - a template can raise anything Python can
        return {"kind": "syntax", "detail": f"{type(error).__name__}: {one_line(error)}"}


def collect(template: Any, variables: dict[str, Any]) -> dict[str, str]:
    """Join the pieces of a render until it is done or too long."""
    pieces, size = [], 0
    for piece in template.generate(**variables):
        size += len(piece)
        if size > MAX_CHARACTERS:
            return {"kind": "size", "detail": f"{MAX_CHARACTERS:,}"}
        pieces.append(piece)
    return {"text": "".join(pieces)}


class Refused(Exception):  # noqa: N818 - the template's own word, not a fault of ours
    """The template called `raise_exception`."""


def one_line(error: object) -> str:
    """Return an error's text, short and without line breaks."""
    return " ".join(str(error).split())[:200]


@functools.lru_cache(maxsize=16)
def compiled(environment: Any, source: str) -> Any:
    """Compile a template once; conversations render the same one again and again."""
    return environment.from_string(source)


def make_environment() -> Any:
    """Return the sandbox with the helpers that model templates are written for.

    The names and the whitespace rules are those that transformers documents for chat templates.
    """
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from typing_extensions import override

    class Environment(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"*", "**"})

        @override
        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if is_too_large(operator, left, right):
                raise SecurityError(f"the operator {operator} with large operands")
            return super().call_binop(context, operator, left, right)

    environment = Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[generation_extension(), "jinja2.ext.loopcontrols"],
    )
    environment.filters["tojson"] = to_json
    environment.globals["raise_exception"] = refuse
    environment.globals["strftime_now"] = strftime_now
    return environment


def is_too_large(operator: str, left: Any, right: Any) -> bool:
    """Whether a product or power would make a huge number, or repeat a text beyond reason."""
    if isinstance(left, int) and isinstance(right, int):
        if operator == "*":
            return left.bit_length() + right.bit_length() > MAX_BITS
        return not 0 <= right <= MAX_BITS or left.bit_length() * right > MAX_BITS
    if operator == "**":
        return True
    for body, count in ((left, right), (right, left)):
        if isinstance(body, (str, bytes, list, tuple)) and isinstance(count, int):
            return len(body) * count > MAX_REPEAT
    return False


def generation_extension() -> Any:
    """Return the `{% generation %}` block, which marks text for training masks; it only renders."""
    from jinja2.ext import Extension
    from typing_extensions import override

    class Generation(Extension):
        tags = {"generation"}  # noqa: RUF012 - the shape that Jinja declares

        @override
        def parse(self, parser: Any) -> Any:
            next(parser.stream)
            return parser.parse_statements(("name:endgeneration",), drop_needle=True)

    return Generation


def to_json(value: Any, indent: int | None = None, **_: Any) -> str:
    """Write JSON without HTML escapes, as chat templates need it."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def refuse(message: str) -> None:
    """Stop with the template's own reason."""
    raise Refused(message)


def strftime_now(layout: str) -> str:
    """Return the local date and time in a layout."""
    from datetime import datetime

    return datetime.now().strftime(layout)  # noqa: DTZ005 - templates want the person's own clock


if __name__ == "__main__":
    main()

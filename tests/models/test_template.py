"""Chat templates: rendered as transformers does, ended when they are hostile (fault row 24)."""

import time

import pytest

from o1desk.core.errors import DamagedModelError, InputError
from o1desk.models.template import TemplateRenderer

MESSAGES = [
    {"role": "user", "content": "1 < 2 & zwölf \ud800?"},
    {"role": "assistant", "content": "ja"},
]
QWEN_LIKE = """
{%- for message in messages %}
    {%- if message.role not in ['user', 'assistant'] %}{{ raise_exception('who?') }}{% endif %}
    {{- '<|im_start|>' + message['role'] + '\\n' }}
    {%- if message.role == 'assistant' %}
        {%- generation %}{{ message.content }}<|im_end|>{% endgeneration %}
    {%- else %}{{ message.content }}<|im_end|>{% endif %}
    {%- if loop.last %}{% break %}{% endif %}
{%- endfor %}
{%- if tools is defined %}{{ tools | tojson }}{% endif %}
{%- if add_generation_prompt %}{{- '<|im_start|>assistant\\n<think>\\n' }}{% endif %}
"""

# What must not hang, must not fill the memory, must not reach Python. Each is within the rules of
# Jinja's own sandbox or of a naive limit on loops.
HOSTILE = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}"
    "{% endfor %}{% endfor %}",
    "repeat": "{{ 'x' * 1000000000 }}",
    "repeat a list": "{{ (1, 2) * 100000000 }}",
    "centre": "{{ 'x'.center(10000000000) }}",
    "percent width": "{{ '%1000000000d' % 1 }}",
    "format width": "{{ '{:>1000000000}'.format(1) }}",
    "indent": "{{ 'x' | indent(1000000000) }}",
    "batch": "{{ [1] | batch(1000000000, 'x') | list }}",
    "power": "{{ 2 ** 64 ** 64 }}",
    "doubling": "{% set n = namespace(x='a' * 999999) %}{% for i in range(40) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "long output": "{% for i in range(99999) %}{{ 'y' * 1000 }}{% endfor %}",
    "slow C call": "{{ x | slice(999999999) | list }}",
    "class": "{{ ''.__class__.__mro__ }}",
    "globals": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "mutation": "{{ messages.append(1) }}",
    "include": "{% include '/etc/passwd' %}",
    "recursion": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "parentheses": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "half a tag": "{% for",
    "half a comment": "{#" + " " * 10000,
}


@pytest.fixture(scope="module")
def renderer():
    made = TemplateRenderer()
    yield made
    made.close()


def test_the_text_equals_that_of_transformers(renderer):
    from transformers.utils.chat_template_utils import render_jinja_template

    tools = [{"name": "f", "description": "<b> & ü"}]
    theirs, _ = render_jinja_template(
        conversations=[MESSAGES], chat_template=QWEN_LIKE, tools=tools, add_generation_prompt=True
    )
    variables = {"messages": MESSAGES, "tools": tools, "add_generation_prompt": True}
    assert renderer.render(QWEN_LIKE, variables) == theirs[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_in_one_sentence(renderer, name):
    started = time.monotonic()
    with pytest.raises(DamagedModelError, match="The model's chat template") as caught:
        renderer.render(HOSTILE[name], {"messages": MESSAGES}, limit_s=0.6)
    assert time.monotonic() - started < 20.0
    assert "\n" not in str(caught.value)


def test_attribute_filters_find_nothing_private(renderer):
    template = "{{ ('' | attr('__class__')) is defined }}{{ ''['__class__'] is defined }}"
    assert renderer.render(template, {}) == "FalseFalse"


def test_after_a_hostile_template_the_next_one_is_rendered(renderer):
    with pytest.raises(DamagedModelError):
        renderer.render(HOSTILE["nested loops"], {}, limit_s=0.2)
    assert renderer.render("{{ a }}", {"a": "b"}) == "b"


def test_the_child_is_kept_between_renders(renderer):
    renderer.render("{{ a }}", {"a": 1})
    first = renderer._child
    assert renderer.render("{{ a }}", {"a": 2}) == "2"
    assert renderer._child is first


def test_a_template_may_refuse_a_conversation_in_its_own_words(renderer):
    with pytest.raises(InputError, match="refuses this conversation: roles must alternate"):
        renderer.render("{{ raise_exception('roles must\nalternate') }}", {})


def test_small_arithmetic_and_repeats_are_allowed(renderer):
    assert renderer.render("{{ '-' * 3 }}{{ 6 * 7 }}{{ 2 ** 5 }}", {}) == "---4232"

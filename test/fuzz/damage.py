"""Damages C and C++ code: the same text and seed give the same copy.

The most common changes leave something that compiles, so that it is the analysis
that is tried and not the parser: statements move, are doubled, lost or put under
other control, and names and numbers change places.
"""

import random
import re

TOKEN = re.compile(r'"[^"\n]*"|\w+|->|[<>=!&|+-]=|&&|\|\||\S')
STATEMENT = re.compile(r"^[ \t]+[^\s/#}{][^\n{}]*;[ \t]*$", re.M)
NAME = re.compile(r"\b[a-z]\w*\b")
RESERVED = set("""auto break case catch class const continue default delete do else
    enum extern for goto if int long namespace new nullptr public private return short
    sizeof static struct switch template this throw try typedef typename unsigned using
    virtual void while""".split())
NUMBERS = ["0", "1", "-1", "nullptr", "2147483648u", "0x7fffffffffffffffll"]
OPERATORS = ["==", "!=", "<", "=", "&&", "||", "&", "|", "+", "-", "->", ".", ","]
CONTROL = [
    "if ({0}) {{ {1} }}", "while ({0}) {{ {1} }}", "do {{ {1} }} while ({0});",
    "for (;;) {{ if ({0}) break; {1} }}", "switch (!{0}) {{ case 0: {1} break; }}",
    "if (!({0} && {0}) || {0}) {{ {1} }} else {{ {1} }}",
    "try {{ {1} }} catch (...) {{ throw; }}", "[&] {{ {1} }}();",
    "{{ auto *twice = &{0}; {1} (void)twice; }}", "{0} = {0}; {1}",
]


def chosen(dice, text, pattern, wanted=lambda match: True):
    found = [match for match in pattern.finditer(text) if wanted(match)]
    return dice.choice(found) if found else None


def replaced(text, match, by):
    return text[:match.start()] + by + text[match.end():]


def is_name(match):
    return match.group() not in RESERVED


def lose(dice, text):
    match = chosen(dice, text, STATEMENT)
    return replaced(text, match, "") if match else text


def move(dice, text):
    """A statement goes, or is repeated, somewhere near."""
    places = list(STATEMENT.finditer(text))
    if not places:
        return text
    index = dice.randrange(len(places))
    at = places[max(0, min(len(places) - 1, index + dice.randint(-9, 9)))]
    copy = text[:at.start()] + places[index].group() + "\n" + text[at.start():]
    if dice.random() < 0.5:
        copy = copy.replace(places[index].group() + "\n", "\n", 1)
    return copy


def put_under(dice, text):
    match = chosen(dice, text, STATEMENT)
    if not match:
        return text
    names = [m.group() for m in NAME.finditer(match.group()) if is_name(m)]
    name = dice.choice(names) if names else "0"
    return replaced(text, match,
                    dice.choice(CONTROL).format(name, match.group().strip()))


def rename(dice, text):
    one = chosen(dice, text, NAME, is_name)
    other = chosen(dice, text, NAME, is_name)
    return replaced(text, one, other.group()) if one else text


def renumber(dice, text):
    match = chosen(dice, text, re.compile(r"\b(\d+|nullptr)\b"))
    return replaced(text, match, dice.choice(NUMBERS)) if match else text


def reoperate(dice, text):
    match = chosen(dice, text, TOKEN, lambda m: m.group() in OPERATORS)
    return replaced(text, match, dice.choice(OPERATORS)) if match else text


def lose_token(dice, text):
    match = chosen(dice, text, TOKEN)
    return replaced(text, match, " ") if match else text


def cut(dice, text):
    return text[:dice.randrange(1, len(text))]


WAYS = [lose, move, move, put_under, put_under, rename, rename, renumber, reoperate]
ROUGH_WAYS = [lose_token, cut]


def damage(text, seed):
    """Returns a damaged copy; the includes at its head stay."""
    dice = random.Random(seed)
    head = 0
    for match in re.finditer(r"^#include.*\n", text, re.M):
        head = match.end()
    body = text[head:]
    for _ in range(dice.choice([1, 1, 2, 3, 6])):
        body = dice.choice(WAYS)(dice, body) or "\n"
    if dice.random() < 0.15:
        body = dice.choice(ROUGH_WAYS)(dice, body)
    return text[:head] + body

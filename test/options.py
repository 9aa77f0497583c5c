"""The options that tests run with, besides those they ask for."""

import os
import re

# Silence is to mean that all was analysed.
DEFAULTS = {"mapi.ReportUnanalyzed": "true"}
if os.environ.get("MAPI_TIDY_READ_GRAPHS_BACK"):
    DEFAULTS["mapi.ReadGraphsBack"] = "true"

CONFIG = re.compile(r"^--config=\{CheckOptions: \{(.*)\}\}$", re.DOTALL)


def with_defaults(arguments):
    """Returns the arguments for mapi-tidy, with the options in them."""
    given, rest = [], []
    for each in arguments:
        if match := CONFIG.match(each):
            given.append(match.group(1))
        else:
            rest.append(each)
    text = ", ".join(given)
    ours = [f"{name}: {value}" for name, value in DEFAULTS.items()
            if name not in text]
    return [f"--config={{CheckOptions: {{{', '.join([*ours, *given])}}}}}",
            *rest]

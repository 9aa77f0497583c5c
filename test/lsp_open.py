"""Opens a file in a language server and prints what the server says of it.

usage: lsp_open.py FILE SERVER [arguments for the server]
"""

import pathlib
import signal
import sys

from language_server import Server

signal.alarm(300)  # a server that says nothing ends the session
path = pathlib.Path(sys.argv[1]).resolve()
server = Server(sys.argv[2:])
server.open(path.as_uri(), 1, path.read_text())
for found in server.diagnostics(1):
    print(f"{found['range']['start']['line'] + 1}: "
          f"{found['message'].splitlines()[0]} [{found.get('code')}]")
server.stop()

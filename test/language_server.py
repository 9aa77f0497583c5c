"""The client's end of the Language Server Protocol."""

import json
import subprocess
import sys


class Server:
    """A running server; `capabilities` are those for text documents."""

    def __init__(self, command, **capabilities):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.requests = 0
        self.ask("initialize", {"processId": None, "rootUri": None,
                                "capabilities": {"textDocument": capabilities}})
        self.send("initialized", {})

    def send(self, method, params, **more):
        body = json.dumps({"jsonrpc": "2.0", "method": method,
                           "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body))
        self.process.stdin.write(body)
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if length == 0:
            sys.exit("the server has ended")
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.requests += 1
        self.send(method, params, id=self.requests)
        while (message := self.receive()).get("id") != self.requests:
            pass
        if "error" in message:
            sys.exit(f"{method}: {message['error']}")
        return message["result"]

    def diagnostics(self, version):
        """Waits for those of a version of the file."""
        while True:
            message = self.receive()
            if (message.get("method") == "textDocument/publishDiagnostics" and
                    message["params"].get("version") == version):
                return message["params"]["diagnostics"]

    def open(self, uri, version, text):
        self.send("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "cpp", "version": version, "text": text}})

    def change(self, uri, version, text, **span):
        """Replaces what `range` names by the text, or all there is."""
        self.send("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"text": text, **span}]})

    def stop(self):
        """Returns the exit status."""
        self.ask("shutdown", None)
        self.send("exit", None)
        return self.process.wait()

"""Starts httpd for a test and speaks to it over plain sockets."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = os.environ["PROGRAM_UNDER_TEST"]
INDEX = b"<!doctype html><title>index</title>\n"
BIG = bytes(range(256)) * 4096 * 5 + b"the end"


def make_root():
    """A document root, with secret.txt beside it."""
    top = Path(tempfile.mkdtemp(prefix="httpd-test-"))
    root = top / "root"
    (root / "docs").mkdir(parents=True)
    (root / "empty").mkdir()
    (top / "secret.txt").write_bytes(b"secret")
    (root / "index.html").write_bytes(INDEX)
    (root / "docs" / "index.html").write_bytes(b"docs")
    (root / "a b.txt").write_bytes(b"blank")
    (root / "nothing.txt").write_bytes(b"")
    (root / "big.bin").write_bytes(BIG)
    (root / "link.txt").symlink_to(top / "secret.txt")
    (root / "linked").symlink_to(top)
    os.mkfifo(root / "fifo")
    return top


class Response:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body


class Client:
    """One connection; responses are read one after the other."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.file = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.file.close()
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def receive(self, head=False):
        line = self.file.readline()
        if not line:
            raise EOFError("the server closed the connection")
        status = int(line.split(b" ")[1])
        headers = {}
        while (line := self.file.readline()) not in (b"\r\n", b""):
            name, value = line.decode().rstrip("\r\n").split(": ", 1)
            assert name not in headers, name
            headers[name] = value
        length = 0 if head else int(headers.get("Content-Length", "0"))
        body = self.file.read(length)
        assert len(body) == length, "the body is cut short"
        return Response(status, headers, body)

    def get(self, target, *headers, method="GET"):
        lines = [f"{method} {target} HTTP/1.1", "Host: test", *headers, "", ""]
        self.send("\r\n".join(lines).encode())
        return self.receive(head=method == "HEAD")

    def at_end(self):
        return self.file.read(1) == b""


class Server:
    def __init__(self, *options, top=None):
        self.top = top or make_root()
        self.process = subprocess.Popen(
            [PROGRAM, "-p", "0", "-r", str(self.top / "root"), *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on 127.0.0.1:"):
            raise RuntimeError(f"no server: {line!r} {self.process.stderr.read()}")
        self.port = int(line.rsplit(":", 1)[1])

    def client(self):
        return Client(self.port)

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def await_descriptors(self, count):
        """Returns once the server has closed its clients' descriptors."""
        while self.descriptors() > count:
            time.sleep(0.01)

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")

    def stop(self, number=signal.SIGTERM):
        """Returns exit status and what the server wrote to stderr."""
        self.process.send_signal(number)
        errors = self.process.communicate()[1]
        shutil.rmtree(self.top)
        return self.process.returncode, errors


class ServerTest(unittest.TestCase):
    """A server for each test, which must end well."""

    options = ()

    def setUp(self):
        self.server = Server(*self.options)
        self.addCleanup(self.stop_server)

    def stop_server(self):
        if self.server.process.returncode is None:
            self.assertEqual(self.server.stop(), (0, ""))
        self.server.process.stdout.close()
        self.server.process.stderr.close()

    def client(self):
        client = self.server.client()
        self.addCleanup(client.close)
        return client

    def exchange(self, data, head=False):
        """Sends data on a connection of its own; the response to it."""
        with self.server.client() as client:
            client.send(data)
            return client.receive(head)

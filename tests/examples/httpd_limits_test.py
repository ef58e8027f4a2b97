"""How httpd starts, ends and keeps its limits."""

import os
import signal
import subprocess
import time
import unittest
from pathlib import Path

from httpd_server import BIG, INDEX, PROGRAM, Server, ServerTest


class Options(unittest.TestCase):
    def run_program(self, *options):
        done = subprocess.run([PROGRAM, *options], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    def test_help(self):
        status, out, errors = self.run_program("--help")
        self.assertEqual((status, errors), (0, ""))
        self.assertIn("usage: httpd", out)

    def test_bad_options(self):
        for options in (("-p", "x"), ("-p", "65536"), ("-w", "0"), ("-w", "65"), ("-c", "0"), ("-t", ""),
                        ("-z",), ("extra",), ("-r", "/nonexistent"), ("-a", "nowhere", "-p", "0", "-r", "/")):
            with self.subTest(options):
                status, out, errors = self.run_program(*options)
                self.assertEqual((status, out), (2, ""))
                self.assertNotEqual(errors, "")

    def test_port_in_use(self):
        server = Server()
        status, _, errors = self.run_program("-p", str(server.port), "-r", "/")
        self.assertEqual(status, 2)
        self.assertIn("Address already in use", errors)
        self.assertEqual(server.stop(), (0, ""))


class Stopping(ServerTest):
    def connect_in_every_state(self):
        idle, partial, sending, draining = (self.client() for _ in range(4))
        partial.send(b"GET / HT")
        sending.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
        self.assertNotEqual(sending.socket.recv(1), b"")
        draining.send(b"nonsense\r\n\r\n")
        self.assertEqual(draining.receive().status, 400)
        self.assertEqual(idle.get("/").body, INDEX)

    def test_terminated_with_clients(self):
        self.connect_in_every_state()
        self.assertEqual(self.server.stop(signal.SIGTERM), (0, ""))

    def test_interrupted_with_clients(self):
        self.connect_in_every_state()
        self.assertEqual(self.server.stop(signal.SIGINT), (0, ""))

    def test_again_on_the_same_port(self):
        self.client().get("/", "Connection: close")
        port = self.server.port
        self.assertEqual(self.server.stop(), (0, ""))
        again = Server("-p", str(port))
        self.assertEqual(again.port, port)
        self.assertEqual(again.stop(), (0, ""))


class Workers(ServerTest):
    options = ("-w", "3")

    def test_number_of_threads(self):
        self.client().get("/")
        threads = os.listdir(f"/proc/{self.server.process.pid}/task")
        self.assertGreaterEqual(len(threads), 4)

    def watched_descriptors(self):
        """How many descriptors each epoll instance has."""
        infos = Path(f"/proc/{self.server.process.pid}/fdinfo").iterdir()
        counts = [info.read_text().count("tfd:") for info in infos]
        return sorted(count for count in counts if count > 0)

    def test_clients_go_to_the_least_loaded(self):
        clients = [self.client() for _ in range(9)]
        for client in clients:
            client.get("/")
        # Each has an eventfd as well.
        self.assertEqual(self.watched_descriptors(), [4, 4, 4])

    def test_clients_that_do_not_read(self):
        stuck = [self.client() for _ in range(9)]
        for client in stuck:
            client.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
        self.assertEqual(self.client().get("/").body, INDEX)
        for client in stuck:
            self.assertTrue(client.receive().body == BIG)


class IdleClients(ServerTest):
    options = ("-t", "1")

    def test_are_closed(self):
        before = self.server.descriptors()
        silent, partial, kept, unread = (self.client() for _ in range(4))
        partial.send(b"GET / HTTP/1.1\r\n")
        kept.get("/")
        unread.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n" * 8)
        for client in (silent, partial, kept):
            self.assertTrue(client.at_end())
        self.server.await_descriptors(before)

    def test_those_that_are_draining_too(self):
        before = self.server.descriptors()
        client = self.client()
        client.send(b"nonsense\r\n\r\n")
        self.assertEqual(client.receive().status, 400)
        self.server.await_descriptors(before)

    def test_those_that_go_on_sending_after_an_error_too(self):
        before = self.server.descriptors()
        client = self.client()
        client.send(b"nonsense\r\n\r\n")
        self.assertEqual(client.receive().status, 400)
        with self.assertRaises((BrokenPipeError, ConnectionResetError)):
            while True:
                client.send(b"x")
                time.sleep(0.1)
        self.server.await_descriptors(before)

    def test_active_ones_are_not(self):
        client = self.client()
        for byte in b"GET / HTTP/1.1\r\n":  # takes longer than a second
            client.send(bytes([byte]))
            time.sleep(0.1)
        client.send(b"Host: t\r\n\r\n")
        self.assertEqual(client.receive().body, INDEX)


class MostClients(ServerTest):
    options = ("-c", "2")

    def test_one_more_is_refused(self):
        first, second = self.client(), self.client()
        first.get("/")
        second.get("/")
        with self.server.client() as third:
            self.assertEqual(third.receive().status, 503)
            self.assertTrue(third.at_end())
        before = self.server.descriptors()
        second.close()
        self.server.await_descriptors(before - 1)
        self.assertEqual(self.client().get("/").body, INDEX)


class WaitingCostsNothing(ServerTest):
    def test_processor_time(self):
        stuck = self.client()
        stuck.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
        gone = self.client()
        gone.get("/", "Connection: close")  # not closed by the client
        half = self.client()
        half.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
        half.socket.shutdown(1)
        self.assertEqual(self.client().get("/").body, INDEX)
        time.sleep(0.5)
        before = self.server.processor_seconds()
        time.sleep(1)
        self.assertLess(self.server.processor_seconds() - before, 0.1)

"""What httpd answers."""

import email.utils
import os
import threading

from httpd_server import BIG, INDEX, ServerTest


class Files(ServerTest):
    def test_index(self):
        response = self.client().get("/")
        self.assertEqual((response.status, response.body), (200, INDEX))
        self.assertEqual(response.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(response.headers["Content-Length"], str(len(INDEX)))
        self.assertEqual(response.headers["Connection"], "keep-alive")

    def test_dates(self):
        path = self.server.top / "root" / "index.html"
        os.utime(path, (86400, 86400))
        headers = self.client().get("/").headers
        self.assertEqual(headers["Last-Modified"], "Fri, 02 Jan 1970 00:00:00 GMT")
        self.assertGreater(email.utils.parsedate_to_datetime(headers["Date"]).year, 2000)

    def test_head(self):
        client = self.client()
        response = client.get("/big.bin", method="HEAD")
        self.assertEqual(response.status, 200)
        self.assertEqual(response.headers["Content-Length"], str(len(BIG)))
        # No body came with it: the next response follows at once.
        self.assertEqual(client.get("/").body, INDEX)
        response = client.get("/missing", method="HEAD")
        self.assertEqual(response.status, 404)
        self.assertEqual(client.get("/").body, INDEX)

    def test_big_file(self):
        response = self.client().get("/big.bin")
        self.assertEqual(response.status, 200)
        self.assertEqual(response.headers["Content-Type"], "application/octet-stream")
        self.assertTrue(response.body == BIG)

    def test_empty_file(self):
        client = self.client()
        response = client.get("/nothing.txt")
        self.assertEqual((response.status, response.body), (200, b""))
        self.assertEqual(client.get("/").body, INDEX)

    def test_names_are_decoded_and_queries_ignored(self):
        client = self.client()
        for target in ("/a%20b.txt", "/%61%20b%2Etxt?x=%zz", "http://host/a%20b.txt"):
            with self.subTest(target):
                self.assertEqual(client.get(target).body, b"blank")
        self.assertEqual(client.get("http://host").body, INDEX)

    def test_folder(self):
        client = self.client()
        self.assertEqual(client.get("/docs/").body, b"docs")
        self.assertEqual(client.get("/docs/.").body, b"docs")
        response = client.get("//docs")
        self.assertEqual((response.status, response.headers["Location"]), (301, "/docs/"))
        self.assertEqual(client.get("/empty/").status, 404)

    def test_not_found(self):
        client = self.client()
        for target in ("/missing", "/index.html/x", "/docs/missing/x", "/" + "x" * 300):
            with self.subTest(target):
                response = client.get(target)
                self.assertEqual(response.status, 404)
                self.assertIn(b"Not Found", response.body)

    def test_nothing_outside_of_the_root(self):
        client = self.client()
        for target in ("/../secret.txt", "/docs/../../secret.txt", "/%2e%2e/secret.txt",
                       "/..%2fsecret.txt", "/docs/%2e%2e/../secret.txt", "/.."):
            with self.subTest(target):
                self.assertEqual(client.get(target).status, 403)
        self.assertEqual(client.get("/docs/../").body, INDEX)

    def test_symbolic_links_are_not_followed(self):
        client = self.client()
        self.assertEqual(client.get("/link.txt").status, 403)
        self.assertEqual(client.get("/linked/secret.txt").status, 404)

    def test_no_regular_file(self):
        self.assertEqual(self.client().get("/fifo").status, 403)

    def test_ranges(self):
        client = self.client()
        size = len(BIG)
        for value, first, last in (("0-0", 0, 0), ("5-9", 5, 9), (f"{size - 2}-", size - 2, size - 1),
                                   ("-7", size - 7, size - 1), (f"9-{size * 2}", 9, size - 1)):
            with self.subTest(value):
                response = client.get("/big.bin", f"Range: bytes={value}")
                self.assertEqual(response.status, 206)
                self.assertEqual(response.headers["Content-Range"], f"bytes {first}-{last}/{size}")
                self.assertTrue(response.body == BIG[first:last + 1])
        response = client.get("/big.bin", f"Range: bytes={size}-")
        self.assertEqual((response.status, response.headers["Content-Range"]), (416, f"bytes */{size}"))
        for value in ("bytes=9-5", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=5"):
            with self.subTest(value):
                self.assertEqual(client.get("/", f"Range: {value}").status, 200)

    def test_not_modified(self):
        client = self.client()
        date = client.get("/").headers["Last-Modified"]
        response = client.get("/", f"If-Modified-Since: {date}")
        self.assertEqual((response.status, response.body), (304, b""))
        self.assertEqual(client.get("/").body, INDEX)


class Connections(ServerTest):
    def test_many_requests(self):
        client = self.client()
        for _ in range(2000):
            self.assertEqual(client.get("/").body, INDEX)

    def test_pipelined(self):
        requests = [("/", INDEX), ("/a%20b.txt", b"blank"), ("/docs/", b"docs")] * 200
        data = "".join(f"GET {target} HTTP/1.1\r\nHost: t\r\n\r\n" for target, _ in requests)
        client = self.client()
        client.send(data.encode())
        for target, body in requests:
            self.assertEqual(client.receive().body, body, target)

    def test_pipelined_around_a_big_file(self):
        client = self.client()
        client.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\nGET / HTTP/1.1\r\nHost: t\r\n\r\n" * 3)
        for _ in range(3):
            self.assertTrue(client.receive().body == BIG)
            self.assertEqual(client.receive().body, INDEX)

    def test_byte_by_byte(self):
        client = self.client()
        for _ in range(3):
            for byte in b"GET /a%20b.txt HTTP/1.1\r\nHost: test\r\nX: y\r\n\r\n":
                client.send(bytes([byte]))
            self.assertEqual(client.receive().body, b"blank")

    def test_a_client_that_reads_slowly(self):
        client = self.client()
        client.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
        other = self.client()  # is not kept waiting meanwhile
        self.assertEqual(other.get("/").body, INDEX)
        self.assertTrue(client.receive().body == BIG)

    def test_bodies_are_skipped(self):
        client = self.client()
        body = b"GET /missing HTTP/1.1\r\n\r\n" * 1000
        client.send(b"GET / HTTP/1.1\r\nHost: t\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        self.assertEqual(client.receive().body, INDEX)
        self.assertEqual(client.get("/a%20b.txt").body, b"blank")

    def test_half_closed(self):
        client = self.client()
        client.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\nGET / HTTP/1.1\r\nHost: t\r\n\r\n")
        client.socket.shutdown(1)
        self.assertTrue(client.receive().body == BIG)
        self.assertEqual(client.receive().body, INDEX)
        self.assertTrue(client.at_end())

    def test_connection_close(self):
        client = self.client()
        self.assertEqual(client.get("/", "Connection: x, Close").headers["Connection"], "close")
        self.assertTrue(client.at_end())

    def test_http_1_0(self):
        client = self.client()
        client.send(b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        self.assertEqual(client.receive().headers["Connection"], "keep-alive")
        client.send(b"GET / HTTP/1.0\r\n\r\n")
        self.assertEqual(client.receive().headers["Connection"], "close")
        self.assertTrue(client.at_end())

    def test_clients_that_go_away(self):
        before = self.server.descriptors()
        for _ in range(50):
            with self.server.client() as client:
                client.send(b"GET /big.bin HTTP/1.1\r\nHost: t\r\n\r\n")
                client.socket.recv(100)
        self.server.await_descriptors(before)
        self.assertEqual(self.client().get("/").body, INDEX)

    def test_fifty_at_a_time(self):
        before = self.server.descriptors()
        failures = []
        gate = threading.Barrier(50)

        def run():
            with self.server.client() as client:
                gate.wait()
                for _ in range(20):
                    if client.get("/").body != INDEX:
                        failures.append("index")
                if client.get("/big.bin").body != BIG:
                    failures.append("big")

        threads = [threading.Thread(target=run) for _ in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failures, [])
        self.server.await_descriptors(before)


class BadRequests(ServerTest):
    def test_malformed(self):
        host = b"Host: t\r\n"
        for data, status in ((b"nonsense\r\n\r\n", 400), (b"GET /\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + host + b"\r\n", 400),
                             (b"GET  / HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET / HTTP/1.1 \r\n" + host + b"\r\n", 400),
                             (b"GET / HTTP/x.1\r\n" + host + b"\r\n", 400),
                             (b"GET / HTTP/2.0\r\n" + host + b"\r\n", 505),
                             (b"GET x HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"G@T / HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET /%zz HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET /%2 HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET /%00 HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET /\0 HTTP/1.1\r\n" + host + b"\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"no colon\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"a : b\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b" folded: x\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"a: \r b\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\n" + host + b"Transfer-Encoding: chunked\r\n\r\n", 501)):
            with self.subTest(data), self.server.client() as client:
                client.send(data)
                response = client.receive()
                self.assertEqual(response.status, status)
                self.assertEqual(response.headers["Connection"], "close")
                self.assertTrue(client.at_end())

    def test_other_methods(self):
        client = self.client()
        for method in ("POST", "PUT", "DELETE", "get", "BREW"):
            with self.subTest(method):
                response = client.get("/", method=method)
                self.assertEqual((response.status, response.headers["Allow"]), (405, "GET, HEAD"))
        self.assertEqual(client.get("*", method="OPTIONS").status, 405)
        self.assertEqual(client.get("*").status, 400)

    def test_empty_lines_before_a_request(self):
        self.assertEqual(self.exchange(b"\r\n\r\nGET / HTTP/1.1\nHost: t\n\n").body, INDEX)

    def test_too_long(self):
        line = b"GET / HTTP/1.1\r\nHost: t\r\n"
        for data, status in ((b"GET /" + b"a" * 5000, 414), (b"GET /" + b"a" * 3000 + b" HTTP/1.1\r\n", 414),
                             (line + b"X: " + b"y" * 9000, 431), (line + b"X: y\r\n" * 2000, 431),
                             (line + b"Content-Length: 65537\r\n\r\n", 413),
                             (line + b"Content-Length: 99999999999999999999\r\n\r\n", 400)):
            with self.subTest(data[:40]):
                self.assertEqual(self.exchange(data).status, status)

    def test_the_answer_arrives_while_the_client_sends(self):
        client = self.client()
        client.send(b"POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 4000000\r\n\r\n" + b"x" * 4000000)
        self.assertEqual(client.receive().status, 413)
        self.assertTrue(client.at_end())

    def test_expect(self):
        client = self.client()
        client.send(b"POST / HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
        response = client.receive()
        self.assertEqual((response.status, response.headers["Connection"]), (405, "close"))

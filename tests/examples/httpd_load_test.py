"""httpd under wrk."""

import re
import shutil
import subprocess

from httpd_server import INDEX, ServerTest


class Load(ServerTest):
    def run_wrk(self, *options, target="/"):
        if shutil.which("wrk") is None:
            self.skipTest("wrk is not installed")
        # wrk counts slow answers as errors; on a loaded machine they are none.
        url = f"http://127.0.0.1:{self.server.port}{target}"
        done = subprocess.run(["wrk", "-t2", "-c64", "-d3", "--timeout", "1m", *options, url],
                              capture_output=True, text=True, check=True)
        return done.stdout

    def check(self, *options, target="/"):
        before = self.server.descriptors()
        out = self.run_wrk(*options, target=target)
        self.assertNotIn("Socket errors", out)
        self.assertNotIn("Non-2xx", out)
        self.assertGreater(int(re.search(r"(\d+) requests in", out)[1]), 0, out)
        self.server.await_descriptors(before)
        self.assertEqual(self.client().get("/").body, INDEX)

    def test_small_files(self):
        self.check()

    def test_big_files(self):
        self.check(target="/big.bin")

    def test_a_connection_for_each_request(self):
        self.check("-H", "Connection: close")

"""spile-view top on a real terminal, of tmux."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

VIEW, BUSY = os.environ["SPILE_VIEW"], os.environ["TEST_BUSY"]
HEAD = "   CALLS/S    TIME/S     MEAN      MAX  MODE     FUNCTION"
PATIENCE = 20


@unittest.skipUnless(shutil.which("tmux"), "there is no tmux")
class TopScreen(unittest.TestCase):
    def setUp(self):
        self.dir = tempfile.mkdtemp(prefix="spile-top-")
        self.addCleanup(shutil.rmtree, self.dir)
        self.socket = os.path.join(self.dir, "tmux")
        self.segments = os.path.join(self.dir, "segments")
        os.mkdir(self.segments, 0o700)
        self.server = subprocess.Popen([BUSY], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE,
                                       env={**os.environ, "SPILE_DIR": self.segments})
        self.addCleanup(self.end_server)
        self.server.stdout.readline()

    def end_server(self):
        self.server.stdin.close()
        self.server.stdout.close()
        self.server.wait()

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *words],
                              check=True, capture_output=True, text=True).stdout

    def start(self, *options, columns=100, lines=12, before=""):
        """top below a shell, which tells how it ended and what is left of it."""
        top = " ".join(["exec", VIEW, "top", "--dir", self.segments,
                        "--interval", "0.2", *options])
        script = (f"stty -a >{self.dir}/before; echo first; {before} ({top}); "
                  f"status=$?; stty -a >{self.dir}/after; echo status $status; sleep 1000")
        self.tmux("new-session", "-d", "-x", str(columns), "-y", str(lines),
                  "sh", "-c", script)
        self.addCleanup(self.tmux, "kill-server")

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def wait_for(self, pattern, missing=False):
        """The screen once it matches, or does no more."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen()
            if bool(re.search(pattern, screen, re.M)) != missing:
                return screen
            time.sleep(0.05)
        self.fail(f"{pattern!r} {'stays' if missing else 'does not come'}:\n{screen}")

    def keys(self, *keys):
        self.tmux("send-keys", *keys)

    def assert_restored(self, status):
        screen = self.wait_for(r"^status ")
        self.assertIn("first\n", screen)  # the screen from before is there again
        self.assertIn(f"status {status}\n", screen)
        self.assertNotIn("CALLS/S", screen)
        flags = self.tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} "
                          "#{keypad_flag} #{keypad_cursor_flag}")
        self.assertEqual(flags, "0 1 0 0\n")
        with open(f"{self.dir}/before", encoding="utf-8") as before, \
                open(f"{self.dir}/after", encoding="utf-8") as after:
            self.assertEqual(before.read(), after.read())
        return screen

    def top_pid(self):
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["pgrep", "-P", shell, "spile-view"], check=True,
                               capture_output=True, text=True).stdout
        return int(found)

    def mode(self, function):
        listing = subprocess.run([VIEW, "ctl", "--all", "--dir", self.segments],
                                 check=True, capture_output=True, text=True).stdout
        return re.search(rf"^\d+ +(\S+) +{function} ", listing, re.M)[1]

    def test_rows_and_quit(self):
        self.start()
        screen = self.wait_for(r"^ +\d+\.\d +\d.* handle$").splitlines()
        self.assertEqual(screen[0], f"spile-view top: view_test_busy (pid "
                                    f"{self.server.pid})  every 0.2s  by calls")
        self.assertEqual(screen[1], HEAD)
        self.assertRegex(screen[2], r"^ +\d+\.\d +\d.* time +shop::Cart::add$")
        self.assertRegex(screen[3], r"^ +\d+\.\d +\d.* time +handle$")
        self.assertRegex(screen[4], r"^ +0\.0 +- +- +- +time +never_called$")
        self.assertEqual(screen[11], "? keys  q quit")
        self.keys("q")
        self.assert_restored(0)

    def test_sort_filter_pause_help(self):
        self.start()
        self.wait_for("handle$")
        self.keys("N")
        screen = self.wait_for("by name$").splitlines()
        self.assertTrue(screen[2].endswith("  handle"), screen)
        self.keys("r")
        screen = self.wait_for("by name, reversed$").splitlines()
        self.assertTrue(screen[2].endswith("  shop::Cart::add"), screen)
        self.keys("<")
        self.wait_for("by max, reversed$")
        self.keys("?")
        self.wait_for("^<> sort .* q quit$")
        self.keys("/", "a", "d", "x", "BSpace", "d")
        self.wait_for("^filter: add_$")
        self.keys("Enter")
        screen = self.wait_for("filter: add$")
        self.assertIn("  shop::Cart::add\n", screen)
        self.assertNotIn("handle", screen)
        self.keys("/", "Escape")
        self.wait_for("^<> sort ")
        self.keys("p")
        screen = self.wait_for("filter: add  paused$")
        time.sleep(0.5)
        self.assertEqual(self.screen(), screen)
        self.keys("p")
        self.wait_for("paused", missing=True)

    def test_workers(self):
        self.start()
        self.wait_for("handle$")
        self.keys("w")
        screen = self.wait_for(r"^ +\d+ +\d+\.\d% +\d+\.\d% .* handle$")
        self.assertEqual(screen.splitlines()[1], "    TID     CPU    WAIT  " + HEAD)
        self.keys("w")
        self.wait_for("TID", missing=True)

    def test_switches_the_selected_function(self):
        self.start("--sort", "name")
        self.wait_for("handle$")
        self.keys("Down", "Down", "Down", "o")
        self.wait_for("^shop::Cart::add: off$")
        self.assertEqual(self.mode("shop::Cart::add"), "off")
        self.assertEqual(self.mode("handle"), "time")
        self.wait_for(r"^ +0\.0 +- .* off +shop::Cart::add$")
        self.keys("C")  # it is the last now, and still selected
        self.wait_for("by calls$")
        self.keys("t")
        self.wait_for(r"^ +[1-9]\d*\.\d .* time +shop::Cart::add$")
        self.assertEqual(self.mode("shop::Cart::add"), "time")
        self.keys("c")
        self.wait_for("^shop::Cart::add: count$")
        self.assertEqual(self.mode("shop::Cart::add"), "count")

    def test_resizing(self):
        self.start(lines=24)
        self.wait_for("handle$")
        self.tmux("resize-window", "-x", "60", "-y", "5")
        screen = self.wait_for(r"\A.*\n +CALLS/S.*\n.* shop::Cart:\n.* handle\n"
                               r"\? keys").splitlines()
        self.assertEqual(len(screen), 5)
        self.keys("End")
        self.wait_for("never_called$|only_once$")
        self.tmux("resize-window", "-x", "20", "-y", "1")
        self.tmux("resize-window", "-x", "120", "-y", "30")
        screen = self.wait_for(rf"^{HEAD}\n(.*\n){{27}}\? keys  q quit$")
        self.assertIn(" handle\n", screen)
        self.keys("q")
        self.wait_for("^status 0$")

    def assert_restored_after(self, number):
        self.start()
        self.wait_for("handle$")
        os.kill(self.top_pid(), number)
        self.assert_restored(128 + number)

    def test_sigterm_restores_the_terminal(self):
        self.assert_restored_after(signal.SIGTERM)

    def test_sigint_restores_the_terminal(self):
        self.assert_restored_after(signal.SIGINT)

    def test_sighup_restores_the_terminal(self):
        self.assert_restored_after(signal.SIGHUP)

    def test_interrupt_from_the_keyboard(self):
        self.start(before="trap : INT;")
        self.wait_for("handle$")
        self.keys("C-c")
        self.assert_restored(128 + signal.SIGINT)

    def test_ends_with_its_process(self):
        self.start()
        self.wait_for("handle$")
        pid = self.server.pid
        self.server.kill()
        screen = self.assert_restored(0)
        self.assertIn(f"spile-view: view_test_busy (pid {pid}) has ended\n", screen)

    def test_an_unknown_terminal_is_an_error(self):
        # ncurses keeps a struct when there is no screen: no leak of ours.
        self.start(before="export TERM=no-such-terminal "
                          "ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0;")
        screen = self.assert_restored(2)
        self.assertIn("cannot draw on a terminal of type 'no-such-terminal'", screen)

    def test_without_a_terminal_it_is_plain(self):
        self.start("--once")
        screen = self.wait_for("^status 0$")
        self.assertIn(HEAD + "\n", screen)


if __name__ == "__main__":
    unittest.main()

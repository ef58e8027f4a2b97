# http_load.pl PORT CONNECTIONS N PATH: N requests in each of CONNECTIONS
# processes, every one on a connection of its own; dies at a wrong answer.
# http_load.pl PORT raw LINE: says the first line of what the server answers to LINE.
use strict;
use warnings;
use IO::Socket::INET;

my ($port, $connections, $n, $path) = @ARGV;

sub answer {
    my $server = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $port)
        or die "connect: $!";
    $server->autoflush(1);
    print $server $_[0];
    local $/;
    return scalar <$server> // "";
}

if ($connections eq "raw") {
    print answer("$n\r\n\r\n") =~ /^([^\r\n]*)/;
    exit 0;
}
my ($first, @children);
for my $c (1 .. $connections) {
    my $pid = fork // die;
    if ($pid) {
        push @children, $pid;
        next;
    }
    for (1 .. $n) {
        my $page = answer("GET $path HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        $page =~ m#^HTTP/1.1 200 OK\r\n.*?\r\n\r\n(.+)#s or die "wrong answer: $page";
        $first //= $1;
        $1 eq $first or die "another answer: $page";
    }
    exit 0;
}
for (@children) {
    waitpid $_, 0;
    die "a client failed" if $?;
}
printf "%d pages\n", $connections * $n;

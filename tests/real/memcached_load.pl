# memcached_load.pl PORT CONNECTIONS N: N sets and N gets on each connection,
# a hundred in flight; dies at a wrong answer.
use strict;
use warnings;
use IO::Socket::INET;

my ($port, $connections, $n) = @ARGV;
my @children;
for my $c (1 .. $connections) {
    my $pid = fork // die;
    if ($pid) {
        push @children, $pid;
        next;
    }
    my $server = IO::Socket::INET->new(PeerAddr => "127.0.0.1", PeerPort => $port)
        or die "connect: $!";
    $server->autoflush(1);
    for (my $i = 0; $i < $n; $i += 100) {
        my @keys = map { "key-$c-" . ($i + $_) } 0 .. 99;
        print $server map { "set $_ 0 0 " . length($_) . "\r\n$_\r\n" } @keys;
        <$server> eq "STORED\r\n" or die "not stored" for @keys;
        print $server map { "get $_\r\n" } @keys;
        for my $key (@keys) {
            my $answer = join "", map { scalar <$server> } 1 .. 3;
            $answer eq "VALUE $key 0 " . length($key) . "\r\n$key\r\nEND\r\n"
                or die "wrong answer: $answer";
        }
    }
    exit 0;
}
for (@children) {
    waitpid $_, 0;
    die "a connection failed" if $?;
}
printf "%d sets, %d gets\n", $connections * $n, $connections * $n;

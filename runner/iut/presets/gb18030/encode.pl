# Perl's Encode with Encode::HanExtra, gb18030: perl encode.pl
# FB_CROAK: what cannot be converted dies.
use strict;
use warnings;
use Encode ();
use JSON::PP ();

if (!eval { require Encode::HanExtra; 1 }) {
    print STDERR "Encode::HanExtra, which has gb18030, is not installed; Debian's package is libencode-hanextra-perl\n";
    exit 1;
}
no warnings qw(surrogate nonchar utf8);
my $codec = Encode::find_encoding("gb18030") or die "this Encode has no gb18030\n";
my %operations = (
    decode => sub {
        my $bytes = pack "H*", shift->{bytes};
        my $text = eval { $codec->decode($bytes, Encode::FB_CROAK) };
        return { refused => JSON::PP::true() } if $@ || length $bytes; # what is left was not converted
        return { text => join " ", map { sprintf "%04X", ord } split //, $text };
    },
    encode => sub {
        my $text = join "", map { chr hex } split " ", shift->{text};
        my $bytes = eval { $codec->encode($text, Encode::FB_CROAK) };
        return $@ ? { refused => JSON::PP::true() } : { bytes => unpack "H*", $bytes };
    },
);
my %hello = (hello => 1, name => "Perl Encode::HanExtra", version => $Encode::HanExtra::VERSION, vendor => "CPAN", operations => [sort keys %operations]);

my $json = JSON::PP->new->ascii;
my $rest = "";
# all that has arrived is answered in one write
while (sysread STDIN, $rest, 1 << 16, length $rest) {
    my @lines = split /\n/, $rest, -1;
    $rest = pop @lines;
    my $out = "";
    for my $line (grep /\S/, @lines) {
        # the lines of this pack hold hexadecimal words only: JSON::PP would take most of the time
        if ($line =~ /"hello"/) { $out .= $json->encode(\%hello) . "\n"; next }
        my ($id, $do, $argument) = ($line =~ /"id"\s*:\s*(\d+)/, $line =~ /"do"\s*:\s*"(\w+)"/, $line =~ /"(?:bytes|text)"\s*:\s*"([0-9A-Fa-f ]*)"/);
        if (!$operations{$do}) { $out .= qq({"id":$id,"skip":"there is no operation $do here"}\n); next }
        my $answer = $operations{$do}->({ bytes => $argument, text => $argument });
        my ($key) = keys %$answer;
        my $value = $key eq "refused" ? "true" : qq("$answer->{$key}");
        $out .= qq({"id":$id,"answer":{"$key":$value}}\n);
    }
    while (length $out) {
        my $n = syswrite STDOUT, $out or exit 1;
        substr $out, 0, $n, "";
    }
}

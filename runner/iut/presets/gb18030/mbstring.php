<?php
// PHP's mbstring, GB18030: php mbstring.php
// mbstring replaces what it cannot convert and counts it; whatever raises that count is a refusal.
if (!function_exists('mb_convert_encoding')) {
    fwrite(STDERR, "this PHP has no mbstring; Debian's package is php-mbstring\n");
    exit(1);
}
ini_set('memory_limit', '-1');

function converted(string $data, string $to, string $from): ?string {
    static $before = 0;
    $out = mb_convert_encoding($data, $to, $from);
    $now = mb_get_info('illegal_chars');
    $bad = $now !== $before;
    $before = $now;
    return $bad ? null : $out;
}

function answer(array $question): array {
    $id = ['id' => $question['id']];
    switch ($question['do']) {
        case 'decode':
            $out = converted(hex2bin($question['args']['bytes']), 'UCS-4BE', 'GB18030');
            return $id + ['answer' => $out === null ? ['refused' => true]
                : ['text' => implode(' ', array_map(fn($c) => sprintf('%04X', $c), array_values(unpack('N*', $out))))]];
        case 'encode':
            $points = array_map('hexdec', array_filter(explode(' ', $question['args']['text']), 'strlen'));
            $out = converted(pack('N*', ...$points), 'GB18030', 'UCS-4BE');
            return $id + ['answer' => $out === null ? ['refused' => true] : ['bytes' => bin2hex($out)]];
    }
    return $id + ['skip' => "there is no operation {$question['do']} here"];
}

$rest = '';
// all that has arrived is answered in one write
while (($chunk = fread(STDIN, 1 << 16)) !== false && $chunk !== '') {
    $lines = explode("\n", $rest . $chunk);
    $rest = array_pop($lines);
    $out = '';
    foreach ($lines as $line) {
        if (trim($line) === '') {
            continue;
        }
        $question = json_decode($line, true, 16, JSON_THROW_ON_ERROR);
        $out .= json_encode(isset($question['hello'])
            ? ['hello' => 1, 'name' => 'PHP mbstring', 'version' => PHP_VERSION, 'vendor' => 'PHP', 'operations' => ['decode', 'encode']]
            : answer($question)) . "\n";
    }
    fwrite(STDOUT, $out);
}

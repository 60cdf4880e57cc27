import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java's charset GB18030, with every error reported: java Adapter.java, or javac Adapter.java and java Adapter */
class Adapter {
    // the protocol's lines of this pack hold hexadecimal words only, nothing that is escaped
    static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    static final Pattern DO = Pattern.compile("\"do\"\\s*:\\s*\"(\\w+)\"");
    static final Pattern ARGUMENT = Pattern.compile("\"(?:bytes|text)\"\\s*:\\s*\"([0-9A-Fa-f ]*)\"");

    static final CharsetDecoder DECODER = Charset.forName("GB18030").newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    static final CharsetEncoder ENCODER = Charset.forName("GB18030").newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);

    public static void main(String[] args) throws IOException {
        InputStream in = System.in;
        OutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
        StringBuilder answers = new StringBuilder();
        byte[] buffer = new byte[1 << 16];
        int kept = 0;
        for (int n; (n = in.read(buffer, kept, buffer.length - kept)) > 0; ) {
            int end = kept + n, start = 0;
            for (int i = kept; i < end; i++) {
                if (buffer[i] == '\n') {
                    String line = new String(buffer, start, i - start, StandardCharsets.UTF_8);
                    if (!line.isBlank()) answers.append(reply(line)).append('\n');
                    start = i + 1;
                }
            }
            kept = end - start;
            if (kept == buffer.length) throw new IOException("a line is longer than " + kept + " bytes");
            System.arraycopy(buffer, start, buffer, 0, kept);
            if (answers.length() > 0) { // all that has arrived is answered in one write
                out.write(answers.toString().getBytes(StandardCharsets.UTF_8));
                answers.setLength(0);
            }
        }
    }

    static String reply(String line) {
        Matcher id = ID.matcher(line), op = DO.matcher(line), argument = ARGUMENT.matcher(line);
        if (!id.find()) {
            return "{\"hello\":1,\"name\":\"OpenJDK\",\"version\":\"" + System.getProperty("java.version") + "\",\"vendor\":\""
                    + System.getProperty("java.vendor") + "\",\"operations\":[\"decode\",\"encode\"]}";
        }
        String head = "{\"id\":" + id.group(1);
        if (!op.find() || !argument.find()) return head + ",\"error\":\"neither an operation nor its argument was found\"}";
        switch (op.group(1)) {
            case "decode": return head + decode(argument.group(1)) + "}";
            case "encode": return head + encode(argument.group(1)) + "}";
            default: return head + ",\"skip\":\"there is no operation " + op.group(1) + " here\"}";
        }
    }

    static String decode(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16));
        }
        try {
            CharBuffer text = DECODER.decode(ByteBuffer.wrap(bytes));
            StringBuilder words = new StringBuilder();
            text.codePoints().forEach(c -> {
                if (words.length() > 0) words.append(' ');
                for (int shift = c > 0xFFFFF ? 20 : c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) {
                    words.append("0123456789ABCDEF".charAt(c >> shift & 15));
                }
            });
            return ",\"answer\":{\"text\":\"" + words + "\"}";
        } catch (CharacterCodingException e) {
            return ",\"answer\":{\"refused\":true}";
        }
    }

    static String encode(String points) {
        StringBuilder text = new StringBuilder();
        for (String word : points.trim().split(" +")) if (!word.isEmpty()) text.appendCodePoint(Integer.parseInt(word, 16));
        try {
            ByteBuffer bytes = ENCODER.encode(CharBuffer.wrap(text));
            StringBuilder hex = new StringBuilder();
            while (bytes.hasRemaining()) {
                byte b = bytes.get();
                hex.append("0123456789abcdef".charAt(b >> 4 & 15)).append("0123456789abcdef".charAt(b & 15));
            }
            return ",\"answer\":{\"bytes\":\"" + hex + "\"}";
        } catch (CharacterCodingException e) {
            return ",\"answer\":{\"refused\":true}";
        }
    }
}

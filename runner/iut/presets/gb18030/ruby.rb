# Ruby's String#encode, GB18030: ruby ruby.rb
# Without options it raises on whatever it cannot convert.
require "json"

def decode(args)
  text = [args["bytes"]].pack("H*").encode("UTF-32BE", "GB18030")
  { text: text.unpack("N*").map { |c| format("%04X", c) }.join(" ") }
rescue EncodingError
  { refused: true }
end

def encode(args)
  points = args["text"].split.map { |word| word.to_i(16) }
  # Ruby's text is UTF-32 or UTF-8: neither holds a surrogate, so what refuses one is not the converter of GB18030
  return nil if points.any? { |c| (0xD800..0xDFFF).cover?(c) }

  { bytes: points.pack("N*").encode("GB18030", "UTF-32BE").unpack1("H*") }
rescue EncodingError
  { refused: true }
end

def reply(question)
  return { hello: 1, name: "Ruby", version: RUBY_VERSION, vendor: "Ruby", operations: %w[decode encode] } if question["hello"]

  answer = case question["do"]
           when "decode" then decode(question["args"])
           when "encode" then encode(question["args"]) || (return { id: question["id"], skip: "text in Ruby holds no surrogates" })
           else return { id: question["id"], skip: "there is no operation #{question['do']} here" }
           end
  { id: question["id"], answer: answer }
end

rest = +""
begin
  loop do # all that has arrived is answered in one write
    rest << $stdin.readpartial(1 << 16)
    lines = rest.split("\n", -1)
    rest = lines.pop
    $stdout.write(lines.reject { |line| line.strip.empty? }.map { |line| JSON.generate(reply(JSON.parse(line))) << "\n" }.join)
    $stdout.flush
  end
rescue EOFError
  exit
end

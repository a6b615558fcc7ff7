"""Takes partial states apart and puts them together again, from the description in docs/States.md alone."""

import hashlib

HEAD = b"TACIT STATE 1\n"
TAIL = 40


class Reader:
    def __init__(self, data):
        self.data, self.position, self.texts = data, 0, []

    def number(self):
        value = shift = 0
        while True:
            byte = self.data[self.position]
            self.position += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def signed(self):
        value = self.number()
        return value >> 1 if value % 2 == 0 else -(value >> 1) - 1

    def run(self):
        count = self.number()
        self.position += count
        return self.data[self.position - count:self.position]

    def text(self):
        number = self.number()
        if number == 0:
            self.texts.append(self.run().decode())
            return self.texts[-1]
        return self.texts[number - 1]


class Writer:
    def __init__(self):
        self.data, self.texts = bytearray(), []

    def number(self, value):
        while value >= 0x80:
            self.data.append(value & 0x7F | 0x80)
            value >>= 7
        self.data.append(value)

    def signed(self, value):
        self.number(value << 1 if value >= 0 else (-value << 1) - 1)

    def run(self, value):
        self.number(len(value))
        self.data += value

    def text(self, value):
        if value in self.texts:
            self.number(self.texts.index(value) + 1)
            return
        self.number(0)
        self.run(value.encode())
        self.texts.append(value)


def read(path):
    """The inputs of a state: name, sha256, bytes, program and section of each."""
    data = path.read_bytes()
    assert data.startswith(HEAD)
    length = int.from_bytes(data[-TAIL:-TAIL + 8], "little")
    index = data[-TAIL - length:-TAIL]
    assert hashlib.sha256(HEAD + index).digest() == data[-TAIL + 8:]
    reader, inputs, offset = Reader(index), [], len(HEAD)
    for _ in range(reader.number()):
        entry = dict(name=reader.text(), sha256=reader.text(), bytes=reader.signed(), program=reader.text())
        size = reader.signed()
        entry["section"] = data[offset:offset + size]
        assert hashlib.sha256(entry["section"]).digest() == reader.run()
        offset += size
        inputs.append(entry)
    assert offset + length + TAIL == len(data) and reader.position == length
    return inputs


def write(path, inputs):
    """A state of these inputs, whatever they are."""
    writer = Writer()
    writer.number(len(inputs))
    for entry in inputs:
        writer.text(entry["name"])
        writer.text(entry["sha256"])
        writer.signed(entry["bytes"])
        writer.text(entry["program"])
        writer.signed(len(entry["section"]))
        writer.run(hashlib.sha256(entry["section"]).digest())
    index = bytes(writer.data)
    path.write_bytes(HEAD + b"".join(entry["section"] for entry in inputs) + index + len(index).to_bytes(8, "little")
                     + hashlib.sha256(HEAD + index).digest())

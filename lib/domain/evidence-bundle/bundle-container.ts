/**
 * The ZIP around the files of a bundle, byte for byte: nothing in it is free to be otherwise, so that a changed byte shows even
 * where no file is. APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16; no extra fields, comments or gaps.
 */

/** A file as it lies in the ZIP. `crc32` is of the unpacked bytes. */
export type PackedFile = {
  name: string
  crc32: number
  unpackedBytes: number
  packedBytes: number
  /** Whether it is deflated; otherwise it lies there as it is. */
  isDeflated: boolean
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const VERSION_NEEDED = 20
/** 3: whoever unpacks it reads the mode below as on Unix. */
const MADE_BY = (3 << 8) | 63
const NAMES_ARE_UTF8 = 0x0800
const DEFLATED = 8
/** 1 January 1980, the beginning of time for a ZIP: no time of making. */
const NO_DATE = 0x21
/** A plain file, readable by everybody. */
const FILE_MODE = 0o100644 * 2 ** 16

/** What stands in front of a file. */
export function headOf(file: PackedFile): Uint8Array {
  return joined([numbers([LOCAL, 4]), aboutBoth(file), numbers([0, 2]), nameOf(file)])
}

/** The list behind the last file: a line for each, and the end. */
export function listBehind(files: readonly PackedFile[]): { lines: Uint8Array[]; end: Uint8Array } {
  let offset = 0
  const lines = files.map((file) => {
    const line = joined([
      ...[numbers([CENTRAL, 4], [MADE_BY, 2]), aboutBoth(file)],
      // Extra fields, comment, disk, inner attributes: none of these.
      ...[numbers([0, 2], [0, 2], [0, 2], [0, 2], [FILE_MODE, 4], [offset, 4]), nameOf(file)],
    ])
    offset += headOf(file).length + file.packedBytes
    return line
  })
  const listBytes = lines.reduce((sum, { length }) => sum + length, 0)
  const count = files.length
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listBytes, 4], [offset, 4], [0, 2])
  return { lines, end }
}

/** What head and list say alike, up to the length of the name. */
function aboutBoth(file: PackedFile): Uint8Array {
  return numbers(
    ...([
      [VERSION_NEEDED, 2],
      [NAMES_ARE_UTF8, 2],
      [file.isDeflated ? DEFLATED : 0, 2],
      [0, 2],
      [NO_DATE, 2],
      [file.crc32, 4],
      [file.packedBytes, 4],
      [file.unpackedBytes, 4],
      [nameOf(file).length, 2],
    ] as const),
  )
}

function nameOf({ name }: PackedFile): Uint8Array {
  return new TextEncoder().encode(name)
}

/** Each as so many bytes, the lowest first. */
function numbers(...parts: (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(parts.reduce((sum, [, size]) => sum + size, 0)))
  let at = 0
  for (const [value, size] of parts) {
    if (size === 2) bytes.setUint16(at, value, true)
    else bytes.setUint32(at, value, true)
    at += size
  }
  return new Uint8Array(bytes.buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

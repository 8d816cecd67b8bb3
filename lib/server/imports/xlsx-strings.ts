import type { Bytes } from './import-source.ts'
import { readXml, XlsxRefused } from './xlsx-xml.ts'

const BLOCK_BYTES = 4_194_304
const MOST_BLOCKS = 32
const TEXT_MAX_CHARACTERS = 100_000

/** The texts of a workbook, which its cells name by number. Kept as packed bytes: as strings they would take three times the room. */
export class SharedStrings {
  private readonly blocks: Buffer[] = []
  private used = BLOCK_BYTES
  private starts = new Float64Array(1_024)
  private lengths = new Uint32Array(1_024)
  private count = 0

  add(text: string): void {
    const bytes = Buffer.from(text.slice(0, TEXT_MAX_CHARACTERS))
    if (this.blocks.length === 0 || this.used + bytes.length > BLOCK_BYTES) {
      if (this.blocks.length >= MOST_BLOCKS)
        throw new XlsxRefused(
          'This workbook holds more text than can be kept at once. Save the sheet as CSV.',
        )
      this.blocks.push(Buffer.allocUnsafe(BLOCK_BYTES))
      this.used = 0
    }
    if (this.count === this.starts.length) this.grow()
    bytes.copy(this.blocks.at(-1) as Buffer, this.used)
    this.starts[this.count] = (this.blocks.length - 1) * BLOCK_BYTES + this.used
    this.lengths[this.count] = bytes.length
    this.count += 1
    this.used += bytes.length
  }

  at(index: number): string {
    const start = this.starts[index]
    if (start === undefined || index >= this.count) return ''
    const offset = start % BLOCK_BYTES
    const block = this.blocks[Math.floor(start / BLOCK_BYTES)]
    return block?.toString('utf8', offset, offset + (this.lengths[index] ?? 0)) ?? ''
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2)
    const lengths = new Uint32Array(this.lengths.length * 2)
    starts.set(this.starts)
    lengths.set(this.lengths)
    this.starts = starts
    this.lengths = lengths
  }
}

/** Reads the part `xl/sharedStrings.xml`. Hints for reading signs aloud (`rPh`) are left out. */
export async function readSharedStrings(bytes: Bytes | null): Promise<SharedStrings> {
  const strings = new SharedStrings()
  if (!bytes) return strings
  let text = ''
  let isText = false
  let hintDepth = 0
  const reading = readXml(bytes(), {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') hintDepth += 1
      isText = name === 't' && hintDepth === 0
    },
    close: (name) => {
      if (name === 'si') strings.add(cellText(text))
      else if (name === 'rPh') hintDepth -= 1
      isText = false
    },
    text: (part) => {
      if (isText && text.length < TEXT_MAX_CHARACTERS) text += part
    },
  })
  for await (const _ of reading);
  return strings
}

/** Workbooks write control characters as "_x000D_". */
export function cellText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

import type { TextEncodingName } from './text-encoding.ts'

/** Null stands for a line longer than the limit; it has been let go. */
export type TextLine = string | null

/** No row of a real export comes near; a file of one endless line must not fill the memory. */
export const LINE_MAX_CHARACTERS = 1_048_576

/**
 * The lines of a text, a batch for each chunk that was read, without their line ends and NULs. Lines end with LF or
 * CR LF; in texts of old Macs, which have no LF at all, with CR.
 */
export async function* textLines(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
): AsyncGenerator<TextLine[]> {
  const decoder = new TextDecoder(encoding)
  const splitter = new LineSplitter()
  for await (const chunk of bytes) yield splitter.push(decoder.decode(chunk, { stream: true }))
  yield splitter.push(decoder.decode())
  yield splitter.finish()
}

class LineSplitter {
  private rest = ''
  private isTooLong = false
  private lineEnd: '\n' | '\r' | null = null

  push(text: string): TextLine[] {
    if (text === '') return []
    const plain = text.includes('\0') ? text.replaceAll('\0', '') : text
    this.lineEnd ??= plain.includes('\n') ? '\n' : plain.slice(0, -1).includes('\r') ? '\r' : null
    const [first = '', ...others] = this.lineEnd === null ? [plain] : plain.split(this.lineEnd)
    const last = others.pop()
    if (last === undefined) {
      this.keep(first)
      return []
    }
    const lines = [this.finished(first), ...others.map(withinLimit)]
    this.keep(last)
    return lines
  }

  finish(): TextLine[] {
    return this.rest === '' && !this.isTooLong ? [] : [this.finished('')]
  }

  private keep(text: string): void {
    if (this.rest.length + text.length > LINE_MAX_CHARACTERS) this.isTooLong = true
    this.rest = this.isTooLong ? '' : this.rest + text
  }

  private finished(text: string): TextLine {
    this.keep(text)
    const line = this.isTooLong ? null : withinLimit(this.rest)
    this.rest = ''
    this.isTooLong = false
    return line
  }
}

function withinLimit(line: string): TextLine {
  if (line.length > LINE_MAX_CHARACTERS) return null
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

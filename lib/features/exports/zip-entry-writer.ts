import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { ManifestFile } from '#lib/domain/workspace-file/manifest.ts'

const PIECE_CHARACTERS = 65_536

/** A ZIP written entry by entry, each begun when the one before is done. Only what is being written is in memory. */
export class ZipEntryWriter {
  /** What was written so far, for the manifest. */
  readonly files: ManifestFile[] = []
  private readonly zip = new ZipFile()
  private readonly mtime: Date

  constructor(mtime: Date) {
    this.mtime = mtime
    this.zip.on('error', (error) =>
      this.output.destroy(error instanceof Error ? error : new Error(String(error))),
    )
  }

  get output(): Readable {
    return this.zip.outputStream as Readable
  }

  /** Lines of text, each without its line end. */
  addLines(name: string, lines: AsyncIterable<string>, { isListed = true } = {}) {
    this.add(name, true, () => this.counted(name, lines, isListed))
  }

  addText(name: string, text: () => string) {
    this.add(name, true, async function* () {
      yield Buffer.from(text())
    })
  }

  /** Bytes that are packed already. */
  addPacked(name: string, bytes: () => Promise<Uint8Array>) {
    this.add(name, false, async function* () {
      yield Buffer.from(await bytes())
    })
  }

  end() {
    this.zip.end()
  }

  private add(name: string, compress: boolean, content: () => AsyncIterable<Uint8Array>) {
    this.zip.addReadStreamLazy(name, { mtime: this.mtime, compress }, (ready) =>
      ready(null, Readable.from(content(), { objectMode: false })),
    )
  }

  private async *counted(
    name: string,
    lines: AsyncIterable<string>,
    isListed: boolean,
  ): AsyncGenerator<Buffer> {
    const sum = createHash('sha256')
    const file: ManifestFile = { name, lines: 0, bytes: 0, sha256: '' }
    const piece = (text: string) => {
      const bytes = Buffer.from(text)
      sum.update(bytes)
      file.bytes += bytes.length
      return bytes
    }
    let waiting = ''
    for await (const line of lines) {
      waiting += `${line}\n`
      file.lines += 1
      if (waiting.length < PIECE_CHARACTERS) continue
      yield piece(waiting)
      waiting = ''
    }
    if (waiting) yield piece(waiting)
    if (isListed) this.files.push({ ...file, sha256: sum.digest('hex') })
  }
}

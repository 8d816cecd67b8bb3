import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export type Files = Record<string, Buffer>
type Line = Record<string, unknown>

/** A ZIP of these files; `mode` for one that claims to be something else than a file. */
export async function zipOf(files: Files, modes: Record<string, number> = {}): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name)
    else zip.addBuffer(content, name, { compress: true, ...(modes[name] ? { mode: modes[name] } : {}) })
  }
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}

/** The same files with one entry's text replaced, and a manifest that fits again: as who forges a file would do it. */
export function withText(files: Files, name: string, text: string | Buffer): Files {
  return sealed({ ...files, [name]: Buffer.from(text as string) })
}

/** The same with one line of a table changed; `line` counts from 1. */
export function withLine(files: Files, table: string, change: (line: Line) => unknown, line = 1): Files {
  const name = `data/${table}.jsonl`
  const lines = linesIn(files, table)
  lines[line - 1] = JSON.stringify(change(JSON.parse(lines[line - 1] ?? '{}')))
  return withText(files, name, `${lines.join('\n')}\n`)
}

/** The same with a line written as it stands. */
export function withRawLine(files: Files, table: string, change: (line: string) => string): Files {
  const lines = linesIn(files, table)
  lines[0] = change(lines[0] ?? '')
  return withText(files, `data/${table}.jsonl`, `${lines.join('\n')}\n`)
}

/** The same with lines added to a table. */
export function withMore(files: Files, table: string, ...more: unknown[]): Files {
  const lines = [...linesIn(files, table), ...more.map((line) => JSON.stringify(line))]
  return withText(files, `data/${table}.jsonl`, `${lines.join('\n')}\n`)
}

export function withManifest(files: Files, change: (manifest: Line) => unknown): Files {
  const manifest = JSON.parse(String(files['manifest.json']))
  return { ...files, 'manifest.json': Buffer.from(JSON.stringify(change(manifest))) }
}

export function without(files: Files, ...names: string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)))
}

export function lineIn(files: Files, table: string, line = 1): Line {
  return JSON.parse(linesIn(files, table)[line - 1] ?? '{}')
}

function linesIn(files: Files, table: string): string[] {
  return String(files[`data/${table}.jsonl`] ?? '')
    .split('\n')
    .filter(Boolean)
}

/** Hashes and counts of the manifest, as they are now. */
function sealed(files: Files): Files {
  return withManifest(files, (manifest) => ({
    ...manifest,
    files: (manifest.files as { name: string }[]).map(({ name }) => {
      const content = files[name] ?? Buffer.alloc(0)
      const lines = content.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0)
      const unfinished = content.length > 0 && content.at(-1) !== 10 ? 1 : 0
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { name, lines: lines + unfinished, bytes: content.length, sha256 }
    }),
  }))
}

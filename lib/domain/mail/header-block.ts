const READ_BYTES = 256 * 1024
const MOST_HEADERS = 20_000
const HEADER_LINE = /^([!-9;-~]{1,200})[ \t]*:(.*)$/
const ADDRESS = /[^\s<>"'(),;:@[\]]{1,64}@[^\s<>"'(),;:@[\]]{1,255}/g
const LONGEST_FROM = 2_000

/** The headers at the head of a text, unfolded; a line that is none is passed over. Stops at the first empty line. */
export function readHeaderBlock(text: string): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  let values: string[] | undefined
  let found = 0
  for (const line of text.slice(0, READ_BYTES).split(/\r?\n/)) {
    if (line === '' && found > 0) break
    if (/^[ \t]/.test(line)) {
      if (values) values.push(`${values.pop() ?? ''} ${line.trim()}`)
      continue
    }
    const header = HEADER_LINE.exec(line)
    if (!header) continue
    found += 1
    if (found > MOST_HEADERS) break
    const name = (header[1] ?? '').toLowerCase()
    values = headers.get(name) ?? []
    values.push((header[2] ?? '').trim())
    headers.set(name, values)
  }
  return headers
}

/** The text behind the first empty line, where headers end. */
export function bodyBehindHeaders(text: string): string {
  const end = /\r?\n\r?\n/.exec(text)
  return end ? text.slice(end.index + end[0].length) : ''
}

/** An address in a From that is written wrongly (an unclosed quote, say): what stands in angle brackets, else the last one. */
export function addressInBrokenFrom(value: string): string | null {
  const from = value.slice(0, LONGEST_FROM)
  const bracketed = /<\s*([^\s<>@]{1,64}@[^\s<>@]{1,255})\s*>/.exec(from)?.[1]
  return bracketed ?? from.match(ADDRESS)?.at(-1) ?? null
}

/** Bytes as text where nobody says in what letters: UTF-8 if it is that, else windows-1252. */
export function decodeUnnamed(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const CONTENT_TYPE = /^content-type[ \t]*:[ \t]*(?:\r?\n[ \t]+)?text\/(?:plain|html)\b/i
const LONGEST_MESSAGE = 8_000_000
const FOLDED_LINES = 6

/**
 * The message with "windows-1252" written where a text names no charset: what is neither named nor UTF-8 is nearly always
 * that (MAIL.md, section 2, rule 8). Null where there is nothing to mend.
 */
export function withNamedCharset(raw: Uint8Array): Uint8Array | null {
  if (raw.length > LONGEST_MESSAGE) return null
  const lines = latin1(raw).split('\n')
  let mended = 0
  let inHead = true
  let hasType = false
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (inHead && (line === '' || line === '\r')) {
      inHead = false
      if (!hasType) {
        lines[at] = `Content-Type: text/plain; charset=windows-1252\r\n${line}`
        mended += 1
      }
    }
    // Every such line has "Content-Type" at its start; the rest is looked at no further.
    if (line.charAt(0).toLowerCase() !== 'c' || line.slice(0, 12).toLowerCase() !== 'content-type') continue
    if (inHead) hasType = true
    const type = CONTENT_TYPE.exec(line.slice(0, 200))
    if (!type || /charset/i.test(folded(lines, at))) continue
    lines[at] = `${type[0]}; charset=windows-1252${line.slice(type[0].length)}`
    mended += 1
  }
  return mended === 0 ? null : fromLatin1(lines.join('\n'))
}

/** The header's value with the lines it was folded over. */
function folded(lines: readonly string[], at: number): string {
  let value = (lines[at] ?? '').slice(0, 2_000)
  for (let next = at + 1; next < at + FOLDED_LINES && /^[ \t]/.test(lines[next] ?? ''); next += 1) {
    value += (lines[next] ?? '').slice(0, 2_000)
  }
  return value
}

function latin1(raw: Uint8Array): string {
  return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1')
}

function fromLatin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

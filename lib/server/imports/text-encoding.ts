import { type Bytes, firstBytes } from './import-source.ts'

/** The Encoding Standard's names. */
export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252'

const HEAD_BYTES = 4_096
/** Text in Latin letters as UTF-16 has a NUL in nearly every other byte. */
const UTF16_NUL_SHARE = 0.3
const MOST_CONTROL_BYTES = 0.05

/**
 * How the bytes of a text are written: by their BOM, by the NULs of UTF-16, as UTF-8 if all of them are, else as
 * windows-1252. Null when they are no text. Reads everything once.
 */
export async function detectEncoding(bytes: Bytes): Promise<TextEncodingName | null> {
  const head = await firstBytes(bytes, HEAD_BYTES)
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE'
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE'
  const [even, odd] = nulShares(head)
  if (odd > UTF16_NUL_SHARE && even < odd / 10) return 'UTF-16LE'
  if (even > UTF16_NUL_SHARE && odd < even / 10) return 'UTF-16BE'
  if (head.filter(isControl).length > head.length * MOST_CONTROL_BYTES) return null
  return (await isUtf8(bytes)) ? 'UTF-8' : 'windows-1252'
}

function nulShares(head: Uint8Array): [even: number, odd: number] {
  const shareAt = (offset: number) =>
    head.filter((byte, at) => byte === 0 && at % 2 === offset).length / Math.max(1, head.length / 2)
  return [shareAt(0), shareAt(1)]
}

/** NUL and other bytes that no text has; tabs, line ends, form feeds and escapes are in some. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b)
}

async function isUtf8(bytes: Bytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes()) decoder.decode(chunk, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

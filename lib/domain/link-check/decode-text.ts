import { TextDecoder as StandardDecoder } from '@exodus/bytes/encoding.js'

/** Runtimes read these by tables of their own: Node takes syllables of euc-kr and characters of big5 for other ones. */
const MULTI_BYTE = /^(?:gbk|gb18030|big5|euc-jp|iso-2022-jp|shift_jis|euc-kr)$/

/** Bytes as text by an encoding's name from the Encoding Standard. Never throws; what cannot be read becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, charset: string): string {
  if (charset === 'x-user-defined')
    return oneByteEach(bytes, (byte) => (byte < 0x80 ? byte : 0xf780 + byte - 0x80))
  if (charset === 'replacement') return bytes.length > 0 ? '\ufffd' : ''
  if (MULTI_BYTE.test(charset)) return new StandardDecoder(charset).decode(bytes)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    // A runtime without this one (iso-8859-16): its ASCII half is what names and addresses are written in.
    return oneByteEach(bytes, (byte) => (byte < 0x80 ? byte : 0xfffd))
  }
}

function oneByteEach(bytes: Uint8Array, codeOf: (byte: number) => number): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192), codeOf)))
  }
  return pieces.join('')
}

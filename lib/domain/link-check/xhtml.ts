/** HTML elements without an end tag: an HTML parser closes them by itself. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const NAME = /[A-Za-z_][\w:.-]*/y

/**
 * XHTML as an HTML parser has to be given it: elements that close themselves get an end tag, for an HTML parser would
 * leave them open and swallow what follows; CDATA sections become text. One pass, each character read once.
 */
export function xhtmlAsHtml(xhtml: string): string {
  const pieces: string[] = []
  let copied = 0
  let at = xhtml.indexOf('<')
  while (at !== -1) {
    const end = constructEnd(xhtml, at)
    if (xhtml.startsWith('<![CDATA[', at)) {
      pieces.push(xhtml.slice(copied, at), asText(xhtml.slice(at + 9, end - 3)))
      copied = end
    } else if (xhtml.charAt(end - 2) === '/' && xhtml.charAt(end - 1) === '>') {
      const name = nameAt(xhtml, at + 1)
      if (name !== null && !VOID.has(name.toLowerCase())) {
        pieces.push(xhtml.slice(copied, end - 2), `></${name}>`)
        copied = end
      }
    }
    at = xhtml.indexOf('<', Math.max(end, at + 1))
  }
  pieces.push(xhtml.slice(copied))
  return pieces.join('')
}

/** Behind the tag, comment, section or instruction that begins at `at`; the end of the text where it does not end. */
function constructEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return behind(text, ']]>', at + 9)
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2)
  if (!/[A-Za-z_/!]/.test(text.charAt(at + 1))) return at + 1
  return tagEnd(text, at + 1)
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  // A CDATA section that never ends is text up to the end; its three last characters are no mark.
  return found === -1 ? text.length + (mark === ']]>' ? 3 : 0) : found + mark.length
}

/** The first ">" outside quotes. A "<" before it says that the tag was none. */
function tagEnd(text: string, from: number): number {
  const special = /["'<>]/g
  special.lastIndex = from
  for (let found = special.exec(text); found; found = special.exec(text)) {
    const [mark] = found
    if (mark === '>') return special.lastIndex
    if (mark === '<') return found.index
    const close = text.indexOf(mark, special.lastIndex)
    if (close === -1) return text.length
    special.lastIndex = close + 1
  }
  return text.length
}

function nameAt(text: string, at: number): string | null {
  NAME.lastIndex = at
  return NAME.exec(text)?.[0] ?? null
}

function asText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

const TAG =
  /<(\/?)(a|abbr|article|aside|b|blockquote|body|br|button|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|link|main|mark|meta|nav|ol|p|picture|pre|q|s|script|section|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|time|title|tr|u|ul|video)(?=[\s/>])([^<>]{0,4000})>/gi
const INLINE = /^(?:a|abbr|b|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u)$/i
const SHOWN_ATTRIBUTE = /\b(?:alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
const HIDDEN_ELEMENT = /^(?:script|style|template)$/i
const INVISIBLE = '\u200b'

/**
 * A text with the tags of HTML taken out, letter for letter as long as before, so that offsets stay: a tag within a
 * sentence vanishes, one around a block becomes a line end, the words of an alt text stay. Text without tags is as it was.
 */
export function visibleText(text: string): string {
  if (!text.includes('<')) return text
  const pieces: string[] = []
  let at = 0
  let hidden: string | null = null
  for (const match of text.matchAll(TAG)) {
    const [tag = '', slash = '', name = '', attributes = ''] = match
    const before = text.slice(at, match.index)
    pieces.push(hidden === null ? before : INVISIBLE.repeat(before.length))
    at = match.index + tag.length
    if (hidden === null && slash === '' && HIDDEN_ELEMENT.test(name) && !attributes.endsWith('/'))
      hidden = name.toLowerCase()
    else if (slash === '/' && name.toLowerCase() === hidden) hidden = null
    pieces.push(hidden === null ? shownPart(tag, name) : INVISIBLE.repeat(tag.length))
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** As long as the tag itself. */
function shownPart(tag: string, name: string): string {
  const end = INLINE.test(name) ? INVISIBLE : '\n'
  let shown = ''
  for (const match of tag.matchAll(SHOWN_ATTRIBUTE)) {
    const words = match[1] ?? match[2] ?? ''
    const from = match.index + match[0].length - 1 - words.length
    shown = shown.padEnd(from - 1, INVISIBLE).padEnd(from, '\n') + words
  }
  const rest = tag.length - shown.length
  return shown + (shown === '' ? end : '\n').padEnd(rest, INVISIBLE)
}

type Remark = { number: number; state: string; text: string }

const NAMED_MOST = 3
const SHOWN_CHARACTERS = 60

/** Names what is still open, for who asks for a second pair of eyes and for who lends them; null when nothing is. */
export function openRemarkWords(remarks: readonly Remark[]): string | null {
  const open = remarks.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  const named = open.slice(0, NAMED_MOST).map(({ number, text }) => `${number} (“${shortened(text)}”)`)
  const more = open.length > named.length ? [`${open.length - named.length} more`] : []
  const list = [...named, ...more]
  const listed = list.length === 1 ? list.join() : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
  return `${open.length === 1 ? 'One remark is' : `${open.length} remarks are`} still open: ${listed}.`
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const letters = [...line]
  return letters.length > SHOWN_CHARACTERS ? `${letters.slice(0, SHOWN_CHARACTERS - 1).join('')}…` : line
}

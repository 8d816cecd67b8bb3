import type { PersonFile } from './person-file-queries.ts'

const STYLE = `body{font:16px/1.5 Georgia,serif;max-width:72ch;margin:2rem auto;padding:0 1rem;color:#1d1a16;background:#fff}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid #bbb}
section>div{margin:1rem 0;padding:.75rem 1rem;border:1px solid #ccc;break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}dt{font-family:system-ui,sans-serif;font-size:.9rem;color:#555}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}dd>dl,dd>div{margin-top:.25rem}@media print{body{margin:0;max-width:none}}@media(max-width:40rem){dl{grid-template-columns:1fr}}`

const TITLES: Readonly<Record<string, string>> = {
  person: 'The person',
  addresses: 'Ways to reach them, and where each came from',
  worksFor: 'Who they work for',
  pitches: 'Pitches written to them, and what colleagues remarked on them',
  messages: 'Messages to and from them',
  mailsThatCameIn: 'Mails that came in about pitches to them',
  mailsFromMailboxes: 'Mails to them that went out of our mailboxes, or were to go',
  touches: 'Other contacts with them',
  samples: 'What they were offered or given',
  requests: 'What they asked of us, and what we answered',
  workWithThem: 'Work with them: episodes, posts, listings',
  promises: 'Promises between us and them',
  mentionsAfterPitches: 'Pages that came of pitches to them',
  stops: 'Stops: where they are not to be written to',
  importedRows: 'Rows of imported files that carried them',
  looksThatNameThem: 'Looks at pages that name them',
  otherPlacesThatNameThem: 'Other places that name them',
}

/** The file as a download, to read and print or to read by machine. */
export function personFileResponse(file: PersonFile, format: 'html' | 'json'): Response {
  const name = `held-on-a-person-${file.madeAt.toISOString().slice(0, 10)}.${format}`
  return new Response(format === 'html' ? personFileHtml(file) : JSON.stringify(file, null, 2), {
    headers: {
      'content-type': format === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** One page without scripts or links: every word in it was written by somebody else, and may be hostile. */
export function personFileHtml({ about, madeAt, keptBy, lookedFor, ...parts }: PersonFile): string {
  const sections = Object.entries(parts).map(([key, rows]) => {
    const list = rows as unknown[]
    const body =
      list.length === 0 ? '<p>Nothing.</p>' : list.map((row) => `<div>${shown(row)}</div>`).join('')
    return `<section><h2>${escaped(TITLES[key] ?? key)}</h2>${body}</section>`
  })
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>What is held on ${escaped(about)}</title><style>${STYLE}</style></head><body>
<h1>What is held on <bdi>${escaped(about)}</bdi></h1>
<p>Kept by ${escaped(keptBy.name)}${keptBy.postalAddress ? `, ${escaped(keptBy.postalAddress)}` : ''}. Written on ${dateOf(madeAt)} (UTC).</p>
<p>Looked for in every text: ${lookedFor.length > 0 ? lookedFor.map(escaped).join(', ') : 'nothing; the name is also somebody else’s, and there is no address'}. Where only a first name stands, nobody can tell whom it means.</p>
${sections.join('\n')}
</body></html>`
}

function shown(value: unknown): string {
  if (value instanceof Date) return dateOf(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || typeof value !== 'object') return escaped(String(value))
  if (Array.isArray(value)) return value.map((each) => `<div>${shown(each)}</div>`).join('')
  const told = Object.entries(value).filter(([, each]) => !isEmpty(each))
  return `<dl>${told.map(([key, each]) => `<dt>${escaped(wordsOf(key))}</dt><dd>${shown(each)}</dd>`).join('')}</dl>`
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (value instanceof Date) return false
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** "noUnsolicitedMail" as "No unsolicited mail". */
function wordsOf(key: string): string {
  const words = key.replace(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  )
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function dateOf(at: Date): string {
  return at.toISOString().replace(/T(\d\d:\d\d).*/, ' $1')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

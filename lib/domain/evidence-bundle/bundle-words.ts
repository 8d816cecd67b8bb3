import type { MentionFile } from './bundle-format.ts'

type About = {
  title: string
  siteName: string
  from: string
  to: string
  fingerprint: string
  /** It is of a report that was approved, and not of some days. */
  isOfReport: boolean
}

/** A signature says less than people take it for. */
export const NOT_PROVEN: readonly string[] = [
  'That the pages said so. It vouches for what was written down, not for the look itself. Open the pages.',
  'When something was seen. The times are those of the computer that looked. Your own copy of this file, with the day you received it, shows that it was not later.',
  'That nothing was left out. Whoever made this chose the pages.',
  'That the one who keeps the key is honest. They could have written everything anew and signed it. A bundle you were sent earlier shows that: the hashes of its looks must stand in this one too.',
]

/** What lies beside the files, for whoever was sent them. */
export function bundleReadme({ title, siteName, from, to, fingerprint, isOfReport }: About): string {
  return `${title}
Evidence for ${siteName}${from || to ? `, ${from || 'the beginning'} to ${to || 'the day it was made'}` : ''}

WHAT IS IN HERE

mentions/   One file for each page that names or links to ${siteName}: what it comes to, and every look
            that was taken at it, oldest first, with what was seen and the chain of hashes that ties them.
${isOfReport ? OF_REPORT : OF_DAYS}
snippets/   The same to read: the words around the link or the name, and when they were seen.
manifest.json    The SHA-256 of every other file.
signature.json   A signature (Ed25519) over manifest.json.
public-key.pem   The key to check it with. Its fingerprint is
                 ${fingerprint}

HOW TO CHECK IT

With a copy of Rapport, no database needed:

  npm run verify-evidence -- THIS-FILE.zip --key FINGERPRINT

Take the fingerprint from the address of the Rapport that made this, at /.well-known/rapport-evidence-key,
and not from this file: whoever changes a file can put their own key beside it.

WHAT THE SIGNATURE PROVES

That these files are, byte for byte, what the holder of that key signed. A changed, added or missing file,
and a changed field of a look, is named. Where a look says that a field was blanked, a person asked to be
forgotten: the rest still fits its hash.

WHAT IT DOES NOT PROVE

${NOT_PROVEN.map((line) => inLines(`- ${line}`)).join('\n')}
`
}

const OF_DAYS =
  '            A page belongs to the day it came out, where that is known, or else to the day it was recorded.'
const OF_REPORT = `            They end where they ended when the report was approved: later looks are not in here.
report.json The report as it was approved, with the pages these files are about.
no-longer-kept.txt  Is here where something that stood behind the report has been removed since.`

const LINE_CHARACTERS = 104

/** Broken between words, and what follows moved in under the first. */
function inLines(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length >= LINE_CHARACTERS) lines.push(`  ${word}`)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}

/** What a page said, for people: the newest look that saw words of ours, and what it comes to today. */
export function snippetOf(mention: MentionFile): string {
  const told = mention.looks.findLast((look) => contextOf(look.facts) !== '' || look.linkHtml !== null)
  const newest = mention.looks.at(-1)
  const lines = [mention.title, mention.url, `What it comes to: ${mention.outcome}`]
  if (newest) lines.push(`Last looked at: ${newest.at} (look ${newest.number}): ${newest.sentence}`)
  if (told) {
    lines.push('', `Seen ${told.at} (look ${told.number}):`, contextOf(told.facts))
    if (told.linkHtml !== null) lines.push('', 'The link as it stood in the page:', told.linkHtml)
  } else if (mention.looks.some(({ blanked }) => WORDS.some((name) => blanked.includes(name))))
    lines.push('', 'The words around it: no longer kept. A person asked to be forgotten.')
  return `${lines.filter((line, at) => line !== '' || at > 0).join('\n')}\n`
}

const WORDS = ['facts.context', 'facts.mentionContext', 'facts.anchorText', 'linkHtml']

function contextOf(facts: Record<string, unknown>): string {
  const words = [facts.context, facts.mentionContext, facts.anchorText].find(
    (text) => typeof text === 'string' && text !== '',
  )
  return typeof words === 'string' ? words : ''
}

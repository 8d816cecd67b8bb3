import { NOT_PROVEN } from '../evidence-bundle/bundle-words.ts'
import { htmlText } from '../text/html-text.ts'
import { hasEvidence, type ReportChange, type ReportClip, type ReportContent } from './report-content.ts'
import {
  outcomeSentence,
  REPORT_GROUP_WORDS,
  REPORT_GROUPS,
  REPORT_OUTCOME_WORDS,
} from './report-outcomes.ts'
import type { ReportSection } from './report-states.ts'
import { REPORT_STYLE } from './report-style.ts'
import {
  CHANGE_LABELS,
  changeInWords,
  dayInWords,
  NOT_PROMISED,
  provenanceInWords,
  summarySentence,
} from './report-words.ts'

/** A file that goes with the page: where it lies, and what it is called. */
export type ReportFile = { href: string; label: string }

type EvidenceKeyOnPage = { fingerprint: string; href: string }

/**
 * A report as one page of HTML: no scripts, nothing loaded from anywhere (the logo stands in it), to read by day and by night
 * and to print.
 *
 * @param files shown under the page, and left out on paper
 * @param evidenceKey what the evidence behind it is signed with, and where the whole key stands
 */
export function reportHtml(
  content: ReportContent,
  {
    files = [],
    evidenceKey = null,
  }: { files?: readonly ReportFile[]; evidenceKey?: EvidenceKeyOnPage | null } = {},
): string {
  const { agency, site, title, from, to, asOf, words, sections } = content
  const logo = agency.logo ? `<img src="${htmlText(agency.logo)}" alt="">` : ''
  const parts = sections.map((section) => SECTIONS[section](content)).join('')
  const links = files.map(({ href, label }) => `<a href="${htmlText(href)}">${htmlText(label)}</a>`).join('')
  return documentOf(
    `${title}: ${site.name}`,
    `<header>${logo}<span><bdi>${htmlText(agency.name)}</bdi></span></header><main><h1 dir="auto">${htmlText(title)}</h1><p class="soft"><bdi>${htmlText(site.name)}</bdi>${
      site.domain ? `, <bdi>${htmlText(site.domain)}</bdi>` : ''
    }. ${dayInWords(from)} to ${dayInWords(to)}, as things stood on ${dayInWords(asOf)}.</p>${
      words ? `<p class="words" dir="auto">${htmlText(words)}</p>` : ''
    }${parts}${evidenceKey && hasEvidence(content) ? evidenceHtml(evidenceKey) : ''}</main><footer class="soft">${
      links ? `<nav aria-label="This report as a file">${links}</nav>` : ''
    }<p>What stands here was seen on the pages it names. It says what it said when it was approved.</p></footer>`,
  )
}

/** What is asked of whoever opens a report that has a password. Works without scripts. */
export function passwordHtml({ action, problem }: { action: string; problem: string }): string {
  const wrong = problem ? `<p class="wrong" role="alert" id="problem">${htmlText(problem)}</p>` : ''
  const described = problem ? ' aria-invalid="true" aria-describedby="problem"' : ''
  return documentOf(
    'A report with a password',
    `<main><h1>This report has a password</h1><p>Whoever sent you the address told you the password, too.</p>${wrong}<form method="post" action="${htmlText(action)}"><div><label for="password">Password</label><input id="password" name="password" type="password" required autocomplete="off" maxlength="200"${described}></div><button type="submit">Open the report</button></form></main>`,
  )
}

/** What everybody gets who asks for a report that is not there, not there any more, or not theirs. */
export function noReportHtml(): string {
  return documentOf(
    'No report here',
    '<main><h1>There is no report here</h1><p>The address may be mistyped, or it is not open any more. Whoever gave it to you can give you a new one.</p></main>',
  )
}

const SECTIONS: Readonly<Record<ReportSection, (content: ReportContent) => string>> = {
  summary: (content) => `<h2>In short</h2><p class="lead">${htmlText(summarySentence(content))}</p>`,
  numbers: numbersHtml,
  changes: changesHtml,
  clips: clipsHtml,
  note: () =>
    `<h2>What is not promised</h2>${NOT_PROMISED.map((line) => `<p>${htmlText(line)}</p>`).join('')}`,
}

/** What stands behind the clips, for whoever would rather check than believe, and what that comes to. */
function evidenceHtml({ fingerprint, href }: EvidenceKeyOnPage): string {
  return `<section><h2>The evidence</h2><p>Behind the clips lies a file: every look at these pages up to the day of this report, with hashes, signed (Ed25519). If one byte of it is changed, that shows.</p><p>It is signed with <a href="${htmlText(href)}" rel="noreferrer">the key of this installation</a>. Its SHA-256:<br><span class="key">${htmlText(fingerprint)}</span></p><p>What the signature does not prove:</p><ul class="not">${NOT_PROVEN.map((line) => `<li>${htmlText(line)}</li>`).join('')}</ul></section>`
}

/** Each number stands for itself. One that is nought is shown only where somebody would miss it. */
function numbersHtml({ numbers }: ReportContent): string {
  const rows = REPORT_GROUPS.filter(
    (group) => numbers[group] > 0 || (group !== 'not-there' && group !== 'paid'),
  )
    .map((group) => {
      const { label, meaning } = REPORT_GROUP_WORDS[group]
      return `<tr><th scope="row">${htmlText(label)}<p class="soft">${htmlText(meaning)}</p></th><td class="number">${numbers[group].toLocaleString('en-GB')}</td></tr>`
    })
    .join('')
  return `<h2>The numbers</h2><table><tbody>${rows}</tbody></table><p class="soft">Counted apart, and not to be added up.</p>`
}

function changesHtml({ changes }: ReportContent): string {
  const title = '<h2>What changed</h2>'
  if (changes === null)
    return `${title}<p>This is the first report, so there is nothing to compare it with.</p>`
  const since = `since the report of ${dayInWords(changes.since)}`
  if (changes.list.length === 0) return `${title}<p>Nothing ${since}.</p>`
  const more = changes.more > 0 ? `<p class="soft">And ${changes.more.toLocaleString('en-GB')} more.</p>` : ''
  return `${title}<p class="soft">${htmlText(`${since[0]?.toUpperCase()}${since.slice(1)}`)}.</p><ul class="plain">${changes.list.map(changeHtml).join('')}</ul>${more}`
}

function changeHtml(change: ReportChange): string {
  return `<li><span class="mark">${CHANGE_LABELS[change.kind]}</span> ${pageLink(change)}<p class="soft">${htmlText(changeInWords(change))}</p></li>`
}

function clipsHtml({ clips }: ReportContent): string {
  if (clips.length === 0) return '<h2>Clips</h2><p>No page came out in this time.</p>'
  return `<h2>Clips</h2><ol>${clips.map(clipHtml).join('')}</ol>`
}

function clipHtml(clip: ReportClip): string {
  const { word } = REPORT_OUTCOME_WORDS[clip.outcome]
  const days = [
    ...(clip.publishedOn ? [`Came out on ${dayInWords(clip.publishedOn)}`] : []),
    ...(clip.firstSeenOn ? [`first seen on ${dayInWords(clip.firstSeenOn)}`] : []),
    clip.lastLookedOn ? `last looked at on ${dayInWords(clip.lastLookedOn)}` : 'not looked at yet',
  ].join(', ')
  const how =
    clip.provenance === 'earned'
      ? ''
      : ` <span class="mark">${htmlText(provenanceInWords(clip.provenance))}</span>`
  const outlet = clip.title ? `<p class="soft"><bdi>${htmlText(clip.outlet)}</bdi></p>` : ''
  const around = clip.group === 'lost' ? 'The words around it, while it stood:' : 'The words around it:'
  const who = clip.seenByPerson ? ' Seen by a person.' : ''
  const words = clip.words
    ? `<p class="soft">${around}</p><blockquote dir="auto">${htmlText(clip.words)}</blockquote>`
    : ''
  return `<li><h3>${pageLink(clip)}</h3>${outlet}<p><span class="mark">${htmlText(word)}</span>${how}</p><p>${htmlText(outcomeSentence(clip))}${who}</p>${words}<p class="soft">${htmlText(`${days[0]?.toUpperCase()}${days.slice(1)}`)}.</p></li>`
}

function pageLink({ url, title, outlet }: { url: string; title: string; outlet: string }): string {
  const name = `<bdi>${htmlText(title || outlet)}</bdi>`
  return url ? `<a href="${htmlText(url)}" rel="noreferrer">${name}</a>` : name
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${htmlText(title)}</title><style>${REPORT_STYLE}</style></head><body>${body}</body></html>
`
}

import { CSV_BOM, csvLine } from '../exports/csv-line.ts'
import type { ReportClip, ReportContent } from './report-content.ts'
import {
  outcomeSentence,
  REPORT_GROUP_WORDS,
  REPORT_GROUPS,
  REPORT_OUTCOME_WORDS,
} from './report-outcomes.ts'
import { NOT_PROMISED, provenanceInWords, summarySentence } from './report-words.ts'

const HEADERS = [
  'Page',
  'Title',
  'Outlet',
  'Outcome',
  'Counted as',
  'What it means',
  'Came about',
  'Seen by',
  'Words around it',
  'Came out on',
  'First seen on',
  'Last looked at on',
]

/** The clips of a report, a line each: the very rows its numbers are counted from. A spreadsheet opens it as it is. */
export function reportCsv({ clips }: Pick<ReportContent, 'clips'>): string {
  const lines = clips.map((clip) => {
    const { word } = REPORT_OUTCOME_WORDS[clip.outcome]
    return csvLine([
      ...[clip.url, clip.title, clip.outlet, word, REPORT_GROUP_WORDS[clip.group].label],
      ...[outcomeSentence(clip), provenanceInWords(clip.provenance), whoKnows(clip), clip.words],
      ...[clip.publishedOn, clip.firstSeenOn, clip.lastLookedOn],
    ])
  })
  return CSV_BOM + csvLine(HEADERS) + lines.join('')
}

/** Where nobody has looked, nobody has seen it. */
function whoKnows({ seenByPerson, saidByPerson, lastLookedOn }: ReportClip): string {
  if (seenByPerson || saidByPerson) return 'a person'
  return lastLookedOn === null ? 'nobody yet' : 'a look'
}

/** The chosen sections of a report for other programs. Ids of ours are left out. */
export function reportJson(content: ReportContent): string {
  const { agency, site, title, from, to, asOf, words, sections, numbers, changes, clips } = content
  const parts = {
    summary: () => ({ summary: summarySentence(content) }),
    numbers: () => ({
      numbers: REPORT_GROUPS.map((group) => ({
        ...{ key: group, count: numbers[group] },
        label: REPORT_GROUP_WORDS[group].label,
      })),
    }),
    changes: () => ({ changes }),
    clips: () => ({
      clips: clips.map(({ mentionId: _, evidence: __, ...clip }) => ({
        ...clip,
        outcomeInWords: outcomeSentence(clip),
      })),
    }),
    note: () => ({ notPromised: NOT_PROMISED }),
  }
  const told = Object.assign({}, ...sections.map((section) => parts[section]())) as object
  return `${JSON.stringify(
    {
      ...{ format: 'rapport-report-1', agency: agency.name, site: { name: site.name, domain: site.domain } },
      ...{ title, from, to, asOf, words, ...told },
    },
    null,
    2,
  )}\n`
}

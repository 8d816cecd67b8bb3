import type { MentionFile } from '../evidence-bundle/bundle-format.ts'
import type { ReportClip } from './report-content.ts'

/**
 * A mention's evidence as it stood when the report was approved: what the report says of it, and the looks up to then. Reports
 * from before the number of looks was kept end with the looks of that moment.
 *
 * @param approvedAt ISO 8601
 */
export function asApproved(mention: MentionFile, clip: ReportClip, approvedAt: string): MentionFile {
  const { evidence, url, title, provenance, outcome, publishedOn } = clip
  const looks = mention.looks.filter(({ number, at }) =>
    evidence ? number <= evidence.looks : at <= approvedAt,
  )
  return {
    ...mention,
    ...{ url, title, provenance, outcome, publishedOn, looks },
    outcomeAt: evidence?.outcomeAt ?? null,
    lookCount: evidence ? evidence.looks : looks.length,
    headHash: evidence ? evidence.headHash : (looks.at(-1)?.hash ?? null),
    decisions: mention.decisions.filter(({ at }) => at <= approvedAt),
  }
}

/** What is not there any more of one page of a report; each line a sentence. */
export type Removed = { page: string; lines: readonly string[] }

export const EVERYTHING_REMOVED = 'Its mention and all its looks: no longer kept.'

/** @param keptPages the numbers of the looks whose page is still kept as it came */
export function removedFrom({ url, looks }: MentionFile, keptPages: ReadonlySet<number>): Removed | null {
  const blanked = looks
    .filter((look) => look.blanked.length > 0)
    .map(
      (look) =>
        `Look ${look.number}, ${look.blanked.join(', ')}: no longer kept. A person asked to be forgotten.`,
    )
  const gone = looks.filter(({ number, facts }) => Boolean(facts.pageHash) && !keptPages.has(number))
  const numbers = gone.map(({ number }) => number).join(', ')
  const pages =
    gone.length === 0
      ? []
      : [
          `Look${gone.length === 1 ? '' : 's'} ${numbers}, the page as it came: no longer kept. Its SHA-256 stands with the look.`,
        ]
  return blanked.length + pages.length === 0 ? null : { page: url, lines: [...blanked, ...pages] }
}

/** The same to read. */
export function removedInWords(removed: readonly Removed[]): string {
  const parts = removed.map(({ page, lines }) => [page, ...lines.map((line) => `  ${line}`)].join('\n'))
  return `${['What stood behind this report, and is no longer kept.', ...parts].join('\n\n')}\n`
}

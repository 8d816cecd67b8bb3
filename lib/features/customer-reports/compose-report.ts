import { dayText } from '#lib/domain/calendar-day.ts'
import { changesAmong } from '#lib/domain/customer-reports/report-changes.ts'
import {
  numbersOf,
  type ReportClip,
  type ReportContent,
  readReportContent,
} from '#lib/domain/customer-reports/report-content.ts'
import {
  asReportOutcome,
  groupOf,
  isStanding,
  REPORT_OUTCOME_WORDS,
  type ReportOutcome,
} from '#lib/domain/customer-reports/report-outcomes.ts'
import { lookIsStale } from '#lib/domain/customer-reports/report-review.ts'
import { sectionsOf } from '#lib/domain/customer-reports/report-states.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { wordsToShow } from '#lib/domain/text/words-to-show.ts'
import { database } from '#lib/server/database.ts'
import { narrowedToSite, type OneSiteScope, type WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { isOfAddress, readFacts } from '../mentions/stored-look.ts'
import {
  type ChangedRow,
  type ClipRow,
  MOST_CHANGES,
  MOST_CLIPS,
  readChangedRows,
  readClipRows,
} from './content-queries.ts'
import { readLogo } from './logo.ts'

/** A report as it is being written. */
export type Writing = {
  id: string
  siteId: string
  title: string
  fromDay: Date
  toDay: Date
  sections: string[]
  words: string
}

export type Composed = {
  content: ReportContent
  /** Mentions in it that are about to be looked at, or whose last look is too old. */
  waitingIds: string[]
}

/**
 * What a report would say today. Everything in it is asked for through a scope that knows nothing but its one Site.
 *
 * @throws NotFound where this person may not see the Site; Refusal (field "to") where there is more than one report can tell of
 */
export async function composeReport(scope: WorkspaceScope, report: Writing): Promise<Composed> {
  const { workspaceId, now } = scope
  const narrow = narrowedToSite(scope, report.siteId)
  if (!narrow) throw new NotFound()
  const site = await database().site.findFirst({
    where: { workspaceId, id: { in: [...narrow.siteIds] }, deletedAt: null },
    select: { id: true, name: true, domains: true, timeZone: true, workspace: { select: { name: true } } },
  })
  if (!site) throw new NotFound()
  const { timeZone } = site
  const [from, to] = [dayText(report.fromDay), dayText(report.toDay)]
  const rows = await readClipRows(narrow, { from, to, timeZone })
  if (rows.length > MOST_CLIPS)
    throw new Refusal(
      `More than ${MOST_CLIPS.toLocaleString('en-GB')} pages fall into this time, the most for one report.`,
      'Choose a shorter time, and write a report for each.',
      'to',
    )
  const clips = rows.map((row) => clipOf(row, timeZone))
  const content: ReportContent = {
    version: 1,
    agency: { name: site.workspace.name, logo: await readLogo(scope) },
    site: { id: site.id, name: site.name, domain: site.domains[0] ? readableAddress(site.domains[0]) : null },
    ...{ title: report.title, from, to, asOf: localDateOf(now, timeZone), words: report.words },
    sections: sectionsOf(report.sections),
    ...{ numbers: numbersOf(clips), clips, changes: await changesSinceLast(narrow, report.id, timeZone) },
  }
  const waitingIds = rows
    .filter(({ lookState, lastLookAt }) => lookState !== 'idle' || lookIsStale(lastLookAt, now))
    .map(({ id }) => id)
  return { content, waitingIds }
}

function clipOf(row: ClipRow, timeZone: string): ReportClip {
  const { id, url, provenance, publishedOn, firstSeenAt, lastLookAt, lookKind, isSaid } = row
  const outcome = asReportOutcome(row.outcome)
  const { context, mentionContext } = factsOf(row)
  return {
    ...{ mentionId: id, url, outcome, provenance, ...named(row) },
    group: groupOf(outcome, row),
    // What stands against the looks, somebody has said.
    seenByPerson: !isSaid && (lookKind === 'person' || (lookKind === null && isStanding(outcome))),
    saidByPerson: isSaid,
    words: wordsToShow(context ?? mentionContext ?? ''),
    publishedOn: dayText(publishedOn),
    firstSeenOn: firstSeenAt && localDateOf(firstSeenAt, timeZone),
    lastLookedOn: lastLookAt && localDateOf(lastLookAt, timeZone),
    evidence: {
      ...{ looks: row.lookCount, headHash: row.headHash },
      outcomeAt: row.outcomeAt?.toISOString() ?? null,
    },
  }
}

async function changesSinceLast(
  scope: OneSiteScope,
  reportId: string,
  timeZone: string,
): Promise<ReportContent['changes']> {
  const last = await database().customerReport.findFirst({
    where: {
      ...{ workspaceId: scope.workspaceId, siteId: { in: [...scope.siteIds] }, deletedAt: null },
      ...{ state: 'approved', id: { not: reportId }, decidedAt: { lte: scope.now } },
    },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { decidedAt: true, snapshot: true },
  })
  if (!last?.decidedAt) return null
  const told = new Map(
    readReportContent(last.snapshot).clips.map(({ mentionId, outcome }) => [mentionId, outcome]),
  )
  const rows = await readChangedRows(scope, last.decidedAt)
  const changes = changesAmong(
    rows.map((row) => ({
      ...{ url: row.url, ...named(row), outcome: asReportOutcome(row.outcome), everLinked: row.everLinked },
      before: beforeOf(row, told),
    })),
  )
  return {
    since: localDateOf(last.decidedAt, timeZone),
    list: changes.slice(0, MOST_CHANGES),
    more: Math.max(0, changes.length - MOST_CHANGES),
  }
}

/** What the last report said counts before what the looks said then. */
function beforeOf(
  { id, wasThere, isLostSince, verdictBefore }: ChangedRow,
  told: ReadonlyMap<string, ReportOutcome>,
): ReportOutcome | null {
  const known = told.get(id)
  if (known || !wasThere) return known ?? null
  const before = asReportOutcome(verdictBefore ?? 'not-looked')
  // A look that missed it once calls it lost; the second look, which makes it so, came later.
  return isLostSince && REPORT_OUTCOME_WORDS[before].group === 'lost' ? 'missing-looking-again' : before
}

function named(row: Pick<ClipRow, 'url' | 'urlKey' | 'pressTitle' | 'facts'>) {
  const host = URL.parse(row.url)?.hostname.replace(/^www\./, '') ?? row.url
  return { title: row.pressTitle || (factsOf(row).pageTitle ?? ''), outlet: readableAddress(host) }
}

/** A look at an address that was corrected since says nothing about the page. */
function factsOf({ facts, urlKey }: Pick<ClipRow, 'facts' | 'urlKey'>) {
  const read = readFacts(facts)
  return isOfAddress(read.requestedUrl, urlKey) ? read : readFacts(undefined)
}

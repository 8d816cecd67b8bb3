import {
  asApproved,
  EVERYTHING_REMOVED,
  type Removed,
  removedFrom,
  removedInWords,
} from '#lib/domain/customer-reports/approved-evidence.ts'
import type { ReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { reportJson } from '#lib/domain/customer-reports/report-files.ts'
import type { MentionFile } from '#lib/domain/evidence-bundle/bundle-format.ts'
import { evidenceKey } from '#lib/server/evidence-key.ts'
import { KeyedTurns } from '#lib/server/keyed-turns.ts'
import { buildEvidenceBundle } from '../exports/build-evidence-bundle.ts'
import { readEvidence } from '../exports/evidence-queries.ts'

/** As it was kept when it was approved. Whoever asks has been let in to this very report. */
export type ApprovedReport = {
  workspaceId: string
  siteId: string
  content: ReportContent
  approvedAt: Date
}

/** One holds thousands of pages with their looks. Who comes while so many wait is asked to come again. */
const MOST_WAITING = 5

/** Too many wait for theirs already. */
export class EvidenceBusy extends Error {
  override name = 'EvidenceBusy'
}

const turns = new KeyedTurns()
let waiting = 0

/**
 * The signed evidence of an approved report: its own pages and no others, as they stood when it was approved. What was removed
 * since by an erasure, from the trash, or because its time was over, is said to be no longer kept. One is made at a time.
 *
 * @throws EvidenceBusy; CannotUnseal where this server has lost its key
 */
export async function buildApprovedEvidence(report: ApprovedReport, now: Date) {
  if (waiting >= MOST_WAITING) throw new EvidenceBusy('Too many wait')
  waiting += 1
  try {
    return await turns.inTurn('evidence', () => built(report, now))
  } finally {
    waiting -= 1
  }
}

async function built(report: ApprovedReport, now: Date) {
  const { title, site, from, to } = report.content
  const removed: Removed[] = []
  const { zip, manifestHash, mentions } = await buildEvidenceBundle(
    {
      ...{ title, siteName: site.name, from, to },
      mentions: mentionsAsApproved(report, removed, now),
      more: () => [
        { name: 'report.json', text: reportJson(report.content) },
        ...(removed.length > 0 ? [{ name: 'no-longer-kept.txt', text: removedInWords(removed) }] : []),
      ],
    },
    await evidenceKey(now),
  )
  return { zip, manifestHash, mentions, fileName: `evidence-${from}-to-${to}.zip` }
}

/** @param removed is told what is not there any more */
async function* mentionsAsApproved(
  { workspaceId, siteId, content, approvedAt }: ApprovedReport,
  removed: Removed[],
  now: Date,
): AsyncGenerator<MentionFile> {
  const clips = new Map(content.clips.map((clip) => [clip.mentionId, clip]))
  const missing = new Map(clips)
  for await (const { mention, pages } of readEvidence({ workspaceId }, [...clips.keys()], { siteId })) {
    const clip = clips.get(mention.id)
    if (!clip) continue
    missing.delete(mention.id)
    const approved = asApproved(mention, clip, approvedAt.toISOString())
    const kept = [...pages].filter(([, until]) => until > now).map(([number]) => number)
    const gone = removedFrom(approved, new Set(kept))
    if (gone) removed.push(gone)
    yield approved
  }
  for (const { url, outlet } of missing.values())
    removed.push({ page: url || outlet, lines: [EVERYTHING_REMOVED] })
}

import { randomUUID } from 'node:crypto'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { readReport } from '#lib/features/customer-reports/read-report.ts'
import { addReport } from '#lib/features/customer-reports/report-commands.ts'
import { addReportSchema } from '#lib/features/customer-reports/report-schema.ts'
import { approveReport, askForReview } from '#lib/features/customer-reports/review-commands.ts'
import { mentionKeyOf } from '#lib/features/mentions/mention-key.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aLook } from './a-look.ts'

/** A Site of this name. @returns its id */
export async function aSiteOf(scope: WorkspaceScope, name: string, timeZone = 'UTC'): Promise<string> {
  const fields = { name, ownerName: name, domains: 'tern.example', brandNames: '', peopleNames: '', timeZone }
  return (await addSite(scope, siteSchema.parse(fields))).siteId
}

type Odd = { outcome?: string; words?: string; title?: string; more?: object }

/** A page about the Site that a look has just seen like this. @returns its id */
export async function aMention(scope: WorkspaceScope, siteId: string, odd: Odd = {}): Promise<string> {
  const { workspaceId, memberId, now } = scope
  const url = `https://www.paper.example/${randomUUID()}`
  const key = mentionKeyOf(url)
  const { outcome = 'linked', words = '', title = '', more = {} } = odd
  const { id: mentionId } = await database().mention.create({
    data: {
      ...{ workspaceId, siteId, recordedById: memberId, createdAt: now, updatedAt: now, lastLookAt: now },
      ...{ url, urlKey: key, liveUrlKey: key, provenance: 'earned' },
      ...{ outcome, pressTitle: title, lookCount: 1, ...more },
    },
  })
  const facts = { ...aLook(scope, 'https://paper.example/').facts, context: words, requestedUrl: null }
  if (outcome !== 'not-looked')
    await database().linkCheck.create({
      data: {
        ...{ workspaceId, mentionId, number: 1, kind: 'fetched', at: now, verdict: outcome },
        ...{ sentence: 'Seen.', facts: JSON.parse(JSON.stringify(facts)) },
      },
    })
  return mentionId
}

/** A report of the Site that waits to be read, all parts of it. @returns its id */
export async function aReportInReview(
  scope: WorkspaceScope,
  siteId: string,
  odd: object = {},
): Promise<string> {
  const fields = { siteId, title: 'What came of it', from: '2026-01-01', to: '2026-12-31', words: 'Hello' }
  const { reportId } = await addReport(
    scope,
    addReportSchema.parse({ ...fields, sections: [...REPORT_SECTIONS], once: randomUUID(), ...odd }),
  )
  await askForReview(scope, { reportId })
  return reportId
}

/** The same, approved by who wrote it. @returns its id */
export async function anApprovedReport(
  scope: WorkspaceScope,
  siteId: string,
  odd: object = {},
): Promise<string> {
  const reportId = await aReportInReview(scope, siteId, odd)
  const { read } = await readReport(scope, reportId)
  await approveReport(scope, { reportId, read, reason: 'For a test' })
  return reportId
}

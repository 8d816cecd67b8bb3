import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { blankEvidence } from '#lib/features/mentions/blank-evidence.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { publicEvidenceKey } from '#lib/server/evidence-key.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { writeALook } from '#lib/testing/a-look.ts'
import { aMention, anApprovedReport, aSiteOf } from '#lib/testing/a-report.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { entriesOf } from '#lib/testing/workspace-zips.ts'
import { verifyBundle } from '#scripts/verify-evidence/verify-bundle.ts'
import { sharedReportResponse } from './open-share.ts'
import { fetchReportEvidence } from './report-evidence.ts'
import { shareReport } from './share-commands.ts'

const HOUR_MS = 60 * 60 * 1000
const db = () => databaseAcrossWorkspaces()
let ours: WorkspaceScope
let site: string
beforeAll(async () => {
  ours = await aWorkspace('Evidence')
  site = await aSiteOf(ours, 'Tern Coffee')
})

const later = (hours: number) => at(ours, new Date(NOON.getTime() + hours * HOUR_MS))

/** A page with two looks that belong to a chain, the second one of somebody called Mara. */
async function aSeenPage(siteId = site, title = 'The roast') {
  const id = await aMention(ours, siteId, { outcome: 'not-looked', title, more: { lookCount: 0 } })
  await writeALook(ours, id, { facts: { context: 'Tern roasts by wind.' } })
  await writeALook(later(1), id, { facts: { context: 'Mara of Tern roasts.', pageHash: 'abc=' } })
  await db().mention.update({ where: { id }, data: { outcome: 'linked' } })
  return id
}

async function taken(reportId: string, scope = ours) {
  const { zip } = await fetchReportEvidence(scope, reportId)
  const { fingerprint } = await publicEvidenceKey(NOON)
  expect((await verifyBundle(bytesSource(zip), fingerprint)).findings).toEqual([])
  return entriesOf(zip)
}

type Files = Record<string, Buffer>
const mentionsIn = (files: Files) =>
  Object.keys(files)
    .filter((name) => name.startsWith('mentions/'))
    .map((name) => JSON.parse(String(files[name])))

describe('the evidence of a report', () => {
  it('is of its own pages, as they stood when it was approved', async () => {
    const id = await aSeenPage()
    const elsewhere = await aSeenPage(await aSiteOf(ours, 'Lumen'), 'Secret of Lumen')
    const reportId = await anApprovedReport(later(2), site)
    const before = await fetchReportEvidence(ours, reportId)
    await writeALook(later(3), id, { verdict: 'lost', facts: { linked: false } })
    await db().mention.update({
      where: { id },
      data: { url: 'https://else.example/', pressTitle: 'Another', publishedOn: new Date('2026-01-01') },
    })
    await moveToTrash(later(4), 'mention', id)
    const after = await fetchReportEvidence(ours, reportId)
    expect(after.zip.equals(before.zip)).toBe(true)
    const files = await taken(reportId)
    expect(mentionsIn(files)).toMatchObject([{ id, outcome: 'linked', title: 'The roast', lookCount: 2 }])
    expect(JSON.parse(String(files['report.json']))).toMatchObject({ clips: [{ title: 'The roast' }] })
    const all = Object.values(files).join('\n')
    for (const foreign of [elsewhere, 'Lumen', 'else.example', '"verdict": "lost"'])
      expect(all).not.toContain(foreign)
    expect(String(files['README.txt'])).toContain('later looks are not in here')
  })

  it('says plainly what is no longer kept: a page as it came, what an erasure emptied, a whole mention', async () => {
    const mine = await aSiteOf(ours, 'Swift Tea')
    const [id, gone] = [await aSeenPage(mine), await aSeenPage(mine, 'Gone by now')]
    const reportId = await anApprovedReport(later(2), mine)
    const told = async () => String((await taken(reportId))['no-longer-kept.txt'])
    expect(await told()).toContain('Look 2, the page as it came: no longer kept.')
    const { id: linkCheckId } = await db().linkCheck.findFirstOrThrow({ where: { mentionId: id, number: 2 } })
    await blankEvidence(ours, { linkCheckId, fields: ['facts.context'] })
    await db().linkCheck.deleteMany({ where: { mentionId: gone } })
    await db().mention.delete({ where: { id: gone } })
    expect(await told()).toContain('Look 2, facts.context: no longer kept. A person asked to be forgotten.')
    expect(await told()).toContain('Its mention and all its looks: no longer kept.')
    expect(mentionsIn(await taken(reportId))).toHaveLength(1)
  })

  it('ends with the looks of that day where the report is from before their number was kept', async () => {
    const mine = await aSiteOf(ours, 'Old Oak')
    const id = await aSeenPage(mine)
    const reportId = await anApprovedReport(later(2), mine)
    await writeALook(later(3), id)
    const { snapshot } = await db().customerReport.findFirstOrThrow({ where: { id: reportId } })
    const kept = snapshot as { clips: { evidence?: unknown }[] }
    for (const clip of kept.clips) delete clip.evidence
    await db().customerReport.update({ where: { id: reportId }, data: { snapshot: kept as object } })
    expect(mentionsIn(await taken(reportId))).toMatchObject([{ lookCount: 2 }])
  })

  it('is there for who may read the report, and of none that shows no pages', async () => {
    const mine = await aSiteOf(ours, 'Lark')
    await aSeenPage(mine)
    const reportId = await anApprovedReport(later(2), mine)
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [mine])
    const blind = await aMember(ours.workspaceId, 'viewer', NOON, [site])
    const stranger = await aWorkspace('Stranger')
    expect(mentionsIn(await taken(reportId, viewer))).toHaveLength(1)
    for (const other of [blind, stranger])
      await expect(fetchReportEvidence(other, reportId)).rejects.toThrow(NotFound)
    const counted = await anApprovedReport(later(2), mine, { sections: ['summary', 'numbers'] })
    await expect(fetchReportEvidence(ours, counted)).rejects.toThrow(NotFound)
    const events = await db().auditEvent.findMany({
      where: { workspaceId: ours.workspaceId, action: 'report.evidence', objectId: reportId },
    })
    expect(events).toMatchObject([{ actorId: viewer.memberId, siteId: mine, details: { mentions: 1 } }])
  })
})

describe('the evidence behind a link', () => {
  let linkId: string
  let path: string
  beforeAll(async () => {
    await aSeenPage()
    const reportId = await anApprovedReport(later(2), site)
    const link = await shareReport(ours, { reportId, days: 30, password: '' })
    linkId = link.linkId
    path = new URL(link.address).pathname
  })
  let peers = 0
  function open(place: string, now = NOON) {
    peers += 1
    const visit = { now, peer: `198.51.100.${peers}` }
    return sharedReportResponse(new Request(`https://rapport.test${place}`), place.split('/').slice(2), visit)
  }

  it('is had by the same address, holds, and is written down with the link', async () => {
    const page = await (await open(path)).text()
    const { fingerprint } = await publicEvidenceKey(NOON)
    for (const words of [fingerprint, `${path}/evidence.zip`, 'What the signature does not prove'])
      expect(page).toContain(words)
    const answer = await open(`${path}/evidence.zip`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const zip = new Uint8Array(await answer.arrayBuffer())
    expect((await verifyBundle(bytesSource(zip), fingerprint)).findings).toEqual([])
    const events = await db().auditEvent.findMany({ where: { action: 'report.evidence', actorId: linkId } })
    expect(events).toMatchObject([{ actorKind: 'link', siteId: site }])
  })

  it('is slowed for who takes it over and over, and comes again later', async () => {
    const statuses = new Set<number>()
    for (let n = 0; n < 12; n += 1) statuses.add((await open(`${path}/evidence.zip`)).status)
    expect([...statuses]).toEqual([200, 429])
    expect((await open(path)).status).toBe(200)
    const afterwards = new Date(NOON.getTime() + 2 * HOUR_MS)
    expect((await open(`${path}/evidence.zip`, afterwards)).status).toBe(200)
  })

  it('waits for the password where there is one', async () => {
    const reportId = await anApprovedReport(later(2), site)
    const { address } = await shareReport(ours, { reportId, days: 30, password: 'gusts of wind' })
    const place = new URL(address).pathname
    const answer = await open(`${place}/evidence.zip`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, place])
  })

  it('of a report without pages is the same 404 as any', async () => {
    const of = await anApprovedReport(later(2), site, { sections: ['summary'] })
    const { address } = await shareReport(ours, { reportId: of, days: 30, password: '' })
    const place = new URL(address).pathname
    const [none, never] = [await open(`${place}/evidence.zip`), await open(`/share/${'x'.repeat(43)}`)]
    expect([none.status, await none.text()]).toEqual([404, await never.text()])
    expect(await (await open(place)).text()).not.toContain('The evidence')
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, anApprovedReport, aSiteOf } from '#lib/testing/a-report.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { exportReport } from './export-report.ts'
import { readLogo, removeLogo, uploadLogo } from './logo.ts'
import { sharedReportResponse } from './open-share.ts'
import { addReport } from './report-commands.ts'
import { listShareLinks } from './report-queries.ts'
import { addReportSchema } from './report-schema.ts'
import { revokeShareLink, shareReport } from './share-commands.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let ours: WorkspaceScope
let theirs: WorkspaceScope
let site: string
let reportId: string
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  site = await aSiteOf(ours, 'Tern Coffee')
  const other = await aSiteOf(ours, 'Secret of Lumen')
  await aMention(ours, site, { title: 'The <wind> & the roast', words: 'Tern roasts by <b>wind</b>.' })
  await aMention(ours, other, { title: 'Secret of Lumen' })
  reportId = await anApprovedReport(ours, site)
  await anApprovedReport(ours, other)
})

let peers = 0
type Asking = {
  method?: 'HEAD'
  peer?: string
  now?: Date
  cookie?: string
  password?: string
  query?: string
}

function open(path: string, { method, peer, now = NOON, cookie, password, query = '' }: Asking = {}) {
  peers += 1
  const request = new Request(`https://rapport.test${path}${query}`, {
    ...(method ? { method } : {}),
    headers: cookie ? { cookie } : {},
    ...(password === undefined ? {} : { method: 'POST', body: new URLSearchParams({ password }) }),
  })
  const parts = path.split('/').slice(2)
  return sharedReportResponse(request, parts, { now, peer: peer ?? `198.51.${peers >> 8}.${peers & 255}` })
}

async function aLink(scope = ours, { days = 30, password = '', of = reportId } = {}) {
  const { linkId, address } = await shareReport(scope, { reportId: of, days, password })
  return { linkId, path: new URL(address).pathname }
}

async function whole(answer: Response) {
  return { status: answer.status, headers: [...answer.headers].sort(), text: await answer.text() }
}

function leave(deletionDueAt: Date | null) {
  const where = { id: ours.workspaceId }
  return databaseAcrossWorkspaces().workspace.update({ where, data: { deletionDueAt } })
}

function audited(linkId: string) {
  return databaseAcrossWorkspaces().auditEvent.findMany({
    where: { workspaceId: ours.workspaceId, objectId: linkId },
    orderBy: { id: 'asc' },
    select: { action: true, actorKind: true, details: true, siteId: true },
  })
}

describe('a link to a report', () => {
  it('shows it to whoever has it, without scripts, and keeps no copy of itself', async () => {
    const { linkId, path } = await aLink()
    const answer = await open(path)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(text).toContain('The &#60;wind&#62; &#38; the roast')
    expect(text).toContain('Tern roasts by &#60;b&#62;wind&#60;/b&#62;.')
    expect(text).not.toMatch(/<script|Secret|javascript:/)
    const token = path.split('/').at(-1) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    const row = await databaseAcrossWorkspaces().secretLink.findUniqueOrThrow({ where: { id: linkId } })
    expect(JSON.stringify(row)).not.toContain(token)
    expect((await open(path, { method: 'HEAD' })).status).toBe(200)
    expect(await listShareLinks(ours, reportId)).toMatchObject([{ id: linkId, uses: 1, isOpen: true }])
  })

  it('unknown, expired, ended, of a report in the trash, or with another Site’s id in it: the same 404 to the byte', async () => {
    const [expired, ended, alive] = [await aLink(ours, { days: 7 }), await aLink(), await aLink()]
    await revokeShareLink(ours, ended.linkId)
    await revokeShareLink(ours, ended.linkId)
    const stranger = await aSiteOf(theirs, 'Far')
    const gone = await anApprovedReport(ours, site)
    const trashed = await aLink(ours, { of: gone })
    const { trashId } = await moveToTrash(ours, 'customer-report', gone)
    const answers = await Promise.all([
      open(`/share/${'x'.repeat(43)}`),
      open('/share/%00'),
      open(expired.path, { now: new Date(NOON.getTime() + 7 * DAY_MS) }),
      open(ended.path),
      open(`${ended.path}/report.csv`),
      open(`${alive.path}/${stranger}`),
      open(`${alive.path}/report.csv/${stranger}`),
      open(alive.path, { query: `?site=${stranger}` }),
      open(alive.path, { query: `?site=${stranger.replaceAll('-', '%2D').toUpperCase()}` }),
      open(`${alive.path}/report.exe`),
      open(trashed.path),
    ])
    const [first, ...others] = await Promise.all(answers.map(whole))
    expect(first?.status).toBe(404)
    for (const other of others) expect(other).toEqual(first)
    expect((await open(alive.path, { query: `?site=${site}` })).status).toBe(200)
    await restoreFromTrash(ours, trashId)
    expect((await open(trashed.path)).status).toBe(200)
  })

  it('writes down who made and ended it, and that a dead one was tried; an unknown one has nobody to tell', async () => {
    const { linkId, path } = await aLink()
    const another = randomUUID()
    await open(path, { query: `?site=${another}` })
    await open(path, { now: new Date(NOON.getTime() + 31 * DAY_MS) })
    await revokeShareLink(ours, linkId)
    await open(path)
    const refused = (why: string) => ({
      ...{ action: 'share-link.refused', actorKind: 'link', siteId: site },
      details: { reportId, why },
    })
    expect(await audited(linkId)).toMatchObject([
      { action: 'share-link.made', actorKind: 'member', details: { reportId } },
      refused('another-site'),
      refused('expired'),
      { action: 'share-link.ended', actorKind: 'member' },
      refused('ended'),
    ])
  })

  it('of a Site in the trash leads nowhere, and that it was tried is written down', async () => {
    const gone = await aSiteOf(ours, 'To be trashed')
    const { linkId, path } = await aLink(ours, { of: await anApprovedReport(ours, gone) })
    const { trashId } = await moveToTrash(ours, 'site', gone)
    const tried = await whole(await open(path))
    expect(tried).toEqual(await whole(await open(`/share/${'x'.repeat(43)}`)))
    expect(await audited(linkId)).toMatchObject([
      { action: 'share-link.made' },
      { action: 'share-link.refused', siteId: gone, details: { why: 'not-there' } },
    ])
    await restoreFromTrash(ours, trashId)
    expect((await open(path)).status).toBe(200)
  })

  it('is slowed for who guesses, or tries dead ones', async () => {
    const { path } = await aLink()
    const peer = '203.0.113.77'
    for (let guess = 0; guess < 25; guess += 1) await open(`/share/${randomUUID()}`, { peer })
    expect((await open(path, { peer })).status).toBe(404)
    expect((await open(path)).status).toBe(200)
  })

  it('is made by who may share, of approved reports of their own workspace only', async () => {
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(aLink(reviewer)).rejects.toThrow(Refusal)
    await expect(aLink(theirs)).rejects.toThrow(NotFound)
    const draft = await addReport(
      ours,
      addReportSchema.parse({
        ...{ siteId: site, title: 'Draft', from: '2026-01-01', to: '2026-02-01', sections: ['clips'] },
        once: randomUUID(),
      }),
    )
    await expect(aLink(ours, { of: draft.reportId })).rejects.toThrow('not approved yet')
    const { linkId } = await aLink()
    await expect(revokeShareLink(theirs, linkId)).rejects.toThrow(NotFound)
  })
})

describe('a report’s password', () => {
  it('is asked before anything is shown, and remembered for this link for two hours', async () => {
    const { linkId, path } = await aLink(ours, { password: 'gusts of wind' })
    const other = await aLink(ours, { password: 'gusts of wind' })
    const asked = await (await open(path)).text()
    expect(asked).toContain('<form method="post"')
    expect(asked).not.toMatch(/Tern|wind|roast/)
    for (const file of ['report.csv', 'report.json']) {
      const answer = await open(`${path}/${file}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    }
    const wrong = await open(path, { password: 'gusts' })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null])
    const right = await open(path, { password: 'gusts of wind' })
    expect([right.status, right.headers.get('location')]).toEqual([303, path])
    const [cookie = '', ...rules] = (right.headers.get('set-cookie') ?? '').split('; ')
    expect(rules).toEqual(
      expect.arrayContaining([`Path=${path}`, 'HttpOnly', 'SameSite=Lax', 'Max-Age=7200']),
    )
    expect(await (await open(path, { cookie })).text()).toContain('Tern roasts')
    expect((await open(`${path}/report.csv`, { cookie })).status).toBe(200)
    expect(await (await open(other.path, { cookie })).text()).not.toContain('Tern roasts')
    const later = new Date(NOON.getTime() + 2 * 60 * 60 * 1000)
    expect(await (await open(path, { cookie, now: later })).text()).not.toContain('Tern roasts')
    const forged = cookie.replace(/=\d+/, '=9999999999')
    expect(await (await open(path, { cookie: forged })).text()).not.toContain('Tern roasts')
    expect(await audited(linkId)).toMatchObject([
      {},
      { action: 'share-link.refused', details: { why: 'wrong-password' } },
    ])
  })

  it('is slowed after some tries, for everybody at that link', async () => {
    const { path } = await aLink(ours, { password: 'gusts of wind' })
    for (let guess = 0; guess < 6; guess += 1) await open(path, { password: `guess ${guess}` })
    const slowed = await open(path, { password: 'gusts of wind' })
    expect(slowed.status).toBe(429)
    expect(await slowed.text()).toContain('Please wait')
    const later = new Date(NOON.getTime() + 10 * 60 * 1000)
    expect((await open(path, { password: 'gusts of wind', now: later })).status).toBe(303)
  })

  it('takes no form longer than a password, and none that is cut to pieces', async () => {
    const { path } = await aLink(ours, { password: 'gusts of wind' })
    expect((await open(path, { password: 'gusts of wind'.padEnd(5_000, 'x') })).status).toBe(403)
    expect((await open(path, { password: '' })).status).toBe(403)
  })
})

describe('a report’s files', () => {
  it('are the very clips the page shows, and carry no ids of ours', async () => {
    const { path } = await aLink()
    const csv = await (await open(`${path}/report.csv`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('The <wind> & the roast')
    const text = await (await open(`${path}/report.json`)).text()
    expect(JSON.parse(text)).toMatchObject({
      ...{ format: 'rapport-report-1', site: { name: 'Tern Coffee' } },
      clips: [{ title: 'The <wind> & the roast', outcome: 'linked' }],
    })
    expect(text).not.toContain(ours.workspaceId)
    expect(text).not.toContain(site)
    expect(text).not.toMatch(/mentionId|Secret/)
  })

  it('leave out what the report does not show', async () => {
    const of = await anApprovedReport(ours, site, { sections: ['summary'] })
    const { path } = await aLink(ours, { of })
    expect((await open(`${path}/report.csv`)).status).toBe(404)
    expect(await (await open(`${path}/report.json`)).text()).not.toMatch(/clips|numbers|roast/)
  })

  it('are taken by members too, which is written down, and by viewers of that Site alone', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [site])
    const blind = await aMember(ours.workspaceId, 'viewer', NOON, [await aSiteOf(ours, 'Elsewhere')])
    expect((await exportReport(viewer, reportId, 'report.json')).status).toBe(200)
    await expect(exportReport(blind, reportId, 'report.json')).rejects.toThrow(NotFound)
    await expect(exportReport(theirs, reportId, 'report.csv')).rejects.toThrow(NotFound)
    expect((await exportReport(viewer, reportId, 'report.json', { isHeadOnly: true })).status).toBe(200)
    const events = await databaseAcrossWorkspaces().auditEvent.findMany({
      where: { workspaceId: ours.workspaceId, action: 'report.exported' },
      select: { actorId: true, objectId: true, details: true },
    })
    expect(events).toEqual([{ actorId: viewer.memberId, objectId: reportId, details: { format: 'json' } }])
  })
})

describe('the logo', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

  function upload(bytes: Uint8Array<ArrayBuffer>, name = 'logo.png') {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    return new Request('https://rapport.test/', { method: 'POST', body: form })
  }

  it('is what its bytes say, stands in the page itself, and stays in reports that were approved with it', async () => {
    expect(
      await uploadLogo(ours, upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png')),
    ).toBe('no-picture')
    expect(await uploadLogo(ours, upload(new Uint8Array(200_001)))).toBe('too-large')
    expect(await uploadLogo(ours, upload(png, 'anything.svg'))).toBeNull()
    const logo = `data:image/png;base64,${png.toString('base64')}`
    expect(await readLogo(ours)).toBe(logo)
    expect(await readLogo(theirs)).toBeNull()
    const of = await anApprovedReport(ours, site)
    const { path } = await aLink(ours, { of })
    await removeLogo(ours)
    await removeLogo(ours)
    expect(await readLogo(ours)).toBeNull()
    expect(await (await open(path)).text()).toContain(logo.slice(0, 40))
    const where = { workspaceId: ours.workspaceId }
    expect(await databaseAcrossWorkspaces().blob.count({ where })).toBe(0)
  })

  it('is chosen by who may change settings', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(uploadLogo(writer, upload(png))).rejects.toThrow(Refusal)
    await expect(removeLogo(writer)).rejects.toThrow(Refusal)
  })
})

describe('a link to a report of a workspace that is going to be deleted', () => {
  it('is the same 404 as any dead one, until it is taken back', async () => {
    const { path } = await aLink()
    const unknown = await whole(await open(`/share/${'x'.repeat(43)}`))
    await leave(new Date(NOON.getTime() + DAY_MS))
    expect(await whole(await open(path))).toEqual(unknown)
    await leave(null)
    expect((await open(path)).status).toBe(200)
  })
})

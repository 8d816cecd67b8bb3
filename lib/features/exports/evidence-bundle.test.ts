import { describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { evidenceKey, publicEvidenceKey } from '#lib/server/evidence-key.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, writeALook } from '#lib/testing/a-look.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { entriesOf } from '#lib/testing/workspace-zips.ts'
import { verifyBundle } from '#scripts/verify-evidence/verify-bundle.ts'
import { fetchEvidenceBundle, readEvidenceDays } from './evidence-commands.ts'
import { evidenceOf, mentionsOfPeriod } from './evidence-queries.ts'

const db = () => databaseAcrossWorkspaces()

async function aSeenMention(scope: WorkspaceScope, changes: Record<string, unknown> = {}) {
  const mentionId = await aMention(scope)
  await writeALook(scope, mentionId)
  const { siteId } = await db().mention.update({ where: { id: mentionId }, data: changes })
  return { mentionId, siteId }
}

const always = (siteId: string) => ({ siteId, from: '', to: '' })

describe('the evidence of a Site', () => {
  it('is signed with the key of this installation, holds, and stands in the audit log', async () => {
    const scope = await aWorkspace('Signed')
    const { siteId, mentionId } = await aSeenMention(scope)
    const { zip, fileName } = await fetchEvidenceBundle(scope, always(siteId))
    const { fingerprint } = await publicEvidenceKey(NOON)
    expect(await verifyBundle(bytesSource(zip), fingerprint)).toMatchObject({
      findings: [],
      about: { mentions: 1, looks: 1 },
    })
    expect(fileName).toMatch(/^evidence-signed-[\w-]+-all\.zip$/)
    expect(Object.keys(await entriesOf(zip))).toContain(`mentions/0001-${mentionId}.json`)
    const events = await db().auditEvent.findMany({ where: { workspaceId: scope.workspaceId } })
    expect(events).toMatchObject([
      {
        action: 'export.evidence',
        siteId,
        details: { mentions: 1, manifestHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ])
  })

  it('is that of the days asked for: when a page came out, or was recorded', async () => {
    const scope = await aWorkspace('Days')
    const { siteId } = await aSeenMention(scope)
    const ours = { siteId }
    const late = await aSeenMention(scope, { ...ours, publishedOn: new Date('2026-04-01') })
    const days = async (from: string, to: string) =>
      (await mentionsOfPeriod(scope, { siteId, from, to })).mentionIds.length
    expect(await days('', '')).toBe(2)
    expect(await days('2026-03-04', '2026-03-04')).toBe(1)
    expect(await days('2026-03-05', '')).toBe(1)
    expect(await days('', '2026-03-31')).toBe(1)
    expect(await days('2026-04-01', '2026-04-01')).toBe(1)
    expect(await days('2026-05-01', '')).toBe(0)
    await moveToTrash(scope, 'mention', late.mentionId)
    expect(await days('', '')).toBe(1)
    expect(readEvidenceDays(new URLSearchParams('from=2026-03-04&to=2026-02-31'))).toEqual({
      from: '2026-03-04',
      to: '',
    })
  })

  it('of no mention is a bundle too', async () => {
    const scope = await aWorkspace('None')
    const { siteId } = await aSeenMention(scope)
    const { zip } = await fetchEvidenceBundle(scope, { siteId, from: '2030-01-01', to: '' })
    expect(await verifyBundle(bytesSource(zip), null)).toMatchObject({ findings: [], about: { mentions: 0 } })
  })

  it.each<Role>(['writer', 'reviewer', 'viewer'])('is not there for a %s', async (role) => {
    const scope = await aWorkspace('Roles')
    const { siteId, mentionId } = await aSeenMention(scope)
    const other = await aMember(scope.workspaceId, role, NOON, [siteId])
    await expect(fetchEvidenceBundle(other, always(siteId))).rejects.toThrow(NotFound)
    await expect(evidenceOf(other, [mentionId]).next()).rejects.toThrow(NotFound)
  })

  it('of another workspace is not there, nor in one of ours', async () => {
    const [scope, other] = [await aWorkspace('Mine'), await aWorkspace('Yours')]
    const { siteId, mentionId } = await aSeenMention(other)
    await expect(fetchEvidenceBundle(scope, always(siteId))).rejects.toThrow(NotFound)
    expect((await evidenceOf(scope, [mentionId]).next()).done).toBe(true)
  })

  it('holds the looks of many mentions, each with its own', async () => {
    const scope = await aWorkspace('Many')
    const ids: string[] = []
    for (let n = 0; n < 23; n += 1) {
      const { mentionId } = await aSeenMention(scope)
      if (n % 5 === 0) await writeALook(scope, mentionId)
      ids.push(mentionId)
    }
    const told: [string, number[]][] = []
    for await (const { id, looks } of evidenceOf(scope, [...ids, ...ids]))
      told.push([id, looks.map(({ number }) => number)])
    expect(told).toEqual(ids.sort().map((id) => [id, expect.any(Array)]))
    expect(told.filter(([, numbers]) => numbers.length === 2)).toHaveLength(5)
  })
})

describe('the key of an installation', () => {
  it('is made once, however many ask at the same time, and lies sealed', async () => {
    await db().installationKey.deleteMany()
    const keys = await Promise.all(Array.from({ length: 5 }, () => evidenceKey(NOON)))
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1)
    const [row] = await db().installationKey.findMany()
    const secret = keys[0]?.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') ?? ''
    expect(JSON.stringify(row)).not.toContain(secret.slice(20, 50))
    expect(row?.publicPem).toBe(keys[0]?.publicPem)
  })
})

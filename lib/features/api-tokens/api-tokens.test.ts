import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { removeMember } from '../workspaces/member-commands.ts'
import { openToken } from '../workspaces/token-scope.ts'
import { makeApiToken, revokeApiToken } from './api-token-commands.ts'
import { listApiTokens } from './api-token-queries.ts'
import { makeTokenSchema, TOKENS_MAX } from './api-token-schema.ts'
import { ANSWERS_KEPT_MS, clearApiAnswers } from './clear-api-answers.ts'

const db = databaseAcrossWorkspaces
const wanted = ({
  scopes = ['mentions:read'],
  ...more
}: {
  scopes?: string[]
  [name: string]: unknown
} = {}) => makeTokenSchema.parse({ name: 'Sheet', days: '30', reads: scopes, ...more })

let owner: WorkspaceScope
beforeEach(async () => {
  owner = await aWorkspace('Ours')
})

const aSite = async (name = 'Trailhead') =>
  (
    await addSite(
      owner,
      siteSchema.parse({ name, ownerName: name, domains: `${name.toLowerCase()}.example`, timeZone: 'UTC' }),
    )
  ).siteId

async function opened(token: string, now = owner.now) {
  const visit = await openToken(token, now)
  if (typeof visit === 'string') throw new Error(visit)
  return visit
}

describe('a token', () => {
  it('is shown once: neither it nor what it could be guessed from is kept', async () => {
    const { tokenId, token } = await makeApiToken(owner, wanted())
    expect(token).toMatch(/^rapport_[\w-]{43}$/)
    const row = await db().apiToken.findUniqueOrThrow({ where: { id: tokenId } })
    expect(JSON.stringify(row)).not.toContain(token.slice(13))
    expect(token.startsWith(row.prefix)).toBe(true)
    const listed = await listApiTokens(owner)
    expect(JSON.stringify(listed)).not.toContain(row.tokenHash)
    expect(listed).toMatchObject([{ name: 'Sheet', state: 'alive', isMine: true, lastUsedAt: null }])
  })

  it('opens its workspace as its person, at the moment it is used', async () => {
    const { token } = await makeApiToken(owner, wanted())
    const { scope } = await opened(token)
    expect(scope).toMatchObject({
      ...{ workspaceId: owner.workspaceId, memberId: owner.memberId, role: 'owner', siteIds: null },
      now: owner.now,
      viaToken: { name: 'Sheet' },
    })
    const stranger = `rapport_${'a'.repeat(43)}`
    expect(await openToken(stranger, owner.now)).toBe('unknown')
  })

  it('lives until its day is over, and not a moment longer', async () => {
    const { token } = await makeApiToken(owner, wanted({ days: '7' }))
    const week = owner.now.getTime() + 7 * 24 * 60 * 60 * 1000
    expect(await openToken(token, new Date(week - 1))).toMatchObject({ scope: expect.anything() })
    expect(await openToken(token, new Date(week))).toBe('expired')
  })

  it('follows a role down, and is dead at once when its member leaves', async () => {
    const writer = await aMember(owner.workspaceId, 'writer')
    const { token } = await makeApiToken(writer, wanted({ scopes: ['prospects:write'] }))
    await db().member.update({ where: { id: writer.memberId }, data: { role: 'reviewer' } })
    expect((await opened(token)).scope.role).toBe('reviewer')
    await removeMember(owner, { memberId: writer.memberId, reassignToId: null })
    expect(await openToken(token, owner.now)).toBe('revoked')
    expect((await listApiTokens(owner))[0]).toMatchObject({ state: 'revoked' })
  })

  it('is dead for who has left even where nobody revoked it', async () => {
    const writer = await aMember(owner.workspaceId, 'writer')
    const { token } = await makeApiToken(writer, wanted())
    await db().member.update({ where: { id: writer.memberId }, data: { leftAt: owner.now } })
    expect(await openToken(token, owner.now)).toBe('revoked')
  })

  it('is for its Sites and its viewer’s, whichever are fewer', async () => {
    const [one, two] = [await aSite('One'), await aSite('Two')]
    const viewer = await aMember(owner.workspaceId, 'viewer', owner.now, [one, two])
    const all = await makeApiToken(viewer, wanted())
    const some = await makeApiToken(viewer, wanted({ siteIds: [two] }))
    expect((await opened(all.token)).scope.siteIds?.toSorted()).toEqual([one, two].toSorted())
    expect((await opened(some.token)).scope.siteIds).toEqual([two])
    await db().memberSite.deleteMany({ where: { memberId: viewer.memberId, siteId: two } })
    expect((await opened(all.token)).scope.siteIds).toEqual([one])
    expect((await opened(some.token)).scope.siteIds).toEqual([])
  })
})

describe('making a token', () => {
  it('gives nobody more than they may', async () => {
    const viewer = await aMember(owner.workspaceId, 'viewer')
    for (const scopes of [['prospects:read'], ['mentions:write'], ['mentions:read', 'pitches:read']])
      await expect(makeApiToken(viewer, wanted({ scopes }))).rejects.toThrow(Refusal)
    await expect(makeApiToken(viewer, wanted())).resolves.toBeDefined()
  })

  it('knows no scope that writes what is a person’s', () => {
    for (const scope of ['pitches:write', 'messages:write', 'reading-notes:write', 'quotes:write', '*', '']) {
      const read = makeTokenSchema.safeParse({ name: 'x', days: '7', writes: [scope] })
      expect(read.success, scope).toBe(false)
    }
    expect(makeTokenSchema.safeParse({ name: 'x', days: '7' }).success).toBe(false)
    expect(makeTokenSchema.safeParse({ name: 'x', days: '9999', reads: ['sites:read'] }).success).toBe(false)
  })

  it('refuses Sites of another workspace', async () => {
    const { theirs } = await twoWorkspaces()
    const input = { name: 'Theirs', ownerName: 'T', domains: 'theirs.example', timeZone: 'UTC' }
    const { siteId } = await addSite(theirs, siteSchema.parse(input))
    await expect(makeApiToken(owner, wanted({ siteIds: [siteId] }))).rejects.toThrow(Refusal)
  })

  it('stops at so many, also for clicks that come together', async () => {
    const tries = Array.from({ length: TOKENS_MAX + 4 }, () => makeApiToken(owner, wanted()))
    const made = await Promise.allSettled(tries)
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(TOKENS_MAX)
    const later = at(owner, new Date(owner.now.getTime() + 31 * 24 * 60 * 60 * 1000))
    await expect(makeApiToken(later, wanted())).resolves.toBeDefined()
  })
})

describe('revoking a token', () => {
  it('ends it for good, and forgets what its program was answered', async () => {
    const { tokenId, token } = await makeApiToken(owner, wanted())
    await db().apiAnswer.create({
      data: {
        ...{ workspaceId: owner.workspaceId, tokenId, key: 'k', requestHash: 'h' },
        claimedAt: owner.now,
      },
    })
    await revokeApiToken(owner, { tokenId })
    await revokeApiToken(owner, { tokenId })
    expect(await openToken(token, owner.now)).toBe('revoked')
    expect(await db().apiAnswer.count({ where: { tokenId } })).toBe(0)
    const written = await db().auditEvent.findMany({
      where: { workspaceId: owner.workspaceId, objectId: tokenId },
      orderBy: { id: 'asc' },
      select: { action: true, details: true },
    })
    expect(written).toEqual([
      { action: 'token.made', details: { may: ['read-mentions'] } },
      { action: 'token.ended', details: {} },
      { action: 'token.refused', details: { why: 'revoked', number: 1 } },
    ])
  })

  it('has every later use of it noted, some times an hour', async () => {
    const { tokenId, token } = await makeApiToken(owner, wanted())
    await revokeApiToken(owner, { tokenId })
    for (let tries = 0; tries < 6; tries++) await openToken(token, owner.now)
    const where = { workspaceId: owner.workspaceId, objectId: tokenId, action: 'token.refused' }
    const noted = await db().auditEvent.findMany({ where, orderBy: { id: 'asc' } })
    expect(noted.map(({ actorKind, details }) => [actorKind, details])).toEqual(
      [1, 2, 3].map((number) => ['token', { why: 'revoked', number }]),
    )
  })

  it('is one’s own to do, or an owner’s', async () => {
    const writer = await aMember(owner.workspaceId, 'writer')
    const manager = await aMember(owner.workspaceId, 'manager')
    const { tokenId, token } = await makeApiToken(writer, wanted())
    await expect(revokeApiToken(manager, { tokenId })).rejects.toThrow(NotFound)
    expect(await listApiTokens(manager)).toEqual([])
    expect(await openToken(token, owner.now)).toMatchObject({ scope: expect.anything() })
    await revokeApiToken(owner, { tokenId })
    expect((await listApiTokens(writer))[0]).toMatchObject({
      state: 'revoked',
      revokedByName: owner.actorName,
    })
  })
})

it('answers are forgotten after a day', async () => {
  const { tokenId } = await makeApiToken(owner, wanted())
  const kept = (key: string, ago: number) => ({
    ...{ workspaceId: owner.workspaceId, tokenId, key, requestHash: 'h' },
    claimedAt: new Date(owner.now.getTime() - ago),
  })
  await db().apiAnswer.createMany({ data: [kept('old', ANSWERS_KEPT_MS), kept('new', ANSWERS_KEPT_MS - 1)] })
  await clearApiAnswers(owner.now)
  expect(await db().apiAnswer.findMany({ where: { tokenId }, select: { key: true } })).toEqual([
    { key: 'new' },
  ])
})

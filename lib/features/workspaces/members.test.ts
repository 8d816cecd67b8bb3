import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { type Account, anAccount, anyVisit, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { acceptInvitation, invite } from './invitation-commands.ts'
import { changeRole, leaveWorkspace, removeMember } from './member-commands.ts'
import { countUnfinishedWork, getMember, listHeirs, listMembers } from './member-queries.ts'
import { membershipOf } from './membership-queries.ts'
import { getReset, makeResetLink } from './reset-commands.ts'
import { changeWorkspace } from './workspace-commands.ts'

const db = () => databaseAcrossWorkspaces()
let ours: WorkspaceScope
let theirs: WorkspaceScope
let guest: Account

beforeEach(async () => {
  ours = await aWorkspace('Ours')
  theirs = await aWorkspace('Theirs')
  guest = await anAccount()
})

describe('a role', () => {
  it('is changed by an owner, for a member of their own workspace', async () => {
    const member = await aMember(ours.workspaceId, 'writer')
    const change = { memberId: member.memberId, role: 'manager', siteIds: [] } as const
    await expect(changeRole(theirs, { ...change, siteIds: [] })).rejects.toThrow(NotFound)
    await expect(changeRole(member, { ...change, siteIds: [] })).rejects.toThrow(Refusal)
    await changeRole(ours, { ...change, siteIds: [] })
    expect((await getMember(ours, member.memberId)).role).toBe('manager')
    await expect(getMember(theirs, member.memberId)).rejects.toThrow(NotFound)
  })

  it('of a viewer comes with sites, and they go with it', async () => {
    const site = await aSite(ours)
    const member = await aMember(ours.workspaceId, 'writer')
    await changeRole(ours, { memberId: member.memberId, role: 'viewer', siteIds: [site] })
    expect((await getMember(ours, member.memberId)).siteIds).toEqual([site])
    await changeRole(ours, { memberId: member.memberId, role: 'writer', siteIds: [site] })
    expect((await getMember(ours, member.memberId)).siteIds).toEqual([])
  })

  it('of the last owner stays', async () => {
    await expect(changeRole(ours, { memberId: ours.memberId, role: 'writer', siteIds: [] })).rejects.toThrow(
      /needs an owner/,
    )
  })
})

describe('leaving', () => {
  it('hands unfinished work on, ends sessions, and keeps the name beside what was done', async () => {
    const [leaver, heir] = [
      await aMember(ours.workspaceId, 'writer'),
      await aMember(ours.workspaceId, 'writer'),
    ]
    const prospectId = await aProspect(ours, leaver.memberId)
    expect(await countUnfinishedWork(ours, leaver.memberId)).toEqual({ prospects: 1, pitches: 0 })
    await removeMember(ours, { memberId: leaver.memberId, reassignToId: heir.memberId })
    expect((await db().prospect.findUniqueOrThrow({ where: { id: prospectId } })).ownerId).toBe(heir.memberId)
    expect(await sessionVersionOf(leaver)).toBe(2)
    expect(await membershipOf(leaver.userId ?? '', ours.workspaceSlug)).toBeNull()
    expect((await listMembers(ours)).map(({ id }) => id)).not.toContain(leaver.memberId)
    expect((await db().member.findUniqueOrThrow({ where: { id: leaver.memberId } })).name).toBe(
      leaver.actorName,
    )
  })

  it('gives work to the longest-standing owner when nobody was chosen', async () => {
    const leaver = await aMember(ours.workspaceId, 'writer')
    await aMember(ours.workspaceId, 'owner', new Date('2026-03-05T12:00:00Z'))
    const prospectId = await aProspect(ours, leaver.memberId)
    const session = await leaveWorkspace(leaver, null)
    expect(session).toEqual({ id: leaver.userId, sessionVersion: 2 })
    expect((await db().prospect.findUniqueOrThrow({ where: { id: prospectId } })).ownerId).toBe(ours.memberId)
  })

  it('does not hand work to a stranger, a viewer, or the one who leaves', async () => {
    const leaver = await aMember(ours.workspaceId, 'writer')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    for (const reassignToId of [theirs.memberId, viewer.memberId, leaver.memberId]) {
      await expect(removeMember(ours, { memberId: leaver.memberId, reassignToId })).rejects.toMatchObject({
        field: 'reassignToId',
      })
    }
    expect(await sessionVersionOf(leaver)).toBe(1)
  })

  it('is not for the last owner', async () => {
    await aMember(ours.workspaceId, 'manager')
    await expect(leaveWorkspace(ours, null)).rejects.toThrow(/last one/)
  })

  it('leaves an owner behind when two leave at the same moment', async () => {
    const second = await aMember(ours.workspaceId, 'owner')
    const results = await Promise.allSettled([leaveWorkspace(ours, null), leaveWorkspace(second, null)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await db().member.count({ where: { workspaceId: ours.workspaceId, role: 'owner', leftAt: null } }),
    ).toBe(1)
  })

  it('happens once, and to nobody by a manager or from elsewhere', async () => {
    const [leaver, manager] = [
      await aMember(ours.workspaceId, 'writer'),
      await aMember(ours.workspaceId, 'manager'),
    ]
    const remove = { memberId: leaver.memberId, reassignToId: null }
    await expect(removeMember(manager, remove)).rejects.toThrow(Refusal)
    await expect(removeMember(theirs, remove)).rejects.toThrow(NotFound)
    await removeMember(ours, remove)
    await expect(removeMember(ours, remove)).rejects.toThrow(NotFound)
    expect(await sessionVersionOf(leaver)).toBe(2)
  })

  it('can be followed by coming back', async () => {
    await acceptInvitation(guest.visit, await inviteGuest('writer'))
    await leaveWorkspace(await scopeIn(guest), null)
    await acceptInvitation(guest.visit, await inviteGuest('reviewer'))
    expect((await membershipOf(guest.id, ours.workspaceSlug))?.role).toBe('reviewer')
    expect(await countPlaces()).toBe(1)
  })

  it('tells a viewer no names', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer')
    expect(await listHeirs(viewer, viewer.memberId)).toEqual([])
    await expect(listMembers(viewer)).rejects.toThrow(NotFound)
  })
})

describe('a reset link from an owner', () => {
  it('is for a person who belongs to that workspace alone', async () => {
    const alone = await aMember(ours.workspaceId, 'writer')
    const { link } = await makeResetLink(ours, alone.memberId)
    expect((await getReset(tokenOf({ link }), anyVisit())).userId).toBe(alone.userId)
    await db().member.create({
      data: {
        workspaceId: theirs.workspaceId,
        userId: alone.userId,
        name: 'x',
        role: 'writer',
        joinedAt: NOON,
      },
    })
    await expect(makeResetLink(ours, alone.memberId)).rejects.toThrow(/other workspaces/)
  })

  it('stops working when that person joins another workspace meanwhile', async () => {
    const alone = await aMember(ours.workspaceId, 'writer')
    const { link } = await makeResetLink(ours, alone.memberId)
    await db().member.create({
      data: {
        workspaceId: theirs.workspaceId,
        userId: alone.userId,
        name: 'x',
        role: 'writer',
        joinedAt: NOON,
      },
    })
    await expect(getReset(tokenOf({ link }), anyVisit())).rejects.toThrow(NotFound)
  })

  it('is not made by a manager, nor for somebody elsewhere or gone', async () => {
    const [member, manager] = [
      await aMember(ours.workspaceId, 'writer'),
      await aMember(ours.workspaceId, 'manager'),
    ]
    await expect(makeResetLink(manager, member.memberId)).rejects.toThrow(Refusal)
    await expect(makeResetLink(theirs, member.memberId)).rejects.toThrow(NotFound)
    await removeMember(ours, { memberId: member.memberId, reassignToId: null })
    await expect(makeResetLink(ours, member.memberId)).rejects.toThrow(NotFound)
  })
})

describe('a workspace', () => {
  it('is renamed by owners and managers, and keeps its address', async () => {
    const [manager, writer] = [
      await aMember(ours.workspaceId, 'manager'),
      await aMember(ours.workspaceId, 'writer'),
    ]
    await changeWorkspace(manager, { name: 'New name', postalAddress: 'Street 1' })
    await expect(changeWorkspace(writer, { name: 'X', postalAddress: '' })).rejects.toThrow(Refusal)
    const workspace = await db().workspace.findUniqueOrThrow({ where: { id: ours.workspaceId } })
    expect(workspace).toMatchObject({ name: 'New name', postalAddress: 'Street 1', slug: ours.workspaceSlug })
    expect((await db().workspace.findUniqueOrThrow({ where: { id: theirs.workspaceId } })).name).toBe(
      'Theirs',
    )
  })
})
async function inviteGuest(role: 'owner' | 'writer' | 'reviewer' = 'writer'): Promise<string> {
  return tokenOf(await invite(at(ours, NOON), { email: guest.email, role, siteIds: [] }))
}

function countPlaces() {
  return db().member.count({ where: { userId: guest.id, workspaceId: ours.workspaceId } })
}

async function sessionVersionOf({ userId }: WorkspaceScope) {
  return (await db().user.findUniqueOrThrow({ where: { id: userId ?? '' } })).sessionVersion
}

async function aSite({ workspaceId }: WorkspaceScope): Promise<string> {
  const data = { workspaceId, name: 'Site', ownerName: 'Somebody', domains: ['site.test'], createdAt: NOON }
  return (await db().site.create({ data })).id
}

async function aProspect({ workspaceId }: WorkspaceScope, ownerId: string): Promise<string> {
  const key = `${crypto.randomUUID()}.test`
  const { id } = await db().prospect.create({
    data: {
      workspaceId,
      ownerId,
      kind: 'blogger',
      name: 'Blog',
      homepage: `https://${key}/`,
      outletKey: key,
      liveOutletKey: key,
      createdAt: NOON,
      updatedAt: NOON,
    },
  })
  return id
}

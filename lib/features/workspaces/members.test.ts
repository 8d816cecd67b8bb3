import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { type Account, anAccount, anyVisit, PASSWORD, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { invitedSignUpSchema } from './account-schema.ts'
import { acceptInvitation, invite, revokeInvitation, signUpInvited } from './invitation-commands.ts'
import { getInvitation, listPendingInvitations } from './invitation-queries.ts'
import { changeRole, leaveWorkspace, removeMember } from './member-commands.ts'
import { countUnfinishedWork, getMember, listHeirs, listMembers } from './member-queries.ts'
import { inviteSchema } from './member-schema.ts'
import { membershipOf } from './membership-queries.ts'
import { getReset, makeResetLink } from './reset-commands.ts'
import { checkSignIn } from './sign-in-commands.ts'
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

describe('an invitation', () => {
  it('lets in the one it is for, in the role it names', async () => {
    const token = await inviteGuest('writer')
    expect(await getInvitation(token, anyVisit())).toMatchObject({
      email: guest.email,
      workspaceName: 'Ours',
    })
    expect(await acceptInvitation(guest.visit, token)).toEqual({ slug: ours.workspaceSlug })
    expect((await membershipOf(guest.id, ours.workspaceSlug))?.role).toBe('writer')
    expect(await membershipOf(guest.id, theirs.workspaceSlug)).toBeNull()
  })

  it('answers a second click by the same person as the first, and is not there for anybody to see', async () => {
    const token = await inviteGuest()
    const answers = [await acceptInvitation(guest.visit, token), await acceptInvitation(guest.visit, token)]
    expect(answers[1]).toEqual(answers[0])
    await expect(getInvitation(token, anyVisit())).rejects.toThrow(NotFound)
    expect(await countPlaces()).toBe(1)
  })

  it('accepted in many tabs at once gives one membership', async () => {
    const token = await inviteGuest()
    const answers = await Promise.all(Array.from({ length: 6 }, () => acceptInvitation(guest.visit, token)))
    expect(new Set(answers.map(({ slug }) => slug))).toEqual(new Set([ours.workspaceSlug]))
    expect(await countPlaces()).toBe(1)
  })

  it('makes one account when its sign-up form is sent twice', async () => {
    const { link } = await invite(ours, { email: 'new@people.test', role: 'writer', siteIds: [] })
    const form = { token: tokenOf({ link }), name: 'New', email: 'new@people.test', password: PASSWORD }
    const input = invitedSignUpSchema.parse(form)
    const results = await Promise.allSettled([
      signUpInvited(anyVisit(), input),
      signUpInvited(anyVisit(), input),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const session = await checkSignIn(anyVisit(), { email: 'new@people.test', password: PASSWORD })
    expect((await membershipOf(session.id, ours.workspaceSlug))?.role).toBe('writer')
    expect(await db().member.count({ where: { userId: session.id } })).toBe(1)
  })

  it('is no use to another address', async () => {
    const token = await inviteGuest()
    const stranger = await anAccount()
    await expect(acceptInvitation(stranger.visit, token)).rejects.toThrow(/another address/)
    const form = { token, name: 'X', email: 'stranger@people.test', password: PASSWORD }
    await expect(signUpInvited(anyVisit(), invitedSignUpSchema.parse(form))).rejects.toMatchObject({
      field: 'email',
    })
    expect(await countPlaces()).toBe(0)
  })

  it('works for seven days to the second', async () => {
    const token = await inviteGuest()
    await expect(getInvitation(token, anyVisit(new Date('2026-03-11T11:59:59Z')))).resolves.toBeDefined()
    await expect(getInvitation(token, anyVisit(new Date('2026-03-11T12:00:00Z')))).rejects.toThrow(NotFound)
    const late = { ...guest.visit, now: new Date('2026-03-11T12:00:00Z') }
    await expect(acceptInvitation(late, token)).rejects.toThrow(NotFound)
  })

  it('can be revoked here, and from no other workspace', async () => {
    const token = await inviteGuest()
    const [pending] = await listPendingInvitations(ours)
    await expect(revokeInvitation(theirs, pending?.id ?? '')).rejects.toThrow(NotFound)
    await revokeInvitation(ours, pending?.id ?? '')
    await expect(revokeInvitation(ours, pending?.id ?? '')).rejects.toThrow(NotFound)
    await expect(acceptInvitation(guest.visit, token)).rejects.toThrow(NotFound)
    expect(await listPendingInvitations(ours)).toEqual([])
  })

  it('is replaced by a newer one for the same address', async () => {
    const [first, second] = [await inviteGuest(), await inviteGuest('reviewer')]
    await expect(acceptInvitation(guest.visit, first)).rejects.toThrow(NotFound)
    await acceptInvitation(guest.visit, second)
    expect((await membershipOf(guest.id, ours.workspaceSlug))?.role).toBe('reviewer')
  })

  it.each(['manager', 'writer', 'reviewer', 'viewer'] as const)('is not made by a %s', async (role) => {
    const member = await aMember(ours.workspaceId, role)
    await expect(invite(member, { email: guest.email, role: 'viewer', siteIds: [] })).rejects.toThrow(Refusal)
    await expect(listPendingInvitations(member)).rejects.toThrow(NotFound)
  })

  it('is refused for somebody who is in, and for a role that does not exist', async () => {
    await acceptInvitation(guest.visit, await inviteGuest())
    await expect(inviteGuest()).rejects.toMatchObject({ field: 'email' })
    expect(inviteSchema.safeParse({ email: 'a@b.test', role: 'emperor' }).success).toBe(false)
  })

  it('lets a viewer see the chosen sites, which must be of this workspace', async () => {
    const [site, foreign] = [await aSite(ours), await aSite(theirs)]
    const asViewer = (siteIds: string[]) => invite(ours, { email: guest.email, role: 'viewer', siteIds })
    await expect(asViewer([])).rejects.toMatchObject({ field: 'siteIds' })
    await expect(asViewer([foreign])).rejects.toMatchObject({ field: 'siteIds' })
    await acceptInvitation(guest.visit, tokenOf(await asViewer([site])))
    expect((await membershipOf(guest.id, ours.workspaceSlug))?.siteIds).toEqual([site])
  })

  it('ends with the right of its maker to make it', async () => {
    const second = await aMember(ours.workspaceId, 'owner')
    const { link } = await invite(second, { email: guest.email, role: 'owner', siteIds: [] })
    await changeRole(ours, { memberId: second.memberId, role: 'writer', siteIds: [] })
    await expect(acceptInvitation(guest.visit, tokenOf({ link }))).rejects.toThrow(NotFound)
  })
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

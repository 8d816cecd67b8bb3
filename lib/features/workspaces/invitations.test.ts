import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { type Account, anAccount, anyVisit, PASSWORD, tokenOf } from '#lib/testing/an-account.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { invitedSignUpSchema } from './account-schema.ts'
import { acceptInvitation, invite, revokeInvitation, signUpInvited } from './invitation-commands.ts'
import { getInvitation, listPendingInvitations } from './invitation-queries.ts'
import { changeRole } from './member-commands.ts'
import { inviteSchema } from './member-schema.ts'
import { membershipOf } from './membership-queries.ts'
import { checkSignIn } from './sign-in-commands.ts'

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

async function inviteGuest(role: 'owner' | 'writer' | 'reviewer' = 'writer'): Promise<string> {
  return tokenOf(await invite(at(ours, NOON), { email: guest.email, role, siteIds: [] }))
}

function countPlaces() {
  return db().member.count({ where: { userId: guest.id, workspaceId: ours.workspaceId } })
}

async function aSite({ workspaceId }: WorkspaceScope): Promise<string> {
  const data = { workspaceId, name: 'Site', ownerName: 'Somebody', domains: ['site.test'], createdAt: NOON }
  return (await db().site.create({ data })).id
}

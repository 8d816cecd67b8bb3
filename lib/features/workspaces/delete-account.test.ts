import { describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { anAccount, anyVisit, PASSWORD, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { oneOfEach } from '#lib/testing/one-of-each.ts'
import { aMember, NOON } from '#lib/testing/two-workspaces.ts'
import { whatGoesWith } from './account-queries.ts'
import { deleteAccount } from './delete-account.ts'
import { deleteWorkspaceRows } from './delete-workspace-rows.ts'
import { acceptInvitation, invite } from './invitation-commands.ts'
import { checkSignIn } from './sign-in-commands.ts'

const db = () => databaseAcrossWorkspaces()
const confirmed = { currentPassword: PASSWORD, workspaceNames: [] }

describe('deleting an account', () => {
  it('needs the password', async () => {
    const person = await anAccount()
    await expect(
      deleteAccount(person.visit, { ...confirmed, currentPassword: 'not it, not it' }),
    ).rejects.toThrow(Refusal)
    expect(await db().user.count({ where: { id: person.id } })).toBe(1)
  })

  it('takes the workspace where nobody else is, once its name is typed', async () => {
    const person = await anAccount({ workspaceName: 'Alone, with a comma' })
    const { workspaceId } = await scopeIn(person)
    await oneOfEach(workspaceId, (await scopeIn(person)).memberId)
    await expect(deleteAccount(person.visit, confirmed)).rejects.toMatchObject({ field: 'workspaceNames' })
    await deleteAccount(person.visit, { ...confirmed, workspaceNames: ['alone, with a comma'] })
    expect(await db().workspace.count({ where: { id: workspaceId } })).toBe(0)
    await expect(checkSignIn(anyVisit(), { email: person.email, password: PASSWORD })).rejects.toThrow(
      Refusal,
    )
  })

  it('is refused to the last owner while others work there', async () => {
    const person = await anAccount({ workspaceName: 'With others' })
    const { workspaceId } = await scopeIn(person)
    const other = await aMember(workspaceId, 'manager')
    await expect(
      deleteAccount(person.visit, { ...confirmed, workspaceNames: ['With others'] }),
    ).rejects.toThrow(/last owner/)
    expect(await db().member.count({ where: { workspaceId, leftAt: null } })).toBe(2)
    await db().member.update({ where: { id: other.memberId }, data: { role: 'owner' } })
    await deleteAccount(person.visit, confirmed)
    expect(await db().member.count({ where: { workspaceId, leftAt: null } })).toBe(1)
  })

  it('leaves what was written under "Former member", hands work on and revokes open invitations', async () => {
    const person = await anAccount({ workspaceName: 'Kept' })
    const scope = await scopeIn(person)
    const owner = await aMember(scope.workspaceId, 'owner')
    const { link } = await invite(scope, { email: 'later@people.test', role: 'writer', siteIds: [] })
    const { prospectId, pitchId, touchId } = await oneOfEach(scope.workspaceId, scope.memberId)
    await deleteAccount(person.visit, confirmed)
    const member = await db().member.findUniqueOrThrow({ where: { id: scope.memberId } })
    expect(member).toMatchObject({ userId: null, name: 'Former member', leftAt: NOON })
    expect((await db().touch.findUniqueOrThrow({ where: { id: touchId } })).authorId).toBe(scope.memberId)
    expect((await db().prospect.findUniqueOrThrow({ where: { id: prospectId } })).ownerId).toBe(
      owner.memberId,
    )
    expect((await db().pitch.findUniqueOrThrow({ where: { id: pitchId } })).writerId).toBe(owner.memberId)
    const late = await anAccount()
    await expect(acceptInvitation(late.visit, tokenOf({ link }))).rejects.toThrow()
    expect(await db().secretLink.count({ where: { workspaceId: scope.workspaceId, revokedAt: null } })).toBe(
      0,
    )
  })

  it('forgets what they put off and how they were reminded', async () => {
    const person = await anAccount({ workspaceName: 'Reminded' })
    const scope = await scopeIn(person)
    await aMember(scope.workspaceId, 'owner')
    await oneOfEach(scope.workspaceId, scope.memberId)
    const where = { workspaceId: scope.workspaceId }
    expect(await db().putOff.count({ where })).toBe(1)
    await deleteAccount(person.visit, confirmed)
    const left = [
      db().putOff.count({ where }),
      db().morningMail.count({ where }),
      db().calendarFeed.count({ where }),
      db().apiToken.count({ where }),
      db().apiAnswer.count({ where }),
    ]
    expect(await Promise.all(left)).toEqual([0, 0, 0, 0, 0])
  })

  it('removes the name where one had left before', async () => {
    const [person, owner] = [
      await anAccount({ name: 'Gone Girl' }),
      await anAccount({ workspaceName: 'Left' }),
    ]
    const { workspaceId } = await scopeIn(owner)
    await db().member.create({
      data: {
        workspaceId,
        userId: person.id,
        name: 'Gone Girl',
        role: 'writer',
        joinedAt: NOON,
        leftAt: NOON,
      },
    })
    await deleteAccount(person.visit, confirmed)
    expect(await db().member.count({ where: { workspaceId, name: 'Gone Girl' } })).toBe(0)
  })

  it('is foretold: which workspaces go, and where another owner is needed first', async () => {
    const person = await anAccount({ workspaceName: 'Goes' })
    const owner = await anAccount({ workspaceName: 'Stays' })
    const { link } = await invite(await scopeIn(owner), { email: person.email, role: 'writer', siteIds: [] })
    await acceptInvitation(person.visit, tokenOf({ link }))
    expect(await whatGoesWith(person.id)).toEqual({ deleted: ['Goes'], stuck: [] })
    expect(await whatGoesWith(owner.id)).toEqual({ deleted: [], stuck: ['Stays'] })
  })
})

describe('the rows of a workspace', () => {
  it('are removed table by table, every table that has a workspace', async () => {
    const written: string[] = []
    const recorder = new Proxy(
      {},
      {
        get: (_, table: string) => ({
          deleteMany: () => written.push(table),
          delete: () => written.push(table),
        }),
      },
    )
    await deleteWorkspaceRows(recorder as never, 'any')
    const fields = Prisma as unknown as Record<string, Record<string, string> | undefined>
    const owned = Object.values(Prisma.ModelName).filter(
      (model) => 'workspaceId' in (fields[`${model}ScalarFieldEnum`] ?? {}),
    )
    // The audit log goes by the foreign key, and by nothing else.
    const byHand = [...owned, 'Workspace'].filter((model) => model !== 'AuditEvent')
    expect(written.map((table) => table.toLowerCase()).sort()).toEqual(
      byHand.map((model) => model.toLowerCase()).sort(),
    )
  })

  it('of another workspace stay', async () => {
    const [mine, other] = [
      await anAccount({ workspaceName: 'Mine' }),
      await anAccount({ workspaceName: 'Other' }),
    ]
    const scope = await scopeIn(other)
    await oneOfEach(scope.workspaceId, scope.memberId)
    const { workspaceId } = await scopeIn(mine)
    await inTransaction((tx) => deleteWorkspaceRows(tx, workspaceId))
    expect(await db().pitch.count({ where: { workspaceId: scope.workspaceId } })).toBe(1)
  })
})

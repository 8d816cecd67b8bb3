import { describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anAccount, anyVisit, PASSWORD, refusalOf, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { oneOfEach } from '#lib/testing/one-of-each.ts'
import { aMember, at, NOON } from '#lib/testing/two-workspaces.ts'
import { actingScope } from './acting-scope.ts'
import { deleteDueWorkspaces } from './delete-due-workspaces.ts'
import { acceptInvitation, invite } from './invitation-commands.ts'
import { listWorkspacesOf, membershipOf } from './membership-queries.ts'
import { openSecretLink } from './secret-links.ts'
import { lifeOfWorkspace, standsStill } from './standing-workspaces.ts'
import { openToken } from './token-scope.ts'
import { changeWorkspace } from './workspace-commands.ts'
import { askForDeletion, takeDeletionBack } from './workspace-deletion-commands.ts'
import { findDeletion } from './workspace-deletion-queries.ts'

const db = () => databaseAcrossWorkspaces()
const NAME = 'Fernway & Co'
const typed = { workspaceName: NAME, currentPassword: PASSWORD }
const DAY_MS = 86_400_000
const days = (count: number) => new Date(NOON.getTime() + count * DAY_MS)

async function anOwner(): Promise<WorkspaceScope> {
  return scopeIn(await anAccount({ workspaceName: NAME, name: 'Mara' }))
}

/** As whoever it is looks the next time. */
const again = ({ memberId }: WorkspaceScope, now = NOON) => actingScope(memberId, now)

describe('asking for the deletion of a workspace', () => {
  it('needs its name', async () => {
    const owner = await anOwner()
    const asked = askForDeletion(owner, { ...typed, workspaceName: 'Fernway' })
    await expect(asked).rejects.toMatchObject({ field: 'workspaceName' })
    expect(await findDeletion(owner)).toBeNull()
  })

  it('needs the password of whoever asks', async () => {
    const owner = await anOwner()
    const asked = askForDeletion(owner, { ...typed, currentPassword: 'not it, not it' })
    await expect(asked).rejects.toMatchObject({ field: 'currentPassword' })
    expect(await findDeletion(owner)).toBeNull()
  })

  it.each(['manager', 'writer', 'reviewer', 'viewer'] as const)('is not for a %s', async (role) => {
    const { workspaceId } = await anOwner()
    const other = await aMember(workspaceId, role)
    await expect(askForDeletion(other, typed)).rejects.toThrow(Refusal)
    expect(await lifeOfWorkspace(workspaceId, NOON)).toBe('standing')
  })

  it('leaves seven days, of which everybody there is told', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    const viewer = await aMember(owner.workspaceId, 'viewer')
    expect(await findDeletion(viewer)).toEqual({ dueAt: days(7), askedBy: 'Mara' })
  })

  it('counts once: a second one does not move the day', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    await expect(askForDeletion(at(owner, days(3)), typed)).rejects.toThrow(/already/)
    expect(await findDeletion(owner)).toMatchObject({ dueAt: days(7) })
  })
})

describe('while a workspace is leaving', () => {
  it('nothing is changed in it, and it is said why', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    const said = await refusalOf(changeWorkspace(await again(owner), { name: 'Else', postalAddress: '' }))
    expect(said).toMatch(/going to be deleted/)
  })

  it('its jobs are put off, and not lost', async () => {
    const owner = await anOwner()
    const { workspaceId } = owner
    const job = { queue: 'find-duplicates', data: { workspaceId }, group: null } as const
    expect(await standsStill(job, NOON)).toBe(false)
    await askForDeletion(owner, typed)
    expect(await standsStill(job, NOON)).toBe(true)
    const [waiting] = await db().$queryRaw<{ start_after: Date }[]>`
      SELECT start_after FROM pgboss.job WHERE data->>'workspaceId' = ${workspaceId}`
    expect(waiting?.start_after).toEqual(new Date(NOON.getTime() + 30 * 60_000))
  })

  it('jobs that the clock starts, which carry nothing, are for nobody in particular', async () => {
    expect(await standsStill({ queue: 'take-up-mail', data: null }, NOON)).toBe(false)
    expect(await standsStill({ queue: 'take-up-mail', data: {} }, NOON)).toBe(false)
  })

  it('its owners may still have the whole of it written to a file', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    const data = { workspaceId: owner.workspaceId, exportId: 'any' }
    expect(await standsStill({ queue: 'write-workspace-zip', data }, NOON)).toBe(false)
  })

  it('invitations lead nowhere', async () => {
    const owner = await anOwner()
    const guest = await anAccount()
    const token = tokenOf(await invite(owner, { email: guest.email, role: 'writer', siteIds: [] }))
    await askForDeletion(owner, typed)
    await expect(openSecretLink('invitation', token, anyVisit())).rejects.toThrow(NotFound)
    await expect(acceptInvitation(guest.visit, token)).rejects.toThrow(NotFound)
    await takeDeletionBack(owner)
    await acceptInvitation(guest.visit, token)
  })

  it('programs are turned away', async () => {
    const owner = await anOwner()
    const { workspaceId, memberId } = owner
    const { hashSecretToken } = await import('#lib/server/secret-tokens.ts')
    await db().apiToken.create({
      data: {
        ...{
          workspaceId,
          memberId,
          name: 'sheet',
          prefix: 'rapport_x',
          tokenHash: hashSecretToken(memberId),
        },
        ...{ scopes: ['sites:read'], createdAt: NOON, expiresAt: days(30) },
      },
    })
    expect(await openToken(memberId, NOON)).toMatchObject({ token: { name: 'sheet' } })
    await askForDeletion(owner, typed)
    expect(await openToken(memberId, NOON)).toBe('leaving')
  })
})

describe('taking a deletion back', () => {
  it('is for any owner, not only the one who asked', async () => {
    const owner = await anOwner()
    const other = await aMember(owner.workspaceId, 'owner')
    await askForDeletion(owner, typed)
    await takeDeletionBack(await again(other, days(6)))
    expect(await lifeOfWorkspace(owner.workspaceId, days(8))).toBe('standing')
    await deleteDueWorkspaces(days(8))
    expect(await lifeOfWorkspace(owner.workspaceId, days(8))).toBe('standing')
  })

  it('is not for a manager', async () => {
    const owner = await anOwner()
    const manager = await aMember(owner.workspaceId, 'manager')
    await askForDeletion(owner, typed)
    await expect(takeDeletionBack(await again(manager))).rejects.toThrow(Refusal)
  })

  it('comes too late from the moment it is due', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    await expect(takeDeletionBack(at(owner, days(7)))).rejects.toThrow(/any more/)
  })

  it('stands in the log with who asked for it', async () => {
    const owner = await anOwner()
    await askForDeletion(owner, typed)
    await takeDeletionBack(owner)
    const { workspaceId, memberId } = owner
    const events = await db().auditEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })
    expect(events.map(({ action, actorId }) => [action, actorId]).slice(-2)).toEqual([
      ['workspace.deletion-asked', memberId],
      ['workspace.deletion-taken-back', memberId],
    ])
  })
})

describe('a workspace whose seven days are over', () => {
  it('is not there any more, even before its rows are gone', async () => {
    const person = await anAccount({ workspaceName: NAME })
    const owner = await scopeIn(person)
    const past = new Date(Date.now() - 1000)
    await db().workspace.update({ where: { id: owner.workspaceId }, data: { deletionDueAt: past } })
    expect(await membershipOf(person.id, owner.workspaceSlug)).toBeNull()
    expect(await listWorkspacesOf(person.id)).toEqual([])
    const data = { workspaceId: owner.workspaceId }
    expect(await standsStill({ queue: 'find-duplicates', data }, new Date())).toBe(true)
  })

  it('goes with everything in it, in small steps, and takes nothing of another', async () => {
    const [owner, other] = [await anOwner(), await anOwner()]
    for (const { workspaceId, memberId } of [owner, other]) await oneOfEach(workspaceId, memberId)
    await askForDeletion(owner, typed)
    await deleteDueWorkspaces(days(6))
    expect(await lifeOfWorkspace(owner.workspaceId, days(6))).toBe('leaving')
    await deleteDueWorkspaces(days(7), { rowsAtOnce: 1 })
    expect(await rowsOf(owner.workspaceId)).toEqual([])
    expect((await rowsOf(other.workspaceId)).length).toBeGreaterThan(40)
  })

  it('goes on where a run was killed', async () => {
    const owner = await anOwner()
    const { workspaceId, memberId } = owner
    await oneOfEach(workspaceId, memberId)
    await askForDeletion(owner, typed)
    await stopDeletionsOf('Campaign')
    await expect(deleteDueWorkspaces(days(7))).rejects.toThrow()
    const left = await rowsOf(workspaceId)
    expect(left).toContain('Campaign')
    expect(left).not.toContain('Mention')
    await db().$executeRaw`DROP TRIGGER stopped ON "Campaign"`
    await deleteDueWorkspaces(days(7))
    expect(await rowsOf(workspaceId)).toEqual([])
  })

  it('takes merged outlets with those they were merged into', async () => {
    const owner = await anOwner()
    const { workspaceId } = owner
    const row = { workspaceId, createdAt: NOON, updatedAt: NOON, kind: 'blogger' }
    const outlet = (outletKey: string, mergedIntoId: string | null) =>
      db().prospect.create({
        data: {
          ...row,
          outletKey,
          name: outletKey,
          homepage: `https://${outletKey}/`,
          mergedIntoId,
          deletedAt: mergedIntoId ? NOON : null,
        } as never,
        select: { id: true },
      })
    const first = await outlet('a.example', null)
    const second = await outlet('b.example', first.id)
    await outlet('c.example', second.id)
    await askForDeletion(owner, typed)
    await deleteDueWorkspaces(days(7), { rowsAtOnce: 1 })
    expect(await rowsOf(workspaceId)).toEqual([])
  })

  it('lets two runs at once share the work', async () => {
    const owner = await anOwner()
    const { workspaceId, memberId } = owner
    await oneOfEach(workspaceId, memberId)
    await askForDeletion(owner, typed)
    await Promise.all([deleteDueWorkspaces(days(7)), deleteDueWorkspaces(days(7))])
    expect(await rowsOf(workspaceId)).toEqual([])
  })
})

/** The tables that still hold something of that workspace. */
async function rowsOf(workspaceId: string): Promise<string[]> {
  const tables = await db().$queryRaw<{ table_name: string }[]>`
    SELECT table_name FROM information_schema.columns WHERE column_name = 'workspaceId' AND table_schema = 'public'`
  const left: string[] = []
  for (const { table_name: table } of tables) {
    const rows = await db().$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "workspaceId" = $1 LIMIT 1`,
      workspaceId,
    )
    if (rows.length > 0) left.push(table)
  }
  return left
}

/** As when the worker is killed at that table. */
async function stopDeletionsOf(table: 'Campaign') {
  await inTransaction(async (tx) => {
    await tx.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION stopped() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$`,
    )
    await tx.$executeRawUnsafe(
      `CREATE TRIGGER stopped BEFORE DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION stopped()`,
    )
  })
}

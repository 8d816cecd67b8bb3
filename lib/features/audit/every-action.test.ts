import { afterEach, describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS, type AuditAction } from '#lib/domain/audit/audit-actions.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anAccount, anyVisit, PASSWORD, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { AUDITED, AUDITED_OF_ONESELF, AUDITED_TOO, type Audited } from '#lib/testing/audited-commands.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { changeAddress, changePassword, signOutEverywhere } from '../workspaces/account-commands.ts'
import { MOST_FAILED_SIGN_INS } from '../workspaces/audit-of-person.ts'
import { deleteAccount } from '../workspaces/delete-account.ts'
import { acceptInvitation, invite, revokeInvitation } from '../workspaces/invitation-commands.ts'
import { makeResetLinkFor, resetPassword } from '../workspaces/reset-commands.ts'
import { openSecretLink } from '../workspaces/secret-links.ts'
import { checkSignIn } from '../workspaces/sign-in-commands.ts'
import { createWorkspace } from '../workspaces/workspace-commands.ts'
import { MOST_REFUSALS_AN_HOUR } from './audit-log.ts'

const db = () => databaseAcrossWorkspaces()
/** A day when a journalist's request is open, and everything else may happen too. */
const MAY = '2028-05-09T14:00:00Z'
const fieldsOf = Prisma as unknown as Record<string, Record<string, string>>
const OWNED = Object.values(Prisma.ModelName).filter(
  (model) => 'workspaceId' in (fieldsOf[`${model}ScalarFieldEnum`] ?? {}),
)

const eventsOf = ({ workspaceId }: WorkspaceScope) =>
  db().auditEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })

/** As when the disk is full at that moment: nothing can be written down. */
async function closeLog() {
  await db().$executeRaw`ALTER TABLE "AuditEvent" ADD CONSTRAINT "closed" CHECK (false) NOT VALID`
}
const openLog = () => db().$executeRaw`ALTER TABLE "AuditEvent" DROP CONSTRAINT IF EXISTS "closed"`
afterEach(openLog)

async function everythingOf({ workspaceId }: WorkspaceScope): Promise<string[]> {
  const tables = [
    `SELECT 'Workspace ' || to_jsonb(one)::text AS row FROM "Workspace" one WHERE id = $1`,
    ...OWNED.map(
      (table) =>
        `SELECT '${table} ' || to_jsonb(one)::text AS row FROM "${table}" one WHERE "workspaceId" = $1`,
    ),
  ]
  const sql = `${tables.join(' UNION ALL ')} ORDER BY row`
  return (await db().$queryRawUnsafe<{ row: string }[]>(sql, workspaceId)).map(({ row }) => row)
}

const cases: [string, AuditAction, Audited][] = [
  ...Object.entries(AUDITED).map(([action, act]): [string, AuditAction, Audited] => [
    action,
    action as AuditAction,
    act,
  ]),
  ...AUDITED_TOO.map(([action, how, act]): [string, AuditAction, Audited] => [
    `${action}, ${how},`,
    action,
    act,
  ]),
]

/** What the tests below try one by one, and those of the features that offer it. */
const TRIED_APART: readonly AuditAction[] = [
  ...(['sign-in.done', 'sign-in.failed', 'sessions.ended', 'password.changed', 'password.reset'] as const),
  ...([
    'address.changed',
    'account.deleted',
    'member.joined',
    'workspace.opened',
    'secret-link.refused',
  ] as const),
  ...(['retention.applied', 'export.evidence', 'webhook.given-up'] as const),
]
const OF_REPORTS_AND_TOKENS = /^(report|share-link|token)[.]/

describe('a command', () => {
  it('is tried for everything that can stand in the log', () => {
    const tried = [...Object.keys(AUDITED), ...Object.keys(AUDITED_OF_ONESELF), ...TRIED_APART]
    const ours = Object.keys(AUDIT_ACTIONS).filter((action) => !OF_REPORTS_AND_TOKENS.test(action))
    expect(tried.sort()).toEqual(ours.sort())
  })

  it.each(cases)('%s is written down once: as it happens, or not at all', async (_, action, prepare) => {
    const scope = at(await aWorkspace('Audited'), MAY)
    const act = await prepare(scope)
    const before = (await eventsOf(scope)).length
    const viewer = at(await aMember(scope.workspaceId, 'viewer'), MAY)
    await expect(act(viewer)).rejects.toThrow()
    expect(await eventsOf(scope)).toHaveLength(before)

    const everything = await everythingOf(scope)
    await closeLog()
    await expect(act(scope)).rejects.toThrow()
    await openLog()
    expect(await everythingOf(scope)).toEqual(everything)

    await act(scope)
    const events = (await eventsOf(scope)).slice(before)
    expect(events.filter((event) => event.action === action)).toMatchObject([
      { actorKind: 'member', actorId: scope.memberId, at: scope.now, objectKind: AUDIT_ACTIONS[action].of },
    ])
  })

  it('of one’s own is written down too', async () => {
    for (const [action, prepare] of Object.entries(AUDITED_OF_ONESELF)) {
      const scope = await aWorkspace('Own')
      const act = await prepare(scope)
      await closeLog()
      await expect(act(scope)).rejects.toThrow()
      await openLog()
      await act(scope)
      expect((await eventsOf(scope)).map((event) => event.action)).toEqual([action])
    }
  })
})

describe('what a person does with their account', () => {
  const actionsOf = async (person: { id: string }) =>
    (await eventsOf(await scopeIn(person)))
      .map(({ action }) => action)
      .filter((action) => action !== 'workspace.opened')

  it.each<[AuditAction, (person: Awaited<ReturnType<typeof anAccount>>) => Promise<unknown>]>([
    ['sign-in.done', ({ email }) => checkSignIn(anyVisit(), { email, password: PASSWORD })],
    ['sessions.ended', ({ visit }) => signOutEverywhere(visit)],
    [
      'password.changed',
      ({ visit }) => changePassword(visit, { currentPassword: PASSWORD, newPassword: 'another quiet horse' }),
    ],
    [
      'address.changed',
      ({ visit }) =>
        changeAddress(visit, { email: `${crypto.randomUUID()}@people.test`, currentPassword: PASSWORD }),
    ],
    ['password.link-made', ({ email }) => makeResetLinkFor(email, anyVisit().now)],
  ])('%s stands in the log of their workspace, or it did not happen', async (action, act) => {
    const person = await anAccount({ workspaceName: 'Theirs' })
    const before = await db().user.findUniqueOrThrow({ where: { id: person.id } })
    await closeLog()
    await expect(act(person)).rejects.toThrow()
    await openLog()
    expect(await db().user.findUniqueOrThrow({ where: { id: person.id } })).toEqual(before)
    await act(person)
    expect(await actionsOf(person)).toEqual([action])
  })

  it('password.reset: of the link, and of its use', async () => {
    const person = await anAccount({ workspaceName: 'Theirs' })
    const token = tokenOf(await makeResetLinkFor(person.email, anyVisit().now))
    await resetPassword(anyVisit(), { token, newPassword: 'another quiet horse' })
    expect(await actionsOf(person)).toEqual(['password.link-made', 'password.reset'])
  })

  it('sign-in.failed: some times an hour, by nobody known, and not for an address without an account', async () => {
    const person = await anAccount({ workspaceName: 'Theirs' })
    const work: (() => Promise<void>)[] = []
    for (let n = 0; n < 30; n += 1) {
      const visit = anyVisit(new Date(Date.UTC(2026, 2, 4, 12, 0, n * 70)))
      for (const email of [person.email, 'nobody@people.test'])
        await checkSignIn(visit, { email, password: 'wrong' }, null, (later) => work.push(later)).catch(
          () => {},
        )
    }
    for (const later of work) await later()
    const failed = (await eventsOf(await scopeIn(person))).filter(({ action }) => action === 'sign-in.failed')
    expect(failed.map(({ actorKind, details }) => [actorKind, details])).toEqual(
      Array.from({ length: MOST_FAILED_SIGN_INS }, (_, n) => ['system', { number: n + 1 }]),
    )
  })

  it('member.joined and account.deleted: of who joins, and goes for good', async () => {
    const scope = await aWorkspace('Joined')
    const guest = await anAccount()
    const { link } = await invite(scope, { email: guest.email, role: 'writer', siteIds: [] })
    await acceptInvitation(guest.visit, tokenOf({ link }))
    await acceptInvitation(guest.visit, tokenOf({ link }))
    const { memberId } = await scopeIn(guest)
    await deleteAccount(guest.visit, { currentPassword: PASSWORD, workspaceNames: [] })
    expect((await eventsOf(scope)).map(({ action, actorId }) => [action, actorId])).toEqual([
      ['invitation.made', scope.memberId],
      ['member.joined', memberId],
      ['account.deleted', memberId],
    ])
  })

  it('secret-link.refused: at a link that was taken back, some times an hour and not for one nobody made', async () => {
    const scope = await aWorkspace('Dead links')
    const { link } = await invite(scope, { email: 'a@hello.example', role: 'writer', siteIds: [] })
    const { id } = await db().secretLink.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } })
    await revokeInvitation(scope, id)
    for (let n = 0; n < MOST_REFUSALS_AN_HOUR + 3; n += 1)
      await expect(openSecretLink('invitation', tokenOf({ link }), anyVisit())).rejects.toThrow(NotFound)
    await expect(openSecretLink('invitation', 'unknown', anyVisit())).rejects.toThrow(NotFound)
    const refused = (await eventsOf(scope)).filter(({ action }) => action === 'secret-link.refused')
    expect(refused).toHaveLength(MOST_REFUSALS_AN_HOUR)
    expect(refused[0]).toMatchObject({
      ...{ actorKind: 'link', actorId: id, objectId: id },
      details: { purpose: 'invitation', why: 'revoked' },
    })
  })

  it('workspace.opened is the first of every log', async () => {
    const person = await anAccount()
    await createWorkspace(person, 'New', anyVisit().now)
    expect(await eventsOf(await scopeIn(person))).toMatchObject([{ action: 'workspace.opened' }])
  })

  it('concerns each workspace they belong to, and none that they left', async () => {
    const person = await anAccount({ workspaceName: 'One' })
    const [two, left] = [await aWorkspace('Two'), await aWorkspace('Left')]
    const member = { userId: person.id, name: 'x', role: 'writer', joinedAt: two.now }
    await db().member.create({ data: { ...member, workspaceId: two.workspaceId } })
    await db().member.create({ data: { ...member, workspaceId: left.workspaceId, leftAt: left.now } })
    await checkSignIn(anyVisit(), { email: person.email, password: PASSWORD })
    expect(await actionsOf(person)).toEqual(['sign-in.done'])
    expect(await eventsOf(two)).toHaveLength(1)
    expect(await eventsOf(left)).toHaveLength(0)
  })
})

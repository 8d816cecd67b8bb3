import { beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS } from '#lib/domain/audit/audit-actions.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { deleteWorkspaceRows } from '../workspaces/delete-workspace-rows.ts'
import { recordAudit } from './audit-log.ts'

const db = () => databaseAcrossWorkspaces()
const events = ({ workspaceId }: WorkspaceScope) =>
  db().auditEvent.findMany({ where: { workspaceId }, orderBy: { at: 'asc' } })
let ours: WorkspaceScope

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  await inTransaction((tx) => recordAudit(tx, ours, 'password.changed', aChange()))
})

const aChange = () => ({ objectId: ours.memberId, details: {} })

describe('an event', () => {
  it('says who, what, to what and when', async () => {
    const scope = await aWorkspace('Told')
    await inTransaction(async (tx) => {
      const thing = { objectId: 'm1', siteId: 's1', details: { from: 'linked', to: 'lost', lookNumber: 3 } }
      await recordAudit(tx, scope, 'verdict.overruled', thing)
    })
    expect(await events(scope)).toMatchObject([
      {
        ...{ actorKind: 'member', actorId: scope.memberId, action: 'verdict.overruled', at: scope.now },
        ...{ objectKind: 'mention', objectId: 'm1', siteId: 's1' },
        details: { from: 'linked', to: 'lost', lookNumber: 3 },
      },
    ])
  })

  it('says by which program a member did it, as its token was called then', async () => {
    const scope = {
      ...(await aWorkspace('By a program')),
      viaToken: { id: 't1', name: 'Sheet <of ana@x.example>' },
    }
    const row = await inTransaction(async (tx) => {
      await recordAudit(tx, scope, 'password.changed', aChange())
      return tx.auditEvent.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } })
    })
    expect(row).toMatchObject({
      ...{ actorKind: 'member', actorId: scope.memberId },
      ...{ tokenId: 't1', tokenName: 'Sheet  of ana x.example ' },
    })
  })

  it('may be of a secret link, of a token, or of Rapport itself', async () => {
    const { workspaceId, now } = await aWorkspace('Others')
    await inTransaction(async (tx) => {
      const thing = { objectId: 'l1', details: { reportId: 'r1', why: 'expired' } }
      await recordAudit(tx, { workspaceId, now, kind: 'link', id: 'l1' }, 'share-link.refused', thing)
      const refusal = { objectId: 't1', details: { why: 'ended', number: 1 } }
      await recordAudit(tx, { workspaceId, now, kind: 'token', id: 't1' }, 'token.refused', refusal)
      const byItself = { objectId: 'l1', details: { reportId: 'r1' } }
      await recordAudit(tx, { workspaceId, now, kind: 'system' }, 'share-link.ended', byItself)
    })
    const rows = await db().auditEvent.findMany({ where: { workspaceId } })
    expect(rows.map(({ actorKind, actorId }) => [actorKind, actorId]).sort()).toEqual(
      [
        ['link', 'l1'],
        ['system', null],
        ['token', 't1'],
      ].sort(),
    )
  })

  it('is not there where the transaction it stands in failed', async () => {
    const scope = await aWorkspace('Failed')
    const failing = inTransaction(async (tx) => {
      await recordAudit(tx, scope, 'password.changed', { objectId: scope.memberId, details: {} })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await events(scope)).toEqual([])
  })

  it.each([
    ['a field nobody thought of', { from: 'linked', to: 'lost', lookNumber: 3, reason: 'because' }],
    ['words where a state stands', { from: 'linked', to: 'It is gone, I saw it', lookNumber: 3 }],
    ['a mail address', { from: 'linked', to: 'ana@news.example', lookNumber: 3 }],
    ['nothing where something belongs', {}],
  ])('is refused with %s', async (_, details) => {
    const write = inTransaction((tx) =>
      recordAudit(tx, ours, 'verdict.overruled', { objectId: 'm1', details: details as never }),
    )
    await expect(write).rejects.toThrow()
  })

  it('is refused by the database too where it names an address', async () => {
    const { workspaceId, now: at } = ours
    const row = { workspaceId, at, actorKind: 'system', action: 'member.left', objectKind: 'member' }
    await expect(
      db().auditEvent.create({ data: { ...row, details: { to: 'a@b.example' } } }),
    ).rejects.toThrow()
    await expect(db().auditEvent.create({ data: { ...row, objectId: 'Ana Sousa' } })).rejects.toThrow()
  })

  it('has words of its own', () => {
    const words = Object.values(AUDIT_ACTIONS).map((rule) => rule.words)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('the log', () => {
  it.each([
    ['changed', 'UPDATE "AuditEvent" SET "at" = now()'],
    ['changed, even where nothing fits', 'UPDATE "AuditEvent" SET "at" = now() WHERE false'],
    ['thinned out', 'DELETE FROM "AuditEvent"'],
    ['emptied', 'TRUNCATE "AuditEvent"'],
    ['emptied with its workspaces', 'TRUNCATE "Workspace" CASCADE'],
  ])('cannot be %s', async (_, sql) => {
    const before = await db().auditEvent.count()
    expect(before).toBeGreaterThan(0)
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/audit log is written once/)
    expect(await db().auditEvent.count()).toBe(before)
  })

  it('cannot be emptied by who shows it a workspace table of their own, with no workspace in it', async () => {
    const before = await db().auditEvent.count()
    const attack = db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe('CREATE TEMP TABLE "Workspace" ("id" text) ON COMMIT DROP')
      await tx.$executeRawUnsafe('DELETE FROM "AuditEvent"')
    })
    await expect(attack).rejects.toThrow(/audit log is written once/)
    expect(await db().auditEvent.count()).toBe(before)
  })

  it('goes with its workspace, and no other goes with it', async () => {
    const scope = await aWorkspace('Going')
    await inTransaction((tx) => recordAudit(tx, scope, 'password.changed', aChange()))
    await inTransaction((tx) => deleteWorkspaceRows(tx, scope.workspaceId))
    expect(await events(scope)).toEqual([])
    expect(await events(ours)).toHaveLength(1)
  })
})

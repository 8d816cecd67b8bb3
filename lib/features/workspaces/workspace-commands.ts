import { randomInt } from 'node:crypto'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { grantsOf } from '#lib/domain/roles.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { lockUser } from './member-locks.ts'

const SLUG_MAX_CHARACTERS = 40
const SLUG_TRIES = 5

/** A new workspace with this person as its owner. Answers its slug. */
export async function createWorkspace(
  person: { id: string; name: string },
  name: string,
  now: Date,
): Promise<{ slug: string }> {
  return withFreeSlug(() =>
    inTransaction(async (tx) => {
      await lockUser(tx, person.id)
      return openWorkspace(tx, person, name, now)
    }),
  )
}

/** The same, inside a transaction of the caller's. @throws Prisma's P2002 when another took the slug meanwhile */
export async function openWorkspace(
  tx: Transaction,
  person: { id: string; name: string },
  name: string,
  now: Date,
) {
  const slug = await freeSlug(tx, name)
  const workspace = await tx.workspace.create({
    data: { slug, name, createdAt: now },
    select: { id: true, slug: true },
  })
  const workspaceId = workspace.id
  const { id: memberId } = await tx.member.create({
    data: { workspaceId, userId: person.id, name: person.name, role: 'owner', joinedAt: now },
    select: { id: true },
  })
  const opened = { objectId: workspaceId, details: {} }
  await recordAudit(tx, { workspaceId, memberId, now }, 'workspace.opened', opened)
  return workspace
}

/** Repeats a transaction that failed because another took the slug it had found free, or was first (serializable ones). */
export async function withFreeSlug<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(isTaken(error) || cameSecond(error)) || attempt === SLUG_TRIES) throw error
    }
  }
}

/** Two serializable transactions could not both go through: Prisma's P2034, or as the adapter says it on COMMIT. */
function cameSecond(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { kind?: unknown } }
  return code === 'P2034' || cause?.kind === 'TransactionWriteConflict'
}

/** Name and postal address. The slug stays, so that addresses of pages keep working. */
export async function changeWorkspace(scope: WorkspaceScope, input: { name: string; postalAddress: string }) {
  authorize(scope, 'workspace.settings')
  const { name, postalAddress } = input
  const here = { where: { id: scope.workspaceId } }
  await inTransaction(async (tx) => {
    const before = await tx.workspace.findUnique({ ...here, select: { name: true, postalAddress: true } })
    if (!before) throw new NotFound()
    await tx.workspace.updateMany({ ...here, data: { name, postalAddress } })
    const settings = [
      ...(before.name === name ? [] : ['name']),
      ...(before.postalAddress === postalAddress ? [] : ['postal-address']),
    ]
    if (settings.length === 0) return
    await recordAudit(tx, scope, 'settings.changed', { objectId: scope.workspaceId, details: { settings } })
  })
}

/** Whether writers may review pitches and outcomes too, as in a small team they must. @throws NotFound */
export async function letWritersReview(scope: WorkspaceScope, input: { writersMayReview: boolean }) {
  authorize(scope, 'members.manage')
  const { writersMayReview } = input
  await inTransaction(async (tx) => {
    const here = { where: { id: scope.workspaceId }, select: { settings: true } }
    const workspace = await tx.workspace.findUnique(here)
    if (!workspace) throw new NotFound()
    const settings = { ...(workspace.settings as Prisma.JsonObject), writersMayReview }
    const { count } = await tx.workspace.updateMany({
      where: { id: scope.workspaceId, settings: { equals: workspace.settings as Prisma.InputJsonValue } },
      data: { settings },
    })
    if (count === 0) {
      throw new Refusal('Somebody else changed the settings a moment ago.', 'Load this page again.')
    }
    if (grantsOf(workspace.settings).writersMayReview === writersMayReview) return
    const details = { isOn: writersMayReview }
    await recordAudit(tx, scope, 'settings.writers-review', { objectId: scope.workspaceId, details })
  })
}

/** The name in the address: "Bücher & Co" is bucher-co. Taken names get a few random letters, which tell nothing. */
async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const wanted = slugOf(name)
  const taken = await tx.workspace.count({ where: { slug: wanted } })
  return taken === 0 ? wanted : `${wanted}-${randomLetters(5)}`
}

export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX_CHARACTERS)
    .replace(/^-+|-+$/g, '')
  return slug || 'workspace'
}

function randomLetters(count: number): string {
  const letters = 'bcdfghjkmnpqrstvwxz23456789' // no vowels, no word by accident
  return Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
}

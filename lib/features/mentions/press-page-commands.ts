import { randomBytes } from 'node:crypto'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { OnPressInput, OpenPressPageInput } from './press-page-schema.ts'

/** Told apart easily when read aloud: no l, o, 0 or 1. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
/** 16 letters of 32: 80 bits, so that nobody comes upon an address, and none is ever given twice. */
const RANDOM_LETTERS = 16

/**
 * Opens a Site's press page, or changes what stands over it. Its address is made here and stays while the page is open and
 * its name the same; an address that was closed never opens again.
 *
 * @throws NotFound
 */
export async function openPressPage(
  scope: WorkspaceScope,
  { siteId, name, intro, isFindable }: OpenPressPageInput,
): Promise<{ address: string }> {
  authorize(scope, 'sites.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    const page = await pageOf(tx, scope, siteId)
    const values = { name, intro, isFindable, updatedAt: now }
    const address = page.address !== null && page.name === name ? page.address : newAddress(name)
    const opened = address === page.address ? {} : openedAt(scope, address)
    await tx.pressPage.updateMany({ where: { workspaceId, id: page.id }, data: { ...values, ...opened } })
    if (address !== page.address) {
      const how = page.address === null ? 'press-page.opened' : 'press-page.renewed'
      await recordAudit(tx, scope, how, { objectId: page.id, siteId, details: {} })
    }
    return { address }
  })
}

/** A new address; the old one stops at once. @throws NotFound; Refusal where the page is not open */
export async function renewPressAddress(
  scope: WorkspaceScope,
  { siteId }: { siteId: string },
): Promise<{ address: string }> {
  authorize(scope, 'sites.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    const page = await pageOf(tx, scope, siteId)
    if (page.address === null) throw new Refusal('The page is not open.', 'Open it first.')
    const address = newAddress(page.name)
    await tx.pressPage.updateMany({
      where: { workspaceId, id: page.id },
      data: { ...openedAt(scope, address), updatedAt: now },
    })
    await recordAudit(tx, scope, 'press-page.renewed', { objectId: page.id, siteId, details: {} })
    return { address }
  })
}

/** Nobody can read it any more, from now on. Twice is once. @throws NotFound */
export async function closePressPage(scope: WorkspaceScope, { siteId }: { siteId: string }) {
  authorize(scope, 'sites.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const page = await pageOf(tx, scope, siteId)
    const { count } = await tx.pressPage.updateMany({
      where: { workspaceId, id: page.id, address: { not: null } },
      data: { address: null, openSince: null, openedById: null, updatedAt: now },
    })
    if (count === 0) return
    await recordAudit(tx, scope, 'press-page.closed', { objectId: page.id, siteId, details: {} })
  })
}

/** Whether one mention stands on its Site's press page, and what it is called there. @throws NotFound */
export async function setOnPress(scope: WorkspaceScope, { mentionId, title, isOff }: OnPressInput) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  const mention = await database().mention.findFirst({
    where: { workspaceId, id: mentionId, deletedAt: null },
    select: { offPressAt: true },
  })
  if (!mention) throw new NotFound()
  await database().mention.updateMany({
    where: { workspaceId, id: mentionId, deletedAt: null },
    data: { pressTitle: title, offPressAt: isOff ? (mention.offPressAt ?? now) : null, updatedAt: now },
  })
}

/** The Site's row, held; made closed where there was none. @throws NotFound */
export async function pageOf(tx: Transaction, { workspaceId, now }: WorkspaceScope, siteId: string) {
  const site = await tx.site.findFirst({
    where: { workspaceId, id: siteId, deletedAt: null },
    select: { id: true },
  })
  if (!site) throw new NotFound()
  return tx.pressPage.upsert({
    where: { workspaceId_siteId: { workspaceId, siteId } },
    create: { workspaceId, siteId, updatedAt: now },
    update: { updatedAt: now },
    select: { id: true, address: true, name: true, embedAddress: true },
  })
}

function openedAt({ now, memberId }: WorkspaceScope, address: string) {
  return { address, openSince: now, openedById: memberId }
}

/** @param name what it begins with; empty: nothing but letters that nobody can guess */
export function newAddress(name: string): string {
  const letters = [...randomBytes(RANDOM_LETTERS)].map((byte) => LETTERS[byte % LETTERS.length])
  return `${name ? `${name}-` : ''}${letters.join('')}`
}

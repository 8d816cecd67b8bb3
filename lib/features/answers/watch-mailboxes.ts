import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { MailboxOwner } from '#lib/server/mail/mailbox-owner.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { type WatchWorld, watchMailbox } from './watch-mailbox.ts'

export type MailboxesWorld = WatchWorld & {
  /** How often it is asked which mailboxes are to be read. */
  readonly rollCallMs?: number
}

const ROLL_CALL_MS = 10_000
/** A connection each: what is beyond these is for another worker. */
const MOST_OF_ONE_WORKER = 1_000
const STOP_WAITS_MS = 3_000

type Watched = { key: string; stop: AbortController; ended: Promise<void>; isOver: boolean }

/**
 * Reads every connected mailbox of every workspace, each by one worker alone, for as long as it is connected: one that is paused
 * is let go, and one whose password or server changed is opened anew. What a stopped or killed worker leaves is taken up by the
 * others at their next roll call.
 */
export function watchMailboxes(world: MailboxesWorld = {}): { stop(): Promise<void> } {
  const watched = new Map<string, Watched>()
  const ending = new AbortController()
  const owner = new MailboxOwner(() => {
    for (const { stop } of watched.values()) stop.abort()
  })
  const running = callTheRoll()

  return {
    /** Ends what is under way between two mails, and every connection. */
    async stop() {
      ending.abort()
      for (const { stop } of watched.values()) stop.abort()
      await Promise.race([
        Promise.all([running, ...[...watched.values()].map(({ ended }) => ended)]),
        pause(STOP_WAITS_MS),
      ])
      await owner.end()
    },
  }

  async function callTheRoll() {
    while (!ending.signal.aborted) {
      await once().catch((error) => reportBug(error, 'watching mailboxes'))
      await pause(world.rollCallMs ?? ROLL_CALL_MS, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  async function once() {
    const mailboxes = await connectedMailboxes()
    for (const [mailboxId, each] of watched) {
      const still = mailboxes.get(mailboxId)
      if (still && still.key === each.key && !each.isOver) continue
      each.stop.abort()
      if (!each.isOver) continue
      watched.delete(mailboxId)
      if (!still) await owner.letGo(mailboxId)
    }
    for (const [mailboxId, { workspaceId, key }] of mailboxes) {
      if (ending.signal.aborted || watched.size >= MOST_OF_ONE_WORKER) return
      if (watched.has(mailboxId) || !(await owner.take(mailboxId))) continue
      watched.set(mailboxId, watch({ workspaceId, mailboxId }, key))
    }
  }

  function watch(mailbox: { workspaceId: string; mailboxId: string }, key: string): Watched {
    const stop = new AbortController()
    const each: Watched = { key, stop, isOver: false, ended: Promise.resolve() }
    each.ended = watchMailbox(mailbox, stop.signal, world)
      .catch((error) => void reportBug(error, 'watching a mailbox'))
      .finally(() => {
        each.isOver = true
      })
    return each
  }
}

/** With what would make another connection of it. */
async function connectedMailboxes(): Promise<Map<string, { workspaceId: string; key: string }>> {
  const rows = await databaseAcrossWorkspaces().mailbox.findMany({
    where: { state: 'connected', imapHost: { not: null }, owner: { leftAt: null }, ...OF_STANDING },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, workspaceId: true, ownerId: true, name: true, address: true, aliases: true },
      ...{ imapHost: true, imapPort: true, imapSecurity: true, imapUser: true, imapSecret: true },
    },
  })
  return new Map(
    rows.map(({ id, workspaceId, ...login }) => [
      id,
      { workspaceId, key: createHash('sha256').update(JSON.stringify(login)).digest('hex') },
    ]),
  )
}

import { setTimeout as pause } from 'node:timers/promises'
import { sendMail } from '#lib/features/sending/send-mail.ts'
import type { SendWorld } from '#lib/features/sending/send-world.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/**
 * Sends whatever is due, several mails at once, and ends itself (SIGKILL) at one of the steps of one of them, by chance:
 * `node send-worker-for-kill-test.ts CHANCE`; or for sure at one step: `... transmitting`. Ends well when nothing is left.
 */
const [, , fate = ''] = process.argv
const LANES = 4
const world: SendWorld = {
  ...{ filingMs: 300, patienceMs: 2500, answerMs: 10_000 },
  at: (moment) => {
    if (moment === fate || Math.random() < Number(fate)) process.kill(process.pid, 'SIGKILL')
  },
}
const inHand = new Set<string>()

process.send?.('working')
await Promise.all(Array.from({ length: LANES }, work))
process.exit(0)

async function work() {
  for (;;) {
    const mails = await databaseAcrossWorkspaces().outgoingMail.findMany({
      where: { state: { in: ['queued', 'claimed', 'transmitting', 'sent'] } },
      select: { id: true, workspaceId: true, notBefore: true, state: true, settledAt: true },
      orderBy: { notBefore: 'asc' },
    })
    if (mails.length === 0) return
    const mail = mails.find(
      ({ id, notBefore, state, settledAt }) =>
        !inHand.has(id) && (notBefore <= new Date() || (state === 'sent' && settledAt === null)),
    )
    if (!mail) {
      await pause(100)
      continue
    }
    inHand.add(mail.id)
    await sendMail({ workspaceId: mail.workspaceId, mailId: mail.id }, world)
    inHand.delete(mail.id)
  }
}

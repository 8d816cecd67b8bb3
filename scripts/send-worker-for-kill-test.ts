import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { sendMail } from '#lib/features/sending/send-mail.ts'
import type { SendWorld } from '#lib/features/sending/send-world.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/**
 * Sends whatever is due in these workspaces, several mails at once, and ends itself (SIGKILL) at one of the steps of one of them,
 * by chance: `node send-worker-for-kill-test.ts CHANCE WORKSPACE,...`; or for sure at one step: `... transmitting WORKSPACE`. It
 * says where it is as it goes. Ends well when nothing is left.
 */
const [, , fate = '', workspaces = ''] = process.argv
const LANES = 4
/** Others take from the same: whoever took the very first would mostly meet them there. */
const CHOSEN_AMONG = 20
const STDOUT = 1
const world: SendWorld = {
  ...{ filingMs: 300, filingTakesMs: 10_000, patienceMs: 2500, answerMs: 10_000 },
  at: (moment) => {
    const isFate = moment === fate || Math.random() < Number(fate)
    writeSync(STDOUT, isFate ? `at ${moment}\n` : `after ${moment}\n`)
    if (isFate) process.kill(process.pid, 'SIGKILL')
  },
}
const inHand = new Set<string>()

// A process that is killed saves none of what it compiled, and the next would begin anew.
flushCompileCache()
process.send?.('working')
await Promise.all(Array.from({ length: LANES }, work))
process.exit(0)

async function work() {
  for (;;) {
    const mails = await databaseAcrossWorkspaces().outgoingMail.findMany({
      where: {
        workspaceId: { in: workspaces.split(',') },
        state: { in: ['queued', 'claimed', 'transmitting', 'sent'] },
      },
      select: { id: true, workspaceId: true, notBefore: true, state: true, settledAt: true },
      orderBy: { notBefore: 'asc' },
    })
    if (mails.length === 0) return
    const due = mails.filter(
      ({ id, notBefore, state, settledAt }) =>
        !inHand.has(id) && (notBefore <= new Date() || (state === 'sent' && settledAt === null)),
    )
    const mail = due[Math.floor(Math.random() * Math.min(due.length, CHOSEN_AMONG))]
    if (!mail) {
      await pause(100)
      continue
    }
    inHand.add(mail.id)
    await sendMail({ workspaceId: mail.workspaceId, mailId: mail.id }, world)
    inHand.delete(mail.id)
  }
}

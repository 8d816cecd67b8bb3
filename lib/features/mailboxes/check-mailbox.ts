import { needsNewPassword } from '#lib/domain/mail/mail-failures.ts'
import { providerOfDomain } from '#lib/domain/mail/mail-providers.ts'
import type { SenderDns } from '#lib/domain/mail/sender-dns.ts'
import { domainOfAddress } from '#lib/domain/mail-address.ts'
import { database } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { lookUpSender, machineDns } from '#lib/server/mail/mail-dns.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { type MailWorld, nowOf } from '#lib/server/mail/mail-world.ts'
import { CheckReport, ofThisCheck } from './check-report.ts'
import { findServers } from './find-servers.ts'
import { roundTrip } from './round-trip.ts'

/**
 * Tries a mailbox as a person would: finds its servers, signs in to read and to send, sends a mail to oneself and sees it
 * arrive. Each step is written down as it is done. What other people's servers do is a value on the row. May run twice or be
 * killed at any point: the mail is sent once for a check, and a check that was asked for later owns the answer.
 */
export async function checkMailbox(job: Jobs['check-mailbox'], world: MailWorld = {}) {
  const mailbox = await takeUp(job)
  if (!mailbox) return
  const report = new CheckReport(job)
  const lookingUp = senderDns(mailbox.address, world)
  try {
    const found = await findServers(mailbox, world.dns ?? machineDns(), report)
    if (found) await roundTrip(found, report, world)
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
  }
  await finish(job, report, await lookingUp, nowOf(world))
}

/** Also takes up what a killed worker left behind. Null when there is nothing (more) to check. */
async function takeUp({ workspaceId, mailboxId, checkId }: Jobs['check-mailbox']) {
  const [mailbox] = await database().mailbox.updateManyAndReturn({
    where: {
      ...ofThisCheck({ workspaceId, mailboxId, checkId }),
      checkState: { in: ['waiting', 'checking'] },
    },
    data: { checkState: 'checking', checkSteps: [] },
  })
  return mailbox ?? null
}

/** A mailbox that works stays connected when a server is down for a while; one that never did waits for its person. */
async function finish(job: Jobs['check-mailbox'], report: CheckReport, dns: SenderDns | null, now: Date) {
  const wrong = report.steps.find(({ result }) => result === 'failed')
  const data = {
    ...{ checkState: 'done', checkSteps: report.steps, updatedAt: now },
    ...(dns ? { dns } : {}),
    ...(report.steps.some(({ step, result }) => step === 'folders' && result !== 'failed')
      ? { lastLookAt: now }
      : {}),
    ...(report.steps.some(({ step, result }) => step === 'arrive' && result !== 'failed')
      ? { lastMessageAt: now }
      : {}),
    ...(wrong
      ? {
          failure: [wrong.words, wrong.remedy].filter(Boolean).join(' '),
          failureKind: report.failure,
          failedAt: now,
        }
      : { failure: '', failureKind: null, failedAt: null }),
  }
  const where = { ...ofThisCheck(job), checkState: 'checking' }
  const isWorking = wrong === undefined
  const staysConnected = isWorking || !needsNewPassword(report.failure)
  const { count } = await database().mailbox.updateMany({
    where: { ...where, state: 'connected' },
    data: { ...data, state: staysConnected ? 'connected' : 'reconnect-needed' },
  })
  if (count > 0) return
  await database().mailbox.updateMany({
    where,
    data: { ...data, state: isWorking ? 'connected' : 'reconnect-needed' },
  })
}

/** Null for a provider's own domain: nobody but them can change what stands there. */
async function senderDns(address: string, world: MailWorld): Promise<SenderDns | null> {
  const domain = domainOfAddress(address)
  if (providerOfDomain(domain)) return null
  return lookUpSender(domain, world.dns ?? machineDns(), nowOf(world))
}

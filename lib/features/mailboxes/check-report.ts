import { type MailFailureKind, wordsForMailFailure } from '#lib/domain/mail/mail-failures.ts'
import type { MailServer } from '#lib/domain/mail/mail-servers.ts'
import type { CheckStep } from '#lib/domain/mail/mailbox-check.ts'
import { database } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import type { MailFailure } from '#lib/server/mail/mail-failure.ts'

/** Writes the steps down one by one, so that whoever waits can follow. */
export class CheckReport {
  readonly job: Jobs['check-mailbox']
  readonly steps: CheckStep[] = []
  failure: MailFailureKind | 'other' | null = null

  constructor(job: Jobs['check-mailbox']) {
    this.job = job
  }

  async done(step: CheckStep) {
    this.steps.push(step)
    if (step.result === 'failed') this.failure ??= 'other'
    await database().mailbox.updateMany({
      where: { ...ofThisCheck(this.job), checkState: 'checking' },
      data: { checkSteps: this.steps },
    })
  }

  async failed(step: CheckStep['step'], failure: MailFailure, server: MailServer, hint: string | null) {
    this.failure ??= failure.kind
    const { sentence, remedy } = wordsForMailFailure(failure.kind, `${server.host}:${server.port}`)
    await this.done({
      ...{ step, result: 'failed', words: sentence, remedy: hint ?? remedy },
      ...(failure.said ? { said: failure.said } : {}),
    })
  }
}

/** A row that this check, and no later one, may write. */
export function ofThisCheck({ workspaceId, mailboxId, checkId }: Jobs['check-mailbox']) {
  return { workspaceId, id: mailboxId, checkId, state: { notIn: ['paused', 'disconnected'] } }
}

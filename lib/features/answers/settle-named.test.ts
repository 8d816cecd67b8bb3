import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aReadMailbox, mailCame } from '#lib/testing/a-mail-that-came.ts'
import { aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aMail } from '#lib/testing/a-read-mailbox.ts'
import { aReport } from '#lib/testing/mails-that-come-back.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { sendByMailbox } from '../sending/outgoing-commands.ts'

let ours: WorkspaceScope
let mailboxId: string
let pitchId: string

beforeEach(async () => {
  ours = await aWorkspace('Ours')
  mailboxId = await aReadMailbox(ours)
  pitchId = await aReadyPitch(ours)
})

describe('a mail that nobody knew to have gone', () => {
  it('went, once an answer names it, and the answer stands behind it', async () => {
    const { id } = await inDoubt()
    await mailCame(
      ours,
      mailboxId,
      aMail({ from: 'anna@elsewhere.test', subject: 'Re', inReplyTo: id, text: 'Yes.' }),
    )
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'answered', sentVia: 'mailbox' })
    expect((await pitchRow(ours, pitchId)).messages.map(({ direction }) => direction).sort()).toEqual([
      'in',
      'out',
    ])
    expect(await standing()).toBe('filed')
  })

  it('went, once it comes back', async () => {
    const { id, to } = await inDoubt()
    await mailCame(
      ours,
      mailboxId,
      aReport({ recipient: to, status: '5.1.1', diagnostic: '550 5.1.1 No such user', originalId: id }),
    )
    expect(await pitchRow(ours, pitchId)).toMatchObject({ state: 'closed', closedReason: 'bounced' })
    expect(await standing()).toBe('filed')
  })

  it('stays in doubt where another mail comes in', async () => {
    await inDoubt()
    await mailCame(
      ours,
      mailboxId,
      aMail({ from: 'shop@shop.test', subject: 'Order', inReplyTo: '<other@x.test>' }),
    )
    expect(await standing()).toBe('unknown')
    expect((await pitchRow(ours, pitchId)).state).toBe('ready')
  })
})

describe('a mailbox whose mail was refused twice', () => {
  it('sends nothing', async () => {
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
      data: { sendingHeldAt: ours.now },
    })
    await expect(send()).rejects.toThrow(/refused mail/)
  })
})

async function send() {
  const { revision } = await pitchRow(ours, pitchId)
  return sendByMailbox(ours, { step: 'first', pitchId, revision, mailboxId, once: randomUUID() })
}

/** The connection broke at the one moment that matters. */
async function inDoubt() {
  const { mailId } = await send()
  const { workspaceId, now } = ours
  await database().outgoingMail.updateMany({
    where: { id: mailId, workspaceId },
    data: { state: 'unknown', transmittedAt: now, attention: true, reason: 'broken-off' },
  })
  const mail = await database().outgoingMail.findFirstOrThrow({ where: { id: mailId, workspaceId } })
  return { id: mail.mailIds[0] ?? '', to: mail.toAddress }
}

const standing = async () =>
  (await database().outgoingMail.findFirstOrThrow({ where: { workspaceId: ours.workspaceId } })).state

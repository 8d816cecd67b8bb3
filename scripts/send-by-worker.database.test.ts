import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sendByMailbox } from '#lib/features/sending/outgoing-commands.ts'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aSendingMailbox } from '#lib/testing/a-sending-mailbox.ts'
import type { TestMailServers } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { runWorker } from './run-worker.ts'

let servers: TestMailServers
let ours: WorkspaceScope
beforeAll(async () => {
  servers = await startStandIn()
  process.env.MAIL_ALLOW_HOSTS = servers.allowHosts
  forgetSettings()
  ours = await aWorkspace('Ours', new Date(Date.now() - 31_000))
})
afterAll(() => servers.stop())

it('a worker sends what a person sent from their mailbox, and files it', async () => {
  const ground = await aPitchGround(ours)
  const person = await aPerson(ours, ground.prospect.id, { address: servers.people.blogger.address })
  const pitchId = await aReadyPitch(ours, { ...ground, ...person })
  const mailboxId = await aSendingMailbox(ours, servers)
  const { revision } = await pitchRow(ours, pitchId)
  const { mailId } = await sendByMailbox(ours, {
    ...{ step: 'first', pitchId, revision, mailboxId, once: randomUUID() },
  })
  const worker = await runWorker({ resolve: async () => [] })
  try {
    const state = async () =>
      (
        await database().outgoingMail.findFirstOrThrow({
          where: { id: mailId, workspaceId: ours.workspaceId },
        })
      ).state
    await vi.waitFor(async () => expect(await state()).toBe('filed'), { timeout: 25_000, interval: 200 })
    expect((await pitchRow(ours, pitchId)).messages).toMatchObject([{ via: 'mailbox', purpose: 'first' }])
  } finally {
    await worker.stop()
  }
})

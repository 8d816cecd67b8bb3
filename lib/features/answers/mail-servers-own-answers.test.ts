import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { composeMail } from '#lib/server/mail/compose-mail.ts'
import { openSmtp } from '#lib/server/mail/smtp.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { pitchRow } from '#lib/testing/a-pitch.ts'
import {
  aConnectedMailbox,
  aPitchTo,
  asOwner,
  emptyMailbox,
  type ReadingWorld,
  readingWorldOf,
  readOnce,
} from '#lib/testing/a-read-mailbox.ts'
import { PEOPLE, UNKNOWN_ADDRESS } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { listMailOfPitch } from './answers-queries.ts'

let reading: ReadingWorld
let ours: WorkspaceScope
let mailboxId: string

beforeAll(async () => {
  reading = readingWorldOf(await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }))
  process.env.MAIL_ALLOW_HOSTS = reading.servers.allowHosts
  forgetSettings()
  await emptyMailbox(reading)
  ours = await aWorkspace('Ours', new Date())
  mailboxId = await aConnectedMailbox(ours, reading)
})
afterAll(() => reading.servers.stop())

it('what real servers answer by themselves ends where it should: a holiday, a full mailbox, nobody there', async (context) => {
  if (reading.servers.kind !== 'real') return context.skip('Only real servers answer by themselves')
  const away = await sent(PEOPLE.away, 'A word to somebody away')
  const full = await sent(PEOPLE.full, 'A word to a full box')
  const nobody = await sent(UNKNOWN_ADDRESS, 'A word to nobody')
  await untilThereAre(3)
  await readOnce(reading, ours, mailboxId)
  const kept = async ({ pitchId }: { pitchId: string }) => (await listMailOfPitch(ours, pitchId)).mails
  expect(await kept(away)).toMatchObject([{ kind: 'auto-reply', state: 'offered' }])
  expect((await kept(away))[0]?.facts.backOn).not.toBeNull()
  expect(await kept(full)).toMatchObject([{ kind: 'bounce', meaning: 'try-later' }])
  expect(await kept(nobody)).toMatchObject([{ kind: 'bounce', meaning: 'wrong-address' }])
  expect(await pitchRow(ours, away.pitchId)).toMatchObject({ state: 'sent', followUps: [{ state: 'due' }] })
  expect(await pitchRow(ours, full.pitchId)).toMatchObject({ state: 'sent', followUps: [{ state: 'due' }] })
  expect(await pitchRow(ours, nobody.pitchId)).toMatchObject({ state: 'closed', closedReason: 'bounced' })
  const channel = await database().channel.findFirstOrThrow({
    where: { id: nobody.channelId, workspaceId: ours.workspaceId },
  })
  expect(channel.bouncedAt).not.toBeNull()
})

/** A pitch that really goes out. */
async function sent(to: string, subject: string) {
  const pitch = await aPitchTo(ours, to, mailboxId, subject)
  const { address, password } = reading.servers.people.sender
  const raw = await composeMail({
    ...{ from: { name: 'Mara', address }, to: { name: '', address: to }, subject, text: pitch.body },
    ...{ messageId: pitch.messageId, date: new Date() },
  })
  const transport = await openSmtp(
    { ...reading.servers.smtp, user: address, password },
    address,
    reading.world,
  )
  await transport.sendMail({ envelope: { from: address, to: [to] }, raw })
  transport.close()
  return pitch
}

async function untilThereAre(count: number) {
  const imap = await asOwner(reading)
  for (let tries = 0; tries < 100; tries += 1) {
    const { exists } = await imap.mailboxOpen('INBOX', { readOnly: true })
    if (exists >= count) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  imap.close()
}

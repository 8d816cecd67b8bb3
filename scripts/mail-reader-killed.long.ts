import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { childEnvironment, forgetSettings, settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import {
  aConnectedMailbox,
  aMail,
  aPitchTo,
  emptyMailbox,
  putMails,
  type ReadingWorld,
  readingWorldOf,
} from '#lib/testing/a-read-mailbox.ts'
import { MAIL_KEYS } from '#lib/testing/mail-keys-for-tests.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'

const PITCHES = 20
const KILLS = 5
const ANSWERS_PER_LIFE = 3
const PITCHES_A_DAY = 15

const readerFile = path.resolve(import.meta.dirname, 'mail-reader-for-kill-test.ts')
const readers: ChildProcess[] = []
let reading: ReadingWorld
let ours: WorkspaceScope

beforeAll(async () => {
  reading = readingWorldOf(await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }))
  process.env.MAIL_ALLOW_HOSTS = reading.servers.allowHosts
  forgetSettings()
  await emptyMailbox(reading)
  ours = await aWorkspace('Ours', new Date())
})
afterAll(async () => {
  for (const reader of readers) reader.kill('SIGKILL')
  await reading.servers.stop()
})

it('takes in each of 20 answers once, though its reader is killed five times in the middle', async () => {
  const mailboxId = await aConnectedMailbox(ours, reading)
  const mails: string[] = []
  let scope = ours
  for (let number = 0; number < PITCHES; number += 1) {
    if (number % PITCHES_A_DAY === 0) scope = await aMember(ours.workspaceId, 'owner', new Date())
    const from = `person${number}@house${number}.test`
    const { messageId } = await aPitchTo(scope, from, mailboxId, `Letter ${number}`)
    mails.push(aMail({ from: 'shop@shop.test', subject: `Order ${number}` }))
    mails.push(aMail({ from, subject: 'Re', inReplyTo: messageId, text: `Answer ${number}` }))
  }
  await putMails(reading, mails)
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const reader = startReader()
    await until(async () => expect(await answers()).toBeGreaterThanOrEqual(kill * ANSWERS_PER_LIFE))
    reader.kill('SIGKILL')
    await new Promise((resolve) => reader.once('exit', resolve))
  }
  expect(await answers()).toBeLessThan(PITCHES)
  startReader()
  await until(async () => expect(await answers()).toBe(PITCHES))
  const { workspaceId } = ours
  const pitches = await database().pitch.findMany({
    where: { workspaceId },
    select: { state: true, messages: { where: { direction: 'in' }, select: { id: true } } },
  })
  expect(pitches.map(({ state, messages }) => [state, messages.length])).toEqual(
    pitches.map(() => ['answered', 1]),
  )
  expect(await database().incomingMail.count({ where: { workspaceId } })).toBe(PITCHES)
}, 240_000)

const answers = () => databaseAcrossWorkspaces().message.count({ where: { direction: 'in' } })
const until = (claim: () => Promise<void>) => vi.waitFor(claim, { timeout: 60_000, interval: 5 })

function startReader(): ChildProcess {
  const { databaseUrl, appUrl, authSecret, mailAllowHosts } = settings()
  const reader = spawn(process.execPath, [readerFile], {
    env: childEnvironment({
      ...{ DATABASE_URL: databaseUrl, APP_URL: appUrl, AUTH_SECRET: authSecret },
      ...{ MAIL_SECRET_KEYS: MAIL_KEYS, MAIL_ALLOW_HOSTS: mailAllowHosts.join(',') },
      ...(reading.servers.folder
        ? { NODE_EXTRA_CA_CERTS: path.join(reading.servers.folder, 'cert.pem') }
        : {}),
    }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  readers.push(reader)
  return reader
}

import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sendByMailbox } from '#lib/features/sending/outgoing-commands.ts'
import type { SendingMoment } from '#lib/features/sending/send-world.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { childEnvironment, forgetSettings } from '#lib/server/env.ts'
import { openImap } from '#lib/server/mail/imap.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPerson, aPitchGround, aReadyPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aSendingMailbox } from '#lib/testing/a-sending-mailbox.ts'
import type { TestMailServers } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'

const SENDS = Number(process.env.SENDS ?? 200)
/** Each with a mailbox of its own; one sending at a time is written down in each. */
const WORKSPACES = 4
/** A mailbox sends no more of them in a day; the others are answers. */
const FIRST_LETTERS = Math.min(10, Math.floor(SENDS / WORKSPACES / 5))
/** While one begins anew the others work on, and take up what it left. */
const WORKERS = Number(process.env.WORKERS ?? 3)
/** At each of about ten steps of a mail. */
const CHANCE_TO_DIE = 0.01
/** Besides, a worker that lives so long is killed from outside, wherever it is. */
const LIFE_MS = 20_000
const WITHIN_MS = 480_000

const workerFile = path.resolve(import.meta.dirname, 'send-worker-for-kill-test.ts')
let servers: TestMailServers
let cacheFolder: string
const workers = new Set<ChildProcess>()

beforeAll(async () => {
  servers = await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' })
  process.env.MAIL_ALLOW_HOSTS = servers.allowHosts
  forgetSettings()
  cacheFolder = mkdtempSync(path.join(tmpdir(), 'rapport-kills-'))
})
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await servers.stop()
  rmSync(cacheFolder, { recursive: true, force: true })
})

it(`delivers each of ${SENDS} mails once or asks a person, though its workers are killed at random steps`, async () => {
  const scopes = await Promise.all(
    // Clicked half a minute ago, so that all of it may go now.
    Array.from({ length: WORKSPACES }, (_, n) => aWorkspace(`Ours ${n}`, new Date(Date.now() - 31_000))),
  )
  await Promise.all(scopes.map((scope, n) => click(scope, shareOf(SENDS, n))))
  const began = performance.now()
  const workspaceIds = scopes.map(({ workspaceId }) => workspaceId)
  const killedAt: string[] = []
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (;;) {
        const end = await liveAndDie(String(CHANCE_TO_DIE), workspaceIds)
        if (end === null) return
        killedAt.push(end)
        expect(performance.now() - began).toBeLessThan(WITHIN_MS)
      }
    }),
  )
  const took = Math.round((performance.now() - began) / 1000)
  const kills = killedAt.length
  const ofOurs = { workspaceId: { in: workspaceIds } }
  const mails = await databaseAcrossWorkspaces().outgoingMail.findMany({ where: ofOurs })
  expect(mails).toHaveLength(SENDS)
  const filed = mails.filter(({ state }) => state === 'filed')
  const unknown = mails.filter(({ state }) => state === 'unknown')
  expect(mails.filter(({ state }) => state !== 'filed' && state !== 'unknown')).toEqual([])
  const arrived = await allArrived(filed.flatMap(({ mailIds }) => mailIds))
  const filedThere = await idsIn('sender', 'Sent')
  const copies = (ids: string[], { mailIds }: { mailIds: string[] }) =>
    ids.filter((id) => mailIds.includes(id)).length
  expect(filed.filter((mail) => copies(arrived, mail) !== 1)).toEqual([])
  expect(filed.filter((mail) => copies(filedThere, mail) !== 1)).toEqual([])
  expect(unknown.filter((mail) => copies(arrived, mail) > 1)).toEqual([])
  expect(unknown.filter(({ attention }) => !attention)).toEqual([])
  const messages = await databaseAcrossWorkspaces().message.count({ where: { ...ofOurs, via: 'mailbox' } })
  expect(messages).toBe(filed.length)
  const doubtful = unknown.filter((mail) => copies(arrived, mail) === 1).length
  console.log(
    `${SENDS} mails, ${kills} kills, ${took} s: ${filed.length} arrived once; of ${unknown.length} a person is asked (${doubtful} of them arrived).`,
    countsOf(killedAt),
  )
  expect(kills).toBeGreaterThan(SENDS / 100)
}, 620_000)

/** MAIL.md, section 3: what is so afterwards, how many copies the blogger has, how many lie among the sent mail. */
const AT_EVERY_STEP: [SendingMoment, string, number, number][] = [
  ['claimed', 'filed', 1, 1],
  ['signed-in', 'filed', 1, 1],
  ['transmitting', 'unknown', 0, 0],
  ['first-byte', 'unknown', 0, 0],
  ['answered', 'unknown', 1, 0],
  ['sent', 'filed', 1, 1],
  ['recorded', 'filed', 1, 1],
  ['before-filing', 'filed', 1, 1],
  ['filed-there', 'filed', 1, 1],
]

it.concurrent.each(AT_EVERY_STEP)(
  'killed at "%s", a mail is %s afterwards: %i arrived, %i filed',
  async (step, state, ...copies) => {
    const scope = await aWorkspace('Killed', new Date(Date.now() - 31_000))
    const mailboxId = await aSendingMailbox(scope, servers)
    const ground = await aPitchGround(scope)
    const person = await aPerson(scope, ground.prospect.id, { address: servers.people.blogger.address })
    const pitchId = await aReadyPitch(scope, { ...ground, ...person })
    const { revision } = await pitchRow(scope, pitchId)
    const { mailId } = await sendByMailbox(scope, {
      ...{ step: 'first', pitchId, revision, mailboxId, once: randomUUID() },
    })
    expect(await liveAndDie(step, [scope.workspaceId])).toBe(`at ${step}`)
    expect(await liveAndDie('nothing', [scope.workspaceId])).toBeNull()
    const mail = await database().outgoingMail.findFirstOrThrow({
      where: { id: mailId, workspaceId: scope.workspaceId },
    })
    expect(mail.state).toBe(state)
    const [arrived] = copies
    const inbox = await allArrived(arrived === 1 ? mail.mailIds : [])
    const sent = await idsIn('sender', 'Sent')
    expect([inbox, sent].map((ids) => ids.filter((id) => mail.mailIds.includes(id)).length)).toEqual(copies)
  },
)

/** First letters to as many people, and answers in as many conversations. */
async function click(scope: WorkspaceScope, sends: number) {
  const mailboxId = await aSendingMailbox(scope, servers, { dailyCap: 15 })
  const { address } = servers.people.blogger
  const ground = await aPitchGround(scope)
  const firsts = servers.kind === 'real' ? FIRST_LETTERS : 0
  for (let n = 0; n < firsts; n += 1) {
    const own = await aPitchGround(scope)
    const person = await aPerson(scope, own.prospect.id, { address: address.replace('@', `+${n}@`) })
    const pitchId = await aReadyPitch(scope, { ...own, ...person })
    const { revision } = await pitchRow(scope, pitchId)
    await sendByMailbox(scope, { step: 'first', pitchId, revision, mailboxId, once: randomUUID() })
  }
  const { workspaceId, now, memberId } = scope
  const person = await aPerson(scope, ground.prospect.id, { address })
  for (let n = firsts; n < sends; n += 1) {
    const { id: pitchId } = await database().pitch.create({
      data: {
        ...{ workspaceId, campaignId: ground.campaign.id, prospectId: ground.prospect.id },
        ...{ contactId: person.contact.id, channelId: person.channel.id, writerId: memberId },
        ...{ state: 'answered', subject: 'Your post about one tent', body: `Pitch ${n}` },
        ...{ sentAt: now, answeredAt: now, createdAt: now, updatedAt: now },
      },
    })
    const reply = { pitchId, mailboxId, once: randomUUID(), body: `Gladly, says letter ${n}.` }
    await sendByMailbox(scope, { step: 'reply', ...reply })
  }
}

/** So many, dealt out to the workspaces. */
function shareOf(sends: number, n: number): number {
  return Math.floor(sends / WORKSPACES) + (n < sends % WORKSPACES ? 1 : 0)
}

/** One worker's life. @returns at which step it was killed, or after which from outside; null when it found nothing left to do */
async function liveAndDie(fate: string, workspaceIds: readonly string[]): Promise<string | null> {
  const certificate: Record<string, string> = servers.folder
    ? { NODE_EXTRA_CA_CERTS: path.join(servers.folder, 'cert.pem') }
    : {}
  const args = ['--disable-warning=DeprecationWarning', workerFile, fate, workspaceIds.join(',')]
  const one = spawn(process.execPath, args, {
    env: childEnvironment({ ...certificate, NODE_COMPILE_CACHE: cacheFolder }),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  workers.add(one)
  let said = ''
  one.stdout?.on('data', (piece: Buffer) => {
    said += piece
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
    one.once('close', (code, signal) => done({ code, signal })),
  )
  await Promise.race([new Promise((working) => one.once('message', working)), ended])
  const life = Number.isNaN(Number(fate)) ? 60_000 : LIFE_MS * (0.2 + Math.random())
  const timer = setTimeout(() => one.kill('SIGKILL'), life)
  const { code, signal } = await ended
  clearTimeout(timer)
  workers.delete(one)
  if (signal === 'SIGKILL') return said.trim().split('\n').at(-1) || 'before anything'
  expect(code).toBe(0)
  return null
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** The Message-IDs of the blogger's inbox, once all of these are there; then a little longer, for those that came twice. */
async function allArrived(awaited: string[]): Promise<string[]> {
  await vi.waitFor(
    async () => {
      const ids = await idsIn('blogger', 'INBOX')
      expect(awaited.filter((id) => !ids.includes(id))).toEqual([])
    },
    { timeout: 40_000, interval: 500 },
  )
  await pause(1500)
  return idsIn('blogger', 'INBOX')
}

async function idsIn(name: 'sender' | 'blogger', folder: string): Promise<string[]> {
  const { address, password, imap } = servers.people[name]
  const client = await openImap({ ...imap, user: address, password }, servers.ca ? { ca: servers.ca } : {})
  try {
    const { exists } = await client.mailboxOpen(folder, { readOnly: true })
    if (exists === 0) return []
    const messages = await client.fetchAll('1:*', { envelope: true })
    return messages.map(({ envelope }) => envelope?.messageId ?? '')
  } finally {
    client.close()
  }
}

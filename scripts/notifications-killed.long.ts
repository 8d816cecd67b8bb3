import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { childEnvironment, forgetSettings, settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPairOfListeners, aReplyTo, notice } from '#lib/testing/a-listener.ts'

const TOLD = '2026-03-04T12:12:00Z'
const LATER = new Date('2026-03-04T12:40:00Z')
const STEPS = ['connect', 'sender', 'recipient', 'letter'] as const
const MAIL_FROM = 'Rapport <desk@rapport.test>'
const sender = path.resolve(import.meta.dirname, 'notifications-for-kill-test.ts')

let letters = 0
let killAt: (typeof STEPS)[number] | null = null
let kill = () => {}

/** At the step where the sender is to die it dies, and hears nothing more. */
function reached(step: (typeof STEPS)[number], goOn: () => void) {
  if (step === killAt) kill()
  else goOn()
}

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onConnect: (_session, answer) => reached('connect', () => answer()),
  onMailFrom: (_address, _session, answer) => reached('sender', () => answer()),
  onRcptTo: (_address, _session, answer) => reached('recipient', () => answer()),
  onData: (stream, _session, answer) => {
    stream.resume()
    stream.on('end', () => {
      letters += 1
      reached('letter', () => answer())
    })
  },
})

beforeAll(async () => {
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port()}`, MAIL_FROM })
  forgetSettings()
})
afterAll(() => smtp.close())

it.each(STEPS)('nothing is told twice where the worker is killed at this step: %s', async (step) => {
  const { owner, writer } = await aPairOfListeners('Killed')
  await aReplyTo(writer, owner)
  await notice(owner)
  letters = 0
  killAt = step
  expect(await send(writer, TOLD)).toBe('killed')
  killAt = null
  await notice(owner, LATER)
  expect(await send(writer, LATER.toISOString())).toBe('not-due')
  expect(letters).toBe(step === 'letter' ? 1 : 0)
  // What happens next is told as ever.
  letters = 0
  await aReplyTo(writer, owner, LATER)
  await notice(owner, LATER)
  expect(await send(writer, LATER.toISOString())).toBe('sent')
  expect(letters).toBe(1)
})

function send({ workspaceId, memberId }: WorkspaceScope, now: string): Promise<string> {
  const child = spawn(process.execPath, [sender, workspaceId, memberId, now], {
    env: childEnvironment({ DATABASE_URL: settings().databaseUrl }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  kill = () => child.kill('SIGKILL')
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece
  })
  return new Promise((resolve) =>
    child.on('close', (_code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : said)),
  )
}

function port(): number {
  return (smtp.server.address() as AddressInfo).port
}

import { spawn } from 'node:child_process'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ID, mail, OWN, PITCH } from '#lib/domain/mail/cases/raw-mail.ts'
import { readMailLines } from '#scripts/read-mail.ts'

const line = JSON.stringify({
  id: 'a',
  raw: Buffer.from(mail({ 'In-Reply-To': ID }, 'No thanks.')).toString('base64'),
  own: OWN,
  pitches: [PITCH],
})
const ANSWER = {
  id: 'a',
  kind: 'reply',
  pitch: 'p1',
  confidence: 'certain',
  bounce: null,
  suggests: 'no-thanks',
  text: 'No thanks.',
}

describe('reading mails line by line', () => {
  it('answers each line in its order, a broken one by what is wrong with it', async () => {
    const broken = [
      'no json',
      '[]',
      '{"id":7}',
      JSON.stringify({ id: 'b', raw: '*' }),
      JSON.stringify({ id: 'c', raw: '', pitches: [{ id: 'p', sentAt: 'soon' }] }),
    ]
    expect(await answers([line, '', ...broken, line].join('\n'))).toEqual([
      ANSWER,
      { id: null, error: 'This line is not JSON.' },
      { id: null, error: 'This line is no mail: it has to be one JSON object.' },
      { id: 7, error: expect.stringContaining('"raw"') },
      { id: 'b', error: '"raw": not base64' },
      { id: 'c', error: '"pitches.0.sentAt": not a date like 2026-03-10T09:00:00Z' },
      ANSWER,
    ])
  })

  it('makes do with a mail alone, of nobody and of nothing', async () => {
    expect(await answers('{"raw":""}')).toEqual([
      { id: null, kind: 'unreadable', pitch: null, confidence: null, bounce: null, suggests: null, text: '' },
    ])
  })

  it('needs no database and no environment', async () => {
    const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'read-mail.ts'), '--stdin'], {
      env: { NODE_ENV: 'test' },
    })
    const [out, errors] = [text(child.stdout), text(child.stderr)]
    child.stdin.end(`${line}\n`)
    expect(JSON.parse(await out)).toEqual(ANSWER)
    expect(await errors).toBe('')
  })
})

async function answers(lines: string): Promise<unknown[]> {
  const output = new PassThrough()
  const written = text(output)
  await readMailLines(Readable.from([lines]), output)
  output.end()
  return (await written)
    .trim()
    .split('\n')
    .map((answer) => JSON.parse(answer))
}

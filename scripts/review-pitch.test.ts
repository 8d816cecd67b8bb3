import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const run = (input: string, args = ['--stdin']) =>
  spawnSync(process.execPath, [new URL('./review-pitch.ts', import.meta.url).pathname, ...args], {
    input,
    encoding: 'utf8',
  })

describe('review-pitch', () => {
  it('answers each line in order, and goes on after a bad one', () => {
    const line = JSON.stringify({
      id: 7,
      now: '2026-03-10T09:00:00Z',
      route: 'service',
      isFollowUp: true,
      subject: 'Re: your call for stories from small islands',
      body: 'Hi Maria,\n\nstill happy to help with the boat part.',
      contact: { name: 'Maria' },
      origin: null,
      guidelines: null,
      reading: null,
      others: [],
      history: { followUpsSent: 1 },
      sender: { name: 'Ana', company: 'Sailcloth' },
    })
    const { stdout, status } = run(`${line}\n\n{"id": broken\r\n${line}`)
    const answers = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(status).toBe(0)
    expect(answers.map((answer) => answer.id)).toEqual([7, null, 7])
    expect(answers[0]).toMatchObject({
      ready: false,
      problems: [{ rule: 'follow-ups-spent', severity: 'final' }],
    })
    expect(answers[1].error).toBe('This line is not JSON.')
  })

  it('writes nothing for nothing', () => {
    expect(run('')).toMatchObject({ stdout: '', status: 0 })
  })

  it('says how it is used when asked for nothing', () => {
    const { stderr, status } = run('', [])
    expect(stderr).toContain('--stdin')
    expect(status).toBe(2)
  })
})

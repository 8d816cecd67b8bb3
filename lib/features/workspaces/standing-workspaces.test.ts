import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const worker = readFileSync(path.join(root, 'scripts/run-worker.ts'), 'utf8')

/** Each job that the clock starts, with the function the worker hands it to, and that one's file. */
function jobsOfTheClock(): [queue: string, file: string][] {
  const clock = /const BY_THE_CLOCK = \{([^}]+)\}/.exec(worker)?.[1] ?? ''
  return [...clock.matchAll(/'([\w-]+)':/g)].map(([, queue = '']) => {
    const handler = new RegExp(`'${queue}': \\(\\) => (\\w+)\\(`).exec(worker)?.[1] ?? ''
    const file = new RegExp(`import \\{ ${handler} \\} from '#lib/([^']+)'`).exec(worker)?.[1] ?? ''
    return [queue, `lib/${file}`]
  })
}

/** Its work is what is leaving. */
const NOT_FOR_STANDING_ONES = ['delete-due-workspaces']

describe('work that a clock starts', () => {
  const jobs = jobsOfTheClock().filter(([queue]) => !NOT_FOR_STANDING_ONES.includes(queue))

  it('is known', () => {
    expect(jobs.length).toBeGreaterThan(14)
  })

  it.each(jobs)('leaves workspaces alone that are going to be deleted: %s', (_, file) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toMatch(/\b(OF_STANDING|STANDS)\b/)
  })

  it('so does the reading of mailboxes', () => {
    const file = path.join(root, 'lib/features/answers/watch-mailboxes.ts')
    expect(readFileSync(file, 'utf8')).toContain('...OF_STANDING')
  })

  it('stands behind one question that is asked before every job', () => {
    expect(worker.match(/standsStill\(/g)).toHaveLength(1)
  })
})

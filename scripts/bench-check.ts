import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { printFigures } from './bench-check/figures.ts'
import type { Round } from './bench-check/rounds.ts'

/**
 * How fast pages are checked, beside the least any check must do: `npm run bench:check [-- --looks 1000]`. Figures to
 * read, no test: they depend on the machine, so the ratios are what counts. All run in turns, 500 looks at a time, so
 * that whatever else the machine does falls on each of them alike.
 */
const ROLES = ['floor', 'one-thread', 'two-workers', 'linkinator'] as const
const ROUND_LOOKS = 500

const { values } = parseArgs({
  options: {
    looks: { type: 'string', default: '5000' },
    only: { type: 'string', multiple: true, default: [...ROLES] },
    role: { type: 'string' },
    port: { type: 'string' },
  },
})
if (values.role === undefined) await measure(Number(values.looks), values.only)
else await play(values.role, Number(values.port))

/** Each in a process of its own: one's garbage is not another's. */
async function play(role: string, port: number) {
  process.once('disconnect', () => process.exit())
  if (role === 'server') return (await import('./bench-check/serve-pages.ts')).servePages()
  if (role === 'floor') return (await import('./bench-check/run-floor.ts')).runFloor(port)
  if (role === 'linkinator') return (await import('./bench-check/run-linkinator.ts')).runLinkinator(port)
  return (await import('./bench-check/run-looks.ts')).runLooks(
    port,
    role === 'one-thread' ? 'here' : 'threads',
  )
}

async function measure(looks: number, roles: string[]) {
  const server = start('server')
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const runners = roles.map((role) => ({ role, runner: start(role, port), rounds: [] as Round[] }))
  for (let first = 0; first < looks + ROUND_LOOKS; first += ROUND_LOOKS) {
    for (const { runner, rounds } of runners) {
      runner.send({ first, looks: Math.min(ROUND_LOOKS, looks + ROUND_LOOKS - first) })
      const [round] = (await once(runner, 'message')) as [Round]
      // The first round warms up.
      if (first > 0) rounds.push(round)
    }
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  printFigures(runners)
  for (const { runner } of runners) runner.disconnect()
  server.disconnect()
}

function start(role: string, port?: number): ChildProcess {
  const args = ['--role', role, ...(port === undefined ? [] : ['--port', String(port)])]
  const child = fork(import.meta.filename, args)
  child.once('exit', (code) => {
    if (code === 0) return
    console.error(`${role} ended early.`)
    process.exit(1)
  })
  return child
}

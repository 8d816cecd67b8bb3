import { spawnSync } from 'node:child_process'

// Everything that must hold before a change lands: structure, rules, database, browser.
const steps = [
  { name: 'check', command: ['npm', 'run', '--silent', 'check'] },
  { name: 'rules and database', command: ['npx', 'vitest', 'run'] },
  { name: 'browser', command: ['npm', 'run', '--silent', 'e2e'] },
] as const

for (const { name, command } of steps) {
  const begun = performance.now()
  console.log(`\n== ${name}`)
  const [program, ...args] = command
  const { status } = spawnSync(program, args, { stdio: 'inherit' })
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - begun) / 1000)} s`,
  )
  if (status !== 0) process.exit(status ?? 1)
}

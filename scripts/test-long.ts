import { spawnSync } from 'node:child_process'

// Kill, soak and load tests: too slow for every change, run by CI.
const { status } = spawnSync('npx', ['vitest', 'run', '--config', 'vitest.long.config.ts'], {
  stdio: 'inherit',
})
process.exit(status ?? 1)

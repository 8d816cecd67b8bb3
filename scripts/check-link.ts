import { enableCompileCache } from 'node:module'

// What is imported after this line starts from the cache: most runs of this command are short.
enableCompileCache()
const { runCheckLink } = await import('./check-link/command-line.ts')
process.exitCode = await runCheckLink()

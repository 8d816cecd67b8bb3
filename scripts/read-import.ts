import { enableCompileCache } from 'node:module'

// What is imported after this line starts from the cache: most runs of this command are short.
enableCompileCache()
const { runReadImport } = await import('./read-import/command-line.ts')
process.exitCode = await runReadImport(process.argv.slice(2), process.stdout)

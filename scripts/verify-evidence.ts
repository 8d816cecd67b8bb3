import { parseArgs } from 'node:util'
import { type BrokenChain, type Counts, verifyChains } from './verify-evidence/verify-chains.ts'
import { verifyFile } from './verify-evidence/verify-file.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = `With a file: verifies an evidence bundle, without any database, and names what was changed, added or is missing.

  npm run verify-evidence -- FILE.zip [--key FINGERPRINT, or the file of a public key]

Without one: walks the chains of looks in the database and names the first place where one does not hold.

  npm run verify-evidence [-- --workspace SLUG] [--mention ID]

Exit code 0: everything is as it was written. 1: something is not, or the database did not answer. 2: there is nothing like that to verify.
What that proves, and what not: docs/decisions/2026-11-22-evidence-chain.md and 2026-11-26-evidence-bundle.md`
const EXIT_USAGE = 2

const which = readArguments()
if (which?.file !== undefined) process.exitCode = await verifyFile(which.file, which.key)
else if (which) await withLocalDatabase(() => verify(which))

async function verify({ workspace, mention }: { workspace?: string; mention?: string }) {
  const counts = await verifyChains({ workspaceSlug: workspace, mentionId: mention }, (chain) =>
    console.log(sentenceOf(chain)),
  )
  const isMissing = mention === undefined ? counts.workspaces === 0 : counts.mentions === 0
  if (isMissing && (workspace !== undefined || mention !== undefined)) {
    console.error(mention === undefined ? 'There is no such workspace.' : 'There is no such mention.')
    process.exitCode = EXIT_USAGE
    return
  }
  console.log(summaryOf(counts))
  if (counts.broken > 0) process.exitCode = 1
}

function sentenceOf({ workspace, mentionId, url, number, field, words }: BrokenChain): string {
  const where = field === 'look' ? `look ${number}` : `look ${number}: ${field}`
  return `${workspace}, mention ${mentionId} (${url}), ${where} ${words}.`
}

function summaryOf({ mentions, looks, fromBefore, imported, blanked, broken }: Counts): string {
  return [
    `${counted(mentions, 'mention')}, ${counted(looks, 'look')}.`,
    `From before the chain: ${fromBefore}. With blanked fields: ${blanked}.`,
    ...(imported === 0 ? [] : [wordsOfImported(imported)]),
    broken === 0 ? 'Every chain is whole.' : `Broken: ${counted(broken, 'chain')}.`,
  ].join('\n')
}

function wordsOfImported(imported: number): string {
  const were = imported === 1 ? 'was' : 'were'
  return `Brought in with a workspace from elsewhere: ${counted(imported, 'look')}. That nothing in them changed can be shown; by whom and when they ${were} taken, and that nobody wrote them before they came, cannot.`
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}

type Arguments = { file?: string; key?: string; workspace?: string; mention?: string }

function readArguments(): Arguments | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        workspace: { type: 'string' },
        mention: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (positionals.length > 1) throw new Error('One file at a time.')
    const [file] = positionals
    if (file === undefined && values.key !== undefined) throw new Error('--key goes with a file.')
    if (file !== undefined && (values.workspace ?? values.mention) !== undefined)
      throw new Error('A file is verified by itself: leave --workspace and --mention out.')
    const { help, ...rest } = values
    if (!help) return { file, ...rest }
    console.log(USAGE)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    process.exitCode = EXIT_USAGE
  }
  return null
}

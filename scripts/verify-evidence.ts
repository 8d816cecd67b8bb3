import { parseArgs } from 'node:util'
import { type BrokenChain, type Counts, verifyChains } from './verify-evidence/verify-chains.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = `Walks the chains of looks and names the first place where one does not hold.

  npm run verify-evidence [-- --workspace SLUG] [--mention ID]

Exit code 0: every chain is whole. 1: one is broken, or the database did not answer. 2: there is nothing like that to verify.
What a whole chain proves, and what not: docs/decisions/2026-11-22-evidence-chain.md`
const EXIT_USAGE = 2

const which = readArguments()
if (which) await withLocalDatabase(() => verify(which))

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

function readArguments(): { workspace?: string; mention?: string } | null {
  try {
    const { values } = parseArgs({
      options: { workspace: { type: 'string' }, mention: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (!values.help) return values
    console.log(USAGE)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    process.exitCode = EXIT_USAGE
  }
  return null
}

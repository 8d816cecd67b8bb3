import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { SettingsError, settings } from '#lib/server/env.ts'
import { lookAtLink, startLookRun } from '#lib/server/fetching/look-at-link.ts'
import { systemResolve } from '#lib/server/fetching/resolve-host.ts'
import { answerGuardLine } from './answer-guard.ts'
import { answerLookLine, isDomain } from './answer-look.ts'
import { answerRobotsLine } from './answer-robots.ts'
import { hostsTable } from './hosts-table.ts'
import { answerLines } from './json-lines.ts'
import { printLook } from './print-look.ts'

const USAGE = `Looks at a page and says whether it links to a site.

  npm run --silent check-link -- URL --domain example.com [--brand "Acme"] [--target-url URL] [--follow-hops] [--json]
  npm run --silent check-link -- --stdin [--hosts FILE] [--ca FILE] [--timeout-ms N] [--concurrency N]
      --about URL: where people can read about these looks; it is sent along. Default: the page of the installation, if APP_URL is set.
  npm run --silent check-link -- --guard     what the address guard would do with each line
  npm run --silent check-link -- --robots    what robots.txt says to an agent, line by line
`
const EXIT_USAGE = 2

/** Runs the command line and answers with its exit code. */
export async function runCheckLink(): Promise<number> {
  try {
    return await run()
  } catch (error) {
    const usage = error instanceof UsageError ? `\n${USAGE}` : ''
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return EXIT_USAGE
  }
}

async function run(): Promise<number> {
  const { values, positionals } = readArguments()
  if (values.help) return print(USAGE, 0)
  if (values.guard) return answerLines(process.stdin, process.stdout, 1, answerGuardLine)
  if (values.robots) return answerLines(process.stdin, process.stdout, 1, answerRobotsLine)
  const options = {
    aboutUrl: values.about ?? aboutUrl(),
    resolve: values.hosts === undefined ? systemResolve : hostsTable(await readFile(values.hosts, 'utf8')),
    ca: values.ca === undefined ? undefined : await readFile(values.ca, 'utf8'),
    timeoutMs: wholeNumber(values['timeout-ms'], 'timeout-ms', 20_000),
  }
  if (values.stdin) {
    const concurrency = wholeNumber(values.concurrency, 'concurrency', 10)
    const run = startLookRun(options)
    const code = await answerLines(process.stdin, process.stdout, concurrency, (line) =>
      answerLookLine(line, { ...options, run }),
    )
    run.end()
    return code
  }
  const [url] = positionals
  const domains = values.domain ?? []
  if (url === undefined || positionals.length > 1 || domains.length === 0)
    throw new UsageError('An address and --domain are needed.')
  const unreadable = domains.find((domain) => !isDomain(domain))
  if (unreadable !== undefined) throw new UsageError(`${unreadable} is not a domain, such as example.com.`)
  const question = {
    url: /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[^/?#]+:\d/.test(url) ? url : `https://${url}`,
    targets: domains.map((domain) => ({ domain, includeSubdomains: true })),
    brands: values.brand ?? [],
    targetUrl: values['target-url'],
    followHops: values['follow-hops'] ?? false,
  }
  const look = await lookAtLink(question, options)
  return print(
    values.json
      ? `${JSON.stringify({ facts: look.facts, verdict: look.verdict }, null, 2)}\n`
      : printLook(question, look),
    0,
  )
}

class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        domain: { type: 'string', multiple: true },
        brand: { type: 'string', multiple: true },
        'target-url': { type: 'string' },
        'follow-hops': { type: 'boolean' },
        json: { type: 'boolean' },
        stdin: { type: 'boolean' },
        guard: { type: 'boolean' },
        robots: { type: 'boolean' },
        hosts: { type: 'string' },
        ca: { type: 'string' },
        about: { type: 'string' },
        'timeout-ms': { type: 'string' },
        concurrency: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The page about our looks that the worker names too. On somebody's own machine there is none to name. */
function aboutUrl(): string | undefined {
  try {
    const { local, appUrl } = settings()
    return local ? undefined : `${appUrl}/robot`
  } catch (error) {
    // This command needs no settings, so half of them are no reason to stop.
    if (error instanceof SettingsError) return undefined
    throw error
  }
}

function wholeNumber(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name} wants a whole number above 0.`)
  return number
}

function print(text: string, code: number): number {
  process.stdout.write(text)
  return code
}

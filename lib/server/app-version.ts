import { readFileSync } from 'node:fs'

/** The version in package.json: what wrote a file. For the worker and the command line, which run from the sources. */
export function appVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return String(version)
}

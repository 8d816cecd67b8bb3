import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TestMailServers } from './mail-world-for-tests.ts'
import { startRealServers } from './real-servers.ts'
import { startStandIn } from './stand-in.ts'

const PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin', '/sbin']

/**
 * Mail servers for a test: Dovecot and Exim where both are installed, else the npm stand-in. Says which it took.
 *
 * @param required REQUIRE_REAL_MAIL=1: then a missing server is an error
 */
export async function startMailServers({
  required,
  places = PLACES,
}: {
  required: boolean
  places?: readonly string[]
}): Promise<TestMailServers> {
  const dovecot = findProgram('dovecot', places)
  const exim = findProgram('exim4', places)
  if (dovecot && exim) {
    const servers = await startRealServers({ dovecot, exim })
    console.log('Mail tests use Dovecot and Exim.')
    return servers
  }
  const missing = [dovecot ? [] : ['Dovecot'], exim ? [] : ['Exim']].flat().join(' and ')
  if (required) throw new Error(`REQUIRE_REAL_MAIL is set, and ${missing} cannot be found on this machine`)
  console.log(`Mail tests use the npm stand-in, as ${missing} cannot be found on this machine.`)
  return startStandIn()
}

function findProgram(name: string, places: readonly string[]): string | undefined {
  return places.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { childEnvironment } from '#lib/server/env.ts'
import {
  allowing,
  LOOPBACK,
  type MailPerson,
  type MailPlace,
  PEOPLE,
  passwordOf,
  type TestMailServers,
} from './mail-world-for-tests.ts'
import {
  dovecotConfig,
  dovecotPeople,
  eximConfig,
  eximPeople,
  holidaySieve,
  MAIL_HOST,
  type ServerOwner,
  type ServerPlace,
} from './server-files.ts'

const UP_WITHIN_MS = 10_000
const NOBODY = 'nobody'

/** Starts both, and ends both when the pipe to whoever started them closes, however that came about; then the folder goes. */
const KEEPER = `
trap '' HUP INT
"$1" -F -c "$3/dovecot.conf" & dovecot=$!
"$2" -C "$3/exim.conf" -bdf -q5s & exim=$!
cat > /dev/null
kill "$dovecot" "$exim" 2> /dev/null
wait
rm -rf "$3"
`

/**
 * Real Dovecot 2.3 and Exim 4 in a temporary folder, on free ports of loopback, as one user without privileges.
 *
 * @throws Error where this Dovecot speaks another configuration language, or one of them does not come up
 */
export async function startRealServers(programs: {
  dovecot: string
  exim: string
}): Promise<TestMailServers> {
  refuseOtherDovecot(programs.dovecot)
  const place = await prepareFolder()
  const { folder, ports, owner } = place
  const isRoot = userInfo().uid === 0
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', programs.dovecot, programs.exim, folder], {
    ...(isRoot ? { uid: owner.uid, gid: owner.gid } : {}),
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own: Ctrl-C in the terminal goes to the test, whose end closes the pipe.
    detached: true,
    env: childEnvironment({ PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }),
  })
  const ended = once(keeper, 'exit')
  const stop = async () => {
    keeper.stdin.end()
    await ended
  }
  try {
    await Promise.all(Object.values(ports).map((port) => waitForPort(port, folder)))
  } catch (error) {
    await stop()
    throw error
  }
  const imaps: MailPlace = { host: LOOPBACK, port: ports.imaps, security: 'tls' }
  const imapStartTls: MailPlace = { host: LOOPBACK, port: ports.imap, security: 'starttls' }
  const smtp: MailPlace = { host: LOOPBACK, port: ports.submissions, security: 'tls' }
  const smtpStartTls: MailPlace = { host: LOOPBACK, port: ports.submission, security: 'starttls' }
  const person = (address: string): MailPerson => ({
    ...{ address, password: passwordOf(address), imap: imaps, imapStartTls },
  })
  return {
    kind: 'real',
    people: {
      sender: person(PEOPLE.sender),
      blogger: person(PEOPLE.blogger),
      private: person(PEOPLE.private),
      away: person(PEOPLE.away),
      full: person(PEOPLE.full),
    },
    smtp,
    smtpStartTls,
    ca: readFileSync(path.join(folder, 'cert.pem'), 'utf8'),
    allowHosts: allowing([imaps, imapStartTls, smtp, smtpStartTls]),
    folder,
    stop,
  }
}

function refuseOtherDovecot(dovecot: string) {
  const version = execFileSync(dovecot, ['--version'], { encoding: 'utf8' }).trim()
  if (!version.startsWith('2.3.'))
    throw new Error(`Mail tests know how to set up Dovecot 2.3; this machine has ${version}`)
}

async function prepareFolder(): Promise<ServerPlace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-mail-'))
  const owner = serverOwner()
  const [imap, imaps, lmtp, submission, submissions] = await freePorts(5)
  const place = { folder, owner, ports: { imap, imaps, lmtp, submission, submissions } }
  for (const name of ['run', 'state', 'log', 'mail', 'sieve', 'spool']) mkdirSync(path.join(folder, name))
  makeCertificate(folder)
  const files: Record<string, string> = {
    'dovecot.conf': dovecotConfig(place),
    'exim.conf': eximConfig(place),
    people: dovecotPeople(place),
    senders: eximPeople(),
    [`sieve/${PEOPLE.away}.sieve`]: holidaySieve(),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  // Exim takes no configuration that somebody else could change.
  chmodSync(path.join(folder, 'exim.conf'), 0o600)
  if (userInfo().uid === 0) giveTo(folder, owner)
  return place
}

/** As root they run as nobody, else as oneself. */
function serverOwner(): ServerOwner {
  const isRoot = userInfo().uid === 0
  const user = isRoot ? NOBODY : userInfo().username
  const ask = (...args: string[]) => execFileSync('id', [...args, user], { encoding: 'utf8' }).trim()
  return { user, group: ask('-gn'), uid: Number(ask('-u')), gid: Number(ask('-g')) }
}

function makeCertificate(folder: string) {
  const quiet = { cwd: folder, stdio: 'ignore' } as const
  const names = `subjectAltName=DNS:${MAIL_HOST},IP:${LOOPBACK}`
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem']
  const subject = ['-subj', `/CN=${MAIL_HOST}`, '-addext', names]
  execFileSync('openssl', ['req', '-x509', ...key, '-out', 'cert.pem', '-days', '2', ...subject], quiet)
  execFileSync('openssl', ['genrsa', '-out', 'dkim.pem', '1024'], quiet)
}

function giveTo(folder: string, { uid, gid }: ServerOwner) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(path.join(folder, name), uid, gid)
  chownSync(folder, uid, gid)
}

/** All are held open until the last is known, so that no two are the same. */
async function freePorts(count: 5): Promise<[number, number, number, number, number]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, LOOPBACK))
  const ports: number[] = []
  for (const server of servers) {
    if (!server.listening) await once(server, 'listening')
    const address = server.address()
    ports.push(typeof address === 'object' && address ? address.port : 0)
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports as [number, number, number, number, number]
}

async function waitForPort(port: number, folder: string) {
  const until = performance.now() + UP_WITHIN_MS
  while (!(await isOpen(port))) {
    if (performance.now() > until)
      throw new Error(`The mail servers for tests did not come up. Their logs:\n${logsOf(folder)}`)
    await pause(20)
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function logsOf(folder: string): string {
  return readdirSync(path.join(folder, 'log'))
    .map((name) => `${name}:\n${readFileSync(path.join(folder, 'log', name), 'utf8').slice(-2000)}`)
    .join('\n')
}

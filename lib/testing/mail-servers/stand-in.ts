import type { AddressInfo, Server } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { SMTPServer } from 'smtp-server'
import {
  allowing,
  LOOPBACK,
  type MailPerson,
  type MailPlace,
  PEOPLE,
  type PersonName,
  passwordOf,
  REFUSED_ADDRESS,
  type TestMailServers,
} from './mail-world-for-tests.ts'

const FOLDERS = {
  INBOX: { messages: [] },
  '': {
    separator: '/',
    folders: {
      Sent: { 'special-use': '\\Sent' },
      Junk: { 'special-use': '\\Junk' },
      Drafts: { 'special-use': '\\Drafts' },
      Trash: { 'special-use': '\\Trash' },
    },
  },
}
const WORDS: Record<string, string> = {
  [PEOPLE.full]: '552 5.2.2 Mailbox is full',
  [REFUSED_ADDRESS]: '550 5.7.1 We take no mail from you',
}

type Place = { person: MailPerson; deliver(letter: string): void; close(): Promise<void> }

/**
 * What npm has in place of mail servers: one SMTP server for all, and for everybody an IMAP server of their own. No TLS, no
 * holiday answers, and where the real ones bounce, it refuses the recipient.
 *
 * @param firstPort of SMTP; everybody's IMAP has one of those after it. Left out: any that are free
 */
export async function startStandIn(firstPort?: number): Promise<TestMailServers> {
  const names = Object.keys(PEOPLE) as PersonName[]
  const portAt = (place: number) => (firstPort === undefined ? 0 : firstPort + place)
  const places = await Promise.all(names.map((name, n) => startImap(PEOPLE[name], portAt(1 + n))))
  const byAddress = new Map(places.map((place) => [place.person.address, place]))
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    logger: false,
    onAuth: ({ username = '', password }, _session, answer) => {
      if (byAddress.has(username) && password === passwordOf(username)) answer(null, { user: username })
      else answer(smtpError('535 5.7.8 Error: authentication failed'))
    },
    onRcptTo: ({ address }, _session, answer) => {
      const words = WORDS[address] ?? (byAddress.has(address) ? null : '550 5.1.1 No such person here')
      answer(words ? smtpError(words) : null)
    },
    onData: (stream, { envelope, user }, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const results = `Authentication-Results: stand-in.test; spf=pass smtp.mailfrom=${user}; dkim=none; dmarc=pass\r\n`
        const letter = results + Buffer.concat(pieces).toString('latin1')
        for (const { address } of envelope.rcptTo) byAddress.get(address)?.deliver(letter)
        answer(null)
      })
    },
  })
  const port = await listen(smtp.server, (ready) => smtp.listen(portAt(0), LOOPBACK, ready))
  // Somebody whose connection breaks, or who is killed, ends no server.
  smtp.on('error', () => {})
  const sending: MailPlace = { host: LOOPBACK, port, security: 'none' }
  const personOf = (name: PersonName) => places[names.indexOf(name)]?.person ?? missing(name)
  return {
    kind: 'stand-in',
    people: {
      sender: personOf('sender'),
      blogger: personOf('blogger'),
      private: personOf('private'),
      away: personOf('away'),
      full: personOf('full'),
    },
    smtp: sending,
    smtpStartTls: null,
    ca: undefined,
    allowHosts: allowing([sending, ...places.map(({ person }) => person.imap)]),
    folder: undefined,
    stop: async () => {
      await Promise.all([
        new Promise<void>((done) => smtp.close(done)),
        ...places.map((place) => place.close()),
      ])
    },
  }
}

async function startImap(address: string, ownPort: number): Promise<Place> {
  const password = passwordOf(address)
  const imap = hoodiecrow({
    plugins: ['ID', 'SPECIAL-USE', 'IDLE', 'NAMESPACE', 'UIDPLUS'],
    users: { [address]: { password } },
    storage: structuredClone(FOLDERS),
  })
  const port = await listen(imap.server, (ready) => imap.listen(ownPort, LOOPBACK, ready))
  return {
    person: { address, password, imap: { host: LOOPBACK, port, security: 'none' }, imapStartTls: null },
    deliver: (letter) => imap.appendMessage('INBOX', [], false, letter),
    close: () => new Promise((done) => imap.close(done)),
  }
}

async function listen(server: Server, start: (ready: () => void) => void): Promise<number> {
  await new Promise<void>((ready) => start(ready))
  return (server.address() as AddressInfo).port
}

function smtpError(words: string): Error {
  const [code = '550', ...rest] = words.split(' ')
  return Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) })
}

function missing(name: string): never {
  throw new Error(`The stand-in has no ${name}`)
}

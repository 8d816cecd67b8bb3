import { allowing, LOOPBACK, type MailPlace, PEOPLE, type PersonName } from './mail-world-for-tests.ts'

/** Far enough from the port of the pages that nothing else of a world is in the way. */
const FIRST = 20

/** Where the mail servers of the browser tests' world listen, told from the port of its pages: whoever knows one knows all. */
export function mailPlacesBeside(webPort: number) {
  const firstPort = webPort + FIRST
  const smtp: MailPlace = { host: LOOPBACK, port: firstPort, security: 'none' }
  const names = Object.keys(PEOPLE) as PersonName[]
  const imapOf = (name: PersonName): MailPlace => ({
    ...{ host: LOOPBACK, port: firstPort + 1 + names.indexOf(name), security: 'none' },
  })
  return { firstPort, smtp, imapOf, allowHosts: allowing([smtp, ...names.map(imapOf)]) }
}

/** Why a mail server could not be used. */
export const MAIL_FAILURES = [
  'no-such-host',
  'closed-address',
  'closed-port',
  'plain',
  'unreachable',
  'timeout',
  'untrusted',
  'no-tls',
  'login',
  'busy',
  'no-key',
  'refused',
  'broken-off',
] as const
export type MailFailureKind = (typeof MAIL_FAILURES)[number]

/** Only somebody's new password helps: trying again by ourselves would lock the account. */
export function needsNewPassword(kind: string | null): boolean {
  return kind === 'login' || kind === 'no-key'
}

/** A server has refused the password: another try with it is what locks accounts. A key that was missing may be back. */
export function isPasswordRefused(kind: string | null): boolean {
  return kind === 'login'
}

type Words = { sentence: string; remedy: string }

/** @param server "imap.example.com:993" */
export function wordsForMailFailure(kind: MailFailureKind, server: string): Words {
  return WORDS[kind](server)
}

const WORDS: Readonly<Record<MailFailureKind, (server: string) => Words>> = {
  'no-such-host': (server) => ({
    sentence: `There is no server ${server}.`,
    remedy: 'Look for a slip in its name.',
  }),
  'closed-address': (server) => ({
    sentence: `${server} is an address inside a private network, which is closed here.`,
    remedy: 'Whoever runs this server can open it with MAIL_ALLOW_HOSTS.',
  }),
  'closed-port': (server) => ({
    sentence: `The port of ${server} is none that mail uses.`,
    remedy: 'Use 993 or 143 for reading, 465 or 587 for sending.',
  }),
  plain: (server) => ({
    sentence: `${server} would get the password unprotected.`,
    remedy: 'Choose TLS or STARTTLS.',
  }),
  unreachable: (server) => ({
    sentence: `${server} does not answer.`,
    remedy: 'Look at the name and the port. Their server may also be down for a while.',
  }),
  timeout: (server) => ({
    sentence: `${server} took too long to answer.`,
    remedy: 'Look at the port and the protection: a mismatch often ends like this. Or try again later.',
  }),
  untrusted: (server) => ({
    sentence: `The certificate of ${server} cannot be trusted.`,
    remedy: 'Use the name their certificate is made for. A self-made one is not taken.',
  }),
  'no-tls': (server) => ({
    sentence: `${server} does not speak TLS the way it was asked to.`,
    remedy: 'Try the other protection: TLS on 993 and 465, STARTTLS on 143 and 587.',
  }),
  login: (server) => ({
    sentence: `${server} does not take this user name and password.`,
    remedy: 'Type the password again. Many providers want an app password instead of the ordinary one.',
  }),
  busy: (server) => ({
    sentence: `${server} lets nobody sign in at the moment.`,
    remedy: 'Nothing is wrong with your password. It is tried again by itself.',
  }),
  'no-key': () => ({
    sentence: 'The stored password cannot be opened with the keys this server has.',
    remedy: 'Type the password again, or give the server the key it had before (MAIL_SECRET_KEYS).',
  }),
  refused: (server) => ({
    sentence: `${server} did not take the mail.`,
    remedy: 'Their own words say why.',
  }),
  'broken-off': (server) => ({
    sentence: `The conversation with ${server} broke off.`,
    remedy: 'Try again in a while.',
  }),
}

/** An entry of MAIL_SECRET_KEYS; the same words make the same key. */
export function mailKeyEntry(id: string, words: string): string {
  return `${id}:${Buffer.alloc(32, words).toString('base64')}`
}

/** What every test begins with. */
export const MAIL_KEYS = mailKeyEntry('k1', 'a key for tests')

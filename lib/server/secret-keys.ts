/** A key of the server's own, from SECRET_KEYS or MAIL_SECRET_KEYS. */
export type SecretKey = { id: string; bytes: Buffer }

const KEY_BYTES = 32

/**
 * Reads such a list, "k2:BASE64,k1:BASE64": the first one seals, all of them open. Empty where nothing is said; null where it
 * is not of that kind, a key is not of 32 bytes, or two have one name. No key in it must ever be shown.
 */
export function readSecretKeys(text: string): SecretKey[] | null {
  const keys: SecretKey[] = []
  for (const said of text.split(',').map((part) => part.trim())) {
    if (said === '') continue
    const [, id = '', encoded = ''] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/i.exec(said) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    if (bytes.length !== KEY_BYTES || keys.some((known) => known.id === id)) return null
    keys.push({ id, bytes })
  }
  return keys
}

import type { ChannelKind } from './channel-kinds.ts'
import { addressKey, checkMailAddress, domainOfAddress } from './mail-address.ts'
import { addressKeyOf, parseWebAddress } from './web-address.ts'

export type ChannelAddress = {
  ok: true
  /** As it is written to, dialled or opened. */
  address: string
  /** What two spellings of one address have in common. */
  key: string
  /** What a person should know before they rely on it. */
  warnings: string[]
}
export type ChannelAddressAnswer = ChannelAddress | { ok: false; error: string }

const HANDLE_MAX_CHARACTERS = 200

/**
 * Checks the address of a channel by its kind: an e-mail address, the web address of a form, a profile's web address
 * or handle, or words for where one meets. The error is a sentence for people.
 */
export function checkChannelAddress(kind: ChannelKind, input: string): ChannelAddressAnswer {
  if (kind === 'email') return mailAddress(input)
  if (kind === 'form') return pageAddress(input)
  return kind === 'dm' && looksLikeWebAddress(input) ? pageAddress(input) : words(kind, input)
}

/** The host an address belongs to, where it has one: what follows the @, or the web address's host. */
export function hostOfChannelAddress(kind: ChannelKind, address: string): string | null {
  if (kind === 'email') return domainOfAddress(address).toLowerCase() || null
  if (kind === 'spoken' || !looksLikeWebAddress(address)) return null
  const parsed = parseWebAddress(address)
  return parsed.ok ? parsed.host : null
}

/** The web address an address can be opened at, or null for mail, handles and words. */
export function linkOfChannelAddress(kind: ChannelKind, address: string): string | null {
  if (kind === 'email' || kind === 'spoken' || !looksLikeWebAddress(address)) return null
  const parsed = parseWebAddress(address)
  return parsed.ok ? parsed.url : null
}

function mailAddress(input: string): ChannelAddressAnswer {
  const checked = checkMailAddress(input)
  if (!checked.ok) return checked
  return {
    ok: true,
    address: checked.address,
    key: addressKey(checked.address),
    warnings: checked.warnings.map((warning) => warning.message),
  }
}

function pageAddress(input: string): ChannelAddressAnswer {
  const parsed = parseWebAddress(input)
  if (!parsed.ok) return parsed
  return { ok: true, address: parsed.url, key: addressKeyOf(parsed.url) ?? parsed.url, warnings: [] }
}

/** "instagram.com/anna" and anything with a scheme; "@anna", "anna.writes" and "@anna on Instagram" are handles. */
function looksLikeWebAddress(input: string): boolean {
  const text = input.trim()
  return /^[a-z][a-z0-9+.-]*:\S/i.test(text) || /^[^\s@/]+\.[^\s@/]+\//.test(text) || /^www\./i.test(text)
}

function words(kind: ChannelKind, input: string): ChannelAddressAnswer {
  const address = input.replace(/\s+/gu, ' ').trim()
  if (address === '') {
    return no(
      kind === 'dm' ? 'Please fill in their profile or handle.' : 'Please fill in where you meet them.',
    )
  }
  if (address.length > HANDLE_MAX_CHARACTERS) {
    return no(`Please keep this under ${HANDLE_MAX_CHARACTERS} characters.`)
  }
  // The kind goes in front, so that a handle is never taken for a place of the same name.
  const key = `${kind}:${address.normalize('NFKC').toLowerCase().replace(/^@/, '')}`
  return { ok: true, address, key, warnings: [] }
}

function no(error: string): { ok: false; error: string } {
  return { ok: false, error }
}

type MailAddressWarning = { kind: 'role' | 'no-reply'; message: string }
type MailAddress = {
  ok: true
  /** As it is written to: the part before @ as typed, the domain in lower case and ASCII. */
  address: string
  /** The name from `Name <a@b>`, where one stood. */
  name: string | null
  warnings: MailAddressWarning[]
}
export type MailAddressAnswer = MailAddress | { ok: false; error: string }

const LOCAL_MAX_CHARACTERS = 64
const ADDRESS_MAX_CHARACTERS = 254
const INPUT_MAX_CHARACTERS = 1_000

const LOCAL_PART = /^[a-z0-9!#$%&*+/=?^_{|}~'-]+(?:\.[a-z0-9!#$%&*+/=?^_{|}~'-]+)*$/i
const DOMAIN_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const NO_REPLY =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|mailer-daemon|bounces?|postmaster|auto[._-]?(?:mail|reply))\b/
const ROLE =
  /^(?:info|hello|hi|hey|contact|contactus|kontakt|press|presse|prensa|media|editor|editors|editorial|news|newsdesk|redaktion|redaccion|redaction|sales|support|help|admin|administrator|webmaster|office|team|mail|email|enquiries|enquiry|inquiries|feedback|marketing|pr|partners|advertise|advertising|ads|jobs|hr|billing|accounts|abuse|privacy|legal|service|customerservice|subscribe|submissions|pitches|tips)$/

/** Where the part after a plus names the same mailbox. Gmail does not count dots either. */
const GMAIL = new Set(['gmail.com', 'googlemail.com'])
const PLUS_TAGS = new Set(
  'outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com fastmail.com fastmail.fm proton.me protonmail.com pm.me zoho.com'.split(
    ' ',
  ),
)

/** Checks one e-mail address by its shape (MAIL.md, section 6); nobody's server is asked. The error is a sentence for people. */
export function checkMailAddress(input: string): MailAddressAnswer {
  if (input.length > INPUT_MAX_CHARACTERS) return no('That is too long for an e-mail address.')
  const { address, name } = unwrapped(input.trim())
  if (address === '') return no('Please type an e-mail address.')
  if (/["()[\]\\]/.test(address))
    return no('Quotes, brackets and comments do not belong in an e-mail address here.')
  if (/[,;]/.test(address)) return no('One address at a time, please: a comma would make it two.')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is what is looked for
  if (/[\s\u0000-\u001f\u007f]/.test(address)) return no('There is a space inside that address.')
  const at = address.lastIndexOf('@')
  if (at === -1) return no('An e-mail address has an @ in it, like anna@example.com.')
  const local = address.slice(0, at)
  if (local.includes('@')) return no('That address has more than one @ in it.')
  if (local === '') return no('The part before the @ is missing.')
  if (local.length > LOCAL_MAX_CHARACTERS) return no('The part before the @ is longer than 64 characters.')
  if (!LOCAL_PART.test(local)) return no(localError(local))
  const domain = asciiDomain(address.slice(at + 1))
  if (!domain.ok) return domain
  const checked = `${local}@${domain.ascii}`
  if (checked.length > ADDRESS_MAX_CHARACTERS) return no('That is too long for an e-mail address.')
  return { ok: true, address: checked, name, warnings: warningsFor(local) }
}

/** What two spellings of one mailbox have in common: lower case, ASCII domain; Gmail's dots and "+tags" do not count. */
export function addressKey(address: string): string {
  const checked = checkMailAddress(address)
  const written = (checked.ok ? checked.address : address.trim()).toLowerCase()
  const at = written.lastIndexOf('@')
  if (at === -1) return written
  const domain = written.slice(at + 1)
  const local = written.slice(0, at)
  const plus = local.indexOf('+')
  const untagged = plus > 0 ? local.slice(0, plus) : local
  if (GMAIL.has(domain)) return `${untagged.replaceAll('.', '')}@gmail.com`
  return PLUS_TAGS.has(domain) ? `${untagged}@${domain}` : written
}

function no(error: string): { ok: false; error: string } {
  return { ok: false, error }
}

function unwrapped(typed: string): { address: string; name: string | null } {
  const text = typed.replace(/^mailto:/i, '')
  const open = text.indexOf('<')
  if (open === -1 || !text.endsWith('>')) return { address: text, name: null }
  const name = text
    .slice(0, open)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()
  return { address: text.slice(open + 1, -1).trim(), name: name === '' ? null : name }
}

function localError(local: string): string {
  if (/[^\u0020-\u007e]/.test(local)) {
    return 'Letters beyond a to z before the @ rarely arrive. Please ask them for another spelling.'
  }
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return 'The part before the @ cannot begin or end with a dot, nor have two in a row.'
  }
  return 'There is a character before the @ that e-mail addresses do not have.'
}

function asciiDomain(domain: string): { ok: true; ascii: string } | { ok: false; error: string } {
  if (domain === '') return no('The part after the @ is missing.')
  if (/[/:?#%@<>_]/.test(domain)) return no('The part after the @ should be a domain, like example.com.')
  const ascii = URL.parse(`http://${domain}/`)?.hostname.replace(/\.$/, '')
  if (!ascii) return no('The part after the @ should be a domain, like example.com.')
  const labels = ascii.split('.')
  if (labels.length < 2) return no('The part after the @ has no ending like .com.')
  if (!labels.every((label) => DOMAIN_LABEL.test(label)) || /^\d+$/.test(labels.at(-1) ?? '')) {
    return no('The part after the @ should be a domain, like example.com.')
  }
  return { ok: true, ascii }
}

function warningsFor(local: string): MailAddressWarning[] {
  const name = local.toLowerCase().replace(/\+.*$/, '')
  if (NO_REPLY.test(name)) {
    return [
      { kind: 'no-reply', message: 'Nobody reads answers to this address. Look for a person to write to.' },
    ]
  }
  if (ROLE.test(name)) {
    return [
      { kind: 'role', message: 'This looks like a shared inbox. A named person is more likely to read it.' },
    ]
  }
  return []
}

/** What stands behind the at sign, as it is written. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

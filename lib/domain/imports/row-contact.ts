import { checkMailAddress } from '../mail-address.ts'
import { parseWebAddress } from '../web-address.ts'
import type { ImportedContact } from './import-record.ts'
import { oneLine } from './import-values.ts'
import type { RowValues } from './row-values.ts'

const MOST_ADDRESSES = 20
const NAME_MAX_CHARACTERS = 500
const MAIL_ADDRESS = /[^\s,;:<>()[\]"|]{1,64}@[^\s,;:<>()[\]"|]+/

/** The person of a row, or null where it names none. */
export function contactOf(values: RowValues): ImportedContact | null {
  const emails: string[] = []
  let name = nameOf(values)
  let url = webAddressOf(values, 'contact.url') ?? webAddressOf(values, 'contact.website')
  for (const cell of values.all('contact.email')) addAddresses(cell, emails, values)
  // A column "Contact" holds a name, an address, both ("Anna <anna@example.com>", "Anna, anna@example.com") or a page.
  const inName = MAIL_ADDRESS.exec(name.slice(0, NAME_MAX_CHARACTERS))?.[0]
  const checked = inName === undefined ? null : checkMailAddress(inName)
  if (inName !== undefined && checked?.ok) {
    if (!emails.includes(checked.address)) emails.push(checked.address)
    name = oneLine(name.replace(inName, '').replace(/mailto:|["<>()[\],;|]/g, ' '))
  } else if (/^https?:\/\//i.test(name)) {
    url ??= addressOrNothing(name)
    name = ''
  }
  if (name === '' && emails.length === 0 && url === undefined) return null
  const role = oneLine(values.first('contact.role'))
  const found = values.first('contact.emailFoundOn')
  const foundOn = /^https?:\/\//i.test(found) ? addressOrNothing(found) : undefined
  return {
    ...(name === '' ? {} : { name }),
    ...(emails[0] === undefined ? {} : { email: emails[0] }),
    ...(emails.length > 1 ? { emails } : {}),
    ...(foundOn === undefined ? {} : { emailFoundOn: foundOn }),
    ...(role === '' ? {} : { role }),
    ...(url === undefined ? {} : { url }),
  }
}

function nameOf(values: RowValues): string {
  const whole = values.first('contact.name')
  if (whole !== '') return oneLine(whole)
  const parts = [
    values.first('contact.givenName'),
    values.first('contact.middleName'),
    values.first('contact.familyName'),
  ]
  return oneLine(parts.filter((part) => part !== '').join(' '))
}

/** One cell may hold several addresses: "a@x.example; b@x.example", or Google's "a ::: b". */
function addAddresses(cell: string, emails: string[], values: RowValues): void {
  for (const part of cell.split(/:::|[;,\n]|\s(?=\S+@)/)) {
    const typed = part.trim().replace(/^\*\s*/, '')
    if (typed === '' || emails.length >= MOST_ADDRESSES) continue
    const checked = checkMailAddress(typed)
    if (!checked.ok) values.warn({ kind: 'unread-email', value: typed })
    else if (!emails.includes(checked.address)) emails.push(checked.address)
  }
}

function webAddressOf(values: RowValues, field: 'contact.url' | 'contact.website'): string | undefined {
  for (const cell of values.all(field)) {
    const [first = ''] = cell.split(':::')
    const url = addressOrNothing(first.trim().replace(/^\*\s*/, ''))
    if (url !== undefined) return url
    values.warn({ kind: 'unread-address', column: values.headerOf(field), value: cell })
  }
  return undefined
}

function addressOrNothing(text: string): string | undefined {
  const address = parseWebAddress(text)
  return address.ok ? address.url : undefined
}

import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { vcardOf } from '#lib/domain/exports/vcard-lines.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import { contactsToExport, type ExportedContact } from './contact-export-queries.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { listed, moment, ownHeaders, ownValues } from './own-columns.ts'

/** The first header says that the file is ours: lib/domain/imports/own-format-rules.ts */
export const CONTACT_HEADERS = [
  'Rapport contact',
  'Name',
  'Role',
  'E-mail',
  'More e-mail',
  'Address found on',
  'Address found',
  'Says no unsolicited mail',
  'Contact form',
  'Direct message',
  'Other ways',
  'Outlet',
  'Website',
  'More outlets',
  'Tags',
  'Country',
  'Time zone',
  'Writes as',
  'Pages',
  'Notes',
  'Added',
] as const

/** People as CSV, a line each, with where their address was found. */
export async function* contactCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  const fields = await listCustomFields(scope, 'contact')
  yield csvLine([...CONTACT_HEADERS, ...ownHeaders(fields, CONTACT_HEADERS)])
  for await (const rows of oneAhead(contactsToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      const outlets = row.outlets ?? []
      const mail = addressesOf(row, 'email')
      const first = row.channels?.find(({ kind }) => kind === 'email')
      lines += csvLine([
        row.id,
        row.name,
        row.role,
        mail[0],
        listed(mail.slice(1)),
        first?.page,
        moment(first?.seenOn ?? null),
        first ? (first.noUnsolicited ? 'yes' : 'no') : null,
        addressesOf(row, 'form')[0],
        listed(addressesOf(row, 'dm')),
        listed(addressesOf(row, 'spoken')),
        outlets[0]?.name,
        outlets[0]?.homepage,
        listed(outlets.slice(1).map(({ name }) => name)),
        listed(row.tags),
        row.country,
        row.timeZone,
        row.writesAs,
        listed(row.links.map(({ url }) => url)),
        row.note,
        moment(row.createdAt),
        ...ownValues(fields, row.custom),
      ])
    }
    yield lines
  }
}

/** People as contact cards. */
export async function* contactCards(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  for await (const rows of oneAhead(contactsToExport(scope, choice))) yield rows.map(cardOf).join('')
}

function cardOf(row: ExportedContact): string {
  const handles = addressesOf(row, 'dm')
  return vcardOf({
    uid: row.cardUid ?? `urn:uuid:${row.id}`,
    name: row.name,
    organisation: row.outlets?.[0]?.name ?? null,
    title: row.role || (row.outlets?.[0]?.role ?? ''),
    emails: addressesOf(row, 'email'),
    links: [...row.links, ...addressesOf(row, 'form').map((url) => ({ url, label: 'Contact form' }))],
    handles,
    tags: row.tags,
    note: row.note,
    timeZone: row.timeZone,
    changedAt: new Date(row.updatedAt).toISOString(),
  })
}

function addressesOf({ channels }: ExportedContact, wanted: string): string[] {
  return (channels ?? []).filter(({ kind }) => kind === wanted).map(({ address }) => address)
}

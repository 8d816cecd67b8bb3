export type ImportWarningKind =
  | 'ambiguous-date'
  | 'unread-date'
  | 'unread-email'
  | 'unread-address'
  | 'unread-value'
  | 'several-sites'
  | 'shared-platform'
  | 'paid'
  | 'exchange'
  | 'unread-card-line'

/** Something a person should know of a row that was read all the same. */
export type ImportWarning = { kind: ImportWarningKind; column?: string; value?: string }

export type CountedWarning = ImportWarning & { count: number; lines: readonly (number | string)[] }

const VALUE_MAX_CHARACTERS = 60

/** One sentence or two for all warnings of one kind and column. `value` is the first that was met. */
export function warningWords(warning: CountedWarning): string {
  return `${whatIsMeant(warning)} ${whereItIs(warning)}`
}

function whatIsMeant({ kind, column, value, count }: CountedWarning): string {
  const shown = quoted(value)
  const inColumn = column ? ` in "${shortened(column)}"` : ''
  const is = count === 1 ? 'is' : 'are'
  switch (kind) {
    case 'ambiguous-date':
      return `${count} ${many(count, 'date')}${inColumn} can be read in two ways (${shown}). The day was taken to come first.`
    case 'unread-date':
      return `${count} ${many(count, 'date')}${inColumn} could not be read (${shown}) and ${count === 1 ? 'was' : 'were'} left out.`
    case 'unread-email':
      return `${count} e-mail ${many(count, 'address', 'addresses')} could not be read (${shown}) and ${count === 1 ? 'was' : 'were'} left out.`
    case 'unread-address':
      return `${count} web ${many(count, 'address', 'addresses')}${inColumn} could not be read (${shown}) and ${count === 1 ? 'was' : 'were'} left out.`
    case 'unread-value':
      return `${count} ${many(count, 'cell')}${inColumn} could not be understood (${shown}) and ${count === 1 ? 'was' : 'were'} left out.`
    case 'shared-platform':
      return `${count} ${many(count, 'page')} ${is} on a platform where many outlets live (${shown}). The mention is kept, without an outlet.`
    case 'several-sites':
      return `${count} ${many(count, 'row')} ${count === 1 ? 'names' : 'name'} several sites (${shown}). Only the first of them was taken.`
    case 'paid':
      return `${count} ${many(count, 'row')} ${is} marked as paid for. Rapport keeps ${count === 1 ? 'it' : 'them'} as "paid elsewhere": such a link has to be marked sponsored or nofollow.`
    case 'exchange':
      return `${count} ${many(count, 'row')} ${is} marked as an exchange of links. Search engines count exchanges as link schemes; Rapport keeps the label.`
    case 'unread-card-line':
      return `${count} ${many(count, 'line')} of contact cards could not be read (${shown}). The rest of each card was.`
  }
}

function whereItIs({ count, lines }: CountedWarning): string {
  const rest = count > lines.length ? ` and ${count - lines.length} more` : ''
  return `${many(lines.length, 'Line')} ${lines.join(', ')}${rest}.`
}

function many(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? one : several
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'see there' : `"${shortened(value)}"`
}

function shortened(value: string): string {
  const text = value.slice(0, VALUE_MAX_CHARACTERS + 1).replace(/\p{C}/gu, ' ')
  return text.length > VALUE_MAX_CHARACTERS ? `${text.slice(0, VALUE_MAX_CHARACTERS)}…` : text
}

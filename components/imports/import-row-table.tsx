import type { ReactNode } from 'react'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { languageName } from '#lib/domain/languages.ts'
import { differs, type SiteGuess, type Step } from '#lib/features/imports/import-plan.ts'
import type { ShownRow } from '#lib/features/imports/import-queries.ts'
import { rowSummary } from '#lib/features/imports/row-summary.ts'
import { GUESSED_SITE, isTakeable } from '#lib/features/imports/takeable-fields.ts'
import { APPLY_FORM, fieldWords, shortFieldWords } from './import-words.ts'

const SHOWN_CHARACTERS = 160

type ImportRowTableProps = {
  rows: readonly ShownRow[]
  caption: string
  /** Names of those who look after outlets, by id. */
  members: Readonly<Record<string, string>>
  /** Whether the file's values can still be chosen, field by field: the boxes belong to the form of the preview. */
  isAsking: boolean
}

/** Rows of a file, each with what it would do and why. */
export function ImportRowTable({ rows, caption, members, isAsking }: ImportRowTableProps) {
  return (
    <Table
      caption={caption}
      head={
        <>
          <Th>Row</Th>
          <Th>About</Th>
          <Th>What it does</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.number}>
          <Td>{row.line || row.number}</Td>
          <Td label="About">
            <About record={row.record} />
          </Td>
          <Td label="What it does">
            {row.words ? <p className="wrap-anywhere">{row.words}</p> : null}
            {isAsking && differs(row.plan) ? (
              <input type="hidden" form={APPLY_FORM} name="shown[]" value={row.number} />
            ) : null}
            <PlanWords row={row} members={members} isAsking={isAsking} />
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

function About({ record }: { record: unknown }) {
  const { outlet, person, email, page, cells } = rowSummary(record)
  const lines = [person, email, outlet, page].filter((line) => line !== '')
  const shown = lines.length > 0 ? lines : [cells.filter((cell) => cell !== '').join(' · ')]
  return (
    <ul>
      {[...new Set(shown)].map((line) => (
        <li key={line} className="wrap-anywhere">
          <bdi>{short(line)}</bdi>
        </li>
      ))}
    </ul>
  )
}

const NOUNS = { prospect: 'outlet', contact: 'person', mention: 'mention' } as const

type PlanProps = { row: ShownRow; members: ImportRowTableProps['members']; isAsking: boolean }
type StepProps = PlanProps & { noun: keyof typeof NOUNS; step: Step }

function PlanWords(props: PlanProps) {
  const { plan, kind } = props.row
  if (kind === 'refused') return null
  const steps = (['prospect', 'contact', 'mention'] as const).flatMap((noun) =>
    plan[noun] ? [{ noun, step: plan[noun] }] : [],
  )
  const addresses = plan.contact?.is === 'new' ? [] : (plan.addresses ?? [])
  return (
    <ul className="flex flex-col gap-1">
      {steps.map(({ noun, step }) => (
        <li key={noun}>
          {step.is === 'new' ? `A new ${NOUNS[noun]}` : null}
          {step.is === 'changed' ? <FieldLines {...props} noun={noun} step={step} /> : null}
          {step.is === 'same' && !step.kept ? `The ${NOUNS[noun]} is as it was` : null}
          {step.kept ? <KeptLines {...props} noun={noun} step={step} /> : null}
        </li>
      ))}
      {plan.guess ? <GuessLine {...props} guess={plan.guess} /> : null}
      {addresses.map(({ id, address }) => (
        <li key={id} className="wrap-anywhere">
          One more address: <bdi>{address}</bdi>
        </li>
      ))}
      {plan.tie && plan.contact?.is !== 'new' ? <li>They work for this outlet too</li> : null}
    </ul>
  )
}

function FieldLines({ noun, step, members }: StepProps) {
  return (
    <>
      Something more about the {NOUNS[noun]}:
      <ul className="list-disc pl-5">
        {Object.entries(step.set).map(([field, { before, after }]) => (
          <li key={field} className="wrap-anywhere">
            {shortFieldWords(field)}: <bdi>{wordsOf(field, before, members) || 'empty'}</bdi> becomes{' '}
            <bdi>{wordsOf(field, after, members) || 'empty'}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function KeptLines({ noun, step, members, row, isAsking }: StepProps) {
  return (
    <ul className="list-disc pl-5 text-ink-soft">
      {Object.entries(step.kept ?? {}).map(([field, { yours, theirs }]) => (
        <li key={field} className="wrap-anywhere">
          {shortFieldWords(field)}: yours is kept, <bdi>{wordsOf(field, yours, members) || 'empty'}</bdi>. The
          file says <bdi>{wordsOf(field, theirs, members)}</bdi>.
          {isAsking && isTakeable(`${noun}.${field}`) ? (
            <TakeBox row={row} field={`${noun}.${field}`}>
              Take the file’s <span className="sr-only">{fieldWords(`${noun}.${field}`)}</span>
            </TakeBox>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function GuessLine({ guess, row, isAsking }: PlanProps & { guess: SiteGuess }) {
  return (
    <li className="wrap-anywhere text-ink-soft">
      The file has no web address of <bdi>{short(guess.outlet)}</bdi>, so it is not made an outlet.{' '}
      <bdi>{short(guess.address)}</bdi> may tell where it is: <bdi>{short(guess.url)}</bdi>.
      {isAsking ? (
        <TakeBox row={row} field={GUESSED_SITE}>
          Take that for its site
        </TakeBox>
      ) : null}
    </li>
  )
}

function TakeBox({ row, field, children }: { row: ShownRow; field: string; children: ReactNode }) {
  return (
    <Checkbox
      form={APPLY_FORM}
      name="rowTake[]"
      value={`${row.number}:${field}`}
      defaultChecked={row.take.includes(field)}
      label={children}
    />
  )
}

function wordsOf(field: string, value: unknown, members: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined) return ''
  if (field === 'prospectId') return 'the outlet of its page'
  if (field === 'ownerId') return members[String(value)] ?? 'somebody who is not here any more'
  if (field === 'notForUsAt') return String(value).slice(0, 10)
  if (field === 'country') return countryName(String(value))
  if (field === 'language') return languageName(String(value))
  if (Array.isArray(value))
    return short(value.map((each) => (typeof each === 'string' ? each : (each?.url ?? ''))).join(', '))
  if (typeof value === 'object') return short((value as { claim?: string }).claim ?? 'named')
  return short(String(value))
}

function short(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

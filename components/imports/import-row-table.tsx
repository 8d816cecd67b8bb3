import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import type { RowPlan, Step } from '#lib/features/imports/import-plan.ts'
import type { ShownRow } from '#lib/features/imports/import-queries.ts'
import { rowSummary } from '#lib/features/imports/row-summary.ts'
import { shortFieldWords } from './import-words.ts'

const SHOWN_CHARACTERS = 160

/** Rows of a file, each with what it would do and why. */
export function ImportRowTable({ rows, caption }: { rows: readonly ShownRow[]; caption: string }) {
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
            <PlanWords plan={row.plan} kind={row.kind} />
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

function PlanWords({ plan, kind }: { plan: RowPlan; kind: string }) {
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
          {step.is === 'changed' ? <FieldLines noun={noun} step={step} /> : null}
          {step.is === 'same' && !step.kept ? `The ${NOUNS[noun]} is as it was` : null}
          {step.kept ? <KeptLines step={step} /> : null}
        </li>
      ))}
      {addresses.map(({ id, address }) => (
        <li key={id} className="wrap-anywhere">
          One more address: <bdi>{address}</bdi>
        </li>
      ))}
      {plan.tie && plan.contact?.is !== 'new' ? <li>They work for this outlet too</li> : null}
    </ul>
  )
}

function FieldLines({ noun, step }: { noun: keyof typeof NOUNS; step: Step }) {
  return (
    <>
      Something more about the {NOUNS[noun]}:
      <ul className="list-disc pl-5">
        {Object.entries(step.set).map(([field, { before, after }]) => (
          <li key={field} className="wrap-anywhere">
            {shortFieldWords(field)}: <bdi>{wordsOf(field, before) || 'empty'}</bdi> becomes{' '}
            <bdi>{wordsOf(field, after)}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

function KeptLines({ step }: { step: Step }) {
  return (
    <ul className="list-disc pl-5 text-ink-soft">
      {Object.entries(step.kept ?? {}).map(([field, { yours, theirs }]) => (
        <li key={field} className="wrap-anywhere">
          {shortFieldWords(field)}: yours is kept, <bdi>{wordsOf(field, yours)}</bdi>. The file says{' '}
          <bdi>{wordsOf(field, theirs)}</bdi>.
        </li>
      ))}
    </ul>
  )
}

function wordsOf(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field === 'prospectId') return 'the outlet of its page'
  if (Array.isArray(value))
    return short(value.map((each) => (typeof each === 'string' ? each : (each?.url ?? ''))).join(', '))
  if (typeof value === 'object') return short((value as { claim?: string }).claim ?? 'named')
  return short(String(value))
}

function short(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

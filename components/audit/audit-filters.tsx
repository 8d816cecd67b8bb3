import { useId } from 'react'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { AUDIT_ACTIONS } from '#lib/domain/audit/audit-actions.ts'
import { AUDIT_ACTORS, AUDIT_OBJECTS, type AuditObject } from '#lib/domain/audit/audit-objects.ts'
import { AUDIT_ACTOR_WORDS, auditActionWords } from '#lib/domain/audit/audit-words.ts'
import { type AuditList, auditListHref } from '#lib/features/audit/audit-list.ts'

type Props = {
  base: string
  list: AuditList
  actors: { id: string; name: string; leftAt: Date | null }[]
  programs: { id: string; name: string; member: { name: string } }[]
}

const OTHERS = AUDIT_ACTORS.filter((kind) => kind !== 'member')
const OBJECTS = Object.entries(AUDIT_OBJECTS).map(([value, { many }]) => ({ value, label: many }))
const ACTIONS = OBJECTS.map(({ value: kind, label }) => ({
  label,
  choices: Object.entries(AUDIT_ACTIONS)
    .filter(([, { of }]) => of === kind)
    .map(([value, { words }]) => ({ value, label: words })),
})).filter(({ choices }) => choices.length > 0)

/** Who, by which program, what, to what, and between which days. */
export function AuditFilters({ base, list, actors, programs }: Props) {
  const { who, program, action, object, from, to } = list
  const chosen = { who, program, action, object, from, to }
  const without = (field: keyof typeof chosen) => auditListHref(base, { ...chosen, [field]: '' })
  const people = actors.map(({ id, name, leftAt }) => ({
    value: id,
    label: leftAt ? `${name} (left)` : name,
  }))
  const others = OTHERS.map((kind) => ({ value: kind as string, label: AUDIT_ACTOR_WORDS[kind] }))
  const tokens = [
    { value: 'any', label: 'Any program' },
    ...programs.map(({ id, name, member }) => ({ value: id, label: `${name} (of ${member.name})` })),
  ]
  const programWords = tokens.find(({ value }) => value === program)?.label ?? 'Another program'
  const whoWords = [...people, ...others].find(({ value }) => value === who)?.label ?? 'Somebody else'
  return (
    <FilterBar
      action={base}
      label="Narrow the log down"
      clearHref={base}
      chips={[
        ...(who ? [{ label: whoWords, href: without('who') }] : []),
        ...(program ? [{ label: programWords, href: without('program') }] : []),
        ...(action ? [{ label: auditActionWords(action), href: without('action') }] : []),
        ...(object ? [{ label: AUDIT_OBJECTS[object as AuditObject].many, href: without('object') }] : []),
        ...(from ? [{ label: `From ${from}`, href: without('from') }] : []),
        ...(to ? [{ label: `Until ${to}`, href: without('to') }] : []),
      ]}
    >
      <FilterSelect
        key={`who-${who}`}
        name="who"
        label="Who"
        choices={[...people, ...others]}
        defaultValue={who}
      />
      {programs.length > 0 || program ? (
        <FilterSelect
          key={`program-${program}`}
          name="program"
          label="By a program"
          choices={tokens}
          defaultValue={program}
        />
      ) : null}
      <FilterSelect
        key={`action-${action}`}
        name="action"
        label="Did what"
        choices={ACTIONS}
        defaultValue={action}
      />
      <FilterSelect
        key={`object-${object}`}
        name="object"
        label="To what"
        choices={OBJECTS}
        defaultValue={object}
      />
      <DayField name="from" label="From" value={from} />
      <DayField name="to" label="Until" value={to} />
    </FilterBar>
  )
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-ink-soft">
        {label}
      </label>
      <TextInput key={value} id={id} type="date" name={name} defaultValue={value} />
    </div>
  )
}

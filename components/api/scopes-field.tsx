'use client'

import { Checkbox } from '#components/ui/checkbox.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { FieldGroup } from '#components/ui/field.tsx'
import { allOf, useFormField } from '#components/ui/form-context.tsx'
import type { ScopeRow } from '#lib/domain/api/api-scopes.ts'

/** What a token may, a line for each noun: reading it, and writing it beside that where a program may. */
export function ScopesField({ rows }: { rows: readonly ScopeRow[] }) {
  const reads = useFormField('reads[]')
  const writes = useFormField('writes[]')
  const errors = [...(reads.errors ?? []), ...(writes.errors ?? [])]
  const kept = reads.cameBack || writes.cameBack ? [...allOf(reads.kept), ...allOf(writes.kept)] : []
  const hasWrites = rows.some(({ write }) => write !== null)
  return (
    <FieldGroup
      id={reads.id}
      label="What it may"
      hint="Tick as little as the program needs. Who may write a thing may read it too. Pitches, messages, reading notes and quotes are only read: writing those is a person’s."
      errors={errors}
      required
    >
      <ul key={`${reads.key} ${writes.key}`} className="divide-y divide-line border-y border-line">
        {rows.map(({ noun, label, read, write }) => (
          <li
            key={noun}
            className={classNames(
              'grid items-center gap-x-4',
              hasWrites ? 'grid-cols-[minmax(0,1fr)_5rem_5rem]' : 'grid-cols-[minmax(0,1fr)_5rem]',
            )}
          >
            <span aria-hidden="true" className="py-2">
              {label}
            </span>
            <Checkbox
              name="reads[]"
              value={read}
              label={<Named way="Read" of={label} />}
              defaultChecked={kept.includes(read)}
            />
            {write ? (
              <Checkbox
                name="writes[]"
                value={write}
                label={<Named way="Write" of={label} />}
                defaultChecked={kept.includes(write)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

/** The noun stands at the beginning of its line; whoever hears one box alone hears it with that box. */
function Named({ way, of }: { way: string; of: string }) {
  return (
    <>
      {way}
      <span className="sr-only"> {of}</span>
    </>
  )
}

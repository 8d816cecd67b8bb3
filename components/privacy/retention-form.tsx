import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { RETENTION_RULES, RETENTION_TABLE } from '#lib/domain/retention.ts'

type RetentionFormProps = {
  /** The page's own address: asking what a rule would do changes nothing. */
  here: string
  values: Readonly<Record<string, string | number | null | undefined>>
  errors: Readonly<Record<string, string[]>>
  mayChange: boolean
}

/** The days of each rule. Sending it only shows what they would do; switching on is a second step. */
export function RetentionForm({ here, values, errors, mayChange }: RetentionFormProps) {
  return (
    <form action={here} className="flex flex-col gap-6" aria-label="What is let go">
      {RETENTION_RULES.map((rule) => {
        const { label, meaning } = RETENTION_TABLE[rule]
        const id = `retention-${rule}`
        const words = { hint: meaning, errors: errors[rule] }
        return (
          <Field key={rule} id={id} {...words} label={`${label}: days`} required={false}>
            <TextInput
              {...fieldAria(id, words)}
              name={rule}
              inputMode="numeric"
              defaultValue={values[rule] ?? ''}
              disabled={!mayChange}
              autoComplete="off"
            />
          </Field>
        )
      })}
      {mayChange ? (
        <div>
          <Button type="submit">Show what this would do</Button>
        </div>
      ) : (
        <p className="text-sm text-ink-soft">An owner can change this.</p>
      )}
    </form>
  )
}

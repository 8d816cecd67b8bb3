import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { FACT_KIND_TABLE, type FactKind } from '#lib/domain/requests/fact-kinds.ts'
import type { FactSeen } from '#lib/features/sites/fact-queries.ts'

/** The fields of one line of a fact sheet, in the words of its kind. */
export function FactFields({ kind, fact }: { kind: FactKind; fact?: FactSeen }) {
  const words = FACT_KIND_TABLE[kind]
  return (
    <>
      {words.person ? (
        <TextField name="person" label={words.person} defaultValue={fact?.person} maxLength={120} />
      ) : null}
      <TextField name="title" label={words.title} required defaultValue={fact?.title} maxLength={120} />
      <TextAreaField
        name="text"
        label="The words"
        required
        serif
        rows={kind === 'bio-long' ? 8 : 3}
        defaultValue={fact?.text}
        hint={words.mostWords ? `${words.hint} At most ${words.mostWords} words.` : words.hint}
      />
      {words.hasSource ? (
        <>
          <TextField name="source" label="Where it stands" defaultValue={fact?.source} maxLength={300} />
          <TextField name="sourceUrl" type="url" label="Its address" defaultValue={fact?.sourceUrl} />
        </>
      ) : null}
      {kind === 'quote' ? (
        <TextField
          name="saidOn"
          type="date"
          label="Said on"
          defaultValue={fact?.saidOn?.toISOString().slice(0, 10)}
        />
      ) : null}
    </>
  )
}

import { buttonClass } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'

const HINT =
  'Save their mail as an .eml file in your mail program. It is read as if it had come in here: an answer, an out of office, a returned mail.'

/** A plain form that posts a saved mail: it needs no scripts, and takes a file that is dropped on its field. */
export function DropMailForm({ workspace, pitchId }: { workspace: string; pitchId: string }) {
  return (
    <div className="py-1 first:pt-0 last:pb-0">
      <Disclosure summary="I have their mail as a file" name="what-came-back">
        <form
          action={`/w/${workspace}/pitches/${pitchId}/upload`}
          method="post"
          encType="multipart/form-data"
          className="flex flex-col gap-3"
        >
          <Field id="dropped-mail" label="Mail" hint={HINT} required>
            <input
              type="file"
              name="file"
              accept=".eml,message/rfc822"
              className="tap w-full rounded-md border border-line-strong bg-sheet px-3 py-2"
              {...fieldAria('dropped-mail', { hint: HINT, required: true })}
            />
          </Field>
          <div>
            <button type="submit" className={buttonClass({ tone: 'primary' })}>
              Read this mail
            </button>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}

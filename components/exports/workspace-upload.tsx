import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

const WRONG: Readonly<Record<string, string>> = {
  'no-file': 'Choose a file first.',
  'broke-off': 'The file did not arrive whole. Try again.',
  'too-large': 'That file is larger than 2 GB, the most that can be taken.',
  refused: 'That file is empty, or something is in its way here.',
  broken: 'Something went wrong on our side. Try again.',
}

type Props = {
  /** The route that takes the file as it arrives: no script is needed, and no limit but its own holds. */
  action: string
  /** What was wrong with the last one, as the route put it into the address. */
  wrong: string
}

export function WorkspaceUpload({ action, wrong }: Props) {
  const words = Object.hasOwn(WRONG, wrong) ? WRONG[wrong] : undefined
  const about = {
    hint: 'The ZIP that “Take it all with you” has written. All of it is checked before any of it is written.',
    required: true,
    ...(words ? { errors: [words] } : {}),
  }
  return (
    <form action={action} method="post" encType="multipart/form-data" className="flex flex-col gap-4">
      <Field id="file" label="File" {...about}>
        <TextInput
          type="file"
          name="file"
          accept=".zip,application/zip"
          className="py-2"
          {...fieldAria('file', about)}
        />
      </Field>
      <div>
        <Button type="submit" tone="primary">
          Bring it in
        </Button>
      </div>
    </form>
  )
}

import { PITCH_VARIABLE_MEANINGS, PITCH_VARIABLES } from '#lib/domain/pitch-desk/pitch-variables.ts'

/** The variables a block may have in it, each with what it becomes. */
export function VariableList() {
  return (
    <>
      <p className="mb-2 max-w-measure text-sm text-ink-soft">
        Write one between braces, and it is filled in as the block goes into a letter. What is not known stays
        open, and a letter with something open does not go out.
      </p>
      <ul className="flex flex-col gap-1">
        {PITCH_VARIABLES.map((variable) => (
          <li key={variable}>
            <code className="font-semibold">{`{${variable}}`}</code>: {PITCH_VARIABLE_MEANINGS[variable]}
          </li>
        ))}
      </ul>
    </>
  )
}

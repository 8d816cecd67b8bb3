'use client'

import { Ban, PencilLine } from 'lucide'
import { useId, useState } from 'react'
import { putIntoField } from '#components/pitches/put-into-field.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import {
  isRefused,
  KEEP_SENTENCE,
  reviewSampleWords,
  type SampleWordsProblem,
  TELL_SENTENCE,
} from '#lib/domain/samples/sample-words.ts'

type SampleWordsFieldProps = {
  defaultValue?: string
  saidOtherwise?: boolean
  overruleReason?: string
  /** An owner may let words stand that read like a condition, with a reason. */
  mayOverrule: boolean
}

/** The words that go with a gift, looked through while they are typed by what the command asks as well. */
export function SampleWordsField({
  defaultValue = '',
  saidOtherwise = false,
  overruleReason = '',
  mayOverrule,
}: SampleWordsFieldProps) {
  const { kept, key } = useFormField('words')
  const [typed, setTyped] = useState<{ key: string; words: string } | null>(null)
  // Fields begin anew with every answer; what was typed before it counts no more.
  const words = typed?.key === key ? typed.words : (firstOf(kept) ?? defaultValue)
  const problems = reviewSampleWords(words)
  const boxId = useId()

  function putIn(sentence: string) {
    const box = document.getElementById(boxId)?.querySelector('textarea')
    if (!box) return
    const gap = box.value.trim() === '' ? '' : '\n\n'
    putIntoField(box, { start: box.value.length, end: box.value.length, text: `${gap}${sentence}` })
  }

  return (
    <div className="flex flex-col gap-4">
      <div id={boxId} onInput={({ target }) => notice(target)}>
        <TextAreaField
          name="words"
          label="The words that go with it"
          hint="As they stand in the mail or on the note in the parcel. They are kept as they went out."
          serif
          rows={8}
          dir="auto"
          required
          defaultValue={defaultValue}
        />
      </div>
      <div role="status" className="text-sm">
        {problems.length === 0 ? (
          <p className="text-good">No strings, and their readers will know. These words may go.</p>
        ) : (
          <ul className="flex flex-col gap-3">
            {problems.map((problem) => (
              <Problem key={problem.kind} problem={problem} onPutIn={putIn} />
            ))}
          </ul>
        )}
      </div>
      <CheckboxField
        name="saidOtherwise"
        label="It says so in other words or another language"
        hint="That they may keep it either way, and how to tell their readers."
        defaultChecked={saidOtherwise}
      />
      {mayOverrule && (problems.some(isRefused) || overruleReason) ? (
        <TextAreaField
          name="overruleReason"
          label="Why these words may stand all the same"
          hint="For owners. The reason is kept with the sample."
          rows={2}
          maxLength={500}
          defaultValue={overruleReason}
        />
      ) : null}
    </div>
  )

  function notice(target: EventTarget) {
    if (target instanceof HTMLTextAreaElement) setTyped({ key, words: target.value })
  }
}

const MENDED_BY: Partial<Record<SampleWordsProblem['kind'], string>> = {
  'keep-missing': KEEP_SENTENCE,
  'tell-missing': TELL_SENTENCE,
}

function Problem({ problem, onPutIn }: { problem: SampleWordsProblem; onPutIn: (sentence: string) => void }) {
  const { kind, message, remedy } = problem
  const sentence = MENDED_BY[kind]
  const refused = isRefused(problem)
  return (
    <li className="flex gap-3">
      <Icon
        of={refused ? Ban : PencilLine}
        className={classNames('mt-1 size-4 shrink-0', refused ? 'text-stop' : 'text-careful')}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{message}</p>
        <p className="text-ink-soft">{remedy}</p>
        {sentence ? (
          <button
            type="button"
            className={`${buttonClass({ tone: 'quiet' })} noscript:hidden`}
            onClick={() => onPutIn(sentence)}
          >
            Put that in
          </button>
        ) : null}
      </div>
    </li>
  )
}

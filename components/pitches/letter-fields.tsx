'use client'

import type { RefObject } from 'react'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { TextArea, TextInput } from '#components/ui/text-input.tsx'
import { bodyWithoutSignature } from '#lib/domain/pitch-gate/own-text.ts'
import { countWords } from '#lib/domain/text/words.ts'
import { LETTER_FIELDS } from './remedy-ways.ts'
import type { DraftTexts } from './send-draft.ts'

const SUBJECT_GOOD = { from: 30, to: 60 }

type LetterFieldsProps = {
  /** As the fields are drawn first. */
  drawn: DraftTexts
  /** As they stand now. */
  typed: DraftTexts
  errors?: Record<string, string[]>
  letterRef: RefObject<HTMLTextAreaElement | null>
  onType: (change: Partial<DraftTexts>) => void
  onCursor: () => void
}

/** The two fields of a letter, each with its length in words that help. */
export function LetterFields({ drawn, typed, errors, letterRef, onType, onCursor }: LetterFieldsProps) {
  return (
    <>
      <Field
        id={LETTER_FIELDS.subject}
        label="Subject"
        required
        errors={errors?.subject}
        hint={subjectHint(typed.subject)}
      >
        <TextInput
          name="subject"
          dir="auto"
          autoComplete="off"
          defaultValue={drawn.subject}
          onInput={(event) => onType({ subject: event.currentTarget.value })}
          {...fieldAria(LETTER_FIELDS.subject, { hint: true, errors: errors?.subject })}
        />
      </Field>
      <Field id={LETTER_FIELDS.body} label="Letter" required errors={errors?.body}>
        <TextArea
          ref={letterRef}
          name="body"
          serif
          rows={16}
          dir="auto"
          className="min-h-96! px-4 py-3 sm:px-6 sm:py-5"
          defaultValue={drawn.body}
          onInput={(event) => onType({ body: event.currentTarget.value })}
          onFocus={onCursor}
          {...fieldAria(LETTER_FIELDS.body, { errors: errors?.body })}
        />
      </Field>
    </>
  )
}

/** How long the letter is, without its signature, beside what is likely to be read. */
export function wordsHint(
  body: string,
  { maxWords, warnWords }: { maxWords: number; warnWords: number },
): string {
  const words = countWords(bodyWithoutSignature({ body, signature: '' }))
  const count = `${words} ${words === 1 ? 'word' : 'words'}`
  if (words <= warnWords) return `${count}. Short ones get read; ${maxWords} is the most.`
  if (words <= maxWords) return `${count}. Up to ${warnWords} is more likely to be read.`
  return `${count}, where ${maxWords} is the most. Lines that say who you are do not count.`
}

function subjectHint(subject: string): string {
  const { from, to } = SUBJECT_GOOD
  const length = [...subject.trim()].length
  if (length === 0) return `Between ${from} and ${to} characters read well.`
  const where = length < from ? 'a little short' : length > to ? 'long: phones cut it off' : 'a good length'
  return `${length} characters, ${where}.`
}

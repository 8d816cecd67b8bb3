import { ButtonLink } from '#components/ui/button.tsx'
import type { ProspectStage } from '#lib/domain/prospect-stage.ts'

type NextStepProps = {
  /** "/w/fernway". */
  home: string
  prospectId: string
  stage: ProspectStage
  /** Somebody there can be reached. */
  hasContact: boolean
  newestReadingId?: string
  /** The conversation that is open, if one is. */
  talkingPitchId?: string
}

/** The one thing to do now with a prospect, from where it stands. */
export function NextStep(props: NextStepProps) {
  const step = stepFor(props)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-accent/40 bg-accent-wash px-4 py-3 sm:px-6">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-semibold text-accent">Next: </span>
        {step.words}
      </p>
      {step.href ? (
        <ButtonLink href={step.href} tone="primary" data-new-link>
          {step.label}
        </ButtonLink>
      ) : null}
    </div>
  )
}

function stepFor({ home, prospectId, stage, hasContact, newestReadingId, talkingPitchId }: NextStepProps) {
  const prospect = `prospect=${prospectId}`
  switch (stage) {
    case 'to-read':
      return {
        words: 'read something of theirs, and note what struck you.',
        label: 'Read a post',
        href: `${home}/reading/new?${prospect}`,
      }
    case 'read':
      if (!hasContact) {
        return {
          words: 'find the person who writes, and a way to reach them.',
          label: 'Add a contact',
          href: `${home}/prospects/${prospectId}/contacts/new`,
        }
      }
      return {
        words: 'write one short note about what you read.',
        label: 'Write a pitch',
        href: `${home}/pitches/new?${prospect}${newestReadingId ? `&reading=${newestReadingId}` : ''}`,
      }
    case 'pitched':
      return { words: 'nothing today. Your note is with them; Today says when a follow-up is due.' }
    case 'talking':
      return {
        words: 'they answered. Keep the conversation going, and record their page when it is out.',
        label: 'Open the conversation',
        href: talkingPitchId ? `${home}/pitches/${talkingPitchId}` : undefined,
      }
    case 'covered':
      return { words: 'say thank you, and share their page. A touch costs one tap.' }
    case 'resting':
      return { words: 'let it rest. Comment or share now and then; write again when there is something new.' }
    case 'not-for-us':
      return { words: 'nothing. It was set aside.' }
  }
}

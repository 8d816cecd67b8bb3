import { Check } from 'lucide'
import { ButtonLink } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { type Action, can, type Role } from '#lib/domain/roles.ts'
import type { findFirstSteps } from '#lib/features/today/first-steps-queries.ts'

type Steps = Awaited<ReturnType<typeof findFirstSteps>>

const STEPS: {
  key: keyof Steps
  title: string
  words: string
  path: string
  button: string
  needs: Action
}[] = [
  {
    key: 'site',
    title: 'Add a site',
    words: 'What you earn links for: its address and the names it goes by.',
    path: '/sites/new',
    button: 'Add a site',
    needs: 'sites.write',
  },
  {
    key: 'campaign',
    title: 'Add a campaign',
    words: 'One angle: a product somebody misses, or something you know that others would cite.',
    path: '/campaigns/new',
    button: 'Add a campaign',
    needs: 'campaigns.write',
  },
  {
    key: 'prospect',
    title: 'Find a blogger',
    words: 'A small site with real readers who would care. Paste its address.',
    path: '/prospects/new',
    button: 'Add a prospect',
    needs: 'prospects.write',
  },
  {
    key: 'reading',
    title: 'Read a post',
    words: 'Keep a sentence that struck you, word for word, and what the post is missing.',
    path: '/reading/new',
    button: 'Read a post',
    needs: 'reading.write',
  },
  {
    key: 'pitch',
    title: 'Write',
    words: 'One short letter to one person, about what you read. You send it yourself.',
    path: '/pitches/new',
    button: 'Write a pitch',
    needs: 'pitches.write',
  },
]

/** The way in, until every step has been taken once. */
export function FirstSteps({ home, steps, role }: { home: string; steps: Steps; role: Role }) {
  const next = STEPS.find((step) => !steps[step.key])
  if (!next) return null
  return (
    <Panel title="What to do first" lead="Five steps to the first letter. Each takes a few minutes.">
      <ol className="flex flex-col divide-y divide-line">
        {STEPS.map((step, index) => {
          const isDone = steps[step.key]
          const isNext = step === next
          return (
            <li
              key={step.key}
              className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0"
            >
              <span
                aria-hidden
                className={classNames(
                  'flex size-8 shrink-0 items-center justify-center rounded-full border font-serif',
                  isDone
                    ? 'border-good/40 bg-good-wash text-good'
                    : isNext
                      ? 'border-accent text-accent'
                      : 'border-line-strong text-ink-soft',
                )}
              >
                {isDone ? <Icon of={Check} className="size-4" /> : index + 1}
              </span>
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold">
                  {step.title}
                  {isDone ? <span className="font-normal text-good"> done</span> : null}
                </p>
                <p className="text-sm text-ink-soft">{step.words}</p>
              </div>
              {isNext && can(role, step.needs) ? (
                <ButtonLink href={`${home}${step.path}`} tone="primary">
                  {step.button}
                </ButtonLink>
              ) : null}
              {isNext && !can(role, step.needs) ? (
                <span className="text-sm text-ink-soft">Somebody with another role does this.</span>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { demoSignInAction } from '#lib/features/workspaces/account-actions.ts'
import type { DEMO_ROLES } from '#lib/features/workspaces/account-schema.ts'

type DemoRole = (typeof DEMO_ROLES)[number]

const ROLE_WORDS: Record<DemoRole, { label: string; meaning: string }> = {
  'shop-owner': { label: 'the shop owner', meaning: 'Logs outreach between orders.' },
  freelancer: { label: 'the freelancer', meaning: 'Manages pitches for several customers.' },
  'agency-reviewer': {
    label: "the agency's reviewer",
    meaning: 'Checks pitches and outcomes before a customer sees them.',
  },
  'agency-viewer': {
    label: 'a viewer',
    meaning: 'A customer who may look at the mentions of their own site.',
  },
}

type DemoPeopleProps = {
  people: { demoRole: DemoRole; name: string }[]
  /** Where somebody was going. */
  to: string
}

/** One click each, in local mode only. */
export function DemoPeople({ people, to }: DemoPeopleProps) {
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="demo-people">
      <h2 id="demo-people" className="text-lg font-semibold">
        Or look around first
      </h2>
      <p className="mt-1 mb-4 text-sm text-ink-soft">
        Demo people, with work in progress. Only on your own machine.
      </p>
      <ul className="flex flex-col gap-4">
        {people.map(({ demoRole, name }) => (
          <li key={demoRole}>
            <ActionForm
              action={demoSignInAction}
              hidden={{ demoRole, to }}
              label={`Sign in as ${ROLE_WORDS[demoRole].label}`}
              className="gap-1!"
            >
              <SubmitButton tone="secondary" wide pendingLabel="Signing in">
                {`Sign in as ${ROLE_WORDS[demoRole].label}`}
              </SubmitButton>
              <p className="text-sm text-ink-soft">
                {name}. {ROLE_WORDS[demoRole].meaning}
              </p>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

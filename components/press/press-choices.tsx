import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { setOnPressAction } from '#lib/features/mentions/press-page-actions.ts'
import type { listPressChoices } from '#lib/features/mentions/press-page-queries.ts'

type PressChoicesProps = {
  workspace: string
  home: string
  choices: Awaited<ReturnType<typeof listPressChoices>>['choices']
}

/** Each page, on the press page or left off it with one press. */
export function PressChoices({ workspace, home, choices }: PressChoicesProps) {
  return (
    <ul className="divide-y divide-line">
      {choices.map(({ id, url, outcome, provenance, offPressAt, pressTitle }) => {
        const isOff = offPressAt !== null
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
            <Link
              href={`${home}/mentions/${id}#press-page`}
              data-row-link
              className="ink-link min-w-0 flex-1 basis-64 wrap-anywhere"
            >
              <bdi>{pressTitle || readableAddress(url)}</bdi>
            </Link>
            {isOff ? <Badge>Left off</Badge> : null}
            <MentionOutcomeBadge outcome={outcome} provenance={provenance} />
            <ActionForm
              action={setOnPressAction}
              hidden={{ workspace, mentionId: id, title: pressTitle, ...(isOff ? {} : { isOff: 'on' }) }}
              label={`${isOff ? 'Put on the press page' : 'Leave off'}: ${readableAddress(url)}`}
            >
              <SubmitButton tone="quiet" pendingLabel="Saving">
                {isOff ? 'Put it on' : 'Leave it off'}
              </SubmitButton>
            </ActionForm>
          </li>
        )
      })}
    </ul>
  )
}

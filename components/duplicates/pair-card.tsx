import { Merge } from 'lucide'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { reasonWords } from '#lib/domain/duplicates/duplicate-reasons.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { sayNotSameAction } from '#lib/features/duplicates/duplicate-actions.ts'
import type { DuplicatePairShown } from '#lib/features/duplicates/duplicate-queries.ts'

type PairCardProps = { pair: DuplicatePairShown; workspace: string; mayWrite: boolean }

/** Two that may be one: who they are, what says so, and the two answers. */
export function PairCard({ pair, workspace, mayWrite }: PairCardProps) {
  const { kind, one, other, reasons } = pair
  const home = `/w/${workspace}`
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        <Badge>{kind === 'prospect' ? 'Prospects' : 'Contacts'}</Badge>
        <ul className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {[one, other].map((row) => (
            <li key={row.id} className="min-w-0">
              <Link
                href={`${home}/${kind}s/${row.id}`}
                data-row-link
                className="ink-link font-semibold wrap-anywhere"
              >
                <bdi>{row.name}</bdi>
              </Link>
              <p className="text-sm text-ink-soft wrap-anywhere">
                <bdi>{kind === 'prospect' ? readableAddress(row.at) : row.at || 'At no outlet'}</bdi>
              </p>
            </li>
          ))}
        </ul>
        <ul className="mt-3 flex flex-col gap-1 text-sm">
          {reasons.map((reason) => (
            <li key={reason.kind} className="wrap-anywhere">
              {reasonWords(reason)}
            </li>
          ))}
        </ul>
      </div>
      {mayWrite ? (
        <div className="flex flex-wrap items-start gap-2">
          <ButtonLink href={`${home}/duplicates/merge?kind=${kind}&keep=${one.id}&gone=${other.id}`}>
            <Icon of={Merge} />
            Compare and merge
          </ButtonLink>
          <ActionForm
            action={sayNotSameAction}
            hidden={{ workspace, kind, oneId: one.id, otherId: other.id }}
            label={`${one.name} and ${other.name} are not the same`}
          >
            <SubmitButton tone="quiet" pendingLabel="Noting">
              Not the same
            </SubmitButton>
          </ActionForm>
        </div>
      ) : null}
    </li>
  )
}

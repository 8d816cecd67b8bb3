import { SearchX } from 'lucide'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PROSPECT_STAGE_TABLE, type ProspectStage } from '#lib/domain/prospect-stage.ts'
import type { ProspectLine } from '#lib/features/prospects/prospect-line-queries.ts'
import { type ProspectList, prospectListHref } from '#lib/features/prospects/prospect-list.ts'
import { MOST_SORTED } from '#lib/features/prospects/prospect-page-queries.ts'
import { ProspectTable } from './prospect-table.tsx'

/** Says how far a search has looked, where it did not look at everything. */
export function SearchCut({ cut }: { cut: 'sorted' | 'further' }) {
  return (
    <div className="mb-3">
      <Notice
        tone="neutral"
        title={cut === 'sorted' ? `The ${MOST_SORTED} added last` : 'Not searched to the end yet'}
      >
        {cut === 'sorted'
          ? `Many prospects hold these words. In this order you see the ${MOST_SORTED} that were added last; one word more narrows it down.`
          : 'Many prospects fit a part of this, and few that fit it all stand here. “Next” looks further.'}
      </Notice>
    </div>
  )
}

type NothingFitsProps = {
  base: string
  list: ProspectList
  /** Places from which to look further, where not everything was looked at. */
  after: string | null
  before: string | null
  mayWrite: boolean
}

export function NothingFits({ base, list, after, before, mayWrite }: NothingFitsProps) {
  const isPage = list.after !== '' || list.before !== ''
  return (
    <EmptyState
      icon={SearchX}
      title={after || before ? 'Nothing so far' : isPage ? 'The list ends here' : 'Nothing fits that'}
      actions={
        <>
          {after ? (
            <ButtonLink href={prospectListHref(base, list, { after })}>Look further back</ButtonLink>
          ) : null}
          {before ? (
            <ButtonLink href={prospectListHref(base, list, { before })}>Look further ahead</ButtonLink>
          ) : null}
          {isPage ? <ButtonLink href={prospectListHref(base, list)}>To the start</ButtonLink> : null}
          <ButtonLink href={base}>Show all prospects</ButtonLink>
          {mayWrite ? (
            <ButtonLink
              href={list.q ? `${base}/new?address=${encodeURIComponent(list.q)}` : `${base}/new`}
              tone="primary"
            >
              Add a prospect
            </ButtonLink>
          ) : null}
        </>
      }
    >
      Take a filter away, or add the outlet you were looking for.
    </EmptyState>
  )
}

type ProspectsByStageProps = {
  groups: { stage: ProspectStage; prospects: ProspectLine[]; hasMore: boolean }[]
  list: ProspectList
  base: string
  fields: readonly { key: string; label: string }[]
  now: Date
  timeZone: string
}

/** The first few of each stage; stages that hold nobody are left out. */
export function ProspectsByStage({ groups, ...table }: ProspectsByStageProps) {
  return (
    <div className="flex flex-col gap-8">
      {groups
        .filter(({ prospects, hasMore }) => prospects.length > 0 || hasMore)
        .map(({ stage, prospects, hasMore }) => {
          const { label, meaning } = PROSPECT_STAGE_TABLE[stage]
          return (
            <section key={stage} aria-labelledby={`stage-${stage}`}>
              <h2 id={`stage-${stage}`} className="text-lg font-semibold">
                {label}
              </h2>
              <p className="mb-3 text-ink-soft">{meaning}</p>
              <ProspectTable {...table} prospects={prospects} caption={`Prospects: ${label}`} />
              {hasMore ? (
                <p className="mt-2">
                  <Link
                    href={prospectListHref(table.base, table.list, { stage, group: '' })}
                    className="ink-link"
                  >
                    All of this stage: {label}
                  </Link>
                </p>
              ) : null}
            </section>
          )
        })}
    </div>
  )
}

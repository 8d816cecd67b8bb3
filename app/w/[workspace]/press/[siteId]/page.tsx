import { ExternalLink } from 'lucide'
import type { Metadata } from 'next'
import { PressChoices } from '#components/press/press-choices.tsx'
import { PressPageForms } from '#components/press/press-page-forms.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { can } from '#lib/domain/roles.ts'
import { pressListHref, readPressList } from '#lib/features/mentions/press-list.ts'
import { findPressPage, listPressChoices } from '#lib/features/mentions/press-page-queries.ts'
import { PRESS_PER_PAGE } from '#lib/features/mentions/press-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { getSite } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = {
  params: Promise<{ workspace: string; siteId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function siteOf(params: Props['params']) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'mentions.write')
  return { workspace, scope, site: await found(getSite(scope, pageId(siteId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Press page of ${(await siteOf(params)).site.name}` }
}

export default async function PressPageSettings({ params, searchParams }: Props) {
  const { workspace, scope, site } = await siteOf(params)
  const asked = readPressList(await searchParams)
  const [setUp, press] = await Promise.all([
    findPressPage(scope, site.id),
    listPressChoices(scope, { siteId: site.id, page: asked.page }),
  ])
  const home = `/w/${workspace}`
  const base = `${home}/press/${site.id}`
  const { choices, total, left, page, pages } = press

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Press list', href: `${home}/press` }]}
        title={
          <>
            Press page of <bdi className="wrap-anywhere">{site.name}</bdi>
          </>
        }
        lead="Its press for everybody to read, with a link and without. It is off until you open it."
        actions={
          <>
            <ButtonLink href={`${home}/sites/${site.id}/embed`}>Show it on other pages</ButtonLink>
            {setUp?.href ? (
              <a href={setUp.href} target="_blank" rel="noreferrer" className={buttonClass()}>
                Open the public page
                <Icon of={ExternalLink} />
                <span className="sr-only">(in a new tab)</span>
              </a>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <PressPageForms
          {...{ workspace, setUp }}
          siteId={site.id}
          mayOpen={can(scope.role, 'sites.write')}
          now={scope.now}
          timeZone={scope.timeZone}
        />
        <Panel
          title="What stands on it"
          lead="Every page that a look has found, with your link or your name in it. Pages that somebody was paid for never do."
          flush={choices.length > 0}
        >
          {choices.length === 0 ? (
            <p className="text-ink-soft">Nothing yet. Pages come here as soon as a look has found them.</p>
          ) : (
            <PressChoices {...{ workspace, choices, home }} />
          )}
        </Panel>
        {pages > 1 || left > 0 ? (
          <Pagination
            summary={[
              `${writtenNumber(total - left)} on it`,
              ...(left > 0 ? [`${writtenNumber(left)} left off`] : []),
              ...(pages > 1 ? [`page ${page} of ${pages}, ${PRESS_PER_PAGE} on each`] : []),
            ].join(', ')}
            previousHref={page > 1 ? pressListHref(base, { page: page - 1 }) : undefined}
            nextHref={page < pages ? pressListHref(base, { page: page + 1 }) : undefined}
          />
        ) : null}
      </div>
    </>
  )
}

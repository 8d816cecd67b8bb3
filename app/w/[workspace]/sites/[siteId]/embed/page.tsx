import type { Metadata } from 'next'
import { PressEmbedCode } from '#components/press/press-embed-code.tsx'
import { PressEmbedForm } from '#components/press/press-embed-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { getPressEmbed } from '#lib/features/mentions/press-embed-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; siteId: string }> }

async function embedOf(params: Props['params']) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'mentions.write')
  return { workspace, scope, siteId, embed: await found(getPressEmbed(scope, pageId(siteId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Press of ${(await embedOf(params)).embed.siteName} on other pages` }
}

export default async function PressEmbedPage({ params }: Props) {
  const { workspace, scope, siteId, embed } = await embedOf(params)
  const home = `/w/${workspace}`
  const { count, kinds, withWords } = embed.choice
  // Another choice, another address: or else the frame would go on showing the last one.
  const drawn = [count, ...kinds, ...(withWords ? ['words'] : [])].join('-')
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Press list', href: `${home}/press` },
          { label: 'Press page', href: `${home}/press/${siteId}` },
        ]}
        title={
          <>
            Press of <bdi className="wrap-anywhere">{embed.siteName}</bdi> on other pages
          </>
        }
        lead="A short list of who wrote about it, for its own website or a page of yours. It is off until you turn it on."
      />
      <div className="flex flex-col gap-6">
        <PressEmbedForm
          {...{ workspace, siteId, embed }}
          mayOpen={can(scope.role, 'sites.write')}
          now={scope.now}
          timeZone={scope.timeZone}
        />
        <Panel
          title="How it looks"
          lead="What stands on the press page may stand here. What is left off there is left off here."
          flush
        >
          <iframe
            key={drawn}
            src={`${home}/sites/${siteId}/embed/preview?as=${drawn}`}
            title={`Press about ${embed.siteName}`}
            className="h-80 w-full border-0"
          />
        </Panel>
        {embed.href ? <PressEmbedCode embed={embed} href={embed.href} /> : null}
      </div>
    </>
  )
}

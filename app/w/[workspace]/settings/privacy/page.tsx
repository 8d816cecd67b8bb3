import type { Metadata } from 'next'
import { ErasureList } from '#components/privacy/erasure-list.tsx'
import { RetentionForm } from '#components/privacy/retention-form.tsx'
import { RetentionTonight } from '#components/privacy/retention-tonight.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RETENTION_RULES } from '#lib/domain/retention.ts'
import { can } from '#lib/domain/roles.ts'
import { searchText } from '#lib/features/page-params.ts'
import { backupWords } from '#lib/features/privacy/backup-words.ts'
import { retentionSchema } from '#lib/features/privacy/privacy-schema.ts'
import { getRetention, listErasures, previewRetention } from '#lib/features/privacy/retention-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Privacy' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PrivacySettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const search = await searchParams
  const saved = await getRetention(scope)
  const isTried = RETENTION_RULES.some((rule) => rule in search)
  const typed = Object.fromEntries(RETENTION_RULES.map((rule) => [rule, searchText(search[rule])]))
  const tried = isTried ? retentionSchema.safeParse(typed) : null
  const retention = tried?.success ? tried.data : saved
  const isChange = tried?.success === true && RETENTION_RULES.some((rule) => tried.data[rule] !== saved[rule])
  const [preview, erasures] = [await previewRetention(scope, retention), await listErasures(scope)]
  const mayChange = can(scope.role, 'people.erase')
  const home = `/w/${workspace}`

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `${home}/settings` }]}
        title="Privacy"
        lead="What is let go after a time, and what was erased."
      />
      <div className="flex max-w-form flex-col gap-6">
        {search.erased ? (
          <FormMessage
            ok
            message="They are erased. Their addresses stay on the list of those never to be written to, as hashes."
            remedy={backupWords(scope)}
          />
        ) : null}
        {search.saved ? <FormMessage ok message="Saved. Nothing goes before tonight." /> : null}
        <Panel
          title="What is let go"
          lead="In whole days. A rule without a number is off. Look at what it would do before you switch it on."
        >
          <RetentionForm
            here={`${home}/settings/privacy`}
            values={isTried ? typed : saved}
            errors={tried?.success === false ? fieldErrors(tried.error.issues) : {}}
            mayChange={mayChange}
          />
        </Panel>
        <RetentionTonight workspace={workspace} preview={preview} isChange={isChange} mayChange={mayChange} />
        <ErasureList erasures={erasures} now={scope.now} timeZone={scope.timeZone} />
        <Panel title="One person">
          <p className="max-w-measure">
            To see everything held on a person, or to erase them, open their page and choose “What we hold on
            them”. Who asked not to be written to stands under{' '}
            <Link href={`${home}/prospects/stopped`} className="ink-link">
              Never write to
            </Link>
            .
          </p>
        </Panel>
      </div>
    </>
  )
}

type Issue = { path: PropertyKey[]; message: string }

function fieldErrors(issues: readonly Issue[]): Record<string, string[]> {
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), [message]]))
}

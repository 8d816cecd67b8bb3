import { Download } from 'lucide'
import type { Metadata } from 'next'
import { EraseForm } from '#components/privacy/erase-form.tsx'
import { ErasurePreviewPanel } from '#components/privacy/erasure-preview.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { backupWords } from '#lib/features/privacy/backup-words.ts'
import { previewErasure } from '#lib/features/privacy/preview-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Privacy of a contact' }

type Props = { params: Promise<{ workspace: string; contactId: string }> }

export default async function ContactPrivacyPage({ params }: Props) {
  const { workspace, contactId } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const id = pageId(contactId)
  const preview = await foundOrMoved(previewErasure(scope, id), scope, 'contact', id, '/privacy')
  const here = `/w/${workspace}/contacts/${contactId}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Prospects', href: `/w/${workspace}/prospects` },
          { label: preview.name, href: here },
        ]}
        title="Privacy"
        lead="They may ask what is kept about them, and they may ask to be forgotten."
      />
      <div className="flex max-w-form flex-col gap-6">
        <Panel
          title="Everything we hold on them"
          lead="One file to send them: their details, where each address came from, every letter, note and page that names them."
        >
          <div className="flex flex-wrap gap-3">
            <a href={`${here}/privacy/file`} className={buttonClass()} download>
              <Icon of={Download} />
              To read and print
            </a>
            <a href={`${here}/privacy/file?format=json`} className={buttonClass()} download>
              <Icon of={Download} />
              For machines (JSON)
            </a>
          </div>
        </Panel>
        <ErasurePreviewPanel preview={preview} />
        {can(scope.role, 'people.erase') ? (
          <EraseForm workspace={workspace} contactId={contactId} backups={backupWords(scope)} />
        ) : (
          <Panel title="Erase them">
            <p>Only an owner of this workspace can erase a person.</p>
          </Panel>
        )}
      </div>
    </>
  )
}

import { CopyButton } from '#components/ui/copy-button.tsx'
import { Panel } from '#components/ui/panel.tsx'

type Props = { fingerprint: string; publicPem: string }

/** What evidence bundles of this installation are signed with, to be compared by whoever was sent one. */
export function EvidenceKeyPanel({ fingerprint, publicPem }: Props) {
  return (
    <Panel
      id="evidence-key"
      title="What evidence is signed with"
      lead="Whoever gets an evidence bundle from here checks it with this key. Anybody can read it at /.well-known/rapport-evidence-key."
    >
      <div className="flex max-w-measure flex-col gap-4">
        <p>
          Its fingerprint (SHA-256): <code className="wrap-anywhere">{fingerprint}</code>
        </p>
        <pre className="whitespace-pre-wrap rounded-md border border-line bg-desk p-3 text-sm wrap-anywhere">
          {publicPem}
        </pre>
        <div>
          <CopyButton text={fingerprint} label="Copy the fingerprint" />
        </div>
      </div>
    </Panel>
  )
}
